// Automatic numbers: each format as Word prints it, and the counts of lists through a document.
#include <catch2/catch.hpp>
#include <string>
#include <string_view>
#include <vector>

#include "corpus/docx/number_format.h"
#include "corpus/docx/numbering.h"

namespace gouji::corpus::docx {
namespace {

struct Printed {
  std::string_view format;
  int number;
  std::string_view expected;
};

void check_all(const std::vector<Printed>& cases) {
  for (const Printed& c : cases) {
    INFO(c.format << ' ' << c.number);
    CHECK(format_number(c.format, c.number) == c.expected);
  }
}

TEST_CASE("Chinese counting: 十 up to ninety-nine, digits beyond") {
  check_all({{"chineseCounting", 1, "一"},
             {"chineseCounting", 9, "九"},
             {"chineseCounting", 10, "十"},
             {"chineseCounting", 11, "十一"},
             {"chineseCounting", 20, "二十"},
             {"chineseCounting", 21, "二十一"},
             {"chineseCounting", 99, "九十九"},
             {"chineseCounting", 100, "一○○"},
             {"chineseCounting", 1205, "一二○五"},
             {"taiwaneseCounting", 15, "十五"},
             {"taiwaneseCounting", 100, "一○○"}});
}

TEST_CASE("Counting with 百, 千 and 万") {
  check_all({{"chineseCountingThousand", 10, "十"},
             {"chineseCountingThousand", 13, "十三"},
             {"chineseCountingThousand", 30, "三十"},
             {"chineseCountingThousand", 100, "一百"},
             {"chineseCountingThousand", 101, "一百零一"},
             {"chineseCountingThousand", 110, "一百一十"},
             {"chineseCountingThousand", 111, "一百一十一"},
             {"chineseCountingThousand", 1000, "一千"},
             {"chineseCountingThousand", 1001, "一千零一"},
             {"chineseCountingThousand", 1010, "一千零一十"},
             {"chineseCountingThousand", 2305, "二千三百零五"},
             {"chineseCountingThousand", 10000, "一万"},
             {"taiwaneseCountingThousand", 10000, "一萬"},
             {"taiwaneseCountingThousand", 205, "二百零五"},
             {"japaneseCounting", 10, "十"},
             {"japaneseCounting", 100, "百"},
             {"japaneseCounting", 101, "百一"},
             {"japaneseCounting", 1111, "千百十一"},
             {"japaneseCounting", 2020, "二千二十"},
             {"koreanCounting", 11, "십일"},
             {"koreanCounting", 25, "이십오"}});
}

TEST_CASE("Numbers for contracts") {
  check_all({{"chineseLegalSimplified", 1, "壹"},
             {"chineseLegalSimplified", 3, "叁"},
             {"chineseLegalSimplified", 10, "壹拾"},
             {"chineseLegalSimplified", 12, "壹拾贰"},
             {"chineseLegalSimplified", 101, "壹佰零壹"},
             {"ideographLegalTraditional", 3, "參"},
             {"ideographLegalTraditional", 10, "壹拾"},
             {"japaneseLegal", 12, "壱拾弐"}});
}

TEST_CASE("One character a digit") {
  check_all({{"ideographDigital", 10, "一〇"},
             {"ideographDigital", 2023, "二〇二三"},
             {"japaneseDigitalTenThousand", 20, "二〇"},
             {"taiwaneseDigital", 10, "一○"},
             {"koreanDigital", 10, "일영"},
             {"koreanDigital2", 10, "一零"},
             {"decimalFullWidth", 12, "１２"},
             {"decimalHalfWidth", 12, "12"},
             {"decimalZero", 7, "07"},
             {"decimalZero", 12, "12"}});
}

TEST_CASE("One character a number, digits where the characters end") {
  check_all({{"decimalEnclosedCircle", 1, "①"},
             {"decimalEnclosedCircle", 20, "⑳"},
             {"decimalEnclosedCircle", 21, "21"},
             {"decimalEnclosedCircleChinese", 10, "⑩"},
             {"decimalEnclosedFullstop", 3, "⒊"},
             {"decimalEnclosedParen", 3, "⑶"},
             {"ideographEnclosedCircle", 3, "㈢"},
             {"ideographTraditional", 1, "甲"},
             {"ideographTraditional", 10, "癸"},
             {"ideographTraditional", 11, "11"},
             {"ideographZodiac", 12, "亥"},
             {"ideographZodiac", 13, "13"},
             {"ideographZodiacTraditional", 1, "甲子"},
             {"ideographZodiacTraditional", 13, "丙子"},
             {"ideographZodiacTraditional", 60, "癸亥"},
             {"aiueo", 1, "ｱ"},
             {"aiueoFullWidth", 46, "ン"},
             {"aiueoFullWidth", 47, "ア"},
             {"iroha", 2, "ﾛ"},
             {"irohaFullWidth", 3, "ハ"},
             {"ganada", 2, "나"}});
}

TEST_CASE("Letters, Roman numerals and the rest") {
  check_all({{"decimal", 12, "12"},
             {"lowerLetter", 26, "z"},
             {"lowerLetter", 27, "aa"},
             {"upperLetter", 28, "BB"},
             {"upperLetter", 2147483647, "2147483647"},
             {"lowerRoman", 4, "iv"},
             {"upperRoman", 1994, "MCMXCIV"},
             {"upperRoman", 2147483647, "2147483647"},
             {"ordinal", 1, "1st"},
             {"ordinal", 12, "12th"},
             {"ordinal", 23, "23rd"},
             {"numberInDash", 5, "- 5 -"},
             {"hex", 26, "1A"},
             {"koreanLegal", 21, "스물하나"},
             {"none", 5, ""},
             {"decimal", 0, "0"},
             {"chineseCounting", 0, "0"},
             {"nobody knows", 5, "5"}});
  CHECK(format_custom_number("001, 002, 003, ...", 7) == "007");
  CHECK(format_custom_number("001, 002, 003, ...", 1234) == "1234");
  CHECK(format_custom_number("00001, ...", -3) == "-3");
  CHECK(format_custom_number("whatever", 7) == "7");
}

// --- counts

std::string numbering_xml(const std::string& content) {
  return R"(<w:numbering xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">)" + content + "</w:numbering>";
}

std::string level(int number, const std::string& format, const std::string& text, const std::string& more = "") {
  return "<w:lvl w:ilvl=\"" + std::to_string(number) + "\"><w:start w:val=\"1\"/><w:numFmt w:val=\"" + format + "\"/>" + more +
         "<w:lvlText w:val=\"" + text + "\"/></w:lvl>";
}

struct Step {
  int list, level;
  std::string_view expected;
};

void check_counts(const std::string& xml, const std::vector<Step>& steps) {
  Numbering numbering;
  REQUIRE(numbering.read(xml, "word/numbering.xml", Limits{}));
  ListCounter counter(numbering);
  for (std::size_t i = 0; i < steps.size(); ++i) {
    INFO("step " << i);
    std::string printed;
    counter.next(steps[i].list, steps[i].level, "", printed);
    CHECK(printed == steps[i].expected);
  }
}

const std::string report = "<w:abstractNum w:abstractNumId=\"0\">" + level(0, "chineseCounting", "%1、") + level(1, "chineseCounting", "（%2）") +
                           level(2, "decimal", "%3.") + level(3, "decimal", "%1.%3.%4", "<w:isLgl/>") + "</w:abstractNum>" +
                           "<w:num w:numId=\"1\"><w:abstractNumId w:val=\"0\"/></w:num>";

TEST_CASE("The levels of a report restart below each other") {
  check_counts(numbering_xml(report), {{1, 0, "一、"},
                                       {1, 1, "（一）"},
                                       {1, 1, "（二）"},
                                       {1, 2, "1. "},
                                       {1, 2, "2. "},
                                       {1, 0, "二、"},
                                       {1, 1, "（一）"},
                                       {1, 2, "1. "},
                                       {1, 3, "2.1.1 "},
                                       {1, 3, "2.1.2 "}});
}

TEST_CASE("A list that does not exist, and the list that switches numbers off, print nothing") {
  check_counts(numbering_xml(report), {{7, 0, ""}, {0, 0, ""}, {1, 0, "一、"}});
}

TEST_CASE("Two lists of one definition count on, one with a start of its own begins again, once") {
  const std::string own =
      "<w:num w:numId=\"2\"><w:abstractNumId w:val=\"0\"/></w:num>"
      "<w:num w:numId=\"3\"><w:abstractNumId w:val=\"0\"/><w:lvlOverride w:ilvl=\"0\"><w:startOverride w:val=\"5\"/></w:lvlOverride></w:num>";
  check_counts(numbering_xml(report + own), {{1, 0, "一、"}, {2, 0, "二、"}, {3, 0, "五、"}, {3, 0, "六、"}, {1, 0, "七、"}});
}

TEST_CASE("A level of a list that is defined anew") {
  const std::string own =
      "<w:num w:numId=\"2\"><w:abstractNumId w:val=\"0\"/><w:lvlOverride w:ilvl=\"0\">" + level(0, "upperRoman", "%1)") + "</w:lvlOverride></w:num>";
  check_counts(numbering_xml(report + own), {{2, 0, "I) "}, {2, 1, "（一）"}, {2, 0, "II) "}});
}

TEST_CASE("Restarts that the level says") {
  const std::string never = "<w:abstractNum w:abstractNumId=\"0\">" + level(0, "decimal", "%1.") +
                            level(1, "decimal", "%2)", "<w:lvlRestart w:val=\"0\"/>") + level(2, "decimal", "%3]", "<w:lvlRestart w:val=\"1\"/>") +
                            "</w:abstractNum><w:num w:numId=\"1\"><w:abstractNumId w:val=\"0\"/></w:num>";
  check_counts(numbering_xml(never), {{1, 0, "1. "},
                                      {1, 1, "1) "},
                                      {1, 2, "1] "},
                                      {1, 1, "2) "},
                                      {1, 2, "2] "},  // only the first level restarts it
                                      {1, 0, "2. "},
                                      {1, 1, "3) "},  // nothing restarts it
                                      {1, 2, "1] "}});
}

TEST_CASE("A list that takes its levels from a style, bullets, gaps, a format of its own") {
  const std::string linked =
      "<w:abstractNum w:abstractNumId=\"0\"><w:numStyleLink w:val=\"Mine\"/></w:abstractNum>"
      "<w:abstractNum w:abstractNumId=\"1\"><w:styleLink w:val=\"Mine\"/>" +
      level(0, "ideographTraditional", "%1．") + level(1, "bullet", "\xEF\x81\xAC", "<w:rPr><w:rFonts w:ascii=\"Wingdings\"/></w:rPr>") +
      level(2, "none", "注：") + level(3, "decimal", "%4", "<w:suff w:val=\"nothing\"/>") + level(4, "custom\" w:format=\"001, 002", "%5") +
      "</w:abstractNum><w:num w:numId=\"1\"><w:abstractNumId w:val=\"0\"/></w:num>";
  check_counts(numbering_xml(linked), {{1, 0, "甲．"}, {1, 0, "乙．"}, {1, 1, "●"}, {1, 2, "注："}, {1, 3, "1"}, {1, 4, "001 "}});
}

TEST_CASE("A paragraph style bound to a level counts there") {
  const std::string xml = numbering_xml("<w:abstractNum w:abstractNumId=\"0\">" + level(0, "decimal", "%1.") +
                                        level(1, "chineseCounting", "（%2）", "<w:pStyle w:val=\"Sub\"/>") +
                                        "</w:abstractNum><w:num w:numId=\"1\"><w:abstractNumId w:val=\"0\"/></w:num>");
  Numbering numbering;
  REQUIRE(numbering.read(xml, "word/numbering.xml", Limits{}));
  ListCounter counter(numbering);
  std::string printed;
  counter.next(1, -1, "Sub", printed);
  counter.next(1, -1, "Other", printed);
  CHECK(printed == "（一）1. ");
}

}  // namespace
}  // namespace gouji::corpus::docx
