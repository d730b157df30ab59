// The identities of the standard forms, on tables of an invented office.
#include "table.h"

using namespace gouji;
using namespace gouji::audit;

namespace {

const Obligation& obligation(const Audited& audited, const std::string& part) {
  for (const Obligation& o : audited.coverage)
    if (o.text.find(part) != std::string::npos) return o;
  FAIL("no obligation " << part);
  return audited.coverage.front();
}

// 收入支出决算总表 of 云山县: two blocks of one table.
void add_summary(Report& r, std::string income, std::string spending) {
  add_table(r, "收入支出决算总表", {{"收入/决算数"}},
            {{"财政拨款收入", {income}, "", 2, RowKind::item, false, "一、财政拨款收入"},
             {"事业收入", {""}, "", 2, RowKind::item, false, "二、事业收入"},
             {"本年收入合计", {income}, "", 4, RowKind::subtotal},
             {"年初结转和结余", {"12.00"}, "", 4},
             {"总计", {"512.00"}, "", no_id, RowKind::total}},
            90);
  add_table(r, "收入支出决算总表", {{"支出/决算数"}},
            {{"一般公共服务支出", {spending}, "", 3, RowKind::item, false, "一、一般公共服务支出"},
             {"外交支出", {""}, "", 3, RowKind::item, false, "二、外交支出"},
             {"住房保障支出", {"30.00"}, "", 3, RowKind::item, false, "十九、住房保障支出"},
             {"本年支出合计", {"504.00"}, "", 5, RowKind::subtotal},
             {"年末结转和结余", {"8.00"}, "", 5},
             {"总计", {"512.00"}, "", no_id, RowKind::total}},
            90);
}

}  // namespace

TEST_CASE("the identities of a recognised form are run, or the report is told why not") {
  Report r;
  add_summary(r, "500.00", "474.00");
  const Audited audited = r.run();
  CHECK(findings(audited.checks).empty());
  CHECK(obligation(audited, "收入:总计 = 支出:总计").ran);
  CHECK(obligation(audited, "收入:本年收入合计 = 收入:Σ一、").ran);
  CHECK(obligation(audited, "支出:总计 = 支出:本年支出合计 + ").ran);
  const Obligation& other = obligation(audited, "《支出决算表》");
  CHECK_FALSE(other.ran);
  CHECK(other.why == "报告中没有与之勾稽的表");
  CHECK(audited.checks[other.check].verdict == Verdict::not_checkable);
}

TEST_CASE("a wrong cell of a form is one finding, however many identities it breaks") {
  Report r;
  add_summary(r, "500.00", "447.00");  // 474.00
  const Audited audited = r.run();
  const auto bad = findings(audited.checks);
  REQUIRE(bad.size() == 1);
  CHECK(bad[0].formula == "收入支出决算总表·支出/决算数：本年支出合计 = 一般公共服务支出 + 住房保障支出：504.00 ≠ 447.00 + 30.00（=477.00）");
  CHECK(obligation(audited, "支出:本年支出合计 = 支出:Σ一、").check < audited.checks.size());
  Report income;
  add_summary(income, "590.00", "474.00");
  const Audited two = income.run();
  std::size_t roots = 0;
  for (const Check& c : findings(two.checks)) roots += c.caused_by == no_id ? 1 : 0;
  CHECK(findings(two.checks).size() >= 2);
  CHECK(roots == 1);
}

TEST_CASE("identities reach across forms") {
  Report r;
  add_summary(r, "500.00", "474.00");
  add_table(r, "支 出 决 算 表", {{"本年支出合计"}, {"基本支出"}, {"项目支出"}},
            {{"合计", {"540.00", "300.00", "240.00"}, "", no_id, RowKind::total},
             {"一般公共服务支出", {"510.00", "280.00", "230.00"}, "201", 0},
             {"住房保障支出", {"30.00", "20.00", "10.00"}, "221", 0}},
            91);
  const Audited audited = r.run();
  const auto bad = findings(audited.checks);
  REQUIRE(bad.size() == 1);
  CHECK(bad[0].rule == Rule::identity);
  CHECK(bad[0].formula == "收入支出决算总表·本年支出合计·支出/决算数 = 支出决算表·合计·本年支出合计：504.00 ≠ 540.00（=540.00）");
  CHECK(obligation(audited, "支出:本年支出合计 = 《支出决算表》合计·合计").ran);
  CHECK(obligation(audited, "*·合计 = *·基本支出").ran);
}

TEST_CASE("remainders: what was there, came in and went out") {
  Report r;
  const auto run = [](std::string end) {
    Report report;
    add_table(report, "政府性基金预算财政拨款收入支出决算表",
              {{"年初结转和结余"}, {"本年收入"}, {"本年支出/小计"}, {"本年支出/基本支出"}, {"本年支出/项目支出"}, {"年末结转和结余"}},
              {{"合计", {"5.00", "20.00", "22.00", "", "22.00", std::move(end)}, "", no_id, RowKind::total}});
    return findings(report.audit()).size();
  };
  CHECK(run("3.00") == 0);
  CHECK(run("4.00") == 1);
}

TEST_CASE("economic classes: people and running costs") {
  Report r;
  const std::vector<ColumnOf> column{{"决算数"}};
  add_table(r, "一般公共预算财政拨款基本支出决算明细表", column,
            {{"工资福利支出", {"80.00"}, "301"},
             {"基本工资", {"50.00"}, "30101", 0},
             {"津贴补贴", {"30.00"}, "30102", 0},
             {"人员经费合计", {"95.00"}, "", no_id, RowKind::total},
             {"对个人和家庭的补助", {"15.00"}, "303"}},
            7);
  add_table(r, "一般公共预算财政拨款基本支出决算明细表", column,
            {{"商品和服务支出", {"20.00"}, "302"}, {"办公费", {"21.00"}, "30201", 0}, {"公用经费合计", {"20.00"}, "", no_id, RowKind::total}}, 7);
  const Audited audited = r.run();
  REQUIRE(findings(audited.checks).size() == 1);
  CHECK(findings(audited.checks)[0].rule == Rule::hierarchy);
  CHECK(obligation(audited, "人员经费合计 = #301 + #303").ran);
  CHECK(obligation(audited, "#302 = Σ#302??").ran);
  CHECK(obligation(audited, "#399 = ").why == "表中没有所需的行或列");
}

TEST_CASE("a form whose cells are blank says so") {
  Report r;
  add_table(r, "国有资本经营预算财政拨款支出决算表", {{"本年支出/合计"}, {"本年支出/基本支出"}, {"本年支出/项目支出"}},
            {{"合计", {"", "", ""}, "", no_id, RowKind::total}});
  const Audited audited = r.run();
  CHECK(obligation(audited, "*·合计").why == "所需的单元格为空");
}

TEST_CASE("two layouts of one form are told apart by their headers") {
  Report r;
  add_table(r, "财政拨款“三公”经费支出决算表",
            {{"预算数/合计"},
             {"预算数/因公出国（境）费"},
             {"预算数/公务用车购置及运行维护费/小计"},
             {"预算数/公务用车购置及运行维护费/公务用车购置费"},
             {"预算数/公务用车购置及运行维护费/公务用车运行维护费"},
             {"预算数/公务接待费"},
             {"决算数/合计"},
             {"决算数/公务接待费"}},
            {{"", {"9.00", "", "6.00", "", "6.00", "3.00", "2.50", "2.50"}}});
  const Audited wide = r.run();
  CHECK(findings(wide.checks).empty());
  CHECK(obligation(wide, "*·预算数/合计").ran);
  CHECK(obligation(wide, "*·决算数/合计").ran);
  Report tall;
  add_table(tall, "“三公”经费支出决算表", {{"预算数"}, {"决算数"}},
            {{"合计", {"9.00", "8.00"}, "", no_id, RowKind::total},
             {"因公出国（境）费", {"", ""}},
             {"公务用车购置及运行维护费", {"6.00", "5.00"}},
             {"公务接待费", {"3.00", "2.00"}}});
  const Audited rows = tall.run();
  REQUIRE(findings(rows.checks).size() == 1);
  CHECK(findings(rows.checks)[0].difference == "10000");
}
