#include <set>

#include "report.h"

using namespace gouji;
using namespace gouji::audit;

TEST_CASE("one wrong number that breaks several relations is one finding") {
  Report r;
  const FigureId total = r.amount("总支出", "1000.00");
  const FigureId basic = r.amount("基本支出", "400.00");
  r.share(basic, "40.00", "总支出");
  const FigureId projects = r.amount("项目支出", "900.00");  // 600.00
  r.share(projects, "60.00", "总支出");
  r.breakdown(total, {basic, projects}, Marker::of_which);
  const auto checks = r.audit();
  const auto bad = findings(checks);
  REQUIRE(bad.size() == 2);
  std::size_t roots = 0;
  for (const Check& c : bad) {
    REQUIRE(c.blamed);
    CHECK(c.blamed->figure == projects);
    CHECK(c.blamed->would_be == decimal("6000000"));
    if (c.caused_by == no_id)
      ++roots;
    else
      CHECK(checks[c.caused_by].caused_by == no_id);
  }
  CHECK(roots == 1);
  CHECK(bad[0].message.find("若项目支出 900.00万元为600万元") != std::string::npos);
}

TEST_CASE("a sum that fails alone does not say which operand is wrong") {
  Report r;
  const FigureId total = r.amount("总支出", "1000.00");
  const FigureId a = r.amount("甲", "400.00");
  const FigureId b = r.amount("乙", "500.00");
  r.breakdown(total, {a, b}, Marker::colon);
  CHECK_FALSE(only(r.audit(), Rule::sum).blamed);
}

TEST_CASE("ids survive other values, evidence does not") {
  const auto run = [](const char* part) {
    Report r;
    const FigureId total = r.amount("总支出", "1000.00");
    const FigureId a = r.amount("甲", "400.00");
    const FigureId b = r.amount("乙", part);
    r.breakdown(total, {a, b}, Marker::colon);
    return only(r.audit(), Rule::sum);
  };
  const Check one = run("600.00");
  const Check two = run("700.00");
  CHECK(one.id == two.id);
  CHECK(one.evidence != two.evidence);
  CHECK(one.id.size() == 32);
  CHECK(one.id == run("600.00").id);
}

TEST_CASE("every check has an id of its own") {
  Report r;
  for (int i = 0; i < 3; ++i) {
    const FigureId total = r.amount("总支出", "1000.00");
    const FigureId a = r.amount("甲", "400.00");
    const FigureId b = r.amount("乙", "600.00");
    r.breakdown(total, {a, b}, Marker::colon);
    r.sentence();
  }
  std::set<std::string> ids;
  const auto checks = r.audit();
  for (const Check& c : checks) ids.insert(c.id);
  CHECK(ids.size() == checks.size());
}

TEST_CASE("messages in English") {
  Report r;
  const FigureId total = r.amount("总支出", "1000.00");
  const FigureId a = r.amount("甲", "400.00");
  const FigureId b = r.amount("乙", "500.00");
  r.breakdown(total, {a, b}, Marker::colon);
  CHECK(only(r.audit(Language::en), Rule::sum).message == "总支出 1000.00万元 does not agree with what it is made of.");
}

TEST_CASE("relations of hostile size and broken ids are survived") {
  Report r;
  std::vector<FigureId> parts;
  const FigureId total = r.amount("总支出", "999999999999999999", "亿元");
  for (int i = 0; i < 2000; ++i) parts.push_back(r.amount("总支出", "999999999999999999", "亿元"));
  r.breakdown(total, parts, Marker::colon);
  r.breakdown(parts[0], {total, parts[1]}, Marker::colon);  // a circle
  r.share(parts[0], "50", "总支出");
  CHECK_FALSE(r.audit().empty());
}
