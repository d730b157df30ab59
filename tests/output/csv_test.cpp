#include "output/csv.h"

#include <catch2/catch.hpp>
#include <sstream>

#include "golden.h"
#include "sample_report.h"

namespace gouji::output {
namespace {

using testing::check_golden;
using testing::sample_report;

std::string written(const Report& report, CsvOptions options) {
  std::ostringstream out;
  CsvSink sink(out, options);
  sink.report(report);
  sink.refusal({"bad.txt", "empty", "bad.txt: the file is empty", ""});
  sink.finish();
  return out.str();
}

// RFC 4180, strictly: a reader of our own, so that what is written is read back by other rules than those that wrote it.
std::vector<Row> parsed(const std::string& text) {
  std::vector<Row> rows(1, Row(1));
  bool quoted = false;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const char c = text[i];
    std::string& field = rows.back().back();
    if (quoted && c == '"' && i + 1 < text.size() && text[i + 1] == '"') {
      field += text[++i];
    } else if (c == '"') {
      REQUIRE((quoted || field.empty()));
      quoted = !quoted;
    } else if (!quoted && c == ',') {
      rows.back().emplace_back();
    } else if (!quoted && c == '\r') {
      REQUIRE(text.at(++i) == '\n');
      if (i + 1 < text.size()) rows.emplace_back(1);
    } else {
      REQUIRE((quoted || c != '\n'));
      field += c;
    }
  }
  REQUIRE_FALSE(quoted);
  return rows;
}

TEST_CASE("an audit's CSV is that of the golden file: a row a check") { check_golden("audit.csv", written(sample_report(), {true, false})); }

TEST_CASE("an extraction's CSV is that of the golden file: a row a figure") { check_golden("figures.csv", written(sample_report(), {false, false})); }

TEST_CASE("every row has the header's columns and reads back as it was") {
  Report report = sample_report();
  report.checks[0].message = "甲，\"乙\",\r\n丙\n ";
  report.checks[1].message = " led by a blank";
  const std::vector<Row> rows = parsed(written(report, {true, false}));
  REQUIRE(rows.size() == 1 + report.checks.size());
  const PrintedFigures index(report);
  for (std::size_t i = 0; i < report.checks.size(); ++i) CHECK(rows[i + 1] == check_row(report, index, report.checks[i]));
  for (std::size_t i = 0; i < check_columns().size(); ++i) CHECK(rows[0][i] == check_columns()[i].name);
  const std::vector<Row> figures = parsed(written(report, {false, false}));
  REQUIRE(figures.size() == 1 + report.extraction.figures.size());
  for (const Row& row : figures) CHECK(row.size() == figure_columns().size());
}

TEST_CASE("for Excel: a byte order mark, and no text runs as a formula") {
  Report report = sample_report();
  report.checks[0].message = "=HYPERLINK(\"http://example.invalid\")";
  report.checks[1].message = "@SUM(A1)";
  report.checks[2].message = "-1+1";
  const std::string text = written(report, {true, true});
  REQUIRE(text.starts_with("\xEF\xBB\xBFid,"));
  const std::vector<Row> rows = parsed(text.substr(3));
  const std::size_t message = 26;
  REQUIRE(rows[0][message] == "message");
  CHECK(rows[1][message] == "'=HYPERLINK(\"http://example.invalid\")");
  CHECK(rows[2][message] == "'@SUM(A1)");
  CHECK(rows[3][message] == "'-1+1");
  // A decimal below zero stays a number.
  report.checks[0].difference = "-4500";
  CHECK(parsed(written(report, {true, true}).substr(3))[1][15] == "-4500");
  // Without the option the text is the report's own.
  CHECK(parsed(written(report, {true, false}))[1][message] == "=HYPERLINK(\"http://example.invalid\")");
}

TEST_CASE("a table's figure has its row and column, a figure that is not there leaves cells empty") {
  Report report = sample_report();
  Figure& figure = report.extraction.figures[0];
  figure.table = 7;
  figure.row = 2;
  figure.column = 3;
  figure.row_label = report.extraction.names.intern("总计");
  report.checks[0].stated = 99;
  const Row row = figure_row(report, PrintedFigures(report), 0);
  REQUIRE(row.size() == figure_columns().size());
  CHECK(row[31] == "table");
  CHECK(row[38] == "2");
  CHECK(row[40] == "总计");
  const Row check = check_row(report, PrintedFigures(report), report.checks[0]);
  CHECK(check.size() == check_columns().size());
  CHECK(check[8].empty());
}

TEST_CASE("a CSV stream that fails makes the sink throw") {
  std::ostringstream out;
  CsvSink sink(out, {});
  out.setstate(std::ios_base::badbit);
  CHECK_THROWS_AS(sink.report(sample_report()), std::ios_base::failure);
}

}  // namespace
}  // namespace gouji::output
