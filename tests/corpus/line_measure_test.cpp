// Runs of like characters are measured at once: the sums must be those of the characters one by one.
#include <catch2/catch.hpp>

#include "corpus/lines.h"
#include "corpus/squeezed.h"
#include "corpus/word_list.h"

namespace gouji::corpus {
namespace {

TEST_CASE("a line is measured in display columns, characters and kinds") {
  const std::string text = "  全县  收入1,234.56万元。\n";
  const auto lines = split_lines(text, {});
  REQUIRE(lines);
  REQUIRE(lines->size() == 1);
  const Line& line = lines->front();
  CHECK(line.indent == 2);
  CHECK(line.width == 4 + 2 + 4 + 8 + 4 + 2);
  CHECK(line.characters == 2 + 2 + 8 + 2 + 1);
  CHECK(line.han == 6);
  CHECK(line.digits == 6);
  CHECK(line.gaps == 1);
  CHECK(line.stops == 1);
  CHECK(line.commas == 0);
  CHECK(line.spaced);
  CHECK(line.last == U'。');
}

TEST_CASE("counts of an endless line stay at their limit") {
  std::string text;
  for (int i = 0; i < 70000; ++i) text += "元";
  const auto lines = split_lines(text, {});
  REQUIRE(lines);
  CHECK(lines->front().characters == 65535);
  CHECK(lines->front().han == 65535);
  CHECK(lines->front().width == 65535);
  CHECK_FALSE(lines->front().spaced);
}

TEST_CASE("white space and marks inside a line are noted") {
  struct Case {
    std::string text;
    std::vector<TextRange> marks;
    bool spaced;
  };
  const Case cases[] = {{"收入", {}, false},      {" 收入 ", {}, false},         {"收 入", {}, true},
                        {"收\u3000入", {}, true}, {"收[x y]入", {{3, 8}}, true}, {"[x y]收入", {{0, 5}}, false}};
  for (const Case& c : cases) {
    INFO(c.text);
    const auto lines = split_lines(c.text, c.marks);
    REQUIRE(lines);
    CHECK(lines->front().spaced == c.spaced);
  }
}

TEST_CASE("content without its white space, cut after whole characters") {
  CHECK(Squeezed("收 入\u3000合计", true, 400).view() == "收入合计");
  CHECK(Squeezed("收 入合计", true, 4).view() == "收入");
  CHECK(Squeezed("收入合计", false, 4).view() == "收入");
  CHECK(Squeezed("收入", false, 6).view() == "收入");
}

TEST_CASE("a word list finds words by their first character") {
  constexpr WordList words(std::array<std::string_view, 4>{"首页>", "首页/", "ICP备", ">"});
  CHECK(words.has(">"));
  CHECK_FALSE(words.has("首页"));
  CHECK(words.starts("首页/新闻"));
  CHECK_FALSE(words.starts("新闻首页/"));
  CHECK(words.occurs_in("某市ICP备1号"));
  CHECK_FALSE(words.occurs_in("某市ICP"));
  CHECK_FALSE(words.occurs_in(""));
}

}  // namespace
}  // namespace gouji::corpus
