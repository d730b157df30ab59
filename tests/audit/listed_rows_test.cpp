// Lists of rows that miss their total in every column: a row that is not there, or stands there twice.
#include "table.h"

using namespace gouji;
using namespace gouji::audit;

namespace {

struct Listed {
  int ordinal = 0;  // 0: no number
  std::string name;
  std::vector<std::string> cells;
};

const std::vector<Listed> whole{{1, "教育支出", {"120.00", "100.00"}},
                                {2, "科学技术支出", {"31.50", "30.20"}},
                                {3, "农林水支出", {"48.25", "50.75"}},
                                {4, "住房保障支出", {"11.40", "12.30"}}};

std::vector<Listed> without(std::size_t row) {
  std::vector<Listed> rows = whole;
  rows.erase(rows.begin() + static_cast<std::ptrdiff_t>(row));
  return rows;
}

// The rows with 支出合计 above or below, of 211.15 and 193.25.
Report table_of(const std::vector<Listed>& list, bool total_first = true, Basis second = Basis::executed,
                const std::string& title = "支出执行情况表") {
  const std::uint32_t total = total_first ? 0 : static_cast<std::uint32_t>(list.size());
  std::vector<RowOf> rows;
  const std::vector<std::string> numbers{"", "一、", "二、", "三、", "四、"};
  for (const Listed& row : list)
    rows.push_back({row.name, row.cells, "", total, RowKind::item, false, numbers[static_cast<std::size_t>(row.ordinal)] + row.name});
  rows.insert(rows.begin() + total, {"支出合计", {"211.15", "193.25"}, "", no_id, RowKind::total});
  Report r;
  add_table(r, title, {{"预算数", no_id, false, Basis::budget}, {"执行数", no_id, false, second}}, rows);
  return r;
}

std::size_t roots(const std::vector<Check>& checks) {
  std::size_t out = 0;
  for (const Check& c : findings(checks)) out += c.caused_by == no_id ? 1 : 0;
  return out;
}

}  // namespace

TEST_CASE("a list whose numbers leave one out and whose columns all lack something: one finding, a row is missing") {
  for (const std::size_t gone : {0U, 1U, 2U}) {
    const auto checks = table_of(without(gone)).audit();
    INFO(gone);
    CHECK(findings(checks).size() == 2);  // one a column
    CHECK(roots(checks) == 1);
    for (const Check& c : findings(checks)) {
      CHECK_FALSE(c.blamed);
      CHECK(c.hint.find("漏列一行") != std::string::npos);
    }
  }
}

TEST_CASE("without its last row a numbered list lacks something too, if nothing else stands in the table") {
  CHECK(roots(table_of(without(3)).audit()) == 1);
  CHECK(roots(table_of(without(3), false).audit()) == 1);
  CHECK(findings(table_of(without(3), true, Basis::budget).audit()).empty());  // 预备费 is in a budget's total and in no list
  CHECK(findings(table_of(without(3), true, Basis::executed, "主要支出执行情况表").audit()).empty());
}

TEST_CASE("where nothing says that a list is whole, nothing is said of its total") {
  std::vector<Listed> plain = without(1);
  for (Listed& row : plain) row.ordinal = 0;
  CHECK(findings(table_of(plain).audit()).empty());
  std::vector<Listed> lost = without(1);
  lost.erase(lost.begin() + 1);  // 一、四、: it is rather the reading that lost rows
  CHECK(findings(table_of(lost).audit()).empty());
  std::vector<Listed> first = without(0);  // the header is of two rows: it may have taken the first one
  Report r = table_of(first, false);
  auto& columns = r.extraction.panels.back().columns;
  columns.insert(columns.begin(), PanelColumn{0, ColumnRole::label, "项目/教育支出"});
  auto& cells = r.extraction.panels.back().cells;
  for (std::size_t row = 0; row < r.extraction.panels.back().rows.size(); ++row)
    cells.insert(cells.begin() + static_cast<std::ptrdiff_t>(3 * row), no_id);
  CHECK(findings(r.audit()).empty());
}

TEST_CASE("a row that stands there twice: one finding, for without it all columns hold") {
  for (const int ordinal : {3, 0}) {
    std::vector<Listed> rows = whole;
    rows.insert(rows.begin() + 2, whole[2]);
    if (ordinal == 0)
      for (Listed& row : rows) row.ordinal = 0;
    const auto checks = table_of(rows).audit();
    CHECK(findings(checks).size() == 2);
    CHECK(roots(checks) == 1);
    for (const Check& c : findings(checks)) CHECK(c.hint.find("列了两遍") != std::string::npos);
  }
  std::vector<Listed> other = whole;  // one name, other numbers: another row, and the sums fail without a cause that is known
  other.insert(other.begin() + 2, {3, "农林水支出", {"48.25", "41.10"}});
  for (const Check& c : findings(table_of(other).audit())) CHECK(c.hint.find("列了两遍") == std::string::npos);
}

TEST_CASE("a part that a sentence names twice") {
  const auto run = [](Marker marker, std::string_view again) {
    Report r;
    const FigureId total = r.amount("支出", "513.40");
    const FigureId a = r.amount("教育支出", "254.30"), b = r.amount("农林水支出", "151.60"), c = r.amount("农林水支出", again),
                   d = r.amount("住房保障支出", "107.50");
    r.breakdown(total, {a, b, c, d}, marker);
    return r.audit();
  };
  for (const Marker marker : {Marker::consists, Marker::of_which, Marker::none}) {
    const auto checks = findings(run(marker, "151.60"));
    REQUIRE(checks.size() == 1);
    CHECK(checks[0].hint.find("列了两遍") != std::string::npos);
    CHECK_FALSE(checks[0].blamed);
  }
  for (const Check& c : findings(run(Marker::none, "150.10"))) CHECK(c.hint.find("列了两遍") == std::string::npos);
}
