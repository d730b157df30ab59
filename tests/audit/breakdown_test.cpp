#include <rapidcheck.h>

#include "table.h"

using namespace gouji;
using namespace gouji::audit;

TEST_CASE("a breakdown that says it is all of the total must add up") {
  Report r;
  const FigureId total = r.amount("总支出", "100.50");
  const FigureId a = r.amount("基本工资", "60.25");
  const FigureId b = r.amount("津贴补贴", "40.20");
  r.breakdown(total, {a, b}, Marker::colon);
  const Check c = only(r.audit(), Rule::sum);
  CHECK(c.verdict == Verdict::inconsistent);
  CHECK(c.severity == Severity::error);
  CHECK(c.formula == "100.50 ≠ 60.25 + 40.20（=100.45）");
  CHECK(c.computed == "1004500");
  CHECK(c.difference == "500");
  CHECK(c.operands.size() == 3);
  CHECK(c.operands[0].figure == total);
}

TEST_CASE("其中 is all of it only where the words say so") {
  struct Case {
    const char *first, *second;
    const char* sum_of_parts;  // of a total of 100
    bool finding;
  };
  const Case cases[] = {
      {"基本支出", "项目支出", "30", true},     // known to divide a whole
      {"基本支出", "项目支出", "70", false},    // and it adds up
      {"税收返还", "其他收入", "30", true},     // 其他 closes a list
      {"教育投入", "卫生投入", "35.5", false},  // less: others are not named
      {"民生投入", "教育投入", "90", false},    // more: they may overlap
  };
  for (const Case& c : cases) {
    INFO(c.first << " " << c.sum_of_parts);
    Report r;
    const FigureId total = r.amount("合计", "100.00");
    const FigureId a = r.amount(c.first, "30.00");
    const FigureId b = r.amount(c.second, c.sum_of_parts);
    r.breakdown(total, {a, b}, Marker::of_which);
    CHECK(findings(r.audit()).size() == (c.finding ? 1U : 0U));
  }
}

TEST_CASE("an open list is never more than its total, and may be less") {
  for (const char* second : {"20.00", "80.00"}) {
    Report r;
    const FigureId total = r.amount("项目支出", "90.00");
    const FigureId a = r.amount("道路", "40.00");
    const FigureId b = r.amount("桥梁", second);
    r.breakdown(total, {a, b}, Marker::consists).open = true;
    const Check c = only(r.audit(), Rule::sum);
    CHECK(c.verdict == (std::string(second) == "80.00" ? Verdict::inconsistent : Verdict::not_checkable));
    CHECK_FALSE((c.verdict == Verdict::not_checkable && c.why.empty()));
  }
}

TEST_CASE("what does not belong into a sum is left out of it") {
  Report r;
  const FigureId total = r.amount("总支出", "100");
  const FigureId a = r.amount("甲", "60");
  const FigureId b = r.amount("乙", "40");
  const FigureId people = r.count("职工", "35");
  const FigureId last_year = r.amount("甲", "55");
  r.figure(last_year).period = {{2022}, Origin::clause};
  r.breakdown(total, {a, b, people, last_year}, Marker::colon);
  CHECK(findings(r.audit()).empty());

  Report averages;
  const FigureId all = averages.amount("居民人均可支配收入", "51000", "元");
  const FigureId town = averages.amount("城镇居民人均可支配收入", "61000", "元");
  const FigureId country = averages.amount("农村居民人均可支配收入", "32000", "元");
  averages.breakdown(all, {town, country}, Marker::of_which);
  CHECK(findings(averages.audit()).empty());
}

TEST_CASE("a single part never makes a sum") {
  Report r;
  const FigureId total = r.amount("总支出", "100");
  const FigureId a = r.amount("其他支出", "60");
  r.breakdown(total, {a}, Marker::consists);
  CHECK(r.audit().empty());
}

TEST_CASE("a total of the wrong unit is a suspect unit") {
  Report r;
  const FigureId total = r.amount("支出合计", "1350.5", "元");
  const FigureId a = r.amount("基本支出", "350.25");
  const FigureId b = r.amount("项目支出", "1000.25");
  r.breakdown(total, {a, b}, Marker::total_then_parts);
  const Check c = only(r.audit(), Rule::sum);
  CHECK(c.verdict == Verdict::suspect_unit);
  CHECK(c.formula == "1350.5元 ≠ 350.25万元 + 1000.25万元（=1350.50万元）");
  REQUIRE(c.blamed);
  CHECK(c.blamed->figure == total);
  CHECK(c.blamed->would_be == decimal("13505000"));
  CHECK(c.hint == "1350.5元的单位可能有误（×10000）");
}

TEST_CASE("the change of the whole is the sum of the changes of its parts, each with its direction") {
  for (const char* last : {"20.00", "25.00"}) {
    Report r;
    const FigureId level = r.amount("支出总计", "900.00");
    r.change(level, "100.00", Direction::increase);
    r.sentence();
    r.words("其中：");
    const auto part = [&](const char* name, const char* number, Direction direction) {
      const FigureId id = r.amount(name, number);
      r.figure(id).aspect = Aspect::change;
      r.figure(id).direction = direction;
      r.figure(id).versus = Versus::prior_year;
    };
    part("教育支出", "150.00", Direction::increase);
    part("农林水支出", "70.00", Direction::decrease);
    part("其他支出", last, Direction::increase);
    const Check c = only(r.audit(), Rule::sum);
    CHECK(c.verdict == (std::string(last) == "20.00" ? Verdict::exact : Verdict::inconsistent));
  }
}

TEST_CASE("a change of 2% or more in any operand of a whole breakdown is found") {
  rc::check([] {
    const auto parts = *rc::gen::container<std::vector<std::int64_t>>(rc::gen::inRange<std::int64_t>(10'000, 999'999));
    RC_PRE(parts.size() >= 2 && parts.size() <= 12);
    std::int64_t sum = 0;
    for (const std::int64_t p : parts) sum += p;
    std::vector<std::int64_t> all{sum};
    all.insert(all.end(), parts.begin(), parts.end());
    const auto wrong = *rc::gen::inRange<std::size_t>(0, all.size());
    const auto run = [&] {
      Report r;
      std::vector<FigureId> ids;
      for (std::size_t i = 0; i < all.size(); ++i) {
        std::string digits = std::to_string(all[i]);
        digits.insert(digits.size() - 2, ".");
        ids.push_back(r.amount("部分" + std::to_string(i) + "支出", digits));
      }
      r.breakdown(ids[0], {ids.begin() + 1, ids.end()}, Marker::colon);
      return findings(r.audit()).size();
    };
    RC_ASSERT(run() == 0U);
    all[wrong] += all[wrong] / 50 + 1;
    RC_ASSERT(run() == 1U);
  });
}

// 债券收入65.44亿元（新增债券18.2亿元、再融资债券47.24亿元): the extractor gives such a list no marker.
TEST_CASE("a list in brackets fails only where one slip of the pen is all that parts it from holding") {
  struct Case {
    const char *first, *second;  // of a total of 65.44
    bool held, finding;
  };
  const Case cases[] = {
      {"18.20", "47.24", true, false},
      {"18.20", "42.24", false, true},  // one digit
      {"81.20", "47.24", false, true},  // swapped
      {"18.20", "40.11", false, false},
      {"18.20", "31.00", false, false}  // something else is left out
  };
  for (const Case& c : cases) {
    INFO(c.first << " " << c.second);
    Report r;
    const FigureId total = r.amount("路桥债券", "65.44", "亿元");
    const FigureId a = r.amount("道路", c.first, "亿元");
    const FigureId b = r.amount("桥梁", c.second, "亿元");
    r.breakdown(total, {a, b}, Marker::none);
    const std::vector<Check> checks = r.audit();
    CHECK(findings(checks).size() == (c.finding ? 1U : 0U));
    CHECK(std::any_of(checks.begin(), checks.end(), [](const Check& k) { return k.verdict == Verdict::exact; }) == c.held);
  }
  // Three digits are parted by one slip from too many numbers.
  Report r;
  const FigureId total = r.amount("路桥债券", "654", "亿元");
  const FigureId a = r.amount("道路", "182", "亿元");
  const FigureId b = r.amount("桥梁", "422", "亿元");
  r.breakdown(total, {a, b}, Marker::none);
  CHECK(findings(r.audit()).empty());
}

TEST_CASE("a semicolon after a list of commas can begin another matter") {
  struct Case {
    const char *second, *third;
    bool finding;
  };
  for (const Case& c : {Case{"30.00", "50.00", false}, Case{"35.00", "50.00", true}, Case{"20.00", "10.00", false}}) {
    INFO(c.second << " " << c.third);
    Report r;
    const FigureId total = r.amount("新增债券", "50.00", "亿元");
    const FigureId a = r.amount("一般债券", "20.00", "亿元");
    const FigureId b = r.amount("专项债券", c.second, "亿元");
    r.words("；");
    const FigureId other = r.amount("再融资债券", c.third, "亿元");
    r.breakdown(total, {a, b, other}, Marker::of_which);
    CHECK(findings(r.audit()).size() == (c.finding ? 1U : 0U));
  }
}

TEST_CASE("parts of 其中 that one digit parts from their total are asked about") {
  for (const char* second : {"191.60", "197.60", "150.25"}) {
    Report r;
    const FigureId total = r.amount("道路资金", "1029.30", "亿元");
    const FigureId a = r.amount("养护投入", "837.70", "亿元");
    const FigureId b = r.amount("新建投入", second, "亿元");
    r.breakdown(total, {a, b}, Marker::of_which);
    const std::vector<Check> checks = r.audit();
    CHECK(findings(checks).empty());
    const bool asked = std::any_of(checks.begin(), checks.end(), [](const Check& c) { return c.verdict == Verdict::query; });
    CHECK(asked == (std::string(second) == "197.60"));
  }
}

TEST_CASE("people in brackets behind a number of people") {
  for (const char* second : {"304794", "309794", "200000"}) {
    Report r;
    const FigureId total = r.count("在校生", "754113");
    const FigureId a = r.count("小学", "449319");
    const FigureId b = r.count("初中", second);
    r.breakdown(total, {a, b}, Marker::none);
    CHECK(findings(r.audit()).size() == (std::string(second) == "309794" ? 1U : 0U));
  }
}

TEST_CASE("parts whose shares come to 100% are all, whatever their list is called") {
  const auto run = [](std::string_view total, const char* last_share, bool open) {
    Report r;
    const FigureId whole = r.amount("一般公共预算支出", total);
    std::vector<FigureId> parts;
    for (const auto& [name, number, share] :
         {std::tuple{"教育支出", "60.00", "60.0"}, std::tuple{"农林水支出", "30.00", "30.0"}, std::tuple{"住房保障支出", "10.00", last_share}}) {
      parts.push_back(r.amount(name, number));
      r.share(parts.back(), share, "");
    }
    r.breakdown(whole, parts, Marker::of_which).open = open;
    return of_rule(findings(r.audit()), Rule::sum).size();
  };
  for (const bool open : {false, true}) {
    CHECK(run("100.00", "10.0", open) == 0);
    CHECK(run("120.00", "10.0", open) == 1);
    CHECK(run("120.00", "8.3", open) == 0);  // of something else, and not all
  }
}
