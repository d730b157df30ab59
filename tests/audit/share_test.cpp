#include "table.h"

using namespace gouji;
using namespace gouji::audit;

TEST_CASE("the whole of a share is found by its name") {
  struct Case {
    const char *whole, *of;
    Verdict verdict;
  };
  const Case cases[] = {
      {"总支出", "总支出", Verdict::exact},           {"支出合计", "总支出", Verdict::exact},
      {"各项支出总计", "支出", Verdict::exact},       {"一般公共预算可用财力", "可用财力", Verdict::exact},
      {"支出总计", "总收入", Verdict::not_checkable}, {"税收收入", "非税收入", Verdict::not_checkable},
  };
  for (const Case& c : cases) {
    INFO(c.whole << " " << c.of);
    Report r;
    r.amount(c.whole, "200.00");
    const FigureId part = r.amount("教育投入", "50.00");
    r.share(part, "25.00", c.of);
    CHECK(only(r.audit(), Rule::share).verdict == c.verdict);
  }
}

TEST_CASE("the whole may be printed in an earlier sentence of the section, or elsewhere with some doubt") {
  for (const bool elsewhere : {false, true}) {
    Report r;
    r.amount("政府采购支出总额", "200.00");
    if (elsewhere)
      r.section();
    else
      r.paragraph();
    const FigureId part = r.amount("授予中小企业合同金额", "50.00");
    r.share(part, "26.00", "政府采购支出总额");
    const Check c = only(r.audit(), Rule::share);
    CHECK(c.verdict == (elsewhere ? Verdict::query : Verdict::inconsistent));
    CHECK(c.formula == "占政府采购支出总额的比重：50.00 ÷ 200.00 = 25.00% ≠ 26.00%");
  }
}

TEST_CASE("inside nested breakdowns 占总支出 is the outer total, 占基本支出 the inner") {
  Report r;
  const FigureId all = r.amount("整体支出", "1000.00");
  const FigureId basic = r.amount("基本支出", "400.00");
  r.share(basic, "40.00", "总支出");
  const FigureId people = r.amount("人员支出", "300.00");
  r.share(people, "75.00", "基本支出");
  const FigureId office = r.amount("公用支出", "100.00");
  r.share(office, "25.00", "基本支出");
  const FigureId projects = r.amount("项目支出", "600.00");
  const FigureId wrong = r.share(projects, "65.00", "总支出");
  r.breakdown(all, {basic, projects}, Marker::of_which);
  r.breakdown(basic, {people, office}, Marker::of_which);
  const auto checks = r.audit();
  for (const Check& c : checks) {
    INFO(c.formula);
    const bool has_wrong = std::any_of(c.operands.begin(), c.operands.end(), [&](const CheckOperand& o) { return o.figure == wrong; });
    CHECK((c.verdict == Verdict::inconsistent) == has_wrong);
  }
  const auto bad = findings(checks);
  REQUIRE(bad.size() == 2);  // the share, and the shares of the whole: one cause
  CHECK(bad[0].blamed->figure == wrong);
  CHECK(bad[0].blamed->would_be == decimal("0.6"));
  CHECK(bad[0].caused_by == no_id);
  CHECK(bad[1].caused_by != no_id);
}

TEST_CASE("shares come to 100% where the parts are all of the whole, and only there") {
  Report r;
  const FigureId all = r.amount("可用财力", "100.0", "亿元");
  const FigureId a = r.amount("本级收入", "33.3", "亿元");
  r.share(a, "33.3", "可用财力");
  const FigureId b = r.amount("转移支付", "33.3", "亿元");
  r.share(b, "33.3", "可用财力");
  const FigureId c = r.amount("上年结转", "33.4", "亿元");
  r.share(c, "33.4", "可用财力");
  r.breakdown(all, {a, b, c}, Marker::list);
  CHECK(only(r.audit(), Rule::shares_total).verdict == Verdict::exact);

  Report some;
  some.amount("总支出", "100.0", "亿元");
  const FigureId x = some.amount("教育投入", "20.0", "亿元");
  some.share(x, "20.0", "总支出");
  const FigureId y = some.amount("卫生投入", "10.0", "亿元");
  some.share(y, "10.0", "总支出");
  for (const Check& check : some.audit()) CHECK(check.rule != Rule::shares_total);
}

TEST_CASE("a share that does not say of what is a query at most") {
  Report r;
  const FigureId all = r.amount("基本支出", "48.0", "亿元");
  const FigureId a = r.amount("人员经费", "45.7", "亿元");
  r.share(a, "64.5", "");
  const FigureId b = r.amount("公用经费", "2.3", "亿元");
  r.share(b, "3.2", "");
  r.breakdown(all, {a, b}, Marker::of_which);
  CHECK(findings(r.audit()).empty());  // both are shares of something that is not printed
}

TEST_CASE("a share without an amount or a whole is listed as not checked") {
  Report r;
  const FigureId alone = r.percent("民生支出", "80.7", Aspect::share, no_id, "财政支出");
  const Check c = only(r.audit(), Rule::share);
  CHECK(c.verdict == Verdict::not_checkable);
  CHECK(c.stated == alone);
  CHECK(c.why == "报告未列出对应的数额");
}

TEST_CASE("shares that do not say of what come to 100% where their names divide a whole") {
  const auto run = [](const char* second_name, const char* second_share) {
    Report r;
    const FigureId basic = r.amount("基本支出", "87.50");
    r.share(basic, "87.5", "");
    const FigureId project = r.amount(second_name, "12.50");
    r.share(project, second_share, "");
    return findings(r.audit()).size();
  };
  CHECK(run("项目支出", "12.5") == 0);
  CHECK(run("项目支出", "15.2") == 1);
  CHECK(run("教育支出", "15.2") == 0);
}

TEST_CASE("a share's part may stand in a sentence before, in the same paragraph") {
  for (const char* share : {"22.3", "32.3"}) {
    Report r;
    r.amount("地区生产总值", "2867726");
    const FigureId sector = r.amount("第一产业增加值", "638110");
    r.sentence();
    r.share(sector, share, "地区生产总值");
    r.figure(r.last()).subject = no_id;
    CHECK(only(r.audit(), Rule::share).verdict == (std::string(share) == "22.3" ? Verdict::exact : Verdict::inconsistent));
  }
}

TEST_CASE("two shares that were exchanged, neither of which says of what") {
  const auto run = [](std::string_view first, std::string_view second) {
    Report r;
    const FigureId total = r.amount("零售总额", "1482.06", "亿元"), a = r.amount("城镇零售额", "1137.64", "亿元");
    r.percent("城镇零售额", first, Aspect::share, a);
    const FigureId b = r.amount("乡村零售额", "344.42", "亿元");
    r.percent("乡村零售额", second, Aspect::share, b);
    r.breakdown(total, {a, b});
    return of_rule(findings(r.audit()), Rule::share).size();
  };
  CHECK(run("76.76", "23.24") == 0);
  CHECK(run("23.24", "76.76") == 2);
  CHECK(run("61.30", "38.70") == 0);  // of another whole, perhaps
}

TEST_CASE("a total that is itself a share of a whole is not that whole") {
  Report r;
  const FigureId all = r.amount("总收入", "18342.57");
  r.paragraph();
  const FigureId year = r.amount("本年收入合计", "17986.41");
  r.percent("本年收入合计", "98.06", Aspect::share, year, "总收入");
  const FigureId before = r.amount("年初结转和结余", "356.16");
  r.percent("年初结转和结余", "1.94", Aspect::share, before, "总收入");
  r.breakdown(year, {before}, Marker::of_which);
  CHECK(findings(r.audit()).empty());
  CHECK(all == 0);
}
