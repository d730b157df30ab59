// The working paper, opened and computed anew by LibreOffice: its records are those of the other writers, its formulas give what the
// audit computed. Needs Debian's libreoffice-calc-nogui (scripts/install-dependencies --readers); says SKIPPED without it.
#include "output/xlsx/workbook.h"

#include <catch2/catch.hpp>
#include <cmath>
#include <cstdlib>
#include <sstream>

#include "app/auditor.h"
#include "output/printed_scale.h"
#include "output/record_rows.h"
#include "output/xlsx/xlsx.h"
#include "support/csv_reader.h"
#include "temporary_folder.h"

namespace gouji::app {
namespace {

using output::Row;
using testing::contents;
using testing::TemporaryFolder;

bool have_office() {
  static const bool have = std::system("command -v soffice >/dev/null 2>&1") == 0;
  if (!have) WARN("SKIPPED: no soffice");
  return have;
}

// Every sheet as rows, each formula computed when the file is loaded: whatever value was written beside it is not looked at.
class Opened {
 public:
  explicit Opened(const std::string& workbook) {
    folder_.write("paper.xlsx", workbook);
    folder_.write("profile/user/registrymodifications.xcu",
                  "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<oor:items xmlns:oor=\"http://openoffice.org/2001/registry\">"
                  "<item oor:path=\"/org.openoffice.Office.Calc/Formula/Load\"><prop oor:name=\"OOXMLRecalcMode\" "
                  "oor:op=\"fuse\"><value>0</value></prop></item>"
                  "</oor:items>\n");
    // The filter's options: comma, quote, UTF-8, …, numbers in full and not as shown, every sheet a file of its own.
    const std::string line = "cd '" + folder_.path() +
                             "' && LC_ALL=C.UTF-8 timeout 180 soffice -env:UserInstallation=file://$PWD/profile --headless --convert-to " +
                             "'csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,false,false,false,false,-1' paper.xlsx >log 2>&1";
    const int status = std::system(line.c_str());
    INFO(contents(folder_ / "log"));
    REQUIRE(status == 0);
  }
  std::vector<Row> sheet(const std::string& name) const {
    const std::string path = folder_ / ("paper-" + name + ".csv");
    INFO(path);
    REQUIRE(std::filesystem::exists(path));
    return gouji::testing::read_csv(contents(path));
  }

 private:
  TemporaryFolder folder_;
};

double number(const std::string& text) { return std::strtod(text.c_str(), nullptr); }
bool close(double a, double b) { return std::abs(a - b) <= 1e-9 * std::max({1.0, std::abs(a), std::abs(b)}); }

output::Report audited(const std::string& name) {
  Auditor::Options options;
  options.all_texts = true;
  static const Auditor auditor(patterns::Library::load({}).value(), options);
  return std::get<output::Report>(auditor.run(corpus::Input{GOUJI_SOURCE_DIR "/corpus/samples/" + name}));
}

std::string paper_of(const output::Report& report) {
  std::ostringstream out;
  output::XlsxSink sink(out, {Language::zh, "test"});
  sink.report(report);
  sink.finish();
  return out.str();
}

TEST_CASE("LibreOffice computes when it loads: the test would see a wrong formula") {
  if (!have_office()) return;
  output::xlsx::Workbook book;
  output::xlsx::Sheet sheet = book.sheet("A");
  sheet.number(0, 0, 20);
  sheet.formula(0, 1, "A1*2", 7);
  book.sheet("B").text(0, 0, "=1+1");
  const Opened opened(book.bytes());
  CHECK(opened.sheet("A").at(0).at(1) == "40");
  CHECK(opened.sheet("B").at(0).at(0) == "=1+1");
}

TEST_CASE("a working paper reads back as the records, and its formulas give what the audit computed") {
  if (!have_office()) return;
  for (const char* name : {"self_evaluation_faulty.txt", "tables/accounts_tables_faulty.txt"}) {
    INFO(name);
    const output::Report report = audited(name);
    const output::PrintedFigures index(report);
    const Opened opened(paper_of(report));
    const std::vector<Row> figures = opened.sheet("数字"), checks = opened.sheet("勾稽");
    REQUIRE(figures.size() == 1 + report.extraction.figures.size());
    REQUIRE(checks.size() == 1 + report.checks.size());
    for (FigureId id = 0; id < report.extraction.figures.size(); ++id) {
      const Row& row = figures[id + 1];
      CHECK(close(number(row.at(4)), number(report.extraction.figures[id].value.str())));
      CHECK(row.at(5) == report.extraction.figures[id].value.str());
      const Row record = output::figure_row(report, index, id);
      for (std::size_t i = 0; i < record.size(); ++i) CHECK(row.at(6 + i) == record[i]);
    }
    std::size_t computed = 0, live = 0;
    for (std::size_t i = 0; i < report.checks.size(); ++i) {
      const Check& check = report.checks[i];
      const Row& row = checks[i + 1];
      const Row record = output::check_row(report, index, check);
      for (std::size_t j = 0; j < record.size(); ++j) CHECK(row.at(14 + j) == record[j]);
      if (check.computed.empty()) continue;
      ++computed;
      if (row.at(7).empty()) continue;
      ++live;
      const Figure& stated = report.extraction.figures[check.stated];
      const std::string ours = output::in_printed_unit(report.document, stated, check.computed);
      INFO(check.formula);
      // Computed is rounded to two decimals beyond the stated figure's.
      const int decimals = (stated.exact ? 0 : stated.decimals) + 2 + output::printed_power(report.document, stated).value_or(0);
      CHECK(std::abs(number(row.at(7)) - number(ours)) <= 0.51 * std::pow(10.0, -decimals));
      CHECK(std::abs(number(row.at(8)) - (number(row.at(6)) - number(row.at(7)))) <= 1e-7);  // rounded to 8 decimals
    }
    CHECK(live >= computed * 9 / 10);
    CHECK(opened.sheet("问题").size() > 8);
    CHECK(opened.sheet("图例").size() > 8);
    CHECK(opened.sheet("覆盖").size() == 1 + report.coverage.size());
  }
}

TEST_CASE("tables stand as grids, a suspicious cell is its number") {
  if (!have_office()) return;
  const Opened opened(paper_of(audited("tables/accounts_tables_faulty.txt")));
  const std::vector<Row> grid = opened.sheet("表格");
  const auto holds = [&](const std::string& text) {
    for (const Row& row : grid) {
      for (const std::string& cell : row) {
        if (cell == text) return true;
      }
    }
    return false;
  };
  CHECK(holds("收入支出决算总表"));
  CHECK(holds("467.49"));
  CHECK(holds("年末结转和结余"));
}

TEST_CASE("the same report gives the same workbook, whenever it is written") {
  const output::Report report = audited("self_evaluation_faulty.txt");
  CHECK(paper_of(report) == paper_of(report));
}

TEST_CASE("a report of nothing and a report of odd text are workbooks") {
  output::Report nothing;
  nothing.document.map = SourceMap("", {}, 0);
  CHECK(paper_of(nothing).starts_with("PK"));
  output::Report odd = audited("self_evaluation_faulty.txt");
  odd.extraction.facts.title.assign(70'000, '=');
  odd.extraction.facts.title.push_back('\xFF');
  odd.checks[0].message = std::string("a\0b\x1b", 4);
  CHECK(paper_of(odd).starts_with("PK"));
}

}  // namespace
}  // namespace gouji::app
