// Wordings of budgets, bulletins and work reports: each row a sentence of an invented report and how a careful reader notes its
// figures. Grouped by what the wording leaves unsaid.
#include "line_cases.h"

using gouji::test::LineCase;

namespace {

const std::string title = "关于云岭市2024年预算执行情况和2025年预算草案的报告\n";

void run(std::initializer_list<LineCase> cases) { gouji::test::check_lines(title, cases); }

}  // namespace

TEST_CASE("footnote marks and remarks in brackets are no part of a name") {
  run({
      {"全年地区生产总值[2]318.4亿元，铁路里程[3]41公里。", {"318.4亿元 地区生产总值 2024 executed", "41公里 铁路里程 2024 "}},
      {"全市税收收入完成12.6亿元，完成调整预算[4]的96.3%。",
       {"12.6亿元 税收收入 2024 executed scope=全市", "96.3% 税收收入 2024 executed completion of=调整预算 scope=全市"}},
      {"全市税收收入完成12.6亿元，为调整预算（下同）的92.5%。",
       {"12.6亿元 税收收入 2024 executed scope=全市", "92.5% 税收收入 2024 executed completion of=调整预算 scope=全市"}},
      {"——教育支出8.1亿元，占总支出的（下同）9%。", {"8.1亿元 教育支出 2024 executed", "9% 教育支出 2024 executed share of=总支出"}},
  });
}

TEST_CASE("words that only begin or end like particles stay whole") {
  run({
      {"年末经营主体31.2万家。", {"31.2万家 经营主体 2024 "}},
      {"各级债务余额合计21.4亿元。", {"21.4亿元 各级债务余额合计 2024 "}},
      {"调入一般公共预算3亿元。", {"3亿元 调入一般公共预算 2024 executed fund=general"}},
      {"对县区转移支付6亿元。", {"6亿元 对县区转移支付 2024 executed"}},
      {"含公交车299辆。", {"299辆 公交车 2024 "}},
      {"预算执行中新增专款2亿元。", {"2亿元 新增专款 2024 executed"}},
      {"支小支农项目未完成整改的资金8万元。", {"8万元 支小支农项目未完成整改的资金 2024 executed"}},
  });
}

TEST_CASE("what is planned and where a number climbs to") {
  run({
      {"全市非税收入拟安排6.2亿元。", {"6.2亿元 非税收入 2024 budget scope=全市"}},
      {"财政收入规模迈上150亿元台阶。", {"150亿元 财政收入规模 2024 executed"}},
      {"城乡居民医保补助标准提高到每人每年700元。", {"700元 城乡居民医保补助标准 2024 executed"}},
      {"建议全市一般公共预算支出安排50亿元。", {"50亿元 一般公共预算支出 2024 executed scope=全市 fund=general"}},
      {"今年拟安排财政赤字8亿元。", {"8亿元 财政赤字 2024 budget"}},
  });
}

TEST_CASE("what was executed after a budget is no budget") {
  run({
      {"契税年初预算为6.1亿元，实际完成5.7亿元，为年初预算的93.4%，增长3.3%。",
       {"6.1亿元 契税 2024 budget_initial", "5.7亿元 契税 2024 executed", "93.4% 契税 2024 executed completion of=年初预算",
        "3.3% 契税 2024  change_rate increase prior_year"}},
      {"罚没收入完成8.8亿元，完成预算数9.1亿元的97.1%。",
       {"8.8亿元 罚没收入 2024 executed", "9.1亿元 罚没收入 2024 budget", "97.1% 罚没收入 2024 executed completion of=预算数"}},
  });
}

TEST_CASE("numbers in a row share what the first one says") {
  run({
      {"第一、二、三产业增加值占生产总值的比重为19.6%、27.8%和52.6%。",
       {"19.6% 第一产业增加值 2024 executed share of=生产总值", "27.8% 第二产业增加值 2024 executed share of=生产总值",
        "52.6% 第三产业增加值 2024 executed share of=生产总值"}},
      {"城镇居民收入和农村居民收入实际增长5.4%和6.4%。",
       {"5.4% 城镇居民收入 2024  change_rate increase prior_year", "6.4% 农村居民收入 2024  change_rate increase prior_year"}},
      {"卫生健康支出47亿元，教育支出57亿元，分别增长12.9%和11.4%。",
       {"47亿元 卫生健康支出 2024 executed", "57亿元 教育支出 2024 executed", "12.9% 卫生健康支出 2024  change_rate increase prior_year",
        "11.4% 教育支出 2024  change_rate increase prior_year"}},
      {"国家级、省级龙头企业分别为10家和160家。", {"10家 国家级龙头企业 2024 ", "160家 省级龙头企业 2024 "}},
      {"信用贷、抵押贷分别新增放款3.8亿元、2.6亿元。", {"3.8亿元 信用贷新增放款 2024 executed", "2.6亿元 抵押贷新增放款 2024 executed"}},
      {"产业发展比例不低于60%、52%。", {"60% 产业发展比例 2024  >=", "52% 产业发展比例 2024  >="}},
  });
}

TEST_CASE("the level that a change is measured from is another year's or a target") {
  run({
      {"税收收入完成732亿元，较“十三五”期间的715亿元增收17亿元。",
       {"732亿元 税收收入 2024 executed", "715亿元 税收收入 2016/2020 executed", "17亿元 税收收入 2024  change increase prior_period"}},
      {"契税从2019年的4亿元提高到2024年的5亿元，年均增长4.6%。",
       {"4亿元 契税 2019 executed", "5亿元 契税 2024 executed", "4.6% 契税 2019/2024  change_rate increase prior_period"}},
      {"年均节约利息支出17亿元。", {"17亿元 年均节约利息支出 2024 executed"}},
  });
}

TEST_CASE("money without a name is named by what it is for") {
  run({
      {"统筹2亿元支持农田水利建设。", {"2亿元 农田水利建设 2024 executed"}},
      {"安排0.4亿元用于公路缺口补助、桥梁养护等，加快通车。", {"0.4亿元 公路缺口补助、桥梁养护 2024 executed"}},
      {"落实22亿元“两重”建设资金，夯实基础。", {"22亿元 “两重”建设资金 2024 executed"}},
      {"区级投入2.8亿元，市级投入1亿元。", {"2.8亿元 投入 2024 executed scope=区级", "1亿元 投入 2024 executed scope=市级"}},
      {"（一）综合施策惠民生\n投入3.1亿元。", {"3.1亿元 投入 2024 executed"}},
  });
}

TEST_CASE("spending beside the income of a fund is that fund's") {
  run({
      {"全市政府性基金收入年初预算为5亿元。支出调整预算为6亿元，实际完成4亿元。",
       {"5亿元 政府性基金收入 2024 budget_initial scope=全市 fund=government_fund", "6亿元 政府性基金支出 2024 budget_adjusted scope=全市",
        "4亿元 政府性基金支出 2024 executed scope=全市"}},
      {"（一）国有资本经营预算\n收入完成5亿元。", {"5亿元 国有资本经营预算/收入 2024 executed fund=state_capital"}},
      {"工伤保险基金收入5740万元，支出5728万元。", {"5740万元 工伤保险基金收入 2024 executed", "5728万元 工伤保险基金支出 2024 executed"}},
  });
}

TEST_CASE("counts: the noun behind the number, or the words that measure") {
  run({
      {"完成邮政业务总量26.7亿标准量。", {"26.7亿 邮政业务总量 2024 actual"}},
      {"货运汽车29968辆（含4.5吨以上普通货车15840辆）。", {"29968辆 货运汽车 2024 ", "4.5吨 普通货车 2024  >=", "15840辆 普通货车 2024 "}},
      {"年末共有各类学校168所，其中初中24所。", {"168所 学校 2024 ", "24所 学校/初中 2024 "}},
      {"共有9607人享受最低生活保障。", {"9607人 享受最低生活保障 2024 "}},
      {"新增发行债券157只，规模651亿元。", {"157只 新增发行债券 2024 ", "651亿元 新增发行债券/规模 2024 executed"}},
      {"5G用户757万户，在移动电话用户中占比67%。", {"757万户 5G用户 2024 ", "67% 5G用户 2024  share of=移动电话用户"}},
  });
}

TEST_CASE("numbers without a unit that state something") {
  run({
      {"参保人数达到2.2亿，参保率98%。", {"2.2亿 参保人数 2024 ", "98% 参保率 2024 "}},
      {"城乡居民收入比值为2.05，比上年缩小0.02。", {"2.05 城乡居民收入比值 2024 ", "0.02 城乡居民收入比值 2024  change_rate decrease prior_year"}},
      {"三次产业结构为7.3:46.0:46.7。", {"7.3 三次产业结构 2024 ", "46.0 三次产业结构 2024 ", "46.7 三次产业结构 2024 "}},
      {"优秀（得分率≥90%），良好（90%＞得分率≥80%）。", {"90% 得分率（优秀） 2024  >=", "90% 得分率（良好） 2024  <", "80% 得分率（良好） 2024  >="}},
      {"提前3个月安排资金。", {"3个月 提前安排资金 2024 "}},
  });
}

TEST_CASE("self-evaluations: people, scores, values and what was reached") {
  run({
      {"为3.2万名65岁以上老年人体检，体检率72.4%。", {"3.2万名 老年人体检 2024 ", "65岁 老年人体检 2024  >=", "72.4% 体检率 2024 "}},
      {"决策指标满分20分，得19分。", {"20分 决策指标满分 2024  full_score", "19分 决策指标满分 2024  score"}},
      {"服务对象满意度≥95%，实际完成值97.2%。", {"95% 服务对象满意度 2024  >=", "97.2% 服务对象满意度 2024 actual"}},
      {"固定资产原值2316万元，净值1112万元。", {"2316万元 固定资产原值 2024 ", "1112万元 固定资产净值 2024 "}},
      {"项目预算资金500万元，实际到位480万元。", {"500万元 项目预算资金 2024 budget", "480万元 项目预算资金 2024 executed"}},
      {"人均纯收入由2023年的1.4万元增加到1.5万元。", {"1.4万元 人均纯收入 2023 executed", "1.5万元 人均纯收入 2024 executed"}},
      {"累计减免税费1.35亿元。", {"1.35亿元 减免税费 2024 executed"}},
      {"药占比26.5%，较上年下降1.3个百分点。", {"26.5% 药占比 2024 executed share", "1.3个百分点 药占比 2024  change_rate decrease prior_year"}},
      {"规模以上企业186家，实现利润21.3亿元。", {"186家 规模以上企业 2024 ", "21.3亿元 规模以上企业/利润 2024 executed"}},
      {"政府债务余额38.6亿元，控制在限额42.1亿元以内。", {"38.6亿元 政府债务余额 2024 ", "42.1亿元 政府债务限额 2024  <="}},
  });
}

TEST_CASE("parts and changes of what was named before") {
  run({
      {"恩格尔系数为32.5%，其中城镇为30.6%，农村为38.3%。", {"32.5% 恩格尔系数 2024 ", "30.6% 恩格尔系数/城镇 2024 ", "38.3% 恩格尔系数/农村 2024 "}},
      {"动用调节基金40.03亿元，新增0.03亿元。", {"40.03亿元 动用调节基金 2024 executed", "0.03亿元 动用调节基金/新增 2024 executed"}},
      {"契税由2021年的7.7亿元增长到2024年的8.5亿元。", {"7.7亿元 契税 2021 executed", "8.5亿元 契税 2024 executed"}},
      {"中标金额23.7亿元。", {"23.7亿元 中标金额 2024 executed"}},
      {"新增12家重点实验室。", {"12家 重点实验室 2024 "}},
      {"一般公共预算安排58亿元。", {"58亿元 一般公共预算 2024 budget fund=general"}},
      {"设立4000万元贷款风险补偿资金，缓解融资难。", {"4000万元 贷款风险补偿资金 2024 executed"}},
  });
}
