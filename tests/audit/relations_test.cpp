#include "report.h"

using namespace gouji;
using namespace gouji::audit;

TEST_CASE("a balance: income plus and minus, and what is at hand") {
  for (const char* total : {"24.9", "26.9"}) {
    Report r;
    const FigureId income = r.amount("政府性基金预算收入", "15.2", "亿元");
    const FigureId more = r.amount("上年结转", "9.8", "亿元");
    const FigureId less = r.amount("调出资金", "600", "万元");
    const FigureId sum = r.amount("可用财力", total, "亿元");
    Relation& b = r.relation(RelationKind::balance, sum, {income, more, less});
    b.operands.back().sign = -1;
    const Check c = only(r.audit(), Rule::balance);
    CHECK(c.verdict == (std::string(total) == "24.9" ? Verdict::exact : Verdict::inconsistent));
    CHECK(c.formula.starts_with(std::string(total) + "亿元 "));
  }
}

TEST_CASE("加上 may add to the whole of a breakdown, not to its last part") {
  Report r;
  const FigureId income = r.amount("收入", "178.91", "亿元");
  const FigureId tax = r.amount("税收收入", "113.85", "亿元");
  const FigureId other = r.amount("非税收入", "65.06", "亿元");
  const FigureId more = r.amount("上级补助等收入", "303.20", "亿元");
  const FigureId sum = r.amount("收入总计", "482.11", "亿元");
  r.breakdown(income, {tax, other}, Marker::of_which);
  r.relation(RelationKind::balance, sum, {other, more});
  const auto checks = r.audit();
  CHECK(findings(checks).empty());
  CHECK(only(checks, Rule::balance).operands[1].figure == income);
}

TEST_CASE("a balance that lacks a term nobody knows is no finding") {
  Report r;
  r.amount("收入", "100.00", "亿元");
  const FigureId nearest = r.amount("补助", "5.00", "亿元");
  const FigureId more = r.amount("结转", "6.00", "亿元");
  const FigureId sum = r.amount("总计", "130.00", "亿元");
  r.relation(RelationKind::balance, sum, {nearest, more});
  CHECK(findings(r.audit()).empty());
}

TEST_CASE("income and spending that the report says are balanced") {
  for (const char* spent : {"25.0", "35.0"}) {
    Report r;
    const FigureId left = r.amount("可用财力", "25.0", "亿元");
    const FigureId right = r.amount("相应安排支出", spent, "亿元");
    Relation e;
    e.kind = RelationKind::equality;
    e.operands = {{left, OperandRole::left, 1}, {right, OperandRole::right, 1}};
    r.extraction.relations.push_back(e);
    CHECK(only(r.audit(), Rule::equal).verdict == (std::string(spent) == "25.0" ? Verdict::exact : Verdict::inconsistent));
  }
  // A kind of spending is not all that is spent.
  Report r;
  const FigureId left = r.amount("收入总计", "25.0", "亿元");
  const FigureId right = r.amount("上解支出", "3.0", "亿元");
  Relation e;
  e.kind = RelationKind::equality;
  e.operands = {{left, OperandRole::left, 1}, {right, OperandRole::right, 1}};
  r.extraction.relations.push_back(e);
  CHECK(findings(r.audit()).empty());
}

TEST_CASE("an in-line formula") {
  Report r;
  const FigureId staff = r.count("在职", "98");
  const FigureId posts = r.count("编制", "110");
  const FigureId rate = r.percent("控制率", "90.9", Aspect::level, no_id);
  Relation& f = r.relation(RelationKind::formula, rate, {staff, posts});
  f.expression = "1 2 / 100% *";
  const Check c = only(r.audit(), Rule::formula);
  CHECK(c.verdict == Verdict::inconsistent);
  CHECK(c.formula == "98 ÷ 110 × 100% = 89.1% ≠ 90.9%");
  CHECK(c.computed == "0.89091");
}

TEST_CASE("products: people times what each gets") {
  Report r;
  const FigureId total = r.amount("补助", "1351", "元");
  const FigureId people = r.count("受助", "7");
  const FigureId each = r.amount("人均", "193", "元");
  r.relation(RelationKind::product, total, {people, each});
  CHECK(only(r.audit(), Rule::product).verdict == Verdict::exact);
}

TEST_CASE("identities that every report keeps") {
  Report r;
  r.amount("资产总额", "856.68");
  r.amount("负债总额", "626.98");
  r.amount("净资产", "299.70");
  const Check c = only(r.audit(), Rule::difference);
  CHECK(c.verdict == Verdict::inconsistent);
  CHECK(c.formula == "299.70 ≠ 856.68 − 626.98（=229.70）");
}

TEST_CASE("approximate numbers never break an equation, and can keep one") {
  for (const char* part : {"60", "30"}) {
    Report r;
    const FigureId total = r.count("学生", "100");
    const FigureId a = r.count("本科生", "40");
    const FigureId b = r.count("研究生", part);
    r.figure(b).comparator = Comparator::about;
    r.figure(b).exact = false;
    r.breakdown(total, {a, b}, Marker::consists);
    const Check c = only(r.audit(), Rule::sum);
    CHECK(c.verdict == (std::string(part) == "60" ? Verdict::exact : Verdict::not_checkable));
  }
}

TEST_CASE("rules and thresholds enter no check") {
  Report r;
  const FigureId total = r.amount("合计", "100");
  const FigureId a = r.amount("甲", "30");
  const FigureId b = r.amount("乙", "30");
  r.figure(b).role = Role::rule;
  r.breakdown(total, {a, b}, Marker::consists);
  CHECK(r.audit().empty());
}

TEST_CASE("元 where all else is 万元 is asked about, prices are not") {
  Report r;
  for (int i = 0; i < 30; ++i) r.amount("第" + std::to_string(i) + "类项目", "12.50");
  const FigureId lone = r.amount("基本支出", "16158", "元");
  r.figure(lone).indicator_id = r.named("基本支出");
  r.amount("低保标准", "650", "元");
  const Check c = only(r.audit(), Rule::unit);
  CHECK(c.verdict == Verdict::query);
  CHECK(c.stated == lone);
}

TEST_CASE("targets attained and missed") {
  for (const char* done : {"210", "150"}) {
    Report r;
    const FigureId target = r.count("起草报告材料", "180", "份");
    r.figure(target).basis = {Basis::target, Origin::sentence};
    r.figure(target).comparator = Comparator::at_least;
    r.section();
    r.count("起草报告材料", done, "份");
    const auto checks = r.audit();
    if (std::string(done) == "210") CHECK(only(checks, Rule::attainment).verdict == Verdict::exact);
    CHECK(findings(checks).empty());
  }
}

TEST_CASE("what a year's income leaves after its spending") {
  for (const char* left : {"4.3", "7.3"}) {
    Report r;
    r.amount("社会保险基金收入", "87.7", "亿元");
    r.sentence();
    r.amount("社会保险基金支出", "83.4", "亿元");
    r.sentence();
    r.amount("当年收支结余", left, "亿元");
    r.amount("年末滚存结余", "60.1", "亿元");
    const Check c = only(r.audit(), Rule::balance);
    CHECK(c.verdict == (std::string(left) == "4.3" ? Verdict::exact : Verdict::inconsistent));
    CHECK(c.operands.size() == 3);
  }
}

TEST_CASE("of a side and its total, the surplus is of the one that fits, where none does it is asked") {
  for (const char* left : {"16.0", "10.0", "16.4"}) {
    Report r;
    r.amount("基金收入", "70.0", "亿元");
    r.sentence();
    r.amount("基金支出", "54.0", "亿元");
    r.words("加上");
    r.amount("支出总量", "60.0", "亿元");
    r.sentence();
    r.amount("本年收支结余", left, "亿元");
    const std::vector<Check> checks = r.audit();
    CHECK(findings(checks).empty());
    CHECK(only(checks, Rule::balance).verdict == (std::string(left) == "16.4" ? Verdict::query : Verdict::exact));
  }
}

TEST_CASE("a surplus is of its own paragraph, scope and fund") {
  const auto none = [](const std::vector<Check>& checks) {
    return std::none_of(checks.begin(), checks.end(), [](const Check& c) { return c.rule == Rule::balance; });
  };
  {
    Report r;
    r.amount("基金收入", "70.0", "亿元");
    r.amount("基金支出", "54.0", "亿元");
    r.paragraph();
    r.amount("当年结余", "3.0", "亿元");
    CHECK(none(r.audit()));
  }
  {
    Report r;
    r.figure(r.amount("基金收入", "70.0", "亿元")).scope = {r.named("全市"), Origin::clause};
    r.figure(r.amount("基金支出", "54.0", "亿元")).scope = {r.named("全市"), Origin::clause};
    r.figure(r.amount("当年结余", "3.0", "亿元")).scope = {r.named("市本级"), Origin::clause};
    CHECK(none(r.audit()));
  }
  {
    Report r;
    r.amount("基金收入", "70.0", "亿元");
    r.amount("基金支出", "54.0", "亿元");
    r.amount("年末滚存结余", "3.0", "亿元");
    CHECK(none(r.audit()));
  }
}

TEST_CASE("a total behind two terms may have had more: only a slip of the pen is a finding") {
  struct Case {
    const char* total;
    bool finding;
  };
  for (const Case& c : {Case{"1873", false}, Case{"1973", true}, Case{"2260", false}}) {
    Report r;
    const FigureId spent = r.amount("基金预算支出", "1146");
    const FigureId left = r.amount("结转下年", "727");
    const FigureId total = r.amount("支出合计", c.total);
    r.relation(RelationKind::balance, total, {spent, left}, Marker::total_then_parts);
    CHECK(findings(r.audit()).size() == (c.finding ? 1U : 0U));
  }
}

TEST_CASE("what a change began at and what it led to leave nothing to choose") {
  for (const char* from : {"190.26", "190.86"}) {
    Report r;
    const FigureId before = r.amount("本级支出", from, "亿元");
    const FigureId after = r.amount("本级支出", "195.78", "亿元");
    const FigureId by = r.change(after, "5.52", Direction::increase, Versus::prior_year, "亿元");
    r.relation(RelationKind::balance, by, {after, before}, Marker::none).operands.back().sign = -1;
    CHECK(findings(r.audit()).size() == (std::string(from) == "190.26" ? 0U : 1U));
  }
}
