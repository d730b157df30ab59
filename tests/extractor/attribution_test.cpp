// What a figure measures: name, period, basis, scope, direction. Each case is a paragraph of an invented report.
#include <catch2/catch.hpp>

#include "extraction.h"

using gouji::test::Extracted;
using Lines = std::vector<std::string>;

namespace {

struct Case {
  std::string text;
  Lines expected;
};

void run(std::initializer_list<Case> cases) {
  for (const Case& c : cases) {
    INFO(c.text);
    CHECK(Extracted(c.text).lines() == c.expected);
  }
}

const std::string title = "云岭县水务局2022年部门整体支出绩效自评报告\n";

}  // namespace

TEST_CASE("a figure takes name, period and basis from its clause") {
  run({
      {title + "2022年决算总支出310.5万元。", {"310.5万元 决算总支出 2022 final"}},
      {title + "2022年年初预算安排项目支出20万元。", {"20万元 项目支出 2022 budget_initial"}},
      {title + "基本支出年初预算120.4万元，决算数为130.2万元。", {"120.4万元 基本支出 2022 budget_initial", "130.2万元 基本支出 2022 final"}},
      {title + "截至2022年12月31日，固定资产净值88.3万元。", {"88.3万元 固定资产净值 2022-12-31 "}},
  });
}

TEST_CASE("parts carry the path of their breakdown and inherit its period and basis") {
  run({
      {title + "2022年年初预算收入50万元，其中：财政拨款40万元，其他收入10万元。",
       {"50万元 年初预算收入 2022 budget_initial", "40万元 年初预算收入/财政拨款 2022 budget_initial",
        "10万元 年初预算收入/其他收入 2022 budget_initial"}},
  });
}

TEST_CASE("a share, a change and a completion are about the level before them") {
  run({
      {title + "2022年总支出100万元，其中：基本支出60万元，占总支出的60%；项目支出40万元，占总支出的40%。",
       {"100万元 总支出 2022 executed", "60万元 总支出/基本支出 2022 executed", "60% 总支出/基本支出 2022 executed share of=总支出",
        "40万元 总支出/项目支出 2022 executed", "40% 总支出/项目支出 2022 executed share of=总支出"}},
      {title + "全县一般公共预算收入完成8.5亿元，占预算的101.2%，同比增长6.3%。",
       {"8.5亿元 一般公共预算收入 2022 executed scope=全县 fund=general",
        "101.2% 一般公共预算收入 2022 executed completion of=预算 scope=全县 fund=general",
        "6.3% 一般公共预算收入 2022  change_rate increase prior_year scope=全县 fund=general"}},
      {title + "会议费支出3万元，较上年减少1.2万元，下降28.6%。",
       {"3万元 会议费支出 2022 executed", "1.2万元 会议费支出 2022  change decrease prior_year",
        "28.6% 会议费支出 2022  change_rate decrease prior_year"}},
  });
}

TEST_CASE("a basis word alone keeps the subject") {
  run({
      {title + "公务接待费预算2万元，实际开支1.5万元，节约0.5万元。",
       {"2万元 公务接待费 2022 budget", "1.5万元 公务接待费 2022 executed", "0.5万元 公务接待费 2022  change decrease prior_year"}},
  });
}

TEST_CASE("a heading names the figures of a paragraph that names nothing") {
  run({
      {title + "一、支出决算情况\n1.行政运行（项）。\n年初预算为68.2万元，支出决算为70.1万元，完成年初预算的102.79%。",
       {"68.2万元 行政运行（项） 2022 budget_initial", "70.1万元 行政运行（项） 2022 final",
        "102.79% 行政运行（项） 2022 final completion of=年初预算"}},
  });
}

TEST_CASE("a count is named by the noun behind it, or by the words before it") {
  run({
      {title + "下设3个事业单位，拥有专利45项，组织培训12次。", {"3个 事业单位 2022 ", "45项 专利 2022 ", "12次 组织培训 2022 "}},
  });
}

TEST_CASE("a comparison's own year is not the figure's") {
  run({
      {title + "2022年度收入总计500万元，与2021年度相比，增加20万元，增长4.17%。",
       {"500万元 收入总计 2022 executed", "20万元 收入总计 2022  change increase prior_year",
        "4.17% 收入总计 2022  change_rate increase prior_year"}},
  });
}

TEST_CASE("分别 pairs names with numbers in order, unequal counts are a warning and no guess") {
  run({
      {title + "基本支出、项目支出分别为60万元、40万元。", {"60万元 基本支出 2022 executed", "40万元 项目支出 2022 executed"}},
      {title + "东、中、西部贡献率分别为10%、40%和50%。",
       {"10% 东、中、西部贡献率/东 2022 ", "40% 东、中、西部贡献率/中 2022 ", "50% 西部贡献率 2022 "}},
  });
  const Extracted unequal(title + "基本支出、项目支出、经营支出分别为60万元、40万元。");
  REQUIRE(unequal.extraction.warnings.size() == 1);
  CHECK(unequal.extraction.warnings[0].code == "unequal_pairs");
}

TEST_CASE("percentage points are of the ratio before them") {
  run({{title + "城镇化率74.5%，比上年提高0.7个百分点。", {"74.5% 城镇化率 2022 ", "0.7个百分点 城镇化率 2022  change_rate increase prior_year"}}});
}

TEST_CASE("a share is of what its own sentence names, not of the sentence before") {
  run({{title + "总产值90亿元。工业增加值增长8.1%，占全部工业的比重为39.9%。",
        {"90亿元 总产值 2022 executed", "8.1% 工业增加值 2022  change_rate increase prior_year",
         "39.9% 工业增加值 2022 executed share of=全部工业"}}});
}

TEST_CASE("a change from and to a level names both, and a rate is against what its amount was") {
  const Extracted ends(title + "城镇化率由46.3%提高到52.1%，提高5.8个百分点。");
  CHECK(ends.lines() == Lines{"46.3% 城镇化率 2022 ", "52.1% 城镇化率 2022 ", "5.8个百分点 城镇化率 2022  change_rate increase prior_year"});
  CHECK(ends.relations() == Lines{"balance 5.8 = 52.1 - 46.3"});
  run({{title + "培训费支出15万元，比上年预算增加3万元，增长25%。",
        {"15万元 培训费支出 2022 executed", "3万元 培训费支出 2022  change increase prior_year_budget",
         "25% 培训费支出 2022  change_rate increase prior_year_budget"}},
       {title + "“三公”经费预算3万元，实际支出2万元。", {"3万元 “三公”经费 2022 budget", "2万元 “三公”经费 2022 executed"}}});
}

TEST_CASE("a stretch of time is no figure") { run({{title + "百余年来，培养学生3000余人。", {"3000余人 培养学生 2022  >="}}}); }

TEST_CASE("found while reading the samples' records") {
  run({
      {title + "一、支出规模\n2022年度决算支出395.8万元。", {"395.8万元 决算支出 2022 final"}},
      {title + "馆藏18万卷，其中已完成数字化12万卷。", {"18万卷 馆藏 2022 ", "12万卷 馆藏/完成数字化 2022 actual"}},
      {title + "人员情况：控制率=24人/26人*100%=92.3%。", {"24人 控制率 2022 ", "26人 控制率 2022 ", "92.3% 控制率 2022 "}},
  });
}

TEST_CASE("the reporting entity is no part of a name") {
  run({{title + "县水务局整体支出90万元。水务局机关项目支出20万元。", {"90万元 整体支出 2022 executed", "20万元 水务局机关项目支出 2022 executed"}}});
}

TEST_CASE("a clause of a million characters names its figure by its end, in no time") {
  std::string text = title;
  for (int i = 0; i < 1'000'000; ++i) text += "甲";
  const Extracted extracted(text + "支出5万元。");
  REQUIRE(extracted.extraction.figures.size() == 1);
  CHECK(extracted.extraction.figures[0].indicator.size() < 400);
}
