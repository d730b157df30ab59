// Relations that hold one by one and not together.
#include "audit/feasibility.h"

#include <rapidcheck.h>

#include "audit/linear_program.h"
#include "report.h"

using namespace gouji;
using namespace gouji::audit;

namespace {

std::vector<Check> joint(Report& r) {
  std::vector<Check> out;
  for (const Check& c : r.audit())
    if (c.rule == Rule::identity) out.push_back(c);
  return out;
}

}  // namespace

TEST_CASE("how far rows must be widened") {
  // x + y = 1.4 leaves nothing for y + z = −0.9 and x − z = 1 … : x = y = 0.5 at most.
  CHECK(least_widening(2, {{{{0, 1.0}, {1, 1.0}}, 0.9, 0.9, 0}}).widening == Approx(0).margin(1e-9));
  const Slack one = least_widening(2, {{{{0, 1.0}, {1, 1.0}}, 1.4, 1.4, 7}});
  CHECK(one.solved);
  CHECK(one.widening == Approx(0.2));  // 1.0 of 1.4 can be reached; two roundings take the rest
  CHECK(one.relations == std::vector<std::uint32_t>{7});
  const Slack two = least_widening(2, {{{{0, 1.0}, {1, 1.0}}, 0.9, 0.9, 0}, {{{0, 1.0}, {1, -1.0}}, 0.4, 0.4, 1}});
  CHECK(two.widening > 0.05);
  CHECK(two.relations == std::vector<std::uint32_t>{0, 1});
}

TEST_CASE("two totals of the same parts that each hold by a rounding and not together") {
  struct Case {
    const char* other;
    std::size_t conflicts;
  };
  // 5.0 + 5.0: 10.1 wants more than is printed, 9.9 wants less, 10.0 either.
  for (const Case& c : {Case{"9.9", 1}, Case{"10.0", 0}}) {
    INFO(c.other);
    Report r;
    const FigureId a = r.amount("甲项支出", "5.0", "亿元");
    const FigureId b = r.amount("乙项支出", "5.0", "亿元");
    r.breakdown(r.amount("按科目支出", "10.1", "亿元"), {a, b}, Marker::consists);
    r.section();
    r.breakdown(r.amount("按部门支出", c.other, "亿元"), {a, b}, Marker::consists);
    CHECK(findings(r.audit()).empty() == (c.conflicts == 0));
    const auto found = joint(r);
    REQUIRE(found.size() == c.conflicts);
    if (found.empty()) continue;
    CHECK(found[0].operands.size() == 4);
    CHECK(found[0].verdict == Verdict::inconsistent);  // cut off or rounded, 甲 + 乙 cannot be both
    CHECK(found[0].severity == Severity::warning);
    CHECK(found[0].formula == "10.1 ≈ 5.0 + 5.0（=10.0）；9.9 ≈ 5.0 + 5.0（=10.0）");
  }
}

TEST_CASE("what cannot be rounded but can be cut off is asked about") {
  Report r;
  std::vector<FigureId> parts;
  for (const char* name : {"甲项支出", "乙项支出", "丙项支出"}) parts.push_back(r.amount(name, "5.0", "亿元"));
  // Cut off, each part may be 5.09: the first total is 15.1 or 15.2. Rounded, the parts reach 15.15 and the pair 10.1 wants them all.
  r.breakdown(r.amount("全部支出", "15.2", "亿元"), parts, Marker::consists);
  r.section();
  r.breakdown(r.amount("前两项支出", "10.0", "亿元"), {parts[0], parts[1]}, Marker::consists);
  r.section();
  r.breakdown(r.amount("后两项支出", "10.0", "亿元"), {parts[1], parts[2]}, Marker::consists);
  const auto found = joint(r);
  REQUIRE(found.size() == 1);
  CHECK(found[0].verdict == Verdict::query);
}

TEST_CASE("whatever was rounded from true values is feasible") {
  CHECK(rc::check([](const std::vector<std::uint16_t>& seeds) {
    RC_PRE(seeds.size() >= 4);
    Report r;
    // True amounts in 0.001; printed in 0.1, so that every sum is off by roundings.
    std::vector<std::int64_t> truth(seeds.begin(), seeds.begin() + 4);
    for (std::int64_t& value : truth) value += 1000;  // 0.0 would say that there is nothing
    const auto printed = [](std::int64_t value) {
      const Decimal rounded((value + 50) / 100, -1);
      std::string text = rounded.str();
      if (text.find('.') == std::string::npos) text += ".0";
      return text;
    };
    std::vector<FigureId> parts;
    static const char* names[] = {"甲项支出", "乙项支出", "丙项支出", "丁项支出"};
    for (std::size_t i = 0; i < 4; ++i) parts.push_back(r.amount(names[i], printed(truth[i])));
    const FigureId left = r.amount("前两项支出", printed(truth[0] + truth[1]));
    r.breakdown(left, {parts[0], parts[1]}, Marker::consists);
    r.section();
    const FigureId right = r.amount("后两项支出", printed(truth[2] + truth[3]));
    r.breakdown(right, {parts[2], parts[3]}, Marker::consists);
    r.section();
    const FigureId all = r.amount("全部支出", printed(truth[0] + truth[1] + truth[2] + truth[3]));
    r.breakdown(all, parts, Marker::consists);
    r.section();
    const FigureId again = r.amount("两段支出", printed(truth[0] + truth[1] + truth[2] + truth[3]));
    r.breakdown(again, {left, right}, Marker::consists);
    RC_ASSERT(joint(r).empty());
    RC_ASSERT(findings(r.audit()).empty());
  }));
}
