// Printed forms: bands with columns of their own, labels merged over rows, sentences in cells. The forms are invented.
#include <catch2/catch.hpp>
#include <string>
#include <vector>

#include "corpus/broken_numbers.h"
#include "corpus/form_bands.h"
#include "corpus/heading_words.h"
#include "corpus/merged_labels.h"
#include "print_cases.h"

using namespace gouji;
using namespace gouji::corpus;
using namespace gouji::corpus::test;
namespace {

const std::string project_form =
    "2023年度项目支出绩效自评表\n"
    "项目名称     河道清淤整治项目\n"
    "主管部门     云岭县水利局                  实施单位     云岭县河道管理站\n"
    "                         年初预算数   全年预算数   全年执行数   分值   执行率   得分\n"
    "项目资金     年度资金总额      80.00        90.00        81.00      10     90%      9\n"
    "（万元）     其中：财政拨款    60.00        70.00        61.00\n"
    "             其他资金          20.00        20.00        20.00\n"
    "年度总体     预期目标                              实际完成情况\n"
    "目标         1、清淤河道12公里，完成       全年清淤河道12.5公里，\n"
    "             投资90万元。                  完成投资81万元。\n"
    "         一级指标     二级指标     三级指标         指标值     完成值     分值   得分\n"
    "                                   清淤河道         ≥12公里    12.5公里   20     20\n"
    "         产出指标     数量指标\n"
    "         （50分）                  修复护坡         3处        3处        10     10\n"
    "绩效                  质量指标     验收合格率       100%       100%       20     20\n"
    "指标     效益指标     社会效益     受益群众         2000人     2100人     30     28\n"
    "         （30分）\n"
    "         满意度\n"
    "         指标         群众满意     群众满意度       ≥90%       95%        10     10\n"
    "         （10分）\n"
    "总分                                                                      100    97\n"
    "填表人：王某某     联系电话：13800000000\n";

}  // namespace

TEST_CASE("a printed form is a stack of bands, each with its header") {
  const Document document = read_ok(project_form);
  REQUIRE(document.tables.size() == 1);
  CHECK(document.view(document.tables[0].title) == "2023年度项目支出绩效自评表");
  CHECK(rows_of(document, document.tables[0]) ==
        Rows{"|项目名称|{1x2}河道清淤整治项目||{1x4}", "|主管部门|{1x2}云岭县水利局|实施单位|{1x4}云岭县河道管理站",
             "|项目资金/（万元）||年初预算数|全年预算数|全年执行数|分值|执行率|得分", "||年度资金总额|80.00|90.00|81.00|10|90%|9",
             "||其中：财政拨款|60.00|70.00|61.00|||", "||其他资金|20.00|20.00|20.00|||", "|年度总体|{1x3}预期目标|{1x4}实际完成情况",
             "|目标|{1x3}1、清淤河道12公里，完成/投资90万元。|{1x4}全年清淤河道12.5公里，/完成投资81万元。",
             "||一级指标|二级指标|三级指标|指标值|完成值|分值|得分",
             "|{5x1}绩效/指标|{3x1}产出指标/（50分）|{2x1}数量指标|清淤河道|≥12公里|12.5公里|20|20", "|修复护坡|3处|3处|10|10",
             "|质量指标|验收合格率|100%|100%|20|20", "|效益指标/（30分）|社会效益|受益群众|2000人|2100人|30|28",
             "|满意度/指标/（10分）|群众满意|群众满意度|≥90%|95%|10|10", "||||总分|||100|97"});
}

TEST_CASE("headings, labels of what was filled in, and lines around a form") {
  for (const std::string_view word : {"年初预算数", "实际规模（㎡）", "三级指标", "自评得分", "备注", "2023年预算数"}) CHECK(is_heading_word(word));
  for (const std::string_view word : {"河道清淤", "云岭县水利局", "增加", "81.00", "总分"}) CHECK_FALSE(is_heading_word(word));
  for (const std::string_view word : {"项目名称", "主管部门", "项目负责人：", "实施单位"}) CHECK(is_form_label(word));
  CHECK_FALSE(is_form_label("年度资金总额"));
  CHECK(follows_form("填表人：王某某"));
  CHECK(precedes_form("（2023年度）"));
  CHECK_FALSE(precedes_form("（50分）"));
  CHECK(names_form("2023年度部门整体支出绩效自评表（部门）"));
  CHECK_FALSE(names_form("自评表"));
}

namespace {

// Labels of one column by the lines on which they are printed: "产出@3".
std::vector<std::string> merged(const std::vector<double>& rows, const std::vector<std::pair<std::string, unsigned>>& labels) {
  std::string decoded;
  std::vector<Segment> segments;
  for (const auto& [text, line] : labels) {
    const auto begin = static_cast<std::uint32_t>(decoded.size());
    decoded += text;
    Segment s;
    s.range = {begin, static_cast<std::uint32_t>(decoded.size())};
    s.to = static_cast<unsigned>(text.size() / 3);
    s.line = line;
    segments.push_back(s);
  }
  std::vector<RowPlace> places;
  for (const double y : rows) places.push_back({y, y});
  std::vector<std::string> out;
  const auto found = find_merged_labels(decoded, places, {segments});
  for (const MergedLabel& cell : found.front()) {
    std::string text;
    for (std::uint32_t i = cell.first; i < cell.last; ++i) text += labels[i].first;
    out.push_back(std::to_string(cell.first_row) + "-" + std::to_string(cell.last_row) + " " + text);
  }
  return out;
}

}  // namespace

TEST_CASE("a label merged over rows stands in the middle of them, or beside the first") {
  // Three rows, then two: the second label stands between its rows.
  CHECK(merged({2, 4, 6, 8, 10}, {{"产出指标", 4}, {"效益指标", 9}}) == Rows{"0-3 产出指标", "3-5 效益指标"});
  // On several lines: what the author broke, and a weight in brackets.
  CHECK(merged({2, 4, 6, 8, 10}, {{"产出", 3}, {"指标", 4}, {"（50分）", 5}, {"效益指标", 9}}) == Rows{"0-3 产出指标（50分）", "3-5 效益指标"});
  // At the top of their rows.
  CHECK(merged({2, 3, 4, 5, 6}, {{"数量指标", 2}, {"质量指标", 5}}) == Rows{"0-3 数量指标", "3-5 质量指标"});
  // A label a row.
  CHECK(merged({2, 3, 4}, {{"时效指标", 2}, {"成本指标", 3}, {"经济效益指标", 4}}) == Rows{"0-1 时效指标", "1-2 成本指标", "2-3 经济效益指标"});
  // None at all.
  CHECK(merged({2, 3}, {}) == Rows{"0-1 ", "1-2 "});
}

namespace {

// As `pdftotext -layout` prints them; the content is invented.
const std::vector<Print> printed_forms{
    {"a project's 自评表: goals beside sentences, reasons around their row, a rate broken over two lines",
     "\f                                    项目支出绩效自评表\n"
     "                                          （2023 年度）\n"
     "项目名称                                    国土绿化示范项目（第二期）\n"
     "\n"
     "主管部门                  云岭县林业局                             实施单位                  云岭县国有林场\n"
     "\n"
     "                                                         全年执行\n"
     "                              年初预算数          全年预算数                  分值 执行率            得分\n"
     "                                                           数\n"
     "\n"
     "项目资金       年度资金总额              1,500.00       1,600.00   1,536.00   10    96%          9.6\n"
     "（万元）                                                                      96.92\n"
     "          其中：当年财政拨款            1,200.00       1,300.00   1,260.00   —                  —\n"
     "                                                                           %\n"
     "\n"
     "           上年结转资金              300.00          300.00    276.00     —     92%          —\n"
     "\n"
     "   其他资金                                                     —              —\n"
     "\n"
     "                       预期目标                                               实际完成情况\n"
     "年度总体\n"
     " 目标    完成人工造林 1200 亩、森林抚育 3500 亩，森林覆盖率达到                 全年完成人工造林 1236 亩、森林抚育 3510 亩，森\n"
     "          62.5%以上，项目区群众满意度达到 92%以上。                       林覆盖率 62.8%，项目区群众满意度 94%。\n"
     "\n"
     "                                                         实际完成                     偏差原因分析及改进措\n"
     "       一级指标     二级指标           三级指标          年度指标值                  分值    得分\n"
     "                                                           值                           施\n"
     "\n"
     "                              人工造林面积          ≥1200 亩    1236 亩     10     10\n"
     "                数量指标\n"
     "                              森林抚育面积          ≥3500 亩    3510 亩     10     10\n"
     "\n"
     "                              造林成活率            ≥90%       91.5%     10     10\n"
     "                质量指标\n"
     "       产出指标                   验收合格率            100%       100%       5     5\n"
     "\n"
     "                                                                                  受连续降雨影响，两个\n"
     "绩效指标            时效指标          按期完成率            100%       95%       10     9      作业区延后到次年 1 月\n"
     "                                                                                      完工\n"
     "\n"
     "                成本指标          造林每亩成本          ≤1050 元    1038 元      5     5\n"
     "\n"
     "               经济效益指标         增加林农收入         ≥120 万元     118 万元     10     9        木材价格下跌\n"
     "\n"
     "       效益指标    社会效益指标          带动务工          ≥260 人次     275 人次     10     10\n"
     "\n"
     "               生态效益指标         森林覆盖率           ≥62.5%      62.8%     10     10\n"
     "\n"
     "       满意度指   服务对象满意度     项目区群众满意\n"
     "                                               ≥92%       94%       10     10\n"
     "         标       指标          度\n"
     "\n"
     "                         总分                                         100   97.6\n"
     "填表人：周某某   联系电话：0734-5550199\n",
     {"|{1x3}项目名称|{1x2}国土绿化示范项目（第二期）|{1x3}|",
      "|{1x3}主管部门|{1x2}云岭县林业局|{1x3}实施单位|云岭县国有林场",
      "|{1x2}||年初预算数|全年预算数|全年执行/数|分值|执行率|得分",
      "|{3x2}项目资金/（万元）|年度资金总额|1,500.00|1,600.00|1,536.00|10|96%|9.6",
      "|其中：当年财政拨款|1,200.00|1,300.00|1,260.00|—|96.92%|—",
      "|上年结转资金|300.00|300.00|276.00|—|92%|—",
      "|{1x2}其他资金||||—||—|",
      "|{1x3}|{1x2}预期目标|{1x4}实际完成情况",
      "|{1x3}年度总体/目标|{1x2}完成人工造林 1200 亩、森林抚育 3500 亩，森林覆盖率达到/62.5%以上，项目区群众满意度达到 "
      "92%以上。|{1x4}全年完成人工造林 1236 亩、森林抚育 3510 亩，森/林覆盖率 62.8%，项目区群众满意度 94%。",
      "||一级指标|二级指标|三级指标|年度指标值|实际完成/值|分值|得分|偏差原因分析及改进措/施",
      "|{9x1}绩效指标|{6x1}产出指标|{2x1}数量指标|人工造林面积|≥1200 亩|1236 亩|10|10|",
      "|森林抚育面积|≥3500 亩|3510 亩|10|10|",
      "|{2x1}质量指标|造林成活率|≥90%|91.5%|10|10|",
      "|验收合格率|100%|100%|5|5|",
      "|时效指标|按期完成率|100%|95%|10|9|受连续降雨影响，两个/作业区延后到次年 1 月/完工",
      "|成本指标|造林每亩成本|≤1050 元|1038 元|5|5|",
      "|{3x1}效益指标|经济效益指标|增加林农收入|≥120 万元|118 万元|10|9|木材价格下跌",
      "|社会效益指标|带动务工|≥260 人次|275 人次|10|10|",
      "|生态效益指标|森林覆盖率|≥62.5%|62.8%|10|10|",
      "||{2x1}满意度指/标|{2x1}服务对象满意度/指标|项目区群众满意/度|≥92%|94%|10|10|",
      "||总分|||100|97.6|"}},
    {"绩效目标表: the comparator and the unit beside the value, goals in a cell over all rows",
     "\f                                              项目支出绩效目标表\n"
     "                                                                                                    单位：万元\n"
     "                                                                             绩效指标\n"
     "  项目名称     预算数                   年度绩效目标\n"
     "                                                           一级指标    二级指标       三级指标     指标性质 指标值 计量单位\n"
     "\n"
     "                                                                              造林面积      ≥   1200     亩\n"
     "\n"
     "                                                                   数量指标       抚育面积      ≥   3500     亩\n"
     "\n"
     "                                                           产出指标              防火巡查次数     ＝    48      次\n"
     "\n"
     "                  完成人工造林 1200 亩、森林抚育 3500 亩，提升森林质量，巩固绿化成           质量指标       造林成活率     ≥    90      %\n"
     "国土绿化示范项目 150.00\n"
     "                                    果。                             时效指标      资金拨付及时率    ＝   100      %\n"
     "\n"
     "                                                                  社会效益指标     带动务工人数     ≥   260     人次\n"
     "                                                           效益指标\n"
     "                                                                  生态效益指标      森林覆盖率     ≥    62.5    %\n"
     "\n"
     "                                                           满意度指标 服务对象满意度指标    林农满意度     ≥    92      %\n",
     {"|{2x1}项目名称|{2x1}预算数|{2x1}年度绩效目标|{1x6}绩效指标", "|一级指标|二级指标|三级指标|指标性质|指标值|计量单位",
      "||||||造林面积|≥|1200|亩", "|||||数量指标|抚育面积|≥|3500|亩", "||||产出指标||防火巡查次数|＝|48|次",
      "|||完成人工造林 1200 亩、森林抚育 3500 亩，提升森林质量，巩固绿化成||质量指标|造林成活率|≥|90|%", "|国土绿化示范项目|150.00|||||||",
      "|||果。||时效指标|资金拨付及时率|＝|100|%", "||||效益指标|社会效益指标|带动务工人数|≥|260|人次", "|||||生态效益指标|森林覆盖率|≥|62.5|%",
      "||||满意度指标|服务对象满意度指标|林农满意度|≥|92|%"}},
};

}  // namespace

TEST_CASE("a project's forms as a PDF prints them") { check_prints("云岭县林业局部门预算公开", printed_forms); }

TEST_CASE("what a line end cuts off a number") {
  for (const auto& [number, rest] : std::vector<std::pair<std::string, std::string>>{
           {"10,225.8", "4"}, {"-3.", "25"}, {"1,234", ".56"}, {"12,34", "5.67"}, {"96.92", "%"}, {"96.9", "2%"}})
    CHECK(is_rest_of_number(number, rest));
  for (const auto& [number, rest] : std::vector<std::pair<std::string, std::string>>{
           {"10,225.84", "4"}, {"1,234", "56"}, {"20", "21"}, {"合计", "4"}, {"1,234", "5.67"}, {"12.5", "34"}, {"", "1"}, {"3", ""}})
    CHECK_FALSE(is_rest_of_number(number, rest));
}
