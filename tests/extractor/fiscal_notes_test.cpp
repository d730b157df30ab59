// Wordings of final accounts, monthly fiscal notes and audit reports: each row a sentence of an invented report and how a careful
// reader notes its figures. Grouped by what a reader could take for something else.
#include "line_cases.h"

using gouji::test::check_lines;
using gouji::test::Extracted;
using gouji::test::Lines;

namespace {

const std::string accounts = "云岭市2024年度部门决算\n";
const std::string execution = "关于云岭市2024年预算执行情况的报告\n";

}  // namespace

TEST_CASE("what is settled keeps the side that it is on") {
  check_lines(accounts, {
                            {"教育支出决算数为15.2万元。", {"15.2万元 教育支出 2024 final"}},
                            {"政府性基金收入决算数18万元。", {"18万元 政府性基金收入 2024 final fund=government_fund"}},
                            {"一般公共预算支出决算22万元。", {"22万元 一般公共预算支出 2024 final fund=general"}},
                            {"基本支出决算为12万元。", {"12万元 基本支出 2024 final"}},
                            {"公务接待费支出决算为3万元。", {"3万元 公务接待费支出 2024 final"}},
                            {"一般公共预算财政拨款支出决算数为5万元。", {"5万元 一般公共预算财政拨款支出 2024 final fund=general"}},
                            {"本级一般公共预算收入决算数9748万元，加上级补助收入8905万元，下级上解收入409万元。",
                             {"9748万元 一般公共预算收入 2024 final scope=本级 fund=general", "8905万元 上级补助收入 2024 final scope=本级",
                              "409万元 下级上解收入 2024 final scope=本级"}},
                        });
}

TEST_CASE("a rate of a number that is printed with it leaves the sentence with what it was about") {
  check_lines(
      execution,
      {
          {"市级税收收入68亿元，占全市收入273亿元的24.9%，完成预算100.2%，比上年增长8%。",
           {"68亿元 税收收入 2024 executed scope=市级", "273亿元 全市收入 2024 executed scope=全市",
            "24.9% 税收收入 2024 executed share of=全市收入 scope=市级", "100.2% 税收收入 2024 executed completion of=预算 scope=市级",
            "8% 税收收入 2024  change_rate increase prior_year scope=市级"}},
          {"全区税收收入完成61646万元，占年初预算数109466万元的56.3%，同比增长10.7%，增收5959万元。其中税务部门完成28684万元，占任务数的56.4%。",
           {"61646万元 税收收入 2024 executed scope=全区", "109466万元 税收收入 2024 budget_initial scope=全区",
            "56.3% 税收收入 2024 executed completion of=年初预算数 scope=全区", "10.7% 税收收入 2024  change_rate increase prior_year scope=全区",
            "5959万元 税收收入 2024  change increase prior_year scope=全区", "28684万元 税收收入/税务部门 2024 executed scope=全区",
            "56.4% 税收收入/税务部门 2024 executed completion of=任务数 scope=全区"}},
      });
}

TEST_CASE("what a figure is compared with, or a bracket is dated by, does not date what follows") {
  check_lines(execution, {
                             {"2024年会议费预算43万元，与2023年预算基本持平，其中：场地费39万元，资料费4万元。",
                              {"43万元 会议费 2024 budget", "39万元 会议费/场地费 2024 budget", "4万元 会议费/资料费 2024 budget"}},
                             {"2024年实施项目15个（含2022年转列的项目5个），实际到位资金334.67万元。",
                              {"15个 实施项目 2024 ", "5个 转列的项目 2022 ", "334.67万元 实际到位资金 2024 executed"}},
                         });
}

TEST_CASE("differences that are said without a verb of change") {
  check_lines(
      accounts,
      {
          {"项目支出241.7万元，决算数大于预算数55.9万元。", {"241.7万元 项目支出 2024 final", "55.9万元 项目支出 2024  change increase budget"}},
          {"项目支出241.7万元，决算数小于年初预算数5.9万元。",
           {"241.7万元 项目支出 2024 final", "5.9万元 项目支出 2024  change decrease budget_initial"}},
          {"公务接待费决算33万元，与上年下降7.6%。", {"33万元 公务接待费 2024 final", "7.6% 公务接待费 2024  change_rate decrease prior_year"}},
          {"财政收入质量高于全省平均水平3.7个百分点。", {"3.7个百分点 财政收入质量 2024  change_rate increase "}},
      });
}

TEST_CASE("a part that carries the name of its whole stays with it behind a semicolon") {
  CHECK(Extracted(
            accounts +
            "“三公”经费2771万元。分项情况是：因公出国（境）费120万元；公务接待费1033万元；公务用车购置及运行费1618万元，其中：公务用车购置费414万元；"
            "公务用车运行费1204万元。")
            .relations() == Lines{"breakdown 2771 = 120 + 1033 + 1618", "breakdown 1618 = 414 + 1204"});
}

TEST_CASE("a figure of another fund is no part") {
  CHECK(Extracted(execution +
                  "一般公共预算收入316580万元，其中：税收收入238998万元；非税收入77582万元；政府性基金预算收入1616万元；国有资本经营收入1868万元。")
            .relations() == Lines{"breakdown 316580 = 238998 + 77582"});
}

TEST_CASE("what was measured against the budget is no budget") {
  check_lines("关于云岭市2024年预算的报告\n",
              {
                  {"一般公共预算收入184.4亿元，为预算的99.8%。",
                   {"184.4亿元 一般公共预算收入 2024 executed fund=general", "99.8% 一般公共预算收入 2024 executed completion of=预算 fund=general"}},
              });
}

TEST_CASE("averages and long standing") {
  check_lines(execution, {
                             {"城镇新增就业年均1270多万人。", {"1270多万人 城镇新增就业 2024  >="}},
                             {"城镇调查失业率平均为5.1%。", {"5.1% 城镇调查失业率 2024 "}},
                             {"粮食产量连年稳定在1.3万吨以上。", {"1.3万吨 粮食产量 2024  >="}},
                             {"全社会研发投入年均增长11%。", {"11% 全社会研发投入   change_rate increase prior_period"}},
                             {"按可比口径，税收收入6亿元，按可比口径比上年增长8%。",
                              {"6亿元 税收收入 2024 executed", "8% 税收收入 2024  change_rate increase prior_year"}},
                         });
}

TEST_CASE("numbers of many without a unit") {
  check_lines(execution, {
                             {"960多万贫困人口实现易地搬迁。", {"960多万 贫困人口 2024  >="}},
                             {"贫困人口减少6800多万，居民收入稳步提高。", {"6800多万 贫困人口 2024  change decrease prior_year >="}},
                             {"民生类支出1.21万亿，占一般公共预算支出比重69.7%。",
                              {"1.21万亿 民生类支出 2024 executed", "69.7% 民生类支出 2024 executed share of=一般公共预算支出"}},
                         });
}

TEST_CASE("town and country answer in order") {
  check_lines(execution, {
                             {"城乡居民人均可支配收入分别达到34178元、14686元，同比增长7.8%和13.4%。",
                              {"34178元 城镇居民人均可支配收入 2024 executed", "14686元 农村居民人均可支配收入 2024 executed",
                               "7.8% 城镇居民人均可支配收入 2024  change_rate increase prior_year",
                               "13.4% 农村居民人均可支配收入 2024  change_rate increase prior_year"}},
                             {"一般公共预算收入和支出分别增长4.5%、9.9%。",
                              {"4.5% 一般公共预算收入 2024  change_rate increase prior_year fund=general",
                               "9.9% 一般公共预算支出 2024  change_rate increase prior_year fund=general"}},
                         });
}

TEST_CASE("shares of the same whole, and money by its purpose") {
  check_lines(
      execution,
      {
          {"第一产业增加值占生产总值比重为7.1%，第二产业增加值比重为38.3%。",
           {"7.1% 第一产业增加值 2024 executed share of=生产总值", "38.3% 第二产业增加值 2024 executed share of=生产总值"}},
          {"申请预算资金90万元。其中：30万元用于项目预算编制；60万元用于项目审计。",
           {"90万元 申请预算资金 2024 executed", "30万元 申请预算资金/项目预算编制 2024 executed", "60万元 申请预算资金/项目审计 2024 executed"}},
      });
}

TEST_CASE("both ends of a range have one name") {
  const Extracted e(execution + "面向3—6岁儿童。");
  REQUIRE(e.extraction.figures.size() == 2);
  CHECK(e.extraction.figures[0].indicator == e.extraction.figures[1].indicator);
}

TEST_CASE("what did not change is named without a figure, and what changes behind it is of that") {
  check_lines(accounts, {
                            {"“三公”经费支出决算5.5万元，比去年增加1."
                             "6万元。其中，因公出国（境）费支出决算比预算无增减变化，公务接待费支出决算比预算无增减变化，比去年增加0.5万元，"
                             "增长50%。",
                             {"5.5万元 “三公”经费支出 2024 final", "1.6万元 “三公”经费支出 2024  change increase prior_year",
                              "0.5万元 “三公”经费支出/公务接待费支出 2024  change increase prior_year",
                              "50% 公务接待费支出 2024  change_rate increase prior_year"}},
                        });
}

TEST_CASE("a mark that was passed is no other figure's level") {
  check_lines(execution, {
                             {"政府采购规模21070亿元，首次突破2万亿元，比上年增长21.8%；占财政支出和生产总值的比重分别达到12%和3.1%。",
                              {"21070亿元 政府采购规模 2024 executed",
                               "2万亿元 政府采购规模 2024 executed >=", "21.8% 政府采购规模 2024  change_rate increase prior_year",
                               "12% 政府采购规模 2024 executed share of=财政支出", "3.1% 政府采购规模 2024 executed share of=生产总值"}},
                             {"公开招标金额16413亿元，占政府采购规模的77.9%，但所占比重比上年下降6.6个百分点。",
                              {"16413亿元 公开招标 2024 executed", "77.9% 公开招标 2024 executed share of=政府采购规模",
                               "6.6个百分点 公开招标 2024  change_rate decrease prior_year"}},
                             {"中央预算单位采购额8亿元。", {"8亿元 中央预算单位采购额 2024 executed"}},
                         });
}

TEST_CASE("the subject of a notice is no part of who gives it") {
  CHECK(Extracted("云岭职业学院政府采购决算公开情况说明\n2024年度政府采购支出总额28.9万元，其中：政府采购货物支出4.9万元。").lines() ==
        Lines{"28.9万元 政府采购支出总额 2024 final", "4.9万元 政府采购支出总额/政府采购货物支出 2024 final"});
}

TEST_CASE("the number of a goal is no ratio") {
  CHECK(Extracted(execution + "目标1：1290.3平方米冷库，目标2：310台设备。").lines() == Lines{"1290.3平方米 冷库 2024 ", "310台 设备 2024 "});
}

TEST_CASE("forms of words that final accounts fill in") {
  check_lines(accounts,
              {
                  {"2024年收、支总计2345.67万元，收、支总计各增加123.45万元，增长5.56%。",
                   {"2345.67万元 收、支总计 2024 final", "123.45万元 收、支总计 2024  change increase prior_year",
                    "5.56% 收、支总计 2024  change_rate increase prior_year"}},
                  {"2.社会保障和就业（类）行政事业单位养老支出（款）机关事业单位基本养老保险缴费支出（项）：支出决算为40.5万元，完成预算98.5%。",
                   {"40.5万元 社会保障和就业（类）行政事业单位养老支出（款）机关事业单位基本养老保险缴费支出（项） 2024 final",
                    "98.5% 社会保障和就业（类）行政事业单位养老支出（款）机关事业单位基本养老保险缴费支出（项） 2024 final completion of=预算"}},
                  {"因公出国（境）支出决算比2023年增加/减少0万元，增长/下降0%。",
                   {"0万元 因公出国（境）支出 2024  change decrease prior_year", "0% 因公出国（境）支出 2024  change_rate decrease prior_year"}},
                  {"国内公务接待45批次，380人次（不包括陪同人员），共计支出3.21万元。",
                   {"45批次 国内公务接待 2024 ", "380人次 国内公务接待 2024 ", "3.21万元 国内公务接待支出 2024 final"}},
                  {"共有车辆4辆，其中：主要领导干部用车1辆、机要通信用车3辆。",
                   {"4辆 车辆 2024 ", "1辆 车辆/主要领导干部用车 2024 ", "3辆 车辆/机要通信用车 2024 "}},
                  {"对12个项目编制了绩效目标，涉及资金810万元。", {"12个 项目 2024 ", "810万元 资金 2024 final"}},
              });
}

TEST_CASE("a list that comes back to several figures has none of them for its whole") {
  CHECK(Extracted(
            accounts +
            "“三公”经费支出决算中，因公出国（境）费0万元；公务用车费12.30万元；公务接待费3.21万元。具体情况如下：\n1.因公出国（境）费支出0万元。\n"
            "2.公务用车费支出12.30万元。\n3.公务接待费支出3.21万元。")
            .relations()
            .empty());
}

TEST_CASE("income and spending of one sentence keep their own changes") {
  check_lines(accounts, {
                            {"总收入342.5万元，总支出342.5万元。与2023年度相比，收入减少105.3万元，支出减少95.3万元。",
                             {"342.5万元 总收入 2024 final", "342.5万元 总支出 2024 final", "105.3万元 总收入 2024  change decrease prior_year",
                              "95.3万元 总支出 2024  change decrease prior_year"}},
                        });
}

TEST_CASE("a total budget keeps its word, and spending is no part of income") {
  const std::string budget = "云岭区教育局2024年部门预算公开\n";
  check_lines(budget, {{"云岭区教育局2024年收支总预算4567.9万元，比2023年收支总预算增加234.5万元。",
                        {"4567.9万元 收支总预算 2024 budget", "234.5万元 收支总预算 2024  change increase prior_year_budget"}}});
  CHECK(Extracted(budget + "收入包括：本年拨款收入4447万元、上年结转120万元；支出包括：教育支出3800万元、卫生健康支出767万元。").relations().empty());
}

TEST_CASE("posts are not made up of people, and a target stands beside what was done") {
  const std::string evaluation = "云岭市交通局2024年度部门整体支出绩效自评报告\n";
  CHECK(Extracted(evaluation + "核定编制56名，其中行政编制18名，事业编制38名；实有在职人员53人，退休人员41人。").relations() ==
        Lines{"breakdown 56 = 18 + 38"});
  check_lines(evaluation, {
                              {"完成养护里程312公里，目标值300公里。", {"312公里 养护里程 2024 actual", "300公里 养护里程 2024 target"}},
                              {"工程验收合格率100%，达到预期目标。", {"100% 工程验收合格率 2024 "}},
                              {"年初预算批复1286.4万元。", {"1286.4万元 预算批复 2024 budget_initial"}},
                          });
}

TEST_CASE("what is said of each part in brackets is of that part") {
  check_lines(accounts, {{"公务用车购置及运行费500万元（购置费100万元，比上年增加5万元；运行维护费400万元，比上年增加15万元。）比上年增加20万元。",
                          {"500万元 公务用车购置及运行费 2024 final", "100万元 购置费 2024 final", "5万元 购置费 2024  change increase prior_year",
                           "400万元 运行维护费 2024 final", "15万元 运行维护费 2024  change increase prior_year",
                           "20万元 公务用车购置及运行费 2024  change increase prior_year"}}});
}

TEST_CASE("a change between the parts of a list closes it as little as a part with parts of its own") {
  CHECK(
      Extracted(accounts +
                "“三公”经费支出23.7万元，比年初预算增加3.1万元。其中：因公出国（境）费0万元，和年初预算持平；公务用车购置及运行维护费17.7万元（其中："
                "公务用车购置费7.4万元，公务用车运行维护费10.3万元），比年初预算增加3.7万元；公务接待费6万元，比年初预算减少0.6万元。")
          .relations() == Lines{"breakdown 23.7 = 0 + 17.7 + 6", "breakdown 17.7 = 7.4 + 10.3"});
}

TEST_CASE("paragraphs without numbers behind 其中： are the parts of what stands before it") {
  const Extracted report(
      "云岭市2024年度部门预算\n2024年基本支出113.33万元，其中：\n人员经费103.29万元，占基本支出预算91.14%。主要包括：津贴补贴。\n"
      "公用经费10.04万元，占基本支出预算8.86%。\n以上支出用于保障机构运转。\n差旅费2万元。\n");
  CHECK(report.lines() == Lines{"113.33万元 基本支出 2024 budget", "103.29万元 基本支出/人员经费 2024 budget",
                                "91.14% 基本支出/人员经费 2024 budget share of=基本支出预算", "10.04万元 基本支出/公用经费 2024 budget",
                                "8.86% 基本支出/公用经费 2024 budget share of=基本支出预算", "2万元 差旅费 2024 budget"});
  CHECK(report.relations() == Lines{"breakdown 113.33 = 103.29 + 10.04"});
}

TEST_CASE("verbs and turns that are no part of a name") {
  check_lines(execution, {
                             {"全市累计完成税收收入68亿元。", {"68亿元 税收收入 2024 executed scope=全市"}},
                             {"上划省级收入8.09亿元，减少766万元，负增长0.94%。",
                              {"8.09亿元 上划省级收入 2024 executed", "766万元 上划省级收入 2024  change decrease prior_year",
                               "0.94% 上划省级收入 2024  change_rate decrease prior_year"}},
                             {"工业投资增长9.8%，两年平均增长6.8%，比3月份加快0.6个百分点。",
                              {"9.8% 工业投资 2024  change_rate increase prior_year", "6.8% 工业投资   change_rate increase prior_period",
                               "0.6个百分点 工业投资 2024  change_rate increase prior_year"}},
                             {"一般公共预算安排“三公”经费支出82万元。", {"82万元 “三公”经费支出 2024 executed fund=general"}},
                             {"其部门预算与执行结果的差异总额为3万元，查出问题占审计预算资金额的0.42%。",
                              {"3万元 部门预算与执行结果的差异 2024 executed", "0.42% 查出问题 2024 executed share of=审计预算资金"}},
                             {"2024年末机构数共计196个，与上年年末机构数189个相比增加7个。",
                              {"196个 机构数 2024-12-31 ", "189个 机构数 2023 ", "7个 机构数 2024-12-31  change increase prior_year"}},
                             {"我国粮食产量3亿斤，城镇调查失业率全年控制在5.5%以内。", {"3亿斤 粮食产量 2024 ", "5.5% 城镇调查失业率 2024  <="}},
                             {"一般公共预算收入完成年初预算的93.3%。", {"93.3% 一般公共预算收入 2024 executed completion of=年初预算 fund=general"}},
                         });
}

TEST_CASE("names that are no scope and no row of names") {
  check_lines(execution,
              {
                  {"区县上解收入33.15亿元，债务收入86.47亿元。", {"33.15亿元 区县上解收入 2024 executed", "86.47亿元 债务收入 2024 executed"}},
                  {"按照我国国民经济核算制度，生产总值修订为3876.2亿元。", {"3876.2亿元 生产总值 2024 executed"}},
                  {"广播、电视、电影和录音制作业收入分别增长8.1%、5.6%、3.6%。",
                   {"8.1% 广播、电视、电影和录音制作业收入 2024  change_rate increase prior_year",
                    "5.6% 广播、电视、电影和录音制作业收入 2024  change_rate increase prior_year",
                    "3.6% 广播、电视、电影和录音制作业收入 2024  change_rate increase prior_year"}},
              });
}

TEST_CASE("names with 及 in them answer their numbers by 、 alone") {
  check_lines(execution, {{"航天器及设备制造业、计算机及办公设备制造业、通信设备制造业分别增长43.5%、24.3%、12.5%。",
                           {"43.5% 航天器及设备制造业 2024  change_rate increase prior_year",
                            "24.3% 计算机及办公设备制造业 2024  change_rate increase prior_year",
                            "12.5% 通信设备制造业 2024  change_rate increase prior_year"}}});
}

TEST_CASE("one group behind a space belongs to the number where a name stands before it and decimals behind") {
  check_lines(execution, {{"部门预算支出为986 752.25万元，问题金额18 234.28万元。",
                           {"986 752.25万元 部门预算支出 2024 budget", "18 234.28万元 问题金额 2024 budget"}},
                          {"见附表2 100.25万元的明细。", {"100.25万元 见附表2 2024 executed"}}});
}

TEST_CASE("a whole that is parted twice, with and without a mark between") {
  const std::string head = accounts + "支出46.03万元。其中：";
  for (const std::string mark : {"", "；", "，"})
    CHECK(
        Extracted(head + "按功能分类科目，教育支出4.03万元，住房保障支出42万元" + mark + "按经济分类科目，工资福利支出30.03万元，资本性支出16万元。")
            .relations() == Lines{"breakdown 46.03 = 4.03 + 42", "breakdown 46.03 = 30.03 + 16"});
}

TEST_CASE("what 其中 at a paragraph's end lists is money where the paragraph is about money") {
  CHECK(Extracted(accounts + "支出17.4万元，增加5万元，主要是62名职工调整工资。其中：\n1.教育支出9.4万元，用于62名职工。\n2.住房保障支出8万元。\n")
            .relations() == Lines{"breakdown 17.4 = 9.4 + 8"});
}

TEST_CASE("the retired are no part of those who serve") {
  CHECK(Extracted(accounts + "实际正式教职工62人，其中高级职称40人，中级职称22人，退休职工28人。").relations() == Lines{"breakdown 62 = 40 + 22"});
}

TEST_CASE("scopes before insurance of enterprises and offices, grades in Roman numerals, investments that are no 资金额") {
  check_lines(execution, {
                             {"市本级企业职工基本养老保险基金收入14.38亿元。", {"14.38亿元 企业职工基本养老保险基金收入 2024 executed scope=市本级"}},
                             {"市本级机关运行经费14万元。", {"14万元 机关运行经费 2024 executed scope=市本级"}},
                             {"39个断面Ⅰ～Ⅲ类水质比例达到100%。", {"39个 断面Ⅰ～Ⅲ类水质 2024 ", "100% 比例 2024 "}},
                             {"合同外资金额4亿美元。", {"4亿美元 合同外资 2024 executed"}},
                         });
}

TEST_CASE("a numbered paragraph is no part of a list whose parts bear no numbers") {
  CHECK(Extracted(accounts + "2.购置及运行维护费支出17.4万元，其中：\n购置费支出9.4万元。\n运行维护费支出8万元。\n3.公务接待费支出0万元。\n")
            .relations() == Lines{"breakdown 17.4 = 9.4 + 8"});
  CHECK(Extracted(accounts +
                  "支出合计100万元。其中：基本支出60万元，其中：人员支出50万元，公用支出10万元；项目支出40万元，其中：修缮20万元，设备20万元。")
            .relations() == Lines{"breakdown 100 = 60 + 40", "breakdown 60 = 50 + 10", "breakdown 40 = 20 + 20"});
}
