// The ledger: every obligation, whether it ran, and why not.
#include <algorithm>

#include "table.h"

using namespace gouji;
using namespace gouji::audit;

namespace {

std::vector<Obligation> of_kind(const Audited& audited, std::string_view kind) {
  std::vector<Obligation> out;
  std::copy_if(audited.coverage.begin(), audited.coverage.end(), std::back_inserter(out),
               [&](const Obligation& o) { return std::string_view(o.text).starts_with(kind); });
  return out;
}

}  // namespace

TEST_CASE("a breakdown and its shares are obligations that ran") {
  Report r;
  const FigureId total = r.amount("总支出", "1000.00");
  const FigureId basic = r.amount("基本支出", "400.00");
  r.share(basic, "40.00", "总支出");
  const FigureId projects = r.amount("项目支出", "600.00");
  r.breakdown(total, {basic, projects}, Marker::consists);
  const Audited audited = r.run();
  const auto breakdowns = of_kind(audited, "分项：");
  REQUIRE(breakdowns.size() == 1);
  CHECK(breakdowns[0].ran);
  CHECK(audited.checks[breakdowns[0].check].rule == Rule::sum);
  CHECK(breakdowns[0].text == "分项：总支出 1000.00万元");
  const auto shares = of_kind(audited, "占比：");
  REQUIRE(shares.size() == 1);
  CHECK(shares[0].ran);
}

TEST_CASE("what could not be checked says why") {
  SECTION("one part alone") {
    Report r;
    const FigureId total = r.amount("总支出", "1000.00");
    const FigureId basic = r.amount("基本支出", "400.00");
    r.breakdown(total, {basic}, Marker::of_which);
    const auto found = of_kind(r.run(Language::zh), "分项：");
    REQUIRE(found.size() == 1);
    CHECK_FALSE(found[0].ran);
    CHECK(found[0].check == no_id);
    CHECK(found[0].why == "只列出一个部分");
  }
  SECTION("a share of what is not printed") {
    Report r;
    r.share(r.amount("项目支出", "400.00"), "40.00", "全县生产总值");
    const auto found = of_kind(r.run(Language::zh), "占比：");
    REQUIRE(found.size() == 1);
    CHECK_FALSE(found[0].ran);
    CHECK_FALSE(found[0].why.empty());
  }
}

TEST_CASE("the total row and the total column of a table are one obligation each") {
  Report r;
  add_table(r, "支出明细表", {{"合计"}, {"基本支出", 0}, {"项目支出", 0}},
            {{"合计", {"300.00", "200.00", "100.00"}, {}, no_id, RowKind::total},
             {"办公费", {"120.00", "80.00", "40.00"}, {}, 0},
             {"印刷费", {"180.00", "120.00", "60.00"}, {}, 0}});
  const auto found = of_kind(r.run(Language::zh), "表内合计：");
  REQUIRE(found.size() == 2);
  CHECK(found[0].ran);
  CHECK(found[1].ran);
  CHECK(found[0].text == "表内合计：支出明细表·合计");
}
