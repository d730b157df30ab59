#include "model/words.h"

#include <rapidcheck.h>

#include <algorithm>
#include <catch2/catch.hpp>
#include <string>
#include <vector>

using namespace gouji;

namespace {

struct Case {
  std::string_view text;
  bool expected;
};

// Texts of a few characters of every width, so that words come up often and are cut off often.
std::string random_text() {
  static const std::vector<std::string> characters{"预", "期", "目", "标", "为", "分", "收", "支", "平", "衡",
                                                   "：", ":",  "G",  "D",  "P",  "5",  "é",  "𠀀", " "};
  std::string out;
  for (const std::size_t i : *rc::gen::container<std::vector<std::size_t>>(rc::gen::inRange<std::size_t>(0, characters.size()))) out += characters[i];
  return out;
}

bool naively(std::string_view text, const WordList& list) {
  return std::any_of(list.begin(), list.end(), [&](std::string_view word) { return text.find(word) != std::string_view::npos; });
}

}  // namespace

TEST_CASE("a list of words is found wherever one of them stands") {
  constexpr const WordList& list = words<"收支平衡 预期目标 目标为">;
  for (const Case& c : std::vector<Case>{{"", false},
                                         {"预期", false},
                                         {"预期目标", true},
                                         {"全年预期目标为5%", true},
                                         {"全年，预期目标", true},
                                         {"a预期目标", true},
                                         {"坚持收支平衡", true},
                                         {"收支总体平衡", false},
                                         {"期目标为", true},
                                         {"预期目\xE6\xA0", false}}) {  // cut off inside a character
    INFO(c.text);
    CHECK(contains_any(c.text, list) == c.expected);
  }
}

TEST_CASE("a list of words finds what a search for each of them finds") {
  CHECK(rc::check("words of two characters and more", [] {
    const std::string text = random_text();
    RC_ASSERT(contains_any(text, words<"预期目标 收支平衡 分为">) == naively(text, words<"预期目标 收支平衡 分为">));
  }));
  CHECK(rc::check("words of one character, of ASCII, and both", [] {
    const std::string text = random_text();
    RC_ASSERT(contains_any(text, words<"衡 GDP 目标: 𠀀支">) == naively(text, words<"衡 GDP 目标: 𠀀支">));
  }));
}

TEST_CASE("a word is found by its last byte") {
  CHECK(find_word("支出合计支出", "支出") == 0);
  CHECK(find_word("总支出", "支出") == 3);
  CHECK(find_word("收入", "支出") == std::string_view::npos);
  CHECK(find_word("", "支出") == std::string_view::npos);
  CHECK(contains("执行率", "率"));
  CHECK_FALSE(contains("率", "执行率"));
}
