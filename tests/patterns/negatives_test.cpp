#include <catch2/catch.hpp>

#include "patterns/library.h"
#include "patterns/negative_search.h"
#include "tests/app/temporary_folder.h"

using namespace gouji;
using patterns::character_length;
using patterns::Library;
using patterns::NegativeSearch;

namespace {

// The negatives of a text, joined by "|", by a library that has those of the test beside the built-in ones.
std::string found(const Library& library, std::string_view text) {
  std::string all;
  for (const auto& hit : library.negatives(text)) {
    if (!hit.entry->id.starts_with("test.")) continue;
    all += (all.empty() ? "" : "|") + std::string(text.substr(hit.range.begin, hit.range.size()));
  }
  return all;
}

constexpr std::string_view entries = R"(
[[negative]]
id = "test.names"
class = "name"
names = ["甲七", "甲七号线", "七号楼"]
examples = ["甲七号线"]
counter_examples = ["甲"]
why = "names"

[[negative]]
id = "test.room"
class = "code"
pattern = '丙室([0-9]{3})'
examples = ["丙室301"]
counter_examples = ["301"]
why = "a group is the negative, the rest its context"

[[negative]]
id = "test.chain"
class = "code"
pattern = '乙([0-9]+)乙'
examples = ["乙12乙"]
counter_examples = ["乙12"]
why = "the context behind one may be the context before the next"
)";

}  // namespace

TEST_CASE("negatives are found in order, the longest at a place, by name and by pattern") {
  const app::testing::TemporaryFolder folder;
  folder.write("negatives.toml", entries);
  const auto library = Library::load({folder.path()}).value();
  const std::vector<std::pair<std::string, std::string>> cases{{"", ""},
                                                               {"没有", ""},
                                                               {"甲七号线通车", "甲七号线"},
                                                               {"甲七、七号楼", "甲七|七号楼"},
                                                               {"丙室301和丙室302", "301|302"},
                                                               {"丙室3", ""},
                                                               {"乙1乙22乙333乙", "1|22|333"},
                                                               {"\xE4\xB8", ""}};
  for (const auto& [text, expected] : cases) {
    CAPTURE(text);
    CHECK(found(*library, text) == expected);
  }
}

TEST_CASE("negatives never overlap and lie inside of the text") {
  const auto library = Library::load({}).value();
  const std::string text = "“三公”经费12345热线第三方〔2020〕7号第十五届5G基站“一件事”http://a.gov.cn/1.html电话：0739-5550123";
  std::uint32_t end = 0;
  const auto hits = library->negatives(text);
  REQUIRE(hits.size() >= 3);
  for (const auto& hit : hits) {
    CHECK(hit.range.begin >= end);
    CHECK(hit.range.end > hit.range.begin);
    CHECK(hit.range.end <= text.size());
    end = hit.range.end;
  }
}

// Linear: a text made of beginnings of negatives takes a moment, not minutes.
TEST_CASE("a text of beginnings of negatives is no trap") {
  const auto library = Library::load({}).value();
  std::string text;
  for (int i = 0; i < 50000; ++i) text += "第“一";
  CHECK(library->negatives(text).size() <= text.size());
}

// What is sought around a place is what one pass over the whole text finds there.
TEST_CASE("negatives sought around places are those of the whole text") {
  const auto library = Library::load({}).value();
  const std::string text =
      "一万一千元，一一对应，进一步一起统一一体化推进；“三公”经费三亚三明三百二十一户二十，百分百千万要一以贯之一般一.\xE4\xB8 一";
  const auto hits = library->negatives(text);
  REQUIRE(hits.size() > 8);
  for (const std::size_t step : {1U, 2U, 5U, 17U}) {
    NegativeSearch search(*library, text);
    std::size_t place = 0;
    for (std::size_t at = 0; at < text.size(); at += character_length(text[at])) {
      if (place++ % step != 0) continue;
      const auto expected = std::find_if(hits.begin(), hits.end(), [&](const auto& hit) { return hit.range.begin <= at && at < hit.range.end; });
      const auto* const found = search.covering(at);
      CAPTURE(at, step);
      REQUIRE((found != nullptr) == (expected != hits.end()));
      if (found != nullptr) CHECK(found->range == expected->range);
    }
  }
}
