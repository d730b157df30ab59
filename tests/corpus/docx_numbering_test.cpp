// Automatic numbers, as Word prints them: the number is text to a reader.
#include "docx_helpers.h"

using namespace gouji;
using namespace gouji::corpus::test;
using Texts = std::vector<std::string>;

namespace {

// `count` paragraphs 甲 of one list whose level is `level`; their texts.
Texts numbers(const xml::Level& level, int count) {
  xml::Package package;
  package.numbering = xml::numbering({{.id = 1, .levels = {level}}}, {{.id = 1}});
  for (int i = 0; i < count; ++i) package.body += xml::p("甲", {.list = 1});
  return paragraphs_of(read_docx(package));
}

std::string number(const std::string& format, int value) { return numbers({.format = format, .text = "%1", .start = value}, 1).front(); }

}  // namespace

TEST_CASE("docx: the formats of automatic numbers, Chinese ones too") {
  struct Case {
    const char* format;
    int value;
    const char* printed;
  };
  const Case cases[] = {
      {"decimal", 12, "12"},
      {"decimalZero", 7, "07"},
      {"upperRoman", 14, "XIV"},
      {"lowerRoman", 9, "ix"},
      {"upperLetter", 27, "AA"},
      {"lowerLetter", 3, "c"},
      {"chineseCounting", 3, "三"},
      {"chineseCounting", 10, "十"},
      {"chineseCounting", 15, "十五"},
      {"chineseCounting", 20, "二十"},
      {"chineseCountingThousand", 11, "十一"},
      {"chineseCountingThousand", 42, "四十二"},
      {"chineseCountingThousand", 100, "一百"},
      {"chineseCountingThousand", 105, "一百零五"},
      {"taiwaneseCounting", 12, "十二"},
      {"taiwaneseCountingThousand", 12, "十二"},
      {"japaneseCounting", 21, "二十一"},
      {"chineseLegalSimplified", 3, "叁"},
      {"ideographTraditional", 2, "乙"},
      {"ideographZodiac", 3, "寅"},
      {"ideographDigital", 4, "四"},
      {"decimalEnclosedCircle", 1, "①"},
      {"decimalEnclosedCircle", 20, "⑳"},
      {"decimalEnclosedCircleChinese", 10, "⑩"},
      {"decimalEnclosedParen", 2, "⑵"},
      {"decimalEnclosedFullstop", 3, "⒊"},
      {"decimalFullWidth", 12, "１２"},
      {"none", 5, ""},
  };
  for (const Case& one : cases) {
    INFO(one.format << " " << one.value);
    CHECK(number(one.format, one.value) == std::string(one.printed) + "甲");
  }
}

TEST_CASE("docx: headings and lists carry the numbers of their levels") {
  xml::Package package;
  package.numbering = xml::numbering({{.id = 5,
                                       .levels = {{.format = "chineseCountingThousand", .text = "%1、"},
                                                  {.format = "chineseCountingThousand", .text = "（%2）"},
                                                  {.format = "decimal", .text = "%3．"},
                                                  {.format = "decimalEnclosedCircle", .text = "%4"}}}},
                                     {{.id = 2, .definition = 5}});
  const auto item = [](const char* text, int level) { return xml::p(text, {.list = 2, .level = level}); };
  package.body = item("部门概况", 0) + item("职能", 1) + item("机构", 1) + item("内设股室。", 2) + item("下属单位。", 2) + item("某某中心。", 3) +
                 item("收支情况", 0) + item("收入", 1) + item("拨款。", 2);
  CHECK(paragraphs_of(read_docx(package)) == Texts{"一、部门概况", "（一）职能", "（二）机构", "1．内设股室。", "2．下属单位。", "①某某中心。",
                                                   "二、收支情况", "（一）收入", "1．拨款。"});
}

TEST_CASE("docx: sections come from automatic numbers") {
  xml::Package package;
  package.numbering = xml::numbering(
      {{.id = 1, .levels = {{.format = "chineseCounting", .text = "%1、"}, {.format = "chineseCounting", .text = "（%2）"}}}}, {{.id = 1}});
  package.body = xml::p("部门概况", {.list = 1}) + xml::p("机构设置", {.list = 1, .level = 1}) + xml::p("本局内设五个股室，编制二十人。") +
                 xml::p("收支情况", {.list = 1}) + xml::p("2023年收入12.5万元。");
  const Document document = read_docx(package);
  REQUIRE(document.sections.size() == 3);
  CHECK(document.view(document.sections[0].title) == "部门概况");
  CHECK(document.view(document.sections[0].heading) == "一、部门概况");
  CHECK(document.sections[1].level == 2);
  CHECK(document.sections[1].parent == 0);
  CHECK(document.view(document.sections[2].heading) == "二、收支情况");
}

TEST_CASE("docx: a style numbers its paragraphs, a paragraph may take the number away") {
  xml::Package package;
  package.styles = xml::styles({{.id = "1", .name = "heading 1", .outline = 0, .list = 3},
                                {.id = "2", .name = "heading 2", .based_on = "1", .outline = 1, .list = 3, .level = 1},
                                {.id = "Mine", .name = "Mine", .based_on = "1"}});
  package.numbering = xml::numbering(
      {{.id = 7,
        .levels = {{.format = "chineseCounting", .text = "第%1部分 ", .style = "1"}, {.format = "chineseCounting", .text = "%2、", .style = "2"}}}},
      {{.id = 3, .definition = 7}});
  package.body = xml::p("概况", {.style = "1"}) + xml::p("职能", {.style = "2"}) + xml::p("收支", {.style = "Mine"}) +
                 xml::p("收入", {.style = "2"}) + xml::p("附录", {.style = "1", .list = 0}) + xml::p("说明", {.style = "1"});
  CHECK(paragraphs_of(read_docx(package)) == Texts{"第一部分 概况", "一、职能", "第二部分 收支", "一、收入", "附录", "第三部分 说明"});
}

TEST_CASE("docx: numbers restart, go on and are overridden as Word does") {
  const xml::Level first{.format = "decimal", .text = "%1."};
  const xml::Level second{.format = "decimal", .text = "%1.%2."};
  const auto texts = [&](const std::vector<xml::List>& lists, const std::vector<std::pair<int, int>>& items, xml::Level inner) {
    xml::Package package;
    package.numbering = xml::numbering({{.id = 1, .levels = {first, std::move(inner)}}}, lists);
    for (const auto& [list, level] : items) package.body += xml::p("项", {.list = list, .level = level});
    return paragraphs_of(read_docx(package));
  };
  // An inner level restarts under each item of the outer one; w:lvlRestart 0 forbids it.
  CHECK(texts({{.id = 1}}, {{1, 0}, {1, 1}, {1, 1}, {1, 0}, {1, 1}}, second) == Texts{"1.项", "1.1.项", "1.2.项", "2.项", "2.1.项"});
  xml::Level on = second;
  on.restart = 0;
  CHECK(texts({{.id = 1}}, {{1, 0}, {1, 1}, {1, 1}, {1, 0}, {1, 1}}, on) == Texts{"1.项", "1.1.项", "1.2.项", "2.项", "2.3.项"});
  // Two lists of one definition count together; a start of its own begins anew, once.
  CHECK(texts({{.id = 1}, {.id = 2}}, {{1, 0}, {2, 0}, {1, 0}}, second) == Texts{"1.项", "2.项", "3.项"});
  CHECK(texts({{.id = 1}, {.id = 2, .overrides = {{.level = 0, .start = 1}}}}, {{1, 0}, {1, 0}, {2, 0}, {2, 0}}, second) ==
        Texts{"1.项", "2.项", "1.项", "2.项"});
  // An inner item without an outer one before it: the outer level counts as begun.
  CHECK(texts({{.id = 1}}, {{1, 1}}, second) == Texts{"1.1.项"});
}

TEST_CASE("docx: legal numbering prints outer levels in digits") {
  xml::Package package;
  package.numbering = xml::numbering(
      {{.id = 1, .levels = {{.format = "chineseCounting", .text = "第%1章"}, {.format = "decimal", .text = "%1.%2", .legal = true}}}}, {{.id = 1}});
  package.body = xml::p("甲", {.list = 1}) + xml::p("乙", {.list = 1}) + xml::p("丙", {.list = 1, .level = 1});
  CHECK(paragraphs_of(read_docx(package)) == Texts{"第一章甲", "第二章乙", "2.1丙"});
}

TEST_CASE("docx: white space behind an automatic number") {
  CHECK(numbers({.format = "decimal", .text = "%1.", .suffix = "space"}, 1) == Texts{"1. 甲"});
  const std::string tabbed = numbers({.format = "decimal", .text = "%1.", .suffix = "tab"}, 1).front();
  CHECK((tabbed == "1.\t甲" || tabbed == "1. 甲"));
}

TEST_CASE("docx: deleted and hidden paragraphs take no number") {
  xml::Package package;
  package.numbering = xml::numbering({{.id = 1, .levels = {{.format = "chineseCounting", .text = "%1、"}}}}, {{.id = 1}});
  package.body = xml::p("甲", {.list = 1}) + xml::paragraph(xml::deleted("乙"), {.list = 1, .deleted_mark = true}) + xml::p("丙", {.list = 1}) +
                 xml::paragraph(xml::run("丁", {.hidden = true}), {.list = 1, .hidden_mark = true}) + xml::p("戊", {.list = 1});
  CHECK(paragraphs_of(read_docx(package)) == Texts{"一、甲", "二、丙", "三、戊"});
}

TEST_CASE("docx: a numbering that is missing, empty or circular numbers nothing") {
  xml::Package package;
  package.body = xml::p("甲", {.list = 9});
  CHECK(paragraphs_of(read_docx(package)) == Texts{"甲"});
  package.numbering = xml::numbering({{.id = 1, .levels = {}}}, {{.id = 9, .definition = 4}});
  CHECK(paragraphs_of(read_docx(package)) == Texts{"甲"});
  package.numbering =
      R"(<w:abstractNum w:abstractNumId="1"><w:numStyleLink w:val="L"/></w:abstractNum><w:num w:numId="9"><w:abstractNumId w:val="1"/></w:num>)";
  package.styles = R"(<w:style w:type="numbering" w:styleId="L"><w:pPr><w:numPr><w:numId w:val="9"/></w:numPr></w:pPr></w:style>)";
  CHECK(paragraphs_of(read_docx(package)) == Texts{"甲"});
  package.styles = xml::styles({{.id = "a", .name = "a", .based_on = "b"}, {.id = "b", .name = "b", .based_on = "a"}});
  package.body = xml::p("甲", {.style = "a"});
  CHECK(paragraphs_of(read_docx(package)) == Texts{"甲"});
}
