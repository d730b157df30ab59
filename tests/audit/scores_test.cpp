#include "table.h"

using namespace gouji;
using namespace gouji::audit;

namespace {

// A self-evaluation of 云山县's record office: the funds with the score of the rate, then the indicators in two groups, then 总分.
struct Scores {
  std::string rate = "95%", rate_score = "9.5分", total = "97.5分", first = "48分", weight = "50分", second_full = "40分";
};

Report self_evaluation(const Scores& s = {}) {
  Report r;
  add_table(r, "整体支出自评",
            {{"全年预算数", no_id, false, Basis::budget_adjusted},
             {"全年执行数", no_id, false, Basis::executed},
             {"执行率", no_id, false, Basis::none, Aspect::completion},
             {"分值", no_id, false, Basis::none, Aspect::full_score},
             {"得分", no_id, false, Basis::none, Aspect::score}},
            {{"年度资金总额", {"200.00", "190.00", s.rate, "10分", s.rate_score}}}, 5);
  add_table(r, "整体支出自评",
            {{"指标值", no_id, false, Basis::target},
             {"完成值", no_id, false, Basis::actual},
             {"分值", no_id, false, Basis::none, Aspect::full_score},
             {"得分", no_id, false, Basis::none, Aspect::score}},
            {{"整理档案", {"300件", "310件", "50分", s.first}},
             {"群众满意度", {"95%", "96%", s.second_full, "40分"}},
             {"总分", {"", "", "100分", s.total}, "", no_id, RowKind::total}},
            5);
  // The groups' weights stand in labels, outside of the cells.
  for (const std::uint32_t row : {1U, 2U}) {
    const FigureId id = r.count(row == 1 ? "产出指标" : "效益指标", row == 1 ? s.weight.substr(0, 2) : "40", "分");
    Figure& f = r.figure(id);
    f.kind = Kind::score;
    f.aspect = Aspect::full_score;
    f.table = 5;
    f.row = row + 10;
    f.column = 0;
  }
  for (Figure& f : r.extraction.figures)
    if (f.table == 5 && f.column != 0 && &f - r.extraction.figures.data() >= 5) f.row += 10;  // below the funds
  return r;
}

std::vector<Check> bad_with(const Scores& s) {
  Report r = self_evaluation(s);
  return findings(r.audit());
}

}  // namespace

TEST_CASE("scores add up to their total, full scores to 100 and to the weight of their group") {
  Report r = self_evaluation();
  const auto checks = r.audit();
  CHECK(findings(checks).empty());
  CHECK(of_rule(checks, Rule::score).size() >= 8);
  CHECK(of_rule(checks, Rule::rate).size() == 1);
  for (const Check& c : of_rule(checks, Rule::score)) CHECK((c.verdict == Verdict::exact || c.verdict == Verdict::rounding));
}

TEST_CASE("a wrong score, weight or total is found") {
  CHECK(bad_with({"95%", "9.5分", "79.5分"}).size() == 1);
  CHECK(bad_with({"95%", "9.5分", "97.5分", "46分"}).size() == 1);
  CHECK_FALSE(bad_with({"95%", "9.5分", "97.5分", "48分", "60分"}).empty());
  CHECK(bad_with({"59%"}).size() == 1);  // the rate against its amounts
}

TEST_CASE("a score above its full score is a finding") {
  const auto bad = bad_with({"95%", "9.5分", "101.5分", "52分"});
  REQUIRE(bad.size() == 1);
  CHECK(bad[0].message == "整理档案：得分高于分值50分。");
}

TEST_CASE("the score of the rate is the rate's share of its full score, else asked") {
  Report r = self_evaluation({"95%", "9分", "97分"});
  std::size_t asked = 0;
  for (const Check& c : r.audit()) asked += c.verdict == Verdict::query ? 1 : 0;
  CHECK(asked == 1);
}

namespace {

Verdict attained(std::string target, Comparator mark, std::string done, std::string name = "办理业务") {
  Report r;
  add_table(r, "表", {{"指标值", no_id, false, Basis::target}, {"完成值", no_id, false, Basis::actual}},
            {{std::move(name), {std::move(target), std::move(done)}}});
  r.figure(r.extraction.panels[0].cells[0]).comparator = mark;
  return only(r.audit(), Rule::attainment).verdict;
}

}  // namespace

TEST_CASE("targets are met or asked about, never a finding") {
  CHECK(attained("300件", Comparator::at_least, "594件") == Verdict::exact);
  CHECK(attained("300件", Comparator::at_least, "254件") == Verdict::query);
  CHECK(attained("300件", Comparator::equal, "300件") == Verdict::exact);
  CHECK(attained("98%", Comparator::at_least, "97%") == Verdict::query);
  CHECK(attained("120.00", Comparator::at_most, "110.00") == Verdict::exact);
  CHECK(attained("120.00", Comparator::at_most, "130.00") == Verdict::query);
  CHECK(attained("120.00", Comparator::equal, "110.00", "成本控制") == Verdict::exact);
}

TEST_CASE("the control rate is staff over posts") {
  const auto run = [](std::string rate) {
    Report r;
    add_table(r, "基础数据", {{"编制数"}, {"2024年实际在职人数"}, {"控制率"}}, {{"财政供养人员", {"110人", "98人", std::move(rate)}}});
    return only(r.audit(), Rule::rate).verdict;
  };
  CHECK(run("89.1%") == Verdict::exact);
  CHECK(run("90.9%") == Verdict::inconsistent);
}
