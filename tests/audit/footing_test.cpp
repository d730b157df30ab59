#include "table.h"

using namespace gouji;
using namespace gouji::audit;

namespace {

const std::vector<ColumnOf> spending{{"本年支出合计"}, {"基本支出", 0}, {"项目支出", 0}};

std::vector<RowOf> classes(std::string middle = "40.00") {
  return {{"合计", {"150.00", "90.00", "60.00"}, "", no_id, RowKind::total},
          {"教育支出", {"100.00", "60.00", "40.00"}, "205", 0},
          {"普通教育", {"100.00", "60.00", std::move(middle)}, "20502", 1},
          {"小学教育", {"100.00", "60.00", "40.00"}, "2050202", 2},
          {"住房保障支出", {"50.00", "30.00", "20.00"}, "221", 0}};
}

std::size_t roots(const std::vector<Check>& checks) {
  std::size_t n = 0;
  for (const Check& c : findings(checks)) n += c.caused_by == no_id ? 1 : 0;
  return n;
}

}  // namespace

TEST_CASE("rows and columns of a table add up, codes are a hierarchy") {
  Report r;
  add_table(r, "支出决算明细", spending, classes());
  const auto checks = r.audit();
  CHECK(of_rule(checks, Rule::hierarchy).size() == 6);
  CHECK(of_rule(checks, Rule::sum).size() == 8);
  for (const Check& c : checks) CHECK(c.verdict == Verdict::exact);
  CHECK(of_rule(checks, Rule::sum).front().formula == "支出决算明细·本年支出合计：合计 = 教育支出 + 住房保障支出：150.00 = 100.00 + 50.00");
}

TEST_CASE("one wrong cell of a table is one finding") {
  Report r;
  add_table(r, "支出决算明细", spending, classes("49.00"));
  const auto checks = r.audit();
  CHECK(findings(checks).size() == 3);
  CHECK(roots(checks) == 1);
  for (const Check& c : findings(checks)) {
    REQUIRE(c.blamed);
    CHECK(c.blamed->would_be == decimal("400000"));
  }
}

TEST_CASE("blank cells add nothing, and one part is a sum too") {
  Report r;
  add_table(r, "表", {{"决算数"}}, {{"三公经费", {"26.21"}}, {"公务用车", {"17.77"}, "", 0}, {"公务接待", {"8.44"}, "", 0}, {"出国", {""}, "", 0}});
  CHECK(only(r.audit(), Rule::sum).verdict == Verdict::exact);
  Report one;
  add_table(one, "表", {{"决算数"}, {"预算数"}}, {{"项目支出", {"26.21", "9.00"}}, {"专项", {"26.31", "9.00"}, "", 0}, {"其他", {"", ""}, "", 0}});
  CHECK(findings(one.audit()).size() == 1);
  Report alone;  // nothing else says that the table is read rightly: asked
  add_table(alone, "表", {{"决算数"}}, {{"项目支出", {"26.21"}}, {"专项", {"26.31"}, "", 0}});
  CHECK(only(alone.audit(), Rule::sum).verdict == Verdict::query);
  Report blank;
  add_table(blank, "表", {{"决算数"}}, {{"项目支出", {"26.21"}}, {"专项", {""}, "", 0}});
  CHECK(blank.audit().empty());
}

TEST_CASE("其中 is no more than its whole, unless its names divide it") {
  const auto run = [](std::string first, std::string second, std::string a, std::string b) {
    Report r;
    add_table(r, "表", {{"决算数"}},
              {{"公务用车经费", {"20.00"}},
               {std::move(first), {std::move(a)}, "", 0, RowKind::item, true},
               {std::move(second), {std::move(b)}, "", 0, RowKind::item, true}});
    return only(r.audit(), Rule::sum).verdict;
  };
  CHECK(run("公车购置", "公车运行维护", "5.00", "15.00") == Verdict::exact);
  CHECK(run("公车购置", "公车运行维护", "5.00", "14.00") == Verdict::inconsistent);
  CHECK(run("燃油费", "维修费", "5.00", "14.00") == Verdict::not_checkable);
  CHECK(run("燃油费", "维修费", "5.00", "16.00") == Verdict::query);
  Report r;
  add_table(r, "表", {{"事业收入"}, {"其中：教育收费", 0, true}}, {{"普通教育", {"20.00", "21.00"}}, {"其他", {"20.00", "11.00"}}});
  const auto checks = r.audit();
  CHECK(checks[0].verdict == Verdict::inconsistent);
  CHECK(checks[1].verdict == Verdict::not_checkable);
}

TEST_CASE("ratios, marks of comparison and other units do not add") {
  Report r;
  add_table(r, "表", {{"增长率"}}, {{"收入", {"9%"}}, {"税收", {"5%"}, "", 0}, {"非税", {"7%"}, "", 0}});
  CHECK(r.audit().empty());
  Report people;
  add_table(people, "表", {{"数量"}}, {{"办件", {"90件"}}, {"人员", {"40人"}, "", 0}});
  CHECK(people.audit().empty());
}

TEST_CASE("shares of a whole add to it where the header says so") {
  Report r;
  const auto p = add_table(r, "表", {{"占比", no_id, false, Basis::none, Aspect::share}},
                           {{"合计", {"100%"}, "", no_id, RowKind::total}, {"税收", {"65%"}, "", 0}, {"非税", {"25%"}, "", 0}});
  (void)p;
  CHECK(only(r.audit(), Rule::sum).verdict == Verdict::inconsistent);
}

TEST_CASE("a long list that misses its total by a whole row is asked about, one that misses it by a digit is wrong") {
  const auto run = [](std::string last) {
    Report r;
    std::vector<RowOf> rows{{"合计", {"55.00", "110.00"}, "", no_id, RowKind::total}};
    for (int i = 1; i <= 9; ++i) rows.push_back({"第" + std::to_string(i) + "类", {std::to_string(i) + ".00", std::to_string(2 * i) + ".00"}, "", 0});
    rows.push_back({"第十类", {"10.00", std::move(last)}, "", 0});
    add_table(r, "表", {{"完成数"}, {"调整预算数"}}, rows);
    for (const Check& c : r.audit())
      if (c.verdict != Verdict::exact) return c.verdict;
    return Verdict::exact;
  };
  CHECK(run("20.00") == Verdict::exact);
  CHECK(run("10.00") == Verdict::inconsistent);
  CHECK(run("16.37") == Verdict::query);
}

TEST_CASE("rows that go on with a 其中 are found by the sums of several columns") {
  Report r;
  add_table(r, "表", {{"甲年"}, {"乙年"}, {"丙年"}},
            {{"公用经费", {"20.40", "16.80", "15.80"}},
             {"办公经费", {"14.37", "13.80", "12.80"}, "", 0, RowKind::item, true},
             {"水电费", {"6.03", "1.00", "1.00"}},
             {"培训费", {"", "2.00", "5.00"}}});
  const auto checks = r.audit();
  CHECK(of_rule(checks, Rule::sum).size() == 3);
  REQUIRE(findings(checks).size() == 1);
  CHECK(findings(checks)[0].difference == "-30000");
}

TEST_CASE("a total row is read as the table means it: arithmetic chooses between readings that are both possible") {
  Report r;  // the 合计 is of the subtotals' parts, though the structure gave it the subtotals' neighbours only
  add_table(r, "表", {{"甲年"}, {"乙年"}, {"丙年"}},
            {{"一队", {"1.00", "2.00", "3.00"}},
             {"二队", {"2.00", "3.00", "4.00"}},
             {"三队", {"4.00", "1.00", "1.00"}},
             {"合计", {"7.00", "6.00", "8.00"}, "", no_id, RowKind::total}});
  r.extraction.panels[0].rows[2].parent = 3;  // since a subtotal that is none
  const auto checks = r.audit();
  CHECK(of_rule(checks, Rule::sum).size() == 3);
  CHECK(findings(checks).empty());
}

TEST_CASE("a structure that fails nearly everywhere is none") {
  Report r;
  std::vector<RowOf> rows;
  for (int i = 0; i < 6; ++i) rows.push_back({"项目" + std::to_string(i), {std::to_string(i + 3) + ".00", "1.10", "1.30"}});
  add_table(r, "表", {{"合计"}, {"甲", 0}, {"乙", 0}}, rows);
  CHECK(findings(r.audit()).empty());
}

TEST_CASE("hostile tables cost about their size") {
  Report r;
  std::vector<ColumnOf> columns{{"合计"}};
  for (int c = 1; c < 20; ++c) columns.push_back({"列" + std::to_string(c), 0});
  std::vector<RowOf> rows;
  for (int i = 0; i < 2000; ++i) {
    RowOf row{"同一个名称", {}, "", i > 0 ? 0U : no_id};
    for (int c = 0; c < 20; ++c) row.cells.push_back(std::to_string(i + c + 1));
    if (i % 3 == 0) row.kind = RowKind::total;
    rows.push_back(std::move(row));
  }
  add_table(r, "支出决算表", columns, rows);
  CHECK(r.audit().size() < 50000);
}

TEST_CASE("a table that goes on after a page break is no sum of what stands on one page") {
  const auto audit = [](const std::string& second_title) {
    Report r;
    add_table(r, "基本支出表", {{"金额"}, {"上年"}}, {{"商品和服务支出", {"90.00", "30.00"}}, {"办公费", {"30.00", "30.00"}, "", 0}}, 7);
    add_table(r, second_title, {{"金额"}, {"上年"}},
              {{"水费", {"60.00", "10.00"}, "", 2}, {"资本性支出", {"5.00", "5.00"}, "", 2}, {"合计", {"95.00", "15.00"}, "", no_id, RowKind::total}},
              7);
    return findings(r.audit()).size();
  };
  CHECK(audit("基本支出表") == 0);
  CHECK(audit("另一张表") > 0);
}

TEST_CASE("a total with one column read of its parts says nothing of the others") {
  Report r;
  add_table(r, "收支总表", {{"合计"}, {"政府性基金", 0}},
            {{"教育支出", {"70.00", ""}}, {"城乡支出", {"20.00", "20.00"}}, {"本年支出", {"90.00", "20.00"}}});
  CHECK(findings(r.audit()).empty());
}

TEST_CASE("a column of changes adds up with its signs") {
  const auto findings_with = [](const std::string& total) {
    Report r;
    add_table(
        r, "支出预算表", {{"增减额", no_id, false, Basis::none, Aspect::change}, {"预算数"}},
        {{"农林水支出", {total, "80.00"}, "213"}, {"行政运行", {"25.00", "30.00"}, "2130101", 0}, {"科技推广", {"110.00", "50.00"}, "2130106", 0}});
    for (const std::uint32_t row : {0U, 2U}) r.figure(r.extraction.panels[0].at(row, 0)).direction = Direction::decrease;
    r.figure(r.extraction.panels[0].at(1, 0)).direction = Direction::increase;
    return findings(r.audit()).size();
  };
  CHECK(findings_with("85.00") == 0);
  CHECK(findings_with("135.00") > 0);
}
