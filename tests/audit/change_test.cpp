#include "report.h"

using namespace gouji;
using namespace gouji::audit;

TEST_CASE("a rate of growth against the increase printed beside it") {
  for (const char* rate : {"25.00", "20.00"}) {
    Report r;
    const FigureId level = r.amount("收入总计", "500.00");
    r.change(level, "100.00", Direction::increase);
    r.rate(level, rate, Direction::increase);
    const Check c = only(r.audit(), Rule::change);
    CHECK(c.verdict == (std::string(rate) == "25.00" ? Verdict::exact : Verdict::inconsistent));  // 20% is the share of the present level
    CHECK(c.formula == (std::string(rate) == "25.00" ? "100.00 ÷ (500.00 − 100.00) = 25.00%" : "100.00 ÷ (500.00 − 100.00) = 25.00% ≠ 20.00%"));
  }
}

TEST_CASE("against last year's level elsewhere in the report a rate is only asked about") {
  struct Case {
    const char* rate;
    Verdict verdict;
    bool said;
  };
  const Case cases[] = {{"6", Verdict::exact, true}, {"9", Verdict::query, true}, {"40", Verdict::query, false}};
  for (const Case& c : cases) {
    INFO(c.rate);
    Report r;
    const FigureId before = r.amount("一般公共预算收入", "38.9", "亿元");
    r.figure(before).period = {{2022}, Origin::clause};
    r.section();
    const FigureId level = r.amount("一般公共预算收入", "41.3", "亿元");
    r.rate(level, c.rate, Direction::increase);
    const auto checks = r.audit();
    CHECK(findings(checks).empty());
    REQUIRE(std::any_of(checks.begin(), checks.end(), [&](const Check& x) { return x.rule == Rule::change && x.verdict == c.verdict; }) == c.said);
  }
}

TEST_CASE("a base inside the comparison: 732.7亿元，较上年的715.9亿元增加16.8亿元，增长2.3%") {
  Report r;
  r.amount("收入累计", "732.7", "亿元");
  const FigureId base = r.amount("较“十三五”的", "715.9", "亿元");
  r.change(base, "16.8", Direction::increase, Versus::prior_period, "亿元");
  r.rate(base, "2.3", Direction::increase, Versus::prior_period);
  const auto checks = r.audit();
  CHECK(findings(checks).empty());
  CHECK(only(checks, Rule::difference).verdict == Verdict::exact);
  CHECK(only(checks, Rule::change).verdict == Verdict::exact);
}

TEST_CASE("growth at comparable prices is not checkable, whatever stands beside it") {
  Report r;
  const FigureId level = r.amount("第一产业增加值", "184.11", "亿元");
  r.change(level, "20.00", Direction::increase, Versus::prior_year, "亿元");
  r.rate(level, "6.1", Direction::increase);
  const Check c = only(r.audit(), Rule::change);
  CHECK(c.verdict == Verdict::not_checkable);
  CHECK_FALSE(c.why.empty());
}

TEST_CASE("percentage points are no rate of growth") {
  Report r;
  const FigureId level = r.amount("税收", "184.11", "亿元");
  const FigureId points = r.rate(level, "6.1", Direction::increase);
  r.figure(points).unit = {r.named("pp"), Origin::stated};
  CHECK(r.audit().empty());
}

TEST_CASE("a difference against the budget that the report prints") {
  for (const char* more : {"55.50", "65.50"}) {
    Report r;
    const FigureId plan = r.amount("年初预算收入", "100.00");
    r.figure(plan).basis = {Basis::budget_initial, Origin::clause};
    r.paragraph();
    const FigureId done = r.amount("总收入", "155.50");
    r.change(done, more, Direction::increase, Versus::budget);
    const Check c = only(r.audit(), Rule::difference);
    CHECK(c.verdict == (std::string(more) == "55.50" ? Verdict::exact : Verdict::inconsistent));
    CHECK(c.operands.size() == 3);
  }
}

TEST_CASE("what was saved is what was planned less what was spent") {
  for (const char* saved : {"0.13", "0.31"}) {
    Report r;
    const FigureId plan = r.amount("“三公”经费", "2.10");
    r.figure(plan).basis = {Basis::budget, Origin::clause};
    r.amount("“三公”经费", "1.97");
    r.amount("节约预算", saved);
    CHECK(only(r.audit(), Rule::difference).verdict == (std::string(saved) == "0.13" ? Verdict::exact : Verdict::inconsistent));
  }
}

TEST_CASE("completion: against a budget in the sentence it is a finding, elsewhere a query, without one not checkable") {
  const auto run = [](bool budget, bool beside) {
    Report r;
    if (budget) {
      const FigureId plan = r.amount("税收收入", "80.00");
      r.figure(plan).basis = {Basis::budget, Origin::clause};
      if (!beside) r.section();
    }
    const FigureId done = r.amount("税收收入", "90.00");
    r.percent("税收收入", "115.0", Aspect::completion, done, "预算");
    return only(r.audit(), Rule::completion).verdict;
  };
  CHECK(run(true, true) == Verdict::inconsistent);
  CHECK(run(true, false) == Verdict::query);
  CHECK(run(false, false) == Verdict::not_checkable);
}

TEST_CASE("an amount that falls beside a rate that rises contradicts itself: 减少100.00万元，增长16.67%") {
  Report r;
  const FigureId level = r.amount("收入总计", "500.00");
  r.change(level, "100.00", Direction::decrease);
  r.rate(level, "16.67", Direction::increase);
  const Check c = only(r.audit(), Rule::change);
  CHECK(c.verdict == Verdict::inconsistent);
  CHECK(c.formula == "增减方向相反：100.00 ÷ (500.00 + 100.00) = 16.6667% ≠ 16.67%");
}

TEST_CASE("more cannot have come in than there is: 增加120.00万元，下降54.55%, of 100.00万元") {
  Report r;
  const FigureId level = r.amount("收入总计", "100.00");
  r.change(level, "120.00", Direction::increase);
  r.rate(level, "54.55", Direction::decrease);
  const Check c = only(r.audit(), Rule::change);
  CHECK(c.verdict == Verdict::inconsistent);
  CHECK(c.formula == "增减方向相反：120.00 ÷ (100.00 + 120.00) = 54.5455% ≠ 54.55%");
}

TEST_CASE("an amount that is rounded away tells no rate: 增加0.0亿元，增长2.0%") {
  for (const char* rate : {"2.0", "20.0"}) {
    Report r;
    const FigureId level = r.amount("政府性基金预算收入", "2.2", "亿元");
    r.change(level, "0", Direction::increase, Versus::prior_year, "亿元");
    r.rate(level, rate, Direction::increase);
    CHECK(findings(r.audit()).size() == (std::string(rate) == "20.0" ? 1U : 0U));
  }
}

TEST_CASE("amount and rate of a change whose level stands in a sentence before, of opposite directions neither is blamed") {
  for (const Direction rate : {Direction::increase, Direction::decrease}) {
    Report r;
    const FigureId level = r.amount("公务接待费", "500.00");
    r.sentence();
    const FigureId more = r.change(level, "100.00", Direction::increase);
    const FigureId percent = r.rate(level, "25.00", rate);
    for (const FigureId id : {more, percent}) r.figure(id).subject = no_id;
    const Check c = only(r.audit(), Rule::change);
    CHECK(c.verdict == (rate == Direction::increase ? Verdict::exact : Verdict::inconsistent));
    CHECK(c.operands.size() == 3);
    CHECK(!c.blamed);
  }
}

TEST_CASE("an increase that is more than there is now is of another unit") {
  Report r;
  const FigureId level = r.amount("社会消费品零售总额", "842.96", "万元");
  r.change(level, "16.86", Direction::increase, Versus::prior_year, "亿元");
  r.rate(level, "2.0", Direction::increase);
  const Check c = only(r.audit(), Rule::change);
  CHECK(c.verdict == Verdict::suspect_unit);
  REQUIRE(c.blamed);
  CHECK(c.blamed->figure == level);
}

TEST_CASE("the subject named again before the change: 支出217.58万元，与上年相比，支出减少8.79万元，下降3.88%") {
  for (const auto& [direction, good] : {std::pair{Direction::decrease, true}, std::pair{Direction::increase, false}}) {
    Report r;
    const FigureId level = r.amount("一般公共预算财政拨款支出", "217.58");
    const FigureId amount = r.change(level, "8.79", Direction::decrease);
    r.figure(amount).subject = no_id;
    r.rate(level, "3.88", direction);
    CHECK(findings(r.audit()).size() == (good ? 0 : 1));
    CHECK(only(r.audit(), Rule::change).verdict == (good ? Verdict::exact : Verdict::inconsistent));
  }
}
