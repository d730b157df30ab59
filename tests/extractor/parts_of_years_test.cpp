// Months, quarters and halves that stand without their year: the paragraph, the heading or the title says which.
#include "line_cases.h"

using gouji::test::check_lines;

namespace {

const std::string bulletin = "岚川县2024年国民经济运行情况\n";
const std::string execution = "关于云岭市2023年预算执行情况和2024年预算草案的报告\n";

}  // namespace

TEST_CASE("a part of the report's year is dated by the report") {
  check_lines(
      bulletin,
      {
          {"上半年，全县税收收入5.2亿元，增长3.1%。",
           {"5.2亿元 税收收入 2024-01/2024-06 executed scope=全县", "3.1% 税收收入 2024-01/2024-06  change_rate increase prior_year scope=全县"}},
          {"初步核算，上半年生产总值29.6亿元。", {"29.6亿元 生产总值 2024-01/2024-06 executed"}},
          {"1—5月，税收收入5.2亿元。", {"5.2亿元 税收收入 2024-01/2024-05 executed"}},
          {"元至5月，税收收入5.2亿元。", {"5.2亿元 税收收入 2024-01/2024-05 executed"}},
          {"前11月税收收入5.2亿元。", {"5.2亿元 税收收入 2024-01/2024-11 executed"}},
          {"今年前11月税收收入5.2亿元。", {"5.2亿元 税收收入 2024-01/2024-11 executed"}},
          {"前5个月，税收收入5.2亿元。", {"5.2亿元 税收收入 2024-01/2024-05 executed"}},
          {"前三季度税收收入5.2亿元。", {"5.2亿元 税收收入 2024-01/2024-09 executed"}},
          {"一季度税收收入5.2亿元。", {"5.2亿元 税收收入 2024-01/2024-03 executed"}},
          {"1—12月，税收收入5.2亿元。", {"5.2亿元 税收收入 2024 executed"}},
          {"截至10月末，税收收入5.2亿元。", {"5.2亿元 税收收入 2024-10 executed"}},
          {"去年1—5月，税收收入5.2亿元。", {"5.2亿元 税收收入 2023-01/2023-05 executed"}},
          {"2022年，税收收入9亿元。上半年税收收入5.2亿元。", {"9亿元 税收收入 2022 executed", "5.2亿元 税收收入 2022-01/2022-06 executed"}},
      });
}

TEST_CASE("what looks like a part of a year and is none") {
  check_lines(bulletin, {
                            {"三年前5个月的补助3万元。", {"5个月 三年前 2024 ", "3万元 补助 2024 executed"}},
                            {"目前11个村建有水厂12座。", {"11个 村建有水厂 2024 ", "12座 村建有水厂 2024 "}},
                        });
}

TEST_CASE("今年 in a report on the year before it is dated by nobody") {
  check_lines(execution, {{"今年1—2月，税收收入5.2亿元。", {"5.2亿元 税收收入 2023 executed"}}});
}

TEST_CASE("last year's level that this one has passed") {
  check_lines(bulletin, {{"前11月零售总额已超过去年全年的81.5亿元。", {"81.5亿元 零售总额 2024-01/2024-11 executed"}}});
}
