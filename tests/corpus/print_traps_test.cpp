// Prints that were once misread on the way to a table: what looks like columns of a newspaper, like years of a header, like a label that
// was wrapped. The reports are invented.
#include <catch2/catch.hpp>
#include <string>
#include <vector>

#include "read_helpers.h"

using namespace gouji;
using namespace gouji::corpus::test;

namespace {

using Rows = std::vector<std::string>;

// The rows of the last table.
Rows last_table(const std::string& text) {
  const Document document = read_ok(text);
  REQUIRE(!document.tables.empty());
  return rows_of(document, document.tables.back());
}

}  // namespace

TEST_CASE("a page of prose with a long table below it is not set in newspaper columns") {
  std::string text;
  for (int i = 0; i < 5; ++i) text += "本单位 2022 年度收入合计 312.40 万元，支出合计 309.10 万元，其中，基本支出 201.30 万元。\n";
  text +=
      "\n"
      "                     收入                                                支出\n"
      "           项目                行次      金额           项目（按功能分类）         行次      金额\n"
      "一、一般公共预算财政拨款收\n"
      "                               1        1844.92     一、一般公共服务支出           20\n"
      "入\n"
      "二、政府性基金预算财政拨款\n"
      "                               2          48.40     二、外交支出                   21\n"
      "收入\n"
      "三、国有资本经营预算财政拨\n"
      "                               3           0.00     三、国防支出                   22\n"
      "款收入\n"
      "四、上级补助收入               4           0.00     四、公共安全支出               23\n"
      "五、事业收入                   5           0.00     五、教育支出                   24\n"
      "六、经营收入                   6           0.00     六、科学技术支出               25\n"
      "七、附属单位上缴收入           7           0.00     七、文化旅游体育与传媒支出     26       1475.34\n"
      "八、其他收入                   8           0.00     八、社会保障和就业支出         27        253.71\n"
      "                               9                    九、卫生健康支出               28         61.76\n"
      "                               10                   十、节能环保支出               29\n"
      "                               11                   十一、城乡社区支出             30         47.92\n"
      "                               12                   十二、农林水支出               31\n"
      "                               13                   十三、交通运输支出             32\n"
      "                               14                   十四、住房保障支出             33        156.65\n"
      "                               15                   十五、国有资本经营预算支出     34\n"
      "                               16                   十六、其他支出                 35\n"
      "本年收入合计                   17       1893.33     本年支出合计                   36       1995.38\n"
      "年初结转和结余                 18        102.88     年末结转和结余                 37          0.83\n"
      "收入总计                       19       1996.21     支出总计                       38       1996.21\n"
      "\n"
      "\n";
  const Document document = read_ok(text);
  REQUIRE(document.tables.size() == 1);
  const Rows rows = rows_of(document, document.tables[0]);
  REQUIRE(!rows.empty());
  CHECK(rows.back() == "|收入总计|19|1996.21|支出总计|38|1996.21");
}

TEST_CASE("amounts that look like years are a row of the table, years are its header") {
  const std::string head =
      "                 全县政府性基金预算收入表\n"
      "                                                单位：万元\n"
      "            项目             2019年完成数  2020年预算数\n";
  CHECK(last_table(head + "一、污水处理费收入                   2055          1939\n"
                          "二、彩票公益金收入                 116327        114046\n"
                          "收入合计                           118382        115985\n") ==
        Rows{"|项目|2019年完成数|2020年预算数", "|一、污水处理费收入|2055|1939", "|二、彩票公益金收入|116327|114046", "|收入合计|118382|115985"});
  CHECK(last_table("                    全县收入情况表\n"
                   "                                                单位：万元\n"
                   "            项目                     2019          2020\n"
                   "一、污水处理费收入                   3055          2939\n"
                   "二、彩票公益金收入                 116327        114046\n"
                   "收入合计                           119382        116985\n")[0] == "|项目|2019|2020");
}

TEST_CASE("a label without numbers is a row where more of it would have fitted into the line above") {
  const Rows rows = last_table(
      "                       财政拨款收支总表\n"
      "                                              单位：万元\n"
      "             项目                 金额          上年数\n"
      "一、一般公共预算财政拨款          390.20        381.70\n"
      "二、政府性基金预算财政拨款         31.25         30.15\n"
      "本年收入合计                      421.45        411.85\n"
      "年初财政拨款结转和结余              8.25          7.15\n"
      "一般公共预算财政拨款\n"
      "政府性基金预算财政拨款              8.25          7.15\n"
      "总计                              429.70        419.00\n");
  CHECK(rows.size() == 8);
  CHECK(rows[4] == "|年初财政拨款结转和结余|8.25|7.15");
}

TEST_CASE("a header that the next page repeats with a line that was a caption on the first") {
  const Rows rows = last_table(
      "                                 收入预算总表\n"
      "部门：青禾县林业和草原局    单位：万元\n"
      "功能分类科目\n"
      "                  科目名称             合计      财政拨款      事业收入      其他收入\n"
      "   编码\n"
      "                  合计               304.72        194.26        110.46\n"
      "213               农林水支出         285.65        175.19        110.46\n"
      "\f功能分类科目\n"
      "                  科目名称             合计      财政拨款      事业收入      其他收入\n"
      "   编码\n"
      "221               住房保障支出        19.07         19.07\n"
      "22102             住房改革支出        19.07         19.07\n"
      "2210201           住房公积金          19.07         19.07\n");
  REQUIRE(!rows.empty());
  CHECK(rows.back() == "|2210201|住房公积金|19.07|19.07||");
  for (const std::string& row : rows) CHECK((row == rows.front() || row.find("科目名称") == std::string::npos));
}

TEST_CASE("a list goes on where a short text breaks its line behind a semicolon") {
  const auto blocks = blocks_of(
      "    安排重点资金 9.96 亿元，包括：就业补助 1.93 亿元；困难救助 0.24 亿元；\n"
      "教育保障 0.57 亿元；公共卫生服务 5.15 亿元；农村道路 2.07 亿元。\n");
  REQUIRE(blocks.size() == 1);
  CHECK(blocks[0].find("0.24 亿元；教育保障") != std::string::npos);
  // Paragraphs that end so are items.
  CHECK(blocks_of("    就业补助 1.93 亿元；\n    困难救助 0.24 亿元；\n    教育保障 0.57 亿元。\n").size() == 3);
}

TEST_CASE("columns of indicators with few numbers are counted as wide as Chinese is printed") {
  const Rows rows = last_table(
      "    （ 1）人员情况\n"
      "    我单位核定编制数 76 名，其中：行政编制 44 名，事业编制 32 名。\n\n"
      "                         2025年度部门整体支出绩效自评表\n"
      "     项目           全年预算数       全年执行数       执行率      分值      得分\n"
      "年度资金总额        13152680.00      11837412.00       90.0%        10         9\n"
      "其中：基本支出                        6358634.00\n"
      "项目支出                              5478778.00\n\n\n"
      "                                    — 1 —\n"
      "                                     绩效指标完成情况表\n"
      "一级指标         二级指标           三级指标        年度指标值       完成值       分值      得分\n"
      "产出指标      数量指标            开展检查次数      ≥400次            419次        10        10\n"
      "产出指标      数量指标            培训人数          ≥180人            234人        10        10\n"
      "产出指标      质量指标            验收合格率        ≥95%                97%        10        10\n"
      "产出指标      时效指标            按时完成率              100%          100%        10        10\n"
      "产出指标      成本指标            成本控制          不超预算        未超预算        10        10\n"
      "效益指标      社会效益指标        服务能力提升      有所提升        有所提升        10        10\n"
      "效益指标      可持续影响指标      长效机制建设      健全            基本健全        30        28\n"
      "总分                                                                               100        97\n");
  REQUIRE(rows.size() > 9);
  CHECK(rows[rows.size() - 6].ends_with("|验收合格率|≥95%|97%|10|10"));
  CHECK(rows[rows.size() - 2].ends_with("|健全|基本健全|30|28"));
}
