#include <catch2/catch.hpp>

#include "read_helpers.h"

using namespace gouji;
using namespace gouji::corpus::test;
using Blocks = std::vector<std::string>;

TEST_CASE("cell lines become a table with its rows and columns") {
  const auto document = read_ok(
      "表1 收支情况\n单位：万元\n\t项目\n\t预算数\n\t决算\n数\n\n\t基本支出\n\t12.5\n\t\n\n\t项目支出\n\t3\n\t2.9\n\n\n说明：以上为快报数。\n");
  REQUIRE(document.tables.size() == 1);
  const Table& table = document.tables[0];
  CHECK(table.rows == 3);
  CHECK(table.columns == 3);
  REQUIRE(table.cells.size() == 9);
  CHECK(document.view(table.cells[2].text) == "决算\n数");
  CHECK(document.view(table.cells[4].text) == "12.5");
  CHECK(document.view(table.cells[5].text).empty());
  CHECK(document.view(table.title) == "表1 收支情况");
  CHECK(document.view(table.caption) == "单位：万元");
  CHECK(blocks_of(document).back() == "paragraph: 说明：以上为快报数。");
}

TEST_CASE("a web page's white space between the cells of a table") {
  std::string text = "表2 价格指数\n\n\n";
  for (const auto& [a, b] : {std::pair{"类别", "指数"}, {"粮食", "98.3"}, {"鲜菜", "96.4"}})
    text += "\t\n" + std::string(a) + "\n\n\n\t\n" + b + "\n\n\n\n\n\n";
  text += "粮食产量12万吨。\n";
  const auto document = read_ok(text);
  REQUIRE(document.tables.size() == 1);
  CHECK(document.tables[0].rows == 3);
  CHECK(document.tables[0].columns == 2);
  CHECK(blocks_of(document).back() == "paragraph: 粮食产量12万吨。");
}

TEST_CASE("a layout table that holds the article is no table") {
  std::string text =
      "\t\t\t\t\t一、收入情况\n\t\t\t\t\t全县收入完成3.2亿元，增长5%，其中税收收入2.1亿元，增长4%，非税收入1.1亿元，增长7%，总体运行情况良好。\n"
      "\t\t\t\t\t二、支出情况\n\t\t\t\t\t全县支出完成8.2亿元，增长3%，重点支出得到较好保障，民生支出占比达到八成以上，支出结构进一步得到优化。\n";
  const auto document = read_ok(text);
  CHECK(document.tables.empty());
  CHECK(sections_of(document) == std::vector<std::string>{"1 收入情况", "1 支出情况"});
}

namespace {

const std::string aligned =
    "  二、决算报表\n\n"
    "                   表 1：收入决算总表\n\n"
    "单位名称：云岭学院                                    单位：万元\n"
    "        项目           行次        决算数\n"
    "一、财政拨款收入           1         2,818.00\n"
    "二、事业收入             2         1,017.87\n"
    "          专项资金\n"
    "20598                              21.00\n"
    "          安排的收入\n"
    "三、其他收入             3           611.86\n"
    "      合计             4         4,468.73\n"
    "注：因四舍五入，分项金额与合计金额可能存在尾数误差。\n\n"
    "  三、报表说明\n\n"
    "  学院 2022 年度收入总计 4,468.73 万元，其中：财政拨款收入\n"
    "2,818.00 万元，占总收入的 63.06%；事业收入 1,017.87 万元，占\n"
    "总收入的 22.78%；其他收入 611.86 万元，占总收入的 13.69%，其\n"
    "余为专项资金安排的收入，各项收入均已按规定纳入学院预算管理，\n"
    "执行情况良好，与年初预算相比没有重大变化，收入质量稳步提升，\n"
    "结构进一步优化，为学院事业发展提供了坚实可靠的财力保障条件，\n"
    "有力支持了教学科研工作，改善了办学条件，提高了办学质量和水平，\n"
    "学院将继续加强预算管理，提高资金使用效益，确保各项任务完成。\n";

}  // namespace

TEST_CASE("aligned columns stay out of the prose, wrapped labels with them") {
  const auto document = read_ok(aligned);
  REQUIRE(document.tables.size() == 1);
  CHECK(document.tables[0].layout == TableLayout::aligned_columns);
  CHECK(document.view(document.tables[0].title) == "表 1：收入决算总表");
  CHECK_FALSE(document.tables[0].caption.empty());
  for (const Block& block : document.blocks) {
    if (block.kind == BlockKind::table) continue;
    CHECK(document.view(block.text).find("20598") == std::string_view::npos);
    CHECK(document.view(block.text).find("专项资金\n") == std::string_view::npos);
  }
  CHECK(sections_of(document) == std::vector<std::string>{"1 决算报表", "1 报表说明"});
  CHECK(document.view(document.blocks.back().text).find("财政拨款收入2,818.00 万元，占总收入的 63.06%") != std::string_view::npos);
}

TEST_CASE("the labels and numbers of a chart in wrapped print are no prose") {
  const auto document = read_ok(aligned +
                                "\n                    收入构成情况\n\n      16.65%\n                         财政拨款\n            44.12%\n         "
                                "                事业收入\n   10.10%\n\n\f  学院将继续努力，不断提高管理水平。\n");
  REQUIRE(document.tables.size() == 2);
  for (const gouji::Block& block : document.blocks) {
    if (block.kind != BlockKind::table) CHECK(document.view(block.text).find("16.65%") == std::string_view::npos);
  }
}
