// Doubts that bear each other out.
#include "table.h"

using namespace gouji;
using namespace gouji::audit;

namespace {

// A table of spending by class, and a sentence that names two of them with their numbers.
std::vector<Check> exchanged(std::string_view first, std::string_view second) {
  Report r;
  add_table(r, "支出情况表", {{"决算数"}}, {{"教育支出", {"4480.61"}}, {"住房保障支出", {"161.51"}}});
  r.paragraph();
  r.amount("教育支出", first);
  r.amount("住房保障支出", second);
  return findings(r.audit());
}

}  // namespace

TEST_CASE("two numbers side by side that each stand elsewhere with the other's value were exchanged") {
  CHECK(exchanged("4480.61", "161.51").empty());
  CHECK(exchanged("161.51", "4480.61").size() == 2);
  CHECK(exchanged("161.51", "4213.70").empty());  // of another thing, perhaps
}

TEST_CASE("parts of 其中 that add up once one unit is mended") {
  for (const auto& [unit, found] : {std::pair{"万元", 1U}, std::pair{"亿元", 0U}}) {
    Report r;
    const FigureId total = r.amount("民生支出", "7.16", unit), a = r.amount("教育", "2.15", "亿元"), b = r.amount("就业", "0.35", "亿元"),
                   c = r.amount("农业", "4.65", "亿元");
    r.breakdown(total, {a, b, c}, Marker::of_which);
    const auto checks = findings(r.audit());
    REQUIRE(checks.size() == found);
    if (found > 0) CHECK(checks[0].verdict == Verdict::suspect_unit);
  }
}

TEST_CASE("the number before 的 is the plan: 新增就业30289人，完成年度目标27050人的112.0%") {
  for (const auto& [rate, found] : {std::pair{"112.0", 0U}, std::pair{"118.0", 1U}}) {
    for (const bool says_plan : {true, false}) {
      Report r;
      const FigureId done = r.count("城镇新增就业", "30289"), plan = r.count("城镇新增就业", "27050");
      const FigureId stated = r.percent("", rate, Aspect::completion, done, "年度目标");
      if (says_plan) r.figure(stated).whole = plan;
      CHECK(of_rule(findings(r.audit()), Rule::completion).size() == (says_plan ? found : 0U));
    }
  }
}

TEST_CASE("a part of 其中 that stands elsewhere with the number that the whole needs") {
  for (const auto& [part, found] : {std::pair{"459.25", 1U}, std::pair{"499.25", 0U}, std::pair{"458.13", 0U}}) {
    INFO(part);
    Report r;
    add_table(r, "支出情况表", {{"决算数"}}, {{"教育支出", {part == std::string("458.13") ? "477.62" : "499.25"}}, {"住房保障支出", {"161.51"}}});
    r.paragraph();
    const FigureId total = r.amount("民生支出", "1500.00"), a = r.amount("教育支出", part), b = r.amount("卫生健康支出", "700.25"),
                   c = r.amount("就业补助", "300.50");
    r.breakdown(total, {a, b, c}, Marker::of_which);
    CHECK(findings(r.audit()).size() == found);
  }
}
