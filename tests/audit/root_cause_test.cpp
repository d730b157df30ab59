// One cause, one finding: whom failed and held relations together speak against, and what may have gone wrong.
#include "table.h"

using namespace gouji;
using namespace gouji::audit;

namespace {

// The findings that are no consequence of another.
std::vector<Check> roots(const std::vector<Check>& checks) {
  std::vector<Check> out;
  for (const Check& c : findings(checks))
    if (c.caused_by == no_id) out.push_back(c);
  return out;
}

// 合计 of three rows and of two columns, in 万元.
std::vector<RowOf> rows(std::vector<std::vector<std::string>> cells) {
  static const char* names[] = {"合计", "办公费", "印刷费", "差旅费"};
  std::vector<RowOf> out;
  for (std::size_t i = 0; i < cells.size(); ++i) out.push_back({names[i], cells[i], {}, i == 0 ? no_id : 0, i == 0 ? RowKind::total : RowKind::item});
  return out;
}
const std::vector<ColumnOf> columns{{"合计"}, {"基本支出", 0}, {"项目支出", 0}};

}  // namespace

TEST_CASE("a wrong cell of a table breaks its row and its column: one finding that names it") {
  // 印刷费·基本支出 is 45.67; it stands as 54.67.
  Report r;
  add_table(r, "支出明细表", columns,
            rows({{"324.34", "196.67", "127.67"}, {"120.50", "80.50", "40.00"}, {"95.67", "54.67", "50.00"}, {"108.17", "70.50", "37.67"}}));
  const auto found = roots(r.audit());
  REQUIRE(found.size() == 1);
  REQUIRE(found[0].blamed);
  CHECK(r.document.view(r.figure(found[0].blamed->figure).number) == "54.67");
  CHECK(found[0].blamed->would_be == decimal("456700"));
  CHECK(found[0].hint == "相邻数字可能颠倒");
  CHECK(found[0].message.find("若印刷费 54.67万元为45.67万元，则2项核对全部成立。") != std::string::npos);
}

TEST_CASE("two wrong numbers far apart are two findings") {
  Report r;
  for (const char* part : {"54.67", "45.76"}) {
    const FigureId total = r.amount("培训支出", "345.67");
    const FigureId a = r.amount("场地费", "300.00");
    const FigureId b = r.amount("资料费", part);  // 45.67
    r.share(b, "13.21", "培训支出");
    r.breakdown(total, {a, b}, Marker::consists);
    r.section();
  }
  const auto found = roots(r.audit());
  REQUIRE(found.size() == 2);
  for (const Check& c : found) {
    REQUIRE(c.blamed);
    CHECK(c.blamed->would_be == decimal("456700"));
  }
}

TEST_CASE("of the figures of one failing sum the one that a slip explains is named") {
  struct Case {
    const char* name;
    const char* total;
    std::vector<const char*> parts;
    const char* blamed;    // nullptr: nobody
    const char* would_be;  // in 元
    const char* hint;
  };
  const Case cases[] = {
      {"two digits swapped", "465.12", {"124.41", "331.71"}, "465.12", "4561200", "相邻数字可能颠倒"},
      {"a part left out", "345.67", {"123.41", "222.26", "87.35"}, "345.67", "4330200", "差额等于丙 87.35万元，合计可能漏计此项"},
      {"a part counted twice", "643.51", {"123.41", "222.26", "148.92"}, "643.51", "4945900", "差额等于丙 148.92万元，合计可能重复计入此项"},
      {"a point misplaced", "36.801", {"123.41", "244.60"}, "36.801", "3680100", "小数点可能错位（×10）"},
      {"nothing that explains it", "500.00", {"123.41", "222.26", "87.35"}, nullptr, nullptr, ""},
  };
  for (const Case& c : cases) {
    INFO(c.name);
    Report r;
    const FigureId total = r.amount("会议支出", c.total);
    std::vector<FigureId> parts;
    static const char* names[] = {"甲", "乙", "丙"};
    for (std::size_t i = 0; i < c.parts.size(); ++i) parts.push_back(r.amount(names[i], c.parts[i]));
    r.breakdown(total, parts, Marker::consists);
    const Check check = only(r.audit(), Rule::sum);
    CHECK(check.verdict == Verdict::inconsistent);
    CHECK(check.hint == c.hint);
    REQUIRE(check.blamed.has_value() == (c.blamed != nullptr));
    if (c.blamed == nullptr) continue;
    CHECK(r.document.view(r.figure(check.blamed->figure).number) == c.blamed);
    CHECK(check.blamed->would_be == decimal(c.would_be));
  }
}

TEST_CASE("a number that other relations confirm is not blamed") {
  // 基本支出 and its share agree, so of 总支出 = 基本支出 + 项目支出 the project spending is wrong.
  Report r;
  const FigureId total = r.amount("总支出", "1000.00");
  const FigureId basic = r.amount("基本支出", "437.00");
  r.share(basic, "43.70", "总支出");
  const FigureId projects = r.amount("项目支出", "611.00");
  r.breakdown(total, {basic, projects}, Marker::consists);
  const Check check = only(r.audit(), Rule::sum);
  REQUIRE(check.blamed);
  CHECK(check.blamed->figure == projects);
  CHECK(check.blamed->would_be == decimal("5630000"));
}

TEST_CASE("a share that is wrong is blamed before its amounts") {
  Report r;
  const FigureId total = r.amount("总支出", "1107.50");
  const FigureId part = r.amount("项目支出", "885.83");
  const FigureId share = r.share(part, "85.21", "总支出");
  (void)total;
  const Check check = only(r.audit(), Rule::share);
  REQUIRE(check.blamed);
  CHECK(check.blamed->figure == share);
  CHECK(check.blamed->would_be == decimal("0.7998"));
  CHECK(check.message.find("若项目支出 85.21%为79.98%，则相符。") != std::string::npos);
}

TEST_CASE("an amount that two shares speak against is mended to what both allow") {
  // 885.83 stands as 835.83: of 1107.50 it is 79.98%, and of 2000.00 it is 44.29%.
  Report r;
  r.amount("总支出", "1107.50");
  r.amount("总收入", "2000.00");
  const FigureId part = r.amount("项目支出", "835.83");
  r.share(part, "79.98", "总支出");
  r.share(part, "44.29", "总收入");
  const auto found = roots(r.audit());
  REQUIRE(found.size() == 1);
  REQUIRE(found[0].blamed);
  CHECK(found[0].blamed->figure == part);
  CHECK(found[0].blamed->would_be == decimal("8858300"));
  CHECK(found[0].hint == "可能有一位数字写错");
}

TEST_CASE("last year's number left standing") {
  Report r;
  add_table(r, "支出明细表", {{"2022年决算数"}, {"2023年决算数"}},
            {{"合计", {"250.35", "331.75"}, {}, no_id, RowKind::total},
             {"办公费", {"120.10", "180.25"}, {}, 0},
             {"印刷费", {"130.25", "130.25"}, {}, 0}});  // 151.50 of 2023
  for (const FigureId id : {0U, 2U, 4U}) r.figure(id).period = {{2022}, Origin::column};
  const auto found = roots(r.audit());
  REQUIRE(found.size() == 1);
  CHECK(found[0].hint == "与2022年的数相同，可能沿用了该年的数");
}

TEST_CASE("two values of one name whose difference is a known scope are asked about") {
  struct Case {
    const char* name;
    Verdict verdict;
  };
  for (const Case& c : {Case{"其他资金", Verdict::query}, Case{"办公费", Verdict::inconsistent}}) {
    INFO(c.name);
    Report r;
    r.amount("一般公共预算项目支出", "124.56");
    r.section();
    r.amount("一般公共预算项目支出", "1234.56");
    r.section();
    r.amount(c.name, "1110.00");
    r.amount("差旅费", "27.11");
    const Check check = only(r.audit(), Rule::equal);
    CHECK(check.verdict == c.verdict);
    if (c.verdict == Verdict::query) CHECK(check.hint == "差额等于其他资金 1110.00万元，两处口径可能不同");
  }
}

TEST_CASE("a number that stands elsewhere under the same name tells which figure of a failed relation is wrong") {
  Report r;
  add_table(r, "支出情况表", {{"合计"}}, {{"教育支出", {"106.28"}}});
  r.section();
  const FigureId level = r.amount("教育支出", "117.97");
  r.change(level, "25.59", Direction::decrease);
  r.rate(level, "19.4", Direction::decrease);
  const auto found = findings(r.audit());
  REQUIRE(found.size() == 1);
  REQUIRE(found[0].blamed);
  CHECK(found[0].blamed->figure == level);
  CHECK(found[0].blamed->would_be == decimal("1062800"));
}
