// Figures of tables that stand elsewhere too.
#include "table.h"

using namespace gouji;
using namespace gouji::audit;
using namespace std::string_literals;

namespace {

// A table of spending by class, and the text that speaks of it.
std::vector<Check> ties(std::string in_text, std::string title = "支出情况表", std::string heading = "支出说明", std::string name = "教育支出") {
  Report r;
  add_table(r, std::move(title), {{"合计"}, {"基本支出"}}, {{"教育支出", {"4480.61", "3350.33"}}, {"住房保障支出", {"161.51", ""}}});
  r.section();
  const auto begin = static_cast<std::uint32_t>(r.document.text.size());
  r.words(heading);
  r.document.sections.resize(2);
  r.document.sections[1].title = {begin, static_cast<std::uint32_t>(r.document.text.size())};
  r.amount(name, in_text);
  return of_rule(r.audit(), Rule::equal);
}

}  // namespace

TEST_CASE("a figure of a table and the same in the text tie out") {
  const auto checks = ties("4480.61");
  REQUIRE(checks.size() == 1);
  CHECK(checks[0].verdict == Verdict::exact);
  CHECK(checks[0].formula.find("支出情况表·教育支出·合计 = 正文·教育支出") != std::string::npos);
}

TEST_CASE("a slip of the pen between table and text is a finding, another number is none") {
  const auto slip = ties("4408.61");
  REQUIRE(slip.size() == 1);
  CHECK(slip[0].verdict == Verdict::inconsistent);
  CHECK(ties("2419.82").empty());
}

TEST_CASE("a table of one kind of money and a text of another are two things") {
  CHECK(ties("4408.61", "财政拨款支出情况表").empty());
  CHECK(ties("4408.61", "支出情况表", "财政拨款支出说明").empty());
  CHECK(ties("4408.61", "财政拨款支出情况表", "财政拨款支出说明").size() == 1);
}

TEST_CASE("two forms of one title are of two projects") {
  const auto run = [](std::string title) {
    Report r;
    add_table(r, "项目支出绩效自评表", {{"全年预算数"}}, {{"住房保障支出", {"273.45"}}});
    add_table(r, std::move(title), {{"全年预算数"}}, {{"住房保障支出", {"173.45"}}});
    return findings(r.audit()).size();
  };
  CHECK(run("项目支出绩效自评表") == 0);
  CHECK(run("项目支出情况表") == 1);
}

TEST_CASE("one label 10,000 times ties nothing and costs little") {
  Report r;
  std::vector<RowOf> rows;
  for (int i = 0; i < 10000; ++i) rows.push_back({"同一个名称", {"12.5"}});
  add_table(r, "表", {{"合计"}}, rows);
  CHECK(r.audit().empty());
}

TEST_CASE("what came in for a class and what was spent on it are two things, and so is a “三公” expense and its part in 基本支出") {
  const auto run = [](std::string first, std::string second) {
    Report r;
    add_table(r, std::move(first), {{"合计"}}, {{"公务用车运行维护费", {"180.42"}}});
    add_table(r, std::move(second), {{"合计"}}, {{"公务用车运行维护费", {"180.43"}}});
    return findings(r.audit()).size();
  };
  CHECK(run("支出决算表", "收入决算表") == 0);
  CHECK(run("基本支出情况表", "“三公”经费情况表") == 0);
  CHECK(run("支出决算表", "支出明细表") == 1);
}

TEST_CASE("a unit that stands in a column of its own names no row") {
  Report r;
  add_table(r, "产品产量表", {{"产量"}}, {{"铁合金/吨", {"4480.61"}}, {"有色金属/吨", {"4480.61"}}});
  CHECK(of_rule(r.audit(), Rule::equal).empty());
}

TEST_CASE("the score that the text gives the evaluation is the total of its table") {
  const auto run = [](std::string name, std::string title = "部门整体支出绩效自评表") {
    Report r;
    add_table(r, std::move(title), {{"分值", no_id, false, Basis::none, Aspect::full_score}, {"得分", no_id, false, Basis::none, Aspect::score}},
              {{"产出指标", {"60分", "56.6分"}}, {"效益指标", {"40分", "40分"}}, {"总分", {"100分", "96.6分"}, "", no_id, RowKind::total}});
    r.paragraph();
    const FigureId id = r.count(std::move(name), "83.2", "分");
    r.figure(id).kind = Kind::score;
    r.figure(id).aspect = Aspect::score;
    return findings(r.audit()).size();
  };
  CHECK(run("部门整体支出绩效自评得分") == 1);
  CHECK(run("自评总分") == 1);
  CHECK(run("项目支出绩效自评得分") == 0);
  CHECK(run("自评得分", "项目支出绩效自评表") == 0);
  CHECK(run("满意度得分") == 0);
}

TEST_CASE("two rows of one name in one column are two things") {
  const auto run = [](std::size_t columns) {
    Report r;
    add_table(r, "收支总表", std::vector<ColumnOf>(columns, {"金额"}),
              {{"政府性基金预算财政拨款", {columns == 1 ? "4131.18" : ""s, "4131.18"}}, {"政府性基金预算财政拨款", {"1131.18"}}});
    return findings(r.audit()).size();
  };
  CHECK(run(1) == 0);
  CHECK(run(2) == 1);
}
