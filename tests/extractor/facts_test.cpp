// What a report says of itself: who reports, on which year. Titles of invented offices.
#include <catch2/catch.hpp>

#include "extraction.h"

using gouji::test::Extracted;

TEST_CASE("the reporting entity stands before the year, or between the year and the report's words") {
  struct Case {
    std::string title, entity;
    int year;
  };
  const std::string body = "\n一、基本情况\n本单位2020年末有人员5人。\n";
  for (const Case& c : std::initializer_list<Case>{
           {"云岭县水务局2022年部门整体支出绩效自评报告", "云岭县水务局", 2022},
           {"2022年度云岭县水务局部门决算", "云岭县水务局", 2022},
           // Digits in a name are no year.
           {"云岭县第5中学2022年度部门决算", "云岭县第5中学", 2022},
           {"云岭县第十二中学2021年部门预算", "云岭县第十二中学", 2021},
           {"六里市民政局二〇二三年部门决算公开", "六里市民政局", 2023},
           {"2023年三里县财政局部门决算", "三里县财政局", 2023},
           {"2023年三里县财政预算执行情况报告", "三里县", 2023},
           // Without a year the report's own words end it; the year is the text's.
           {"三里县卫生院部门决算公开", "三里县卫生院", 2020},
           {"政府工作报告", "", 2020},
       }) {
    INFO(c.title);
    const Extracted extracted(c.title + body);
    CHECK(extracted.extraction.facts.entity == c.entity);
    CHECK(extracted.extraction.facts.period.year == c.year);
  }
}
