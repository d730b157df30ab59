// The grids of Word's tables: every cell in its true row and column.
#include "docx_helpers.h"

using namespace gouji;
using namespace gouji::corpus::test;
using Texts = std::vector<std::string>;

namespace {

Texts grid_of_body(const std::string& body) {
  const Document document = read_body(body);
  REQUIRE(document.tables.size() == 1);
  return grid_of(document, document.tables[0]);
}

}  // namespace

TEST_CASE("docx: cells merged sideways and downwards keep their places") {
  const std::string rows = xml::row(xml::c("项目", {.merge = "restart"}) + xml::c("决算数", {.span = 2}) + xml::c("备注", {.merge = "restart"})) +
                           xml::row(xml::c("", {.merge = "continue"}) + xml::c("基本支出") + xml::c("项目支出") + xml::c("", {.merge = "continue"})) +
                           xml::row(xml::c("教育") + xml::c("1.5") + xml::c("2.5") + xml::c(""));
  CHECK(grid_of_body(xml::table(4, rows)) == Texts{"0.0 2×1 项目", "0.1 1×2 决算数", "0.3 2×1 备注", "1.1 1×1 基本支出", "1.2 1×1 项目支出",
                                                   "2.0 1×1 教育", "2.1 1×1 1.5", "2.2 1×1 2.5"});
}

TEST_CASE("docx: rows that begin late or end early leave the other columns alone") {
  const std::string rows = xml::row(xml::c("项目") + xml::c("上年") + xml::c("本年")) + xml::row(xml::c("3.1") + xml::c("4.2"), {.before = 1}) +
                           xml::row(xml::c("合计"), {.after = 2}) + xml::row(xml::c("7.3"), {.before = 2});
  CHECK(grid_of_body(xml::table(3, rows)) ==
        Texts{"0.0 1×1 项目", "0.1 1×1 上年", "0.2 1×1 本年", "1.1 1×1 3.1", "1.2 1×1 4.2", "2.0 1×1 合计", "3.2 1×1 7.3"});
}

TEST_CASE("docx: merged cells go on under their own columns only") {
  const std::string rows = xml::row(xml::c("甲", {.merge = "restart"}) + xml::c("乙")) +
                           xml::row(xml::c("", {.merge = "continue"}) + xml::c("丙", {.merge = "restart"})) +
                           xml::row(xml::c("丁", {.merge = "restart"}) + xml::c("", {.merge = "continue"}));
  CHECK(grid_of_body(xml::table(2, rows)) == Texts{"0.0 2×1 甲", "0.1 1×1 乙", "1.1 2×1 丙", "2.0 1×1 丁"});
  // A cell that goes on with nothing above it, or with a cell of other columns, is a cell of its own.
  CHECK(grid_of_body(xml::table(2, xml::row(xml::c("甲", {.span = 2, .merge = "restart"})) +
                                       xml::row(xml::c("乙", {.merge = "continue"}) + xml::c("丙", {.merge = "continue"})))) ==
        Texts{"0.0 1×2 甲", "1.0 1×1 乙", "1.1 1×1 丙"});
}

TEST_CASE("docx: rows and cells within content controls and custom XML are kept") {
  const std::string rows = xml::row(xml::c("项目") + xml::c("金额")) + xml::sdt(xml::row(xml::c("差旅费") + xml::c("1.2"))) +
                           xml::row(xml::c("会议费") + xml::sdt(xml::c("3.4"))) +
                           xml::custom_xml(xml::row(xml::custom_xml(xml::c("培训费")) + xml::c("5.6"))) +
                           xml::sdt(xml::sdt(xml::row(xml::sdt(xml::c("印刷费")) + xml::cell(xml::sdt(xml::p("7.8"))))));
  CHECK(grid_of_body(xml::table(2, rows)) == Texts{"0.0 1×1 项目", "0.1 1×1 金额", "1.0 1×1 差旅费", "1.1 1×1 1.2", "2.0 1×1 会议费", "2.1 1×1 3.4",
                                                   "3.0 1×1 培训费", "3.1 1×1 5.6", "4.0 1×1 印刷费", "4.1 1×1 7.8"});
}

TEST_CASE("docx: a nested table is a table of its own that its cell names") {
  const std::string inner = xml::table_of({{"数量指标", "100"}, {"质量指标", "95%"}});
  const Document document = read_body(
      xml::table(2, xml::row(xml::c("一级指标") + xml::c("内容")) + xml::row(xml::c("产出") + xml::cell(xml::p("前") + inner + xml::p("后")))) +
      xml::p("表后。"));
  REQUIRE(document.tables.size() == 2);
  const auto nested = [](const Table& table) { return !table.path.empty(); };
  const std::size_t inside = nested(document.tables[0]) ? 0 : 1;
  REQUIRE(nested(document.tables[inside]));
  CHECK_FALSE(nested(document.tables[1 - inside]));
  CHECK(grid_of(document, document.tables[inside]) == Texts{"0.0 1×1 数量指标", "0.1 1×1 100", "1.0 1×1 质量指标", "1.1 1×1 95%"});
  CHECK(document.tables[1 - inside].rows == 2);
  CHECK(document.tables[1 - inside].columns == 2);
  CHECK(count_of(document, "质量指标") == 1);
  std::size_t naming = 0;
  for (const Cell& cell : document.tables[1 - inside].cells) naming += cell.content.size();
  CHECK(naming == 1);
}

TEST_CASE("docx: a cell's paragraphs are its lines") {
  const Document document = read_body(xml::table(1, xml::row(xml::cell(xml::p("产出指标") + xml::p("（50分）")))));
  REQUIRE(document.tables.size() == 1);
  CHECK(document.view(document.tables[0].cells[0].text) == "产出指标\n（50分）");
}

TEST_CASE("docx: what is deleted, hidden, numbered or boxed in a cell follows the same rules") {
  xml::Package package;
  package.numbering = xml::numbering({{.id = 1, .levels = {{.format = "chineseCounting", .text = "%1、"}}}}, {{.id = 1}});
  package.body =
      xml::table(2, xml::row(xml::cell(xml::p("工资", {.list = 1})) + xml::cell(xml::paragraph(xml::run("1") + xml::deleted("9") + xml::run(".5")))) +
                        xml::row(xml::cell(xml::p("津贴", {.list = 1})) +
                                 xml::cell(xml::paragraph(xml::run("2") + xml::run("8", {.hidden = true}) + xml::run(".5")))));
  const Document document = read_docx(package);
  REQUIRE(document.tables.size() == 1);
  CHECK(grid_of(document, document.tables[0]) == Texts{"0.0 1×1 一、工资", "0.1 1×1 1.5", "1.0 1×1 二、津贴", "1.1 1×1 2.5"});
}

TEST_CASE("docx: a table's title and unit stand above it") {
  const Document document = read_body(xml::p("某某局2023年度部门决算说明") + xml::p("收入支出决算总表") + xml::p("单位：万元") +
                                      xml::table_of({{"项目", "决算数"}, {"本年收入合计", "12.34"}, {"本年支出合计", "12.34"}}));
  REQUIRE(document.tables.size() == 1);
  CHECK(document.view(document.tables[0].title) == "收入支出决算总表");
  CHECK(document.view(document.tables[0].caption) == "单位：万元");
}
