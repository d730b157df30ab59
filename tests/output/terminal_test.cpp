#include "output/terminal.h"

#include <catch2/catch.hpp>
#include <sstream>

#include "golden.h"
#include "output/excerpt.h"
#include "output/messages.h"
#include "output/utf8.h"
#include "sample_report.h"

namespace gouji::output {
namespace {

using testing::check_golden;
using testing::sample_report;

std::string printed(const Report& report, TerminalOptions options) {
  std::ostringstream out;
  TerminalSink sink(out, options);
  sink.report(report);
  sink.refusal({"bad.txt", "empty", "bad.txt：文件是空的", "请检查文件"});
  sink.finish();
  return out.str();
}

TerminalOptions options_for(Language language, bool color, std::size_t columns) {
  TerminalOptions options;
  options.language = language;
  options.color = color;
  options.columns = columns;
  return options;
}

TEST_CASE("the report for a person is that of the golden file") {
  check_golden("audit.zh.txt", printed(sample_report(), options_for(Language::zh, false, 100)));
  check_golden("audit.en.txt", printed(sample_report(), options_for(Language::en, false, 60)));
  check_golden("audit.color.txt", printed(sample_report(), options_for(Language::zh, true, 100)));
}

TEST_CASE("the list of figures is that of the golden file") {
  TerminalOptions options = options_for(Language::zh, false, 100);
  options.audited = false;
  options.all_numbers = true;
  check_golden("extract.zh.txt", printed(sample_report(), options));
}

TEST_CASE("nothing found is said") {
  Report report = sample_report();
  report.checks.clear();
  CHECK(printed(report, {}).find("未发现不一致") != std::string::npos);
}

TEST_CASE("no escape sequence of a report reaches the terminal") {
  Report report = sample_report();
  report.extraction.facts.title = "\x1b]0;evil\x07标题\xC2\x9B 31m\xE2\x80\xAE";
  report.document.meta.path = "a\x1b[2J.txt";
  const std::string text = printed(report, {});
  CHECK(text.find('\x1b') == std::string::npos);
  CHECK(text.find("\xC2\x9B") == std::string::npos);
  CHECK(text.find("\xE2\x80\xAE") == std::string::npos);
}

TEST_CASE("a report of checks only that name no figure is printed") {
  Report report = sample_report();
  report.checks[0].stated = no_id;
  report.checks[0].operands.clear();
  report.checks[0].blamed.reset();
  CHECK(printed(report, {}).find("221.67 + 885.38") != std::string::npos);
}

struct ExcerptCase {
  std::string sentence;
  std::vector<Mark> marks;
  std::size_t columns, longest, around;
  std::vector<std::string> expected;
};

TEST_CASE("excerpts: marks stand under what they mark, by display width") {
  const std::vector<ExcerptCase> cases{
      {"支出5元，收入7元。", {{{6, 7}, true}, {{19, 20}, false}}, 80, 240, 30, {"支出5元，收入7元。", "    ^        ~"}},
      // wrapped; a closing mark may hang over
      {"甲乙丙丁，戊己", {}, 8, 240, 30, {"甲乙丙丁，", "戊己"}},
      {"甲乙丙丁戊5", {{{15, 16}, false}}, 10, 240, 30, {"甲乙丙丁戊", "5", "~"}},
      // a number is not torn, unless it is longer than a line
      {"甲乙7,295.12万元", {{{6, 14}, true}}, 10, 240, 30, {"甲乙", "7,295.12万", "^^^^^^^^", "元"}},
      {"增长９．54％", {}, 8, 240, 30, {"增长", "９．54％"}},
      {"甲乙78万元丙", {{{6, 14}, false}}, 8, 240, 30, {"甲乙", "78万元丙", "~~~~~~"}},
      {"甲乙丙 丁戊己", {}, 7, 240, 30, {"甲乙丙", "丁戊己"}},
      {"甲1234567890123", {}, 8, 240, 30, {"甲", "12345678", "90123"}},
      // far from a mark: cut
      {"一二三四五六七8九十甲乙丙丁", {{{21, 22}, true}}, 80, 10, 4, {"…六七8九十…", "     ^"}},
      // a mark outside the sentence is ignored
      {"甲", {{{10, 12}, true}}, 80, 240, 30, {"甲"}},
      {"", {}, 80, 240, 30, {""}},
  };
  for (const ExcerptCase& c : cases) {
    INFO(c.sentence);
    ExcerptOptions options;
    options.columns = c.columns;
    options.longest = c.longest;
    options.around = c.around;
    CHECK(excerpt(c.sentence, c.marks, options) == c.expected);
  }
}

TEST_CASE("excerpts in colour have no line of marks") {
  ExcerptOptions options;
  options.color = true;
  CHECK(excerpt("支出5元", {{{6, 7}, true}}, options) == std::vector<std::string>{"支出\x1b[1;31m5\x1b[0m元"});
}

TEST_CASE("display width") {
  const std::vector<std::pair<std::string, std::size_t>> cases{
      {"", 0}, {"abc", 3}, {"县", 2}, {"（%）", 5}, {"ｅ５", 4}, {"e\xCC\x81", 1}, {"\xE2\x80\x8B", 0}, {"÷≠", 2}, {"㎡", 2}, {"𠮷", 2}, {"\xFF", 1}};
  for (const auto& [text, width] : cases) {
    INFO(text);
    CHECK(display_width(text) == width);
  }
}

TEST_CASE("UTF-8 is checked strictly") {
  for (const std::string good : {"", "a", "é", "县", "𠮷", "\xF4\x8F\xBF\xBF"}) CHECK(valid_utf8(good));
  for (const std::string bad : {"\x80", "\xC0\xAF", "\xE5\x8E", "\xED\xA0\x80", "\xF4\x90\x80\x80", "\xF8\x88\x80\x80\x80", "\xE0\x80\xAF"}) {
    CHECK_FALSE(valid_utf8(bad));
    CHECK(valid_utf8(replace_invalid_utf8(bad)));
  }
}

TEST_CASE("a refusal of a known code speaks the chosen language, an unknown one keeps its own words") {
  struct Case {
    std::string code, message, zh;
  };
  const std::vector<Case> cases{
      {"empty", "a.txt: the file is empty", "a.txt：文件是空的"},
      {"too_large", "a.txt: more than 10 bytes", "a.txt：超过大小上限（more than 10 bytes）"},
      {"internal_error", "a.txt: bad thing", "a.txt：程序内部错误，未能处理（bad thing）"},
      {"unheard_of", "a.txt: whatever", "a.txt: whatever"},
  };
  for (const Case& c : cases) {
    INFO(c.code);
    Refusal zh{"a.txt", c.code, c.message, ""}, en = zh;
    localize(zh, Language::zh);
    localize(en, Language::en);
    CHECK(zh.message == c.zh);
    CHECK(en.message == c.message);
    CHECK(zh.hint.empty() == (c.code == "unheard_of"));
  }
}

TEST_CASE("shortened text fits") {
  CHECK(shortened("一二三四", 8) == "一二三四");
  CHECK(shortened("一二三四五", 8) == "一二三…");
  CHECK(display_width(shortened("一二三四五", 8)) <= 8);
}

}  // namespace
}  // namespace gouji::output
