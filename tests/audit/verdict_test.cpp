#include "audit/verdict.h"

#include <rapidcheck.h>

#include "report.h"

using namespace gouji;
using namespace gouji::audit;

namespace {

struct Operand {
  const char* value;
  int decimals;
};

Reading read(const Operand& o) {
  Reading r;
  r.value = decimal(o.value);
  r.decimals = o.decimals;
  r.printed = r.inferred = Interval::around(r.value, o.decimals);
  return r;
}

Judgement judged(Form form, const std::vector<Operand>& operands, bool note = false, std::vector<std::int8_t> signs = {}) {
  Draft draft;
  draft.form = form;
  std::vector<Reading> readings;
  std::vector<Kind> kinds;
  for (std::size_t i = 0; i < operands.size(); ++i) {
    draft.operands.push_back({static_cast<FigureId>(i), OperandRole::part, i < signs.size() ? signs[i] : std::int8_t{1}});
    readings.push_back(read(operands[i]));
    kinds.push_back(Kind::other);  // no unit slips here
  }
  return judge(draft, readings, kinds, note);
}

}  // namespace

TEST_CASE("sums: exact, rounding, inconsistent, to the last half unit") {
  struct Case {
    std::vector<Operand> operands;
    Verdict verdict;
    Severity severity;
  };
  const Case cases[] = {
      {{{"10.00", 2}, {"4.00", 2}, {"6.00", 2}}, Verdict::exact, Severity::none},
      {{{"10.01", 2}, {"4.00", 2}, {"6.00", 2}}, Verdict::rounding, Severity::none},
      // 10.02 − 0.005 = 10.00 + 0.015: the closed intervals touch.
      {{{"10.02", 2}, {"4.00", 2}, {"3.00", 2}, {"3.00", 2}}, Verdict::rounding, Severity::none},
      {{{"10.02", 2}, {"10.00", 2}}, Verdict::inconsistent, Severity::warning},
      {{{"10.015", 3}, {"4.00", 2}, {"6.00", 2}}, Verdict::inconsistent, Severity::error},
      {{{"10.0105", 4}, {"4.00", 2}, {"6.00", 2}}, Verdict::inconsistent, Severity::error},
      {{{"10.04", 2}, {"4.00", 2}, {"6.00", 2}}, Verdict::inconsistent, Severity::error},
      {{{"10.02", 2}, {"4.00", 2}, {"6.00", 2}}, Verdict::inconsistent, Severity::warning},
      {{{"12.1", 1}, {"9.63", 2}, {"0.8458", 4}, {"1.6", 1}}, Verdict::exact, Severity::none},
      {{{"25", 0}, {"15.2", 1}, {"9.4", 1}}, Verdict::exact, Severity::none},
  };
  for (const Case& c : cases) {
    INFO(c.operands[0].value);
    const Judgement j = judged(Form::sum, c.operands);
    CHECK(name(j.verdict) == name(c.verdict));
    CHECK(name(j.severity) == name(c.severity));
  }
}

TEST_CASE("many roundings one way are unlikely") {
  std::vector<Operand> operands{{"105", 0}};
  for (int i = 0; i < 10; ++i) operands.push_back({"10", 0});
  CHECK(judged(Form::sum, operands).verdict == Verdict::unlikely);  // 5 > 4σ = 4·√(11/12)
  operands[0] = {"103", 0};
  CHECK(judged(Form::sum, operands).verdict == Verdict::rounding);
  operands[0] = {"106", 0};
  CHECK(judged(Form::sum, operands).verdict == Verdict::inconsistent);
}

TEST_CASE("where only the reading with trimmed zeros fails: unlikely") {
  Draft draft;
  draft.operands = {{0, OperandRole::total, 1}, {1, OperandRole::part, 1}, {2, OperandRole::part, 1}};
  std::vector<Reading> readings{read({"5", 0}), read({"2.41", 2}), read({"2.91", 2})};
  readings[0].decimals = 2;
  readings[0].inferred = Interval::around(5, 2);
  CHECK(judge(draft, readings, {Kind::amount, Kind::amount, Kind::amount}, false).verdict == Verdict::unlikely);
}

TEST_CASE("quotients and rates of change") {
  // 6734 万 ÷ 1.79 亿 and what was printed beside it.
  CHECK(judged(Form::quotient, {{"0.3739", 4}, {"6734", 0}, {"17900", -2}}).verdict == Verdict::inconsistent);
  CHECK(judged(Form::quotient, {{"0.3753", 4}, {"6734", 0}, {"17900", -2}}).verdict == Verdict::rounding);
  CHECK(judged(Form::quotient, {{"0.3762", 4}, {"6734", 0}, {"17900", -2}}).verdict == Verdict::exact);
  CHECK(judged(Form::quotient, {{"0.20", 2}, {"221.67", 2}, {"1107.5", 1}}).verdict == Verdict::exact);
  CHECK(judged(Form::quotient, {{"0.5", 1}, {"1", 0}, {"0", 0}}).why == Why::zero_divisor);
  CHECK(judged(Form::change_rate, {{"0.1085", 4}, {"46722.70", 2}, {"477447.73", 2}}).verdict == Verdict::exact);
  CHECK(judged(Form::change_rate, {{"0.0979", 4}, {"46722.70", 2}, {"477447.73", 2}}).verdict == Verdict::inconsistent);  // against the present level
  CHECK(judged(Form::change_rate, {{"0.0891", 4}, {"46722.70", 2}, {"477447.73", 2}}, false, {1, -1, 1}).verdict == Verdict::exact);  // a decrease
  CHECK(judged(Form::growth, {{"0.06", 2}, {"41.3", 1}, {"38.9", 1}}).verdict == Verdict::exact);
  CHECK(judged(Form::growth, {{"0.06", 2}, {"38.9", 1}, {"41.3", 1}}, false, {1, -1, 1}).verdict == Verdict::exact);
}

TEST_CASE("shares of a whole, with and without rounding") {
  CHECK(judged(Form::complement, {{"0.3092", 4}, {"0.6908", 4}}).verdict == Verdict::exact);
  CHECK(judged(Form::complement, {{"0.3333", 4}, {"0.3333", 4}, {"0.3333", 4}}).verdict == Verdict::rounding);
  CHECK(judged(Form::complement, {{"0.20", 2}, {"0.8521", 4}}).verdict == Verdict::inconsistent);
}

TEST_CASE("an open breakdown is only bounded above") {
  CHECK(judged(Form::at_most, {{"100", 0}, {"40", 0}, {"50", 0}}).why == Why::open_list);
  CHECK(judged(Form::at_most, {{"100", 0}, {"40", 0}, {"60", 0}}).verdict == Verdict::exact);
  CHECK(judged(Form::at_most, {{"100", 0}, {"40", 0}, {"70", 0}}).verdict == Verdict::inconsistent);
}

TEST_CASE("one number printed twice is one number") {
  CHECK(judged(Form::equal, {{"0.03", 2}, {"0.03", 2}}).verdict == Verdict::exact);
  CHECK(judged(Form::equal, {{"0.03", 2}, {"0.04", 2}}).verdict == Verdict::inconsistent);  // though the intervals touch
  CHECK(judged(Form::equal, {{"0.03", 2}, {"0.04", 2}}).severity == Severity::warning);
  CHECK(judged(Form::equal, {{"1.06", 2}, {"1.0599", 4}}).verdict == Verdict::exact);
}

TEST_CASE("a general rounding note explains tails and nothing more") {
  CHECK(judged(Form::sum, {{"10.03", 2}, {"4.00", 2}, {"6.00", 2}}, true).verdict == Verdict::explained);
  CHECK(judged(Form::sum, {{"10.90", 2}, {"4.00", 2}, {"6.00", 2}}, true).verdict == Verdict::inconsistent);
}

TEST_CASE("a unit slip is told from a wrong number") {
  Draft draft;
  draft.operands = {{0, OperandRole::total, 1}, {1, OperandRole::part, 1}, {2, OperandRole::part, 1}};
  const std::vector<Reading> readings{read({"1107.5", 1}), read({"2216700", -2}), read({"8858300", -2})};
  const Judgement j = judge(draft, readings, {Kind::amount, Kind::amount, Kind::amount}, false);
  CHECK(j.verdict == Verdict::suspect_unit);
  REQUIRE(j.slip);
  CHECK(j.slip->operand == 0);
  CHECK(j.slip->power == 4);
  CHECK(judge(draft, readings, {Kind::count, Kind::count, Kind::count}, false).verdict == Verdict::inconsistent);
}

TEST_CASE("numbers that no report prints are not checked, and nothing breaks") {
  Draft draft;
  draft.form = Form::product;
  draft.operands.assign(40, {0, OperandRole::part, 1});
  const std::vector<Reading> readings(40, read({"999999999999999999", 0}));
  CHECK_THROWS_AS(judge(draft, readings, std::vector<Kind>(40, Kind::other), false), std::overflow_error);  // audit() turns it into not_checkable
}

TEST_CASE("the sum of rounded true values is never inconsistent") {
  rc::check([](const std::vector<std::uint32_t>& truths) {
    if (truths.empty()) return;
    std::vector<Operand> unused;
    Draft draft;
    std::vector<Reading> readings(1);
    draft.operands.push_back({0, OperandRole::total, 1});
    std::int64_t total = 0;
    const auto rounded = [](std::int64_t thousandths) { return Decimal((thousandths + 5) / 10, -2); };
    for (const std::uint32_t t : truths) {
      total += t;
      Reading r;
      r.value = rounded(t);
      r.decimals = 2;
      r.printed = r.inferred = Interval::around(r.value, 2);
      readings.push_back(r);
      draft.operands.push_back({0, OperandRole::part, 1});
    }
    readings[0].value = rounded(total);
    readings[0].decimals = 2;
    readings[0].printed = readings[0].inferred = Interval::around(readings[0].value, 2);
    const Judgement j = judge(draft, readings, std::vector<Kind>(readings.size(), Kind::amount), false);
    RC_ASSERT(j.verdict == Verdict::exact || j.verdict == Verdict::rounding || j.verdict == Verdict::unlikely);
  });
}

TEST_CASE("a share that is rounded properly is never inconsistent, one that is 2% off always is") {
  rc::check([] {
    const auto part = *rc::gen::inRange<std::int64_t>(100'000, 900'000);
    const auto whole = *rc::gen::inRange<std::int64_t>(1'000'000, 9'000'000);
    const auto hundredths = (part * 10'000 * 2 + whole) / (whole * 2);  // of a percent
    RC_PRE(hundredths >= 400);
    const std::string p = Decimal(part, -2).str();
    const std::string w = Decimal(whole, -2).str();
    const auto verdict = [&](std::int64_t share) {
      const std::string s = Decimal(share, -4).str();
      return judged(Form::quotient, {{s.c_str(), 4}, {p.c_str(), 2}, {w.c_str(), 2}}).verdict;
    };
    RC_ASSERT(verdict(hundredths) != Verdict::inconsistent);
    RC_ASSERT(verdict(hundredths + hundredths / 50) == Verdict::inconsistent);
    RC_ASSERT(verdict(hundredths - hundredths / 50) == Verdict::inconsistent);
  });
}
