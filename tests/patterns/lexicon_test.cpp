#include "patterns/lexicon.h"

#include <rapidcheck.h>

#include <algorithm>
#include <catch2/catch.hpp>
#include <string>

using gouji::patterns::Lexicon;
using gouji::patterns::Match;

namespace {

struct Word {
  std::string name;
};

struct Words {
  explicit Words(std::vector<std::string> names) {
    for (std::string& name : names) words.push_back({std::move(name)});
    for (const Word& word : words) lexicon.insert(word.name, &word);
  }
  std::vector<Word> words;
  Lexicon<Word> lexicon;
};

std::string found(const Match<Word>& match) { return match ? match.entry->name : "-"; }

const std::vector<std::string> budget{"预算", "年初预算", "年初预算数", "调整预算", "预", "GDP", "m", "m²"};

}  // namespace

TEST_CASE("the longest name that a text begins with") {
  const Words words(budget);
  const std::vector<std::pair<std::string, std::string>> cases{{"年初预算数为5万元", "年初预算数"},
                                                               {"年初预算为5万元", "年初预算"},
                                                               {"年初结转", "-"},
                                                               {"预算", "预算"},
                                                               {"预备费", "预"},
                                                               {"", "-"},
                                                               // A name is never found inside of a character, nor in half of one.
                                                               {"m³", "m"},
                                                               {"m²", "m²"},
                                                               {"\xE9\xA2", "-"},
                                                               {"\x84预算", "-"},
                                                               {std::string("\0预算", 7), "-"}};
  for (const auto& [text, expected] : cases) {
    CAPTURE(text);
    CHECK(found(words.lexicon.prefix(text)) == expected);
    CHECK(words.lexicon.prefix(text).length == (expected == "-" ? 0 : expected.size()));
  }
}

TEST_CASE("the longest name that a text ends with") {
  const Words words(budget);
  const std::vector<std::pair<std::string, std::string>> cases{
      {"较年初预算", "年初预算"}, {"较预算", "预算"}, {"预算外", "-"}, {"人均GDP", "GDP"}, {"", "-"}, {"199m²", "m²"}, {"预\xE7\xAE", "-"}};
  for (const auto& [text, expected] : cases) {
    CAPTURE(text);
    CHECK(found(words.lexicon.suffix(text)) == expected);
  }
}

TEST_CASE("a whole text is a name or not") {
  const Words words(budget);
  CHECK(found(words.lexicon.exact("年初预算")) == "年初预算");
  CHECK(found(words.lexicon.exact("年初预算为")) == "-");
  CHECK(found(words.lexicon.exact("")) == "-");
}

TEST_CASE("names are found from left to right") {
  const Words words(budget);
  std::size_t at = 0;
  const std::string text = "较年初预算增加，GDP";
  CHECK(found(words.lexicon.find(text, 0, at)) == "年初预算");
  CHECK(at == 3);
  CHECK(found(words.lexicon.find(text, at + 12, at)) == "GDP");
  CHECK(found(words.lexicon.find(text, at + 3, at)) == "-");
  CHECK(at == text.size());
}

TEST_CASE("an empty lexicon finds nothing") {
  const Lexicon<Word> empty;
  CHECK(!empty.prefix("预算"));
  CHECK(!empty.suffix("预算"));
  CHECK(empty.size() == 0);
}

TEST_CASE("a lead byte that stands alone before a name does not hide it") {
  const Word word{"²预²算"};
  gouji::patterns::Lexicon<Word> lexicon;
  lexicon.insert(word.name, &word);
  CHECK(lexicon.suffix("\xE9²预²算").length == word.name.size());
}

// A few characters make many names with shared beginnings and ends.
TEST_CASE("property: the longest prefix and suffix are those of a naive search") {
  const auto character = rc::gen::element<std::string>("年", "初", "预", "算", "a", "²", "𠮷");
  const auto join = [](const std::vector<std::string>& parts) {
    std::string text;
    for (const std::string& part : parts) text += part;
    return text;
  };
  const auto name = rc::gen::suchThat(rc::gen::map(rc::gen::container<std::vector<std::string>>(character), join),
                                      [](const std::string& text) { return !text.empty() && text.size() < 20; });
  CHECK(rc::check("longest match", [=] {
    const Words words(*rc::gen::container<std::vector<std::string>>(name));
    const std::string text = join(*rc::gen::container<std::vector<std::string>>(character));
    std::size_t prefix = 0, suffix = 0;
    for (const Word& word : words.words) {
      if (text.starts_with(word.name)) prefix = std::max(prefix, word.name.size());
      if (text.ends_with(word.name)) suffix = std::max(suffix, word.name.size());
    }
    const auto first = words.lexicon.prefix(text), last = words.lexicon.suffix(text);
    return first.length == prefix && last.length == suffix && (prefix == 0 || first.entry->name == text.substr(0, prefix)) &&
           (suffix == 0 || last.entry->name == text.substr(text.size() - suffix));
  }));
}

// The filter of first characters looks at bytes: a character must have one cell, whatever its length and the side it is read from.
TEST_CASE("characters of one to four bytes, broken ones and NUL are found from both sides") {
  const std::string_view nul("\0", 1);
  for (const std::string_view name : {std::string_view("a"), nul, std::string_view("·"), std::string_view("元"), std::string_view("𠮷"),
                                      std::string_view("\xE5\x85"), std::string_view("\x80"), std::string_view("a元"), std::string_view("元a")}) {
    const int entry = 1;
    gouji::patterns::Lexicon<int> lexicon;
    lexicon.insert(name, &entry);
    CHECK(lexicon.prefix(name).length == name.size());
    CHECK(lexicon.suffix(name).length == name.size());
    CHECK(lexicon.prefix(std::string(name) + "，后").length == (name == "\xE5\x85" ? 0 : name.size()));
    CHECK_FALSE(lexicon.prefix("万"));
    CHECK_FALSE(lexicon.suffix(""));
  }
}
