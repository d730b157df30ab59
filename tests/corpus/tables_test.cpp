#include <algorithm>
#include <catch2/catch.hpp>
#include <string>
#include <vector>

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

namespace {

// "row.column text", spans as "row.column RxC text"; blank cells left out, line ends of a cell as "/".
std::vector<std::string> cells_of(const Document& document, const Table& table) {
  std::vector<std::string> out;
  for (const Cell& cell : table.cells) {
    if (cell.text.empty()) continue;
    std::string text(document.view(cell.text));
    std::replace(text.begin(), text.end(), '\n', '/');
    const std::string spans =
        cell.row_span * cell.column_span > 1 ? std::to_string(cell.row_span) + "x" + std::to_string(cell.column_span) + " " : std::string();
    out.push_back(std::to_string(cell.row) + "." + std::to_string(cell.column) + " " + spans + text);
  }
  return out;
}

std::vector<std::string> first_grid(const std::string& text) {
  const Document document = read_ok(text);
  REQUIRE_FALSE(document.tables.empty());
  return cells_of(document, document.tables[0]);
}

}  // namespace

TEST_CASE("the header's merged cells get their spans back from the row below") {
  CHECK(first_grid("云岭县收入决算表\n单位：万元\n\t项目\n\t本年收入合计\n\t事业收入\n\n\t科目编码\n\t科目名称\n\t\n\t\n\n\t栏次\n\t1\n\t2\n\n"
                   "\t205\n\t教育支出\n\t7.5\n\t\n\n\t合计\n\t7.5\n\t0\n\n\n") ==
        Blocks{"0.0 1x2 项目", "0.2 2x1 本年收入合计", "0.3 2x1 事业收入", "1.0 科目编码", "1.1 科目名称", "2.0 1x2 栏次", "2.2 1", "2.3 2",
               "3.0 205", "3.1 教育支出", "3.2 7.5", "4.0 1x2 合计", "4.2 7.5", "4.3 0"});
}

TEST_CASE("a web page's header whose cells reach down leaves fewer cells below") {
  CHECK(
      first_grid("\t项目\n\t预计数\n\t项目\n\t预计数\n\n\t全市\n\t市级\n\t全市\n\t市级\n\n\t土地收入\n\t39.6\n\t13.8\n\t城乡社区\n\t54.7\n\t19.5\n\n"
                 "\t其他收入\n\t58.2\n\t15.1\n\t其他支出\n\t86.4\n\t28.3\n\n\n") ==
      Blocks{"0.0 2x1 项目", "0.1 1x2 预计数", "0.3 2x1 项目", "0.4 1x2 预计数", "1.1 全市",     "1.2 市级", "1.4 全市",
             "1.5 市级",     "2.0 土地收入",   "2.1 39.6",     "2.2 13.8",       "2.3 城乡社区", "2.4 54.7", "2.5 19.5",
             "3.0 其他收入", "3.1 58.2",       "3.2 15.1",     "3.3 其他支出",   "3.4 86.4",     "3.5 28.3"});
}

TEST_CASE("what a heading stands over is told by its name where the cells do not tell") {
  // Whole blocks: the first heading has one, the second two.
  CHECK(first_grid("\t人员经费\n\t公用经费\n\n\t编码\n\t名称\n\t决算数\n\t编码\n\t名称\n\t决算数\n\t编码\n\t名称\n\t决算数\n\n"
                   "\t301\n\t工资\n\t76.4\n\t302\n\t商品\n\t13.0\n\t310\n\t资本\n\t6.2\n\n\t303\n\t补助\n\t2.4\n\t30201\n\t办公\n\t2.9\n"
                   "\t31002\n\t设备\n\t6.2\n\n\n")[1] == "0.3 1x6 公用经费");
  // 增减额 and 增减% stand under the heading of what changed.
  const Blocks change = first_grid(
      "\t分类科目\n\t2023年执行数\n\t2024年预算数\n\t2024年预算数比2023年执行数\n\n\t名称\n\t\n\t小计\n\t基本支出\n\t项目支出\n\t增减额\n\t增减%\n\n"
      "\t教育\n\t10.20\n\t12.60\n\t2.10\n\t10.50\n\t2.40\n\t23.5%\n\n\t农林水\n\t5.20\n\t6.20\n\t2.10\n\t4.10\n\t1.00\n\t19.2%\n\n\n");
  CHECK(change[2] == "0.2 1x3 2024年预算数");
  CHECK(change[3] == "0.5 1x2 2024年预算数比2023年执行数");
  // Rows on lines: cells that reach down leave nothing below them.
  const Blocks line = first_grid(
      "\t部门名称\t合计\t本年收入\t上年结转\n\t小计\t一般公共预算\t其他资金\n\t林业局\t135.2\t134.9\t128.6\t6.3\t0.3\n\t林场\t35.2\t34.9\t28.6\t6."
      "3\t0.3\n");
  CHECK(line[2] == "0.2 1x3 本年收入");
  CHECK(line[3] == "0.5 2x1 上年结转");
}

TEST_CASE("two sides whose first headings differ in a bracket, a side over two blocks whose last heading is 金额") {
  CHECK(first_grid("云岭县收支总表\n\t收入\n\t支出\n\n\t项目\n\t金额\n\t项目（按功能分类）\n\t金额\n\n\t财政拨款\n\t12.5\n\t教育支出\n\t12.5\n\n"
                   "\t合计\n\t12.5\n\t合计\n\t12.5\n\n\n") == Blocks{"0.0 1x2 收入", "0.2 1x2 支出", "1.0 项目", "1.1 金额", "1.2 项目（按功能分类）",
                                                                     "1.3 金额", "2.0 财政拨款", "2.1 12.5", "2.2 教育支出", "2.3 12.5", "3.0 合计",
                                                                     "3.1 12.5", "3.2 合计", "3.3 12.5"});
  const auto header = first_grid(
      "云岭县基本支出表\n\t人员经费\n\t公用经费\n\n\t科目编码\n\t科目名称\n\t金额\n\t科目编码\n\t科目名称\n\t金额\n\t科目编码\n\t科目名称\n\t金额\n\n"
      "\t30101\n\t基本工资\n\t8\n\t30201\n\t办公费\n\t3\n\t31002\n\t设备购置\n\t1\n\n\t30102\n\t津贴补贴\n\t7\n\t30202\n\t印刷费\n\t2\n\t\n\t\n\t\n\n"
      "\n");
  REQUIRE(header.size() > 2);
  CHECK(header[0] == "0.0 1x3 人员经费");
  CHECK(header[1] == "0.3 1x6 公用经费");
}

TEST_CASE("a heading that is a year stands over the columns of that year") {
  CHECK(first_grid("云岭县收支情况表\n\t项目\n\t2022年决算数\n\t2023年\n\n\t\n\t\n\t年初预算数\n\t执行数\n\n\t教育支出\n\t12.5\n\t13\n\t13.2\n\n"
                   "\t农林水支出\n\t8\n\t9\n\t9.1\n\n\n") == Blocks{"0.0 2x1 项目", "0.1 2x1 2022年决算数", "0.2 1x2 2023年", "1.2 年初预算数",
                                                                    "1.3 执行数", "2.0 教育支出", "2.1 12.5", "2.2 13", "2.3 13.2", "3.0 农林水支出",
                                                                    "3.1 8", "3.2 9", "3.3 9.1"});
}

TEST_CASE("a blank paragraph at a cell's end cuts no row in two") {
  const std::string head = "\t指标\n\t产量\n\t增长\n\n\t粮食\n\t120\n\t1.8\n\n";
  const Blocks expected{"0.0 指标", "0.1 产量", "0.2 增长", "1.0 粮食", "1.1 120", "1.2 1.8",
                        "2.0 秋粮", "2.1 95",   "2.2 0.9",  "3.0 豆类", "3.1 31",  "3.2 3.4"};
  CHECK(first_grid(head + "\t秋粮\n\t95\n\n\t0.9\n\n\t豆类\n\t31\n\t3.4\n\n\n") == expected);    // told by the neighbours
  CHECK(first_grid(head + "\t秋粮\n\t95\n　\n\t0.9\n\n\t豆类\n\t31\n\t3.4\n\n\n") == expected);  // told by the blank on the line
  CHECK(first_grid(head + "\n\t秋粮\n\t95\n\t0.9\n\n\t豆类\n\t31\n\t3.4\n\n\n") == expected);    // a table that seems to end
}

TEST_CASE("tables that touch are parted at the second one's title") {
  const auto document =
      read_ok("\t附表1\n\t\n\n\t项目\n\t金额\n\n\t甲\n\t1.5\n\n\t乙\n\t2.5\n\n\t附表2\n\t\n\n\t项目\n\t金额\n\n\t丙\n\t3.5\n\n\t丁\n\t4.5\n\n\n");
  REQUIRE(document.tables.size() == 2);
  CHECK(document.view(document.tables[1].title) == "附表2");
}

TEST_CASE("a table inside a cell does not end the table around it") {
  const auto document = read_ok(
      "\t编码\n\t名称\n\t金额\n\n\t301\n\t工资\n\t12.5\n\n\t302\n\t办公\n\n\t甲\n\n\t乙\n\n\n\n\t3.5\n\n\t303\n\t补助\n\t1.5\n\n\t304\n\t其他\n\t0."
      "5\n\n\n");
  REQUIRE(document.tables.size() == 1);
  CHECK(cells_of(document, document.tables[0]) == Blocks{"0.0 编码", "0.1 名称", "0.2 金额", "1.0 301", "1.1 工资", "1.2 12.5", "2.0 302",
                                                         "2.1 办公/甲/乙", "2.2 3.5", "3.0 303", "3.1 补助", "3.2 1.5", "4.0 304", "4.1 其他",
                                                         "4.2 0.5"});
}

TEST_CASE("group labels merged downwards span their rows, blank items do not") {
  const auto grid = first_grid(
      "\t一级\n\t二级\n\t名称\n\t分值\n\n\t产出\n\t数量\n\t办件\n\t10\n\n\t\n\t\n\t接件\n\t20\n\n\t\n\t质量\n\t办结\n\t30\n\n\t效益\n\t社会\n\t便利\n"
      "\t40\n\n\n");
  CHECK(grid == Blocks{"0.0 一级", "0.1 二级", "0.2 名称", "0.3 分值", "1.0 3x1 产出", "1.1 2x1 数量", "1.2 办件", "1.3 10", "2.2 接件", "2.3 20",
                       "3.1 质量", "3.2 办结", "3.3 30", "4.0 效益", "4.1 社会", "4.2 便利", "4.3 40"});
  CHECK(first_grid("\t收入\n\t行次\n\t金额\n\n\t其他收入\n\t8\n\t1.5\n\n\t\n\t9\n\t\n\n\t\n\t10\n\t\n\n\n") ==
        Blocks{"0.0 收入", "0.1 行次", "0.2 金额", "1.0 其他收入", "1.1 8", "1.2 1.5", "2.1 9", "3.1 10"});
}

TEST_CASE("rows on one line keep their blank cells") {
  CHECK(first_grid("\t项目\t上年\t本年\n\t甲\t1.5\t2.5\n\t\t3.5\t\n\t乙\t\t4.5\n") ==
        Blocks{"0.0 项目", "0.1 上年", "0.2 本年", "1.0 甲", "1.1 1.5", "1.2 2.5", "2.1 3.5", "3.0 乙", "3.2 4.5"});
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

TEST_CASE("a label wrapped around its values is one row, header lines one header") {
  const auto document = read_ok(aligned);
  CHECK(cells_of(document, document.tables[0]) ==
        Blocks{"0.1 项目", "0.2 行次", "0.3 决算数", "1.0 一、财政拨款收入", "1.2 1", "1.3 2,818.00", "2.0 二、事业收入", "2.2 2", "2.3 1,017.87",
               "3.0 20598", "3.1 专项资金/安排的收入", "3.3 21.00", "4.0 三、其他收入", "4.2 3", "4.3 611.86", "5.1 合计", "5.2 4", "5.3 4,468.73"});
}

TEST_CASE("pages of one table: a repeated header is dropped, columns that shift stay themselves") {
  const std::string text =
      "                       表 1：支出决算表\n\n                                          单位：万元\n"
      "                                     项目支出\n"
      "科目编码     科目名称      合计\n"
      "                                 小计       其中：基建\n"
      "205      教育支出      148.80       48.80      20.20\n"
      "20502    普通教育      138.50       38.50      10.10\n"
      "         机关事业单位\n"
      "20805                  9.30\n"
      "         养老支出                    9.30\n"
      "                          7\n\f"
      "                                     项目支出\n"
      "科目编码     科目名称      合计\n"
      "                                 小计       其中：基建\n"
      "221        住房支出        77.50      7.50\n"
      "22102      住房改革        66.40      6.40\n"
      "          合计         235.60      65.60      20.20\n"
      "注：尾数因四舍五入可能不符。\n";
  const auto document = read_ok(text);
  REQUIRE(document.tables.size() == 1);
  CHECK(cells_of(document, document.tables[0]) ==
        Blocks{"0.0 2x1 科目编码", "0.1 2x1 科目名称", "0.2 2x1 合计", "0.3 1x2 项目支出", "1.3 小计",  "1.4 其中：基建",
               "2.0 205",          "2.1 教育支出",     "2.2 148.80",   "2.3 48.80",        "2.4 20.20", "3.0 20502",
               "3.1 普通教育",     "3.2 138.50",       "3.3 38.50",    "3.4 10.10",        "4.0 20805", "4.1 机关事业单位/养老支出",
               "4.2 9.30",         "4.3 9.30",         "5.0 221",      "5.1 住房支出",     "5.2 77.50", "5.3 7.50",
               "6.0 22102",        "6.1 住房改革",     "6.2 66.40",    "6.3 6.40",         "7.1 合计",  "7.2 235.60",
               "7.3 65.60",        "7.4 20.20"});
}

TEST_CASE("numbers that overflow their columns and touch are two where that is sure") {
  CHECK(first_grid("          收入支出表\n                                单位：万元\n"
                   "项目           基本支出      项目支出\n"
                   "教育支出      10,448.80     2,048.80\n"
                   "卫生支出  1,138,138.5012,238.50\n"
                   "其他支出          38.50        12.50\n"
                   "注：尾数因四舍五入可能不符。\n") == Blocks{"0.0 项目", "0.1 基本支出", "0.2 项目支出", "1.0 教育支出", "1.1 10,448.80",
                                                               "1.2 2,048.80", "2.0 卫生支出", "2.1 1,138,138.50", "2.2 12,238.50", "3.0 其他支出",
                                                               "3.1 38.50", "3.2 12.50"});
}
