// Headers and rows as the forms of different provinces have them: formulas under the headings, years over several columns, tables laid on
// their side, what a column is compared with.
#include <catch2/catch.hpp>

#include "table_text.h"

using gouji::no_id;
using gouji::test::Extracted;
using gouji::test::figures;
using gouji::test::report;

namespace {

struct Case {
  std::string title, rows;
  std::vector<std::string> expected;
};

void check(const std::vector<Case>& cases) {
  for (const Case& c : cases) {
    CAPTURE(c.title, c.rows);
    CHECK(figures(Extracted(report(c.title, c.rows))) == c.expected);
  }
}

}  // namespace

TEST_CASE("formulas below the headings or beside the rows are no labels") {
  check(
      {{"松溪县2023年地方政府债务限额及余额情况表\n单位：亿元",
        "地区|2023年债务限额|2023年债务余额\n|合计|一般债务|专项债务|合计|一般债务|专项债务\n公式|A=B+C|B|C|D=E+F|E|F\n松溪县|9.5|5.5|4|8|4.5|3.5\n",
        {"9.5 松溪县/债务限额 2023 final 950000000 CNY", "5.5 松溪县/债务限额/一般债务 2023 final 550000000 CNY",
         "4 松溪县/债务限额/专项债务 2023 final 400000000 CNY", "8 松溪县/债务余额 2023 final 800000000 CNY",
         "4.5 松溪县/债务余额/一般债务 2023 final 450000000 CNY", "3.5 松溪县/债务余额/专项债务 2023 final 350000000 CNY"}},
       {"政府债务限额调整情况表\n单位：亿元",
        "项目|公式|本地区|本级\n一、2022年地方政府债务限额|A=B+C|12.6|5.1\n其中：一般债务限额|B|8.4|3.1\n",
        {"12.6 地方政府债务限额/本地区 2022 final 1260000000 CNY", "5.1 地方政府债务限额/本级 2022 final 510000000 CNY",
         "8.4 地方政府债务限额/一般债务限额/本地区 2023 final 840000000 CNY", "3.1 地方政府债务限额/一般债务限额/本级 2023 final 310000000 CNY"}}});
}

TEST_CASE("a year over several columns is their period, an amount that looks like a year is an amount") {
  check({{"财政收支情况表\n单位：万元",
          "项目|2022年决算数|2023年\n||年初预算数|变动预算数|执行数|为变动预算%\n教育支出|14626|17723|16624|16125|97.0\n",
          {"14626 教育支出 2022 final 146260000 CNY", "17723 教育支出 2023 budget_initial 177230000 CNY",
           "16624 教育支出 2023 budget_adjusted 166240000 CNY", "16125 教育支出 2023 executed 161250000 CNY",
           "97.0 教育支出/为变动预算 2023 executed completion 0.97 1"}},
         {"政府性基金收支决算表\n单位：万元",
          "收入项目|预算数|决算数|支出项目|预算数|决算数\n一、土地出让收入|3000|2880|一、城乡社区支出|2650|2531\n"
          "|||二、债务付息支出|2010|1990\n本年收入合计|3000|2880|本年支出合计|4660|4521\n",
          {"3000 土地出让收入 2023 budget fund=government_fund 30000000 CNY", "2880 土地出让收入 2023 final fund=government_fund 28800000 CNY",
           "2650 城乡社区支出 2023 budget fund=government_fund 26500000 CNY", "2531 城乡社区支出 2023 final fund=government_fund 25310000 CNY",
           "2010 债务付息支出 2023 budget fund=government_fund 20100000 CNY", "1990 债务付息支出 2023 final fund=government_fund 19900000 CNY",
           "3000 本年收入合计 2023 budget fund=government_fund 30000000 CNY", "2880 本年收入合计 2023 final fund=government_fund 28800000 CNY",
           "4660 本年支出合计 2023 budget fund=government_fund 46600000 CNY", "4521 本年支出合计 2023 final fund=government_fund 45210000 CNY"}}});
}

TEST_CASE("what a column is compared with is not its period, and ± says a change") {
  check(
      {{"一般公共预算支出表\n单位：万元",
        "科目|2023年执行数|2024年预算数|2024年预算数比2023年执行数\n||合计|基本支出|增减额|增减%\n农林水支出|910|800|700|-110|-12.09\n",
        {"910 农林水支出 2023 executed fund=general 9100000 CNY", "800 农林水支出 2024 budget fund=general 8000000 CNY",
         "700 农林水支出/基本支出 2024 budget fund=general 7000000 CNY", "-110 农林水支出 2024  change decrease prior_year fund=general 1100000 CNY",
         "-12.09 农林水支出 2024  change_rate decrease prior_year fund=general 0.1209 1"}},
       {"税收收入执行情况表\n单位：万元",
        "项目|预算数|执行数|执行数为预算数的%|比上年决算数±%\n契税|80|82|102.5|-4.7\n",
        {"80 契税 2023 budget 800000 CNY", "82 契税 2023 executed 820000 CNY", "102.5 契税/执行数为预算数的 2023 executed completion 1.025 1",
         "-4.7 契税 2023  change_rate decrease prior_year 0.047 1"}}});
}

TEST_CASE("rows called by a basis give it to their figures, a year before a row's name is their period") {
  check({{"“三公”经费、会议费、培训费支出决算表\n单位：万元",
          "项目|“三公”经费|会议费\n预算数|31.5|2\n决算数|27.8|1.2\n增减额|-3.7|-0.8\n增减率（%）|-11.7|-40\n",
          {"31.5 “三公”经费 2023 budget 315000 CNY", "2 会议费 2023 budget 20000 CNY", "27.8 “三公”经费 2023 final 278000 CNY",
           "1.2 会议费 2023 final 12000 CNY", "-3.7 “三公”经费 2023  change decrease prior_year 37000 CNY",
           "-0.8 会议费 2023  change decrease prior_year 8000 CNY", "-11.7 “三公”经费 2023  change_rate decrease prior_year 0.117 1",
           "-40 会议费 2023  change_rate decrease prior_year 0.4 1"}},
         {"一般债务余额情况表\n单位：亿元",
          "项目|预算数|执行数\n一、2022年末一般债务余额实际数|7.2|7.1\n二、2023年一般债务发行额|1.8|1.9\n",
          {"7.2 一般债务余额实际数 2022-12-31 budget 720000000 CNY", "7.1 一般债务余额实际数 2022-12-31 executed 710000000 CNY",
           "1.8 一般债务发行额 2023 budget 180000000 CNY", "1.9 一般债务发行额 2023 executed 190000000 CNY"}}});
}

TEST_CASE("letters behind a heading, the number of an indicator, sentences under 预期目标 and 实际完成情况") {
  check({{"项目支出绩效自评表\n单位：万元",
          "项目资金|全年（调整）预算数|全年执行数（B）|执行率（B/A）\n年度资金总额|880|836|95%\n",
          {"880 年度资金总额 2023 budget_adjusted 8800000 CNY", "836 年度资金总额 2023 executed 8360000 CNY",
           "95% 年度资金总额/执行率 2023 executed completion 0.95 1"}},
         {"项目支出绩效自评表",
          "三级指标|年度指标值|实际完成值|分值|得分\n指标1：清淤长度|≥12公里|12.3公里|15|14\n",
          {"12公里 清淤长度 2023 target >= 12 公里", "12.3公里 清淤长度 2023 actual 12.3 公里", "15 清淤长度 2023  full_score 15 分",
           "14 清淤长度 2023  score 14 分"}},
         {"项目支出绩效自评表",
          "年度目标|预期目标|实际完成情况\n|完成造林1200亩，投入资金不超过150万元，确保项目按期完工。|"
          "全年完成造林1236亩，支出149万元，项目已按期完工。\n"
          "绩效指标|指标值|完成值\n造林面积|1200亩|1236亩\n",
          {"1200亩 造林 2023 target 1200 亩", "150万元 投入资金 2023 target <= 1500000 CNY", "1236亩 造林 2023 actual 1236 亩",
           "149万元 造林支出 2023 final 1490000 CNY", "1200亩 造林面积 2023 target 1200 亩", "1236亩 造林面积 2023 actual 1236 亩"}}});
}

TEST_CASE("a table of one column is headed by what it states") {
  check({{"表1 居民消费价格",
          "|比上年上涨（%）\n居民消费价格总指数|1.5\n1.食品烟酒|2.6\n其中：粮食|-1.2\n",
          {"1.5 居民消费价格总指数 2023  change_rate increase prior_year 0.015 1",
           "2.6 居民消费价格总指数/食品烟酒 2023  change_rate increase prior_year 0.026 1",
           "-1.2 居民消费价格总指数/食品烟酒/粮食 2023  change_rate decrease prior_year 0.012 1"}}});
}

TEST_CASE("rows below 转移性支出 at one left edge are what it is made of") {
  const Extracted e(
      report("一般公共预算收支平衡表\n单位：万元", "项目|执行数\n本级支出|700\n转移性支出|120\n上解上级支出|50\n债务还本支出|70\n支出总计|820\n"));
  REQUIRE(e.extraction.panels.size() == 1);
  const std::vector<gouji::PanelRow>& rows = e.extraction.panels[0].rows;
  REQUIRE(rows.size() == 5);
  CHECK(rows[1].parent == 4);
  CHECK(rows[2].parent == no_id);
  CHECK(rows[3].parent == no_id);
}
