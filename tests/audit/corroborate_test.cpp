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

TEST_CASE("a whole of 其中 that its parts and another place say otherwise, under a name that means little") {
  for (const auto& [total, found] : {std::pair{"227.55", 1U}, std::pair{"252.83", 0U}, std::pair{"271.40", 1U}}) {
    for (const bool told_elsewhere : {true, false}) {
      INFO(total << told_elsewhere);
      Report r;
      r.amount("项目支出", told_elsewhere ? "252.83" : total);
      r.section();
      const FigureId whole = r.amount("项目支出", total), a = r.amount("环境整治", "120.81"), b = r.amount("招商引资", "113.30"),
                     c = r.amount("普法宣传", "18.72");
      r.breakdown(whole, {a, b, c}, Marker::of_which);
      CHECK(findings(r.audit()).size() == (told_elsewhere ? found : 0U));
    }
  }
}

TEST_CASE("two cells side by side that were exchanged: both sums fail, and hold once they have changed places") {
  const auto run = [](const char* budget, const char* final) {
    Report r;
    add_table(r, "收入表", {{"预算数", no_id, false, Basis::budget}, {"决算数"}},
              {{"非税收入", {"110872", "107693"}},
               {"行政事业性收费收入", {"74594", "72422"}, "", 0},
               {"罚没收入", {budget, final}, "", 0},
               {"其他收入", {"29820", "28400"}, "", 0}});
    return findings(r.audit()).size();
  };
  CHECK(run("6458", "6871") == 0);
  CHECK(run("6871", "6458") == 2);
  CHECK(run("6971", "6358") == 0);  // asked: a row may be missing
}
