#include "report.h"

using namespace gouji;
using namespace gouji::audit;

namespace {

struct Pair {
  Report report;
  FigureId first = no_id, second = no_id;
};

Pair twice(const char* name, const char* a, const char* b) {
  Pair p;
  p.first = p.report.amount(name, a, "亿元");
  p.report.section();
  p.second = p.report.amount(name, b, "亿元");
  return p;
}

}  // namespace

TEST_CASE("the same figure in two places") {
  CHECK(only(twice("一般公共预算收入", "38.91", "38.91").report.audit(), Rule::equal).verdict == Verdict::exact);
  const Check c = only(twice("一般公共预算收入", "38.91", "39.81").report.audit(), Rule::equal);
  CHECK(c.verdict == Verdict::inconsistent);
  CHECK(c.operands.size() == 2);
}

TEST_CASE("one finding for many places, and the odd one is named") {
  Report r;
  for (const char* value : {"38.91", "38.91", "38.19", "38.91"}) {
    r.amount("一般公共预算收入", value, "亿元");
    r.section();
  }
  const auto bad = findings(r.audit());
  REQUIRE(bad.size() == 1);
  CHECK(bad[0].stated == 2);
}

TEST_CASE("a difference is no finding where the two may be two things") {
  const auto none = [](Pair p) { return findings(p.report.audit()).empty(); };
  CHECK(none(twice("专项资金", "38.91", "38.19")));          // a name of many things
  CHECK(none(twice("一般公共预算收入", "38.91", "12.47")));  // no slip of the pen: a query at most
  Pair scope = twice("一般公共预算收入", "38.91", "38.19");
  scope.report.figure(scope.second).scope = {scope.report.named("市级"), Origin::heading};
  CHECK(none(std::move(scope)));
  Pair fund = twice("基本支出", "38.91", "38.19");
  fund.report.figure(fund.second).fund = Fund::general;
  CHECK(none(std::move(fund)));
  Pair period = twice("一般公共预算收入", "38.91", "38.19");
  period.report.figure(period.second).period = {{2022}, Origin::clause};
  CHECK(none(std::move(period)));
  Pair basis = twice("一般公共预算收入", "38.91", "38.19");
  basis.report.figure(basis.second).basis = {Basis::budget, Origin::clause};
  CHECK(none(std::move(basis)));
  Pair parents = twice("项目支出", "953.90", "953.09");
  parents.report.figure(parents.first).indicator = parents.report.named("总支出/项目支出");
  parents.report.figure(parents.second).indicator = parents.report.named("财政拨款支出/项目支出");
  CHECK(none(std::move(parents)));
  Pair about = twice("一般公共预算收入", "38.91", "38.19");
  about.report.figure(about.second).comparator = Comparator::about;
  CHECK(none(std::move(about)));
}

TEST_CASE("sections that differ name after name speak of two things") {
  Report r;
  for (const bool second : {false, true}) {
    r.amount("一般公共预算收入", second ? "38.19" : "38.91", "亿元");
    r.amount("一般公共预算支出", second ? "61.25" : "72.44", "亿元");
    r.amount("政府性基金预算收入", second ? "5.11" : "9.06", "亿元");
    r.section();
  }
  CHECK(findings(r.audit()).empty());
}

TEST_CASE("two values that their own sums confirm are two meanings: asked, not found") {
  Report r;
  for (const bool second : {false, true}) {
    const FigureId total = r.amount("一般公共预算收入", second ? "38.19" : "38.91", "亿元");
    const FigureId tax = r.amount(second ? "甲类" : "税收", "20.00", "亿元");
    const FigureId rest = r.amount(second ? "乙类" : "非税", second ? "18.19" : "18.91", "亿元");
    r.breakdown(total, {tax, rest}, Marker::consists);
    r.section();
  }
  const auto checks = r.audit();
  CHECK(findings(checks).empty());
  CHECK(only(checks, Rule::equal).verdict == Verdict::query);
}

TEST_CASE("a growth rate of a level that agrees must agree too, however short") {
  Report r;
  const FigureId a = r.amount("一般公共预算支出", "194.4", "亿元");
  r.rate(a, "3", Direction::increase);
  r.section();
  const FigureId b = r.amount("一般公共预算支出", "194.4", "亿元");
  r.rate(b, "4", Direction::increase);
  const auto bad = findings(r.audit());
  REQUIRE(bad.size() == 1);
  CHECK(bad[0].severity == Severity::warning);
}

TEST_CASE("the unit of one place slipped") {
  Report r;
  r.amount("一般公共预算收入", "3891.20", "万元");
  r.section();
  r.amount("一般公共预算收入", "3891.20", "元");
  CHECK(only(r.audit(), Rule::equal).verdict == Verdict::suspect_unit);
}
