// Every writer says the same: the figures and checks of a report as JSON Lines and as CSV are the same records, decimals exact.
#include <rapidjson/document.h>

#include <catch2/catch.hpp>
#include <filesystem>
#include <sstream>

#include "app/auditor.h"
#include "output/csv.h"
#include "output/jsonl.h"
#include "output/record_rows.h"

namespace gouji::app {
namespace {

namespace fs = std::filesystem;
using output::Row;
using output::RowColumn;

output::Report audited(const fs::path& path) {
  Auditor::Options options;
  options.all_texts = true;
  static const Auditor auditor(patterns::Library::load({}).value(), options);
  return std::get<output::Report>(auditor.run(corpus::Input{path.string()}));
}

std::vector<rapidjson::Document> records(const output::Report& report, const std::string& type) {
  std::ostringstream out;
  output::JsonlSink sink(out, {});
  sink.report(report);
  std::istringstream in(out.str());
  std::vector<rapidjson::Document> found;
  for (std::string line; std::getline(in, line);) {
    rapidjson::Document record;
    record.Parse(line.c_str());
    REQUIRE_FALSE(record.HasParseError());
    if (type == record["type"].GetString()) found.push_back(std::move(record));
  }
  return found;
}

std::string text_of(const rapidjson::Value& value) {
  if (value.IsNull()) return {};
  return value.IsString() ? value.GetString() : std::to_string(value.GetInt64());
}
std::string joined(const rapidjson::Value& list, const char* member = nullptr) {
  std::string out;
  for (const auto& element : list.GetArray()) {
    out += out.empty() ? "" : " | ";
    if (element.IsArray()) {
      for (rapidjson::SizeType i = 0; i < element.Size(); ++i) out += (i == 0 ? "" : "-") + text_of(element[i]);
    } else {
      out += text_of(member == nullptr ? element : element[member]);
    }
  }
  return out;
}
std::string of(const rapidjson::Value& record, const char* object, const char* member) {
  return record[object].IsNull() ? std::string() : text_of(record[object][member]);
}

// The record flattened by the manual's words (docs/record_format.md, "CSV"), not by the code that writes rows.
std::string flat_figure(const rapidjson::Value& r, std::string_view column) {
  const auto& place = r["place"];
  const auto in_place = [&](const char* member) { return place.HasMember(member) ? text_of(place[member]) : std::string(); };
  if (column == "printed") return of(r, "printed", "text");
  if (column == "printed_number") return of(r, "printed", "number");
  if (column == "printed_unit") return of(r, "printed", "unit");
  if (column == "place") return in_place("kind");
  if (column == "section") return joined(place["section"]);
  if (column == "table_path") return place.HasMember("table_path") && !place["table_path"].IsNull() ? joined(place["table_path"]) : std::string();
  if (column == "spans") return joined(r["source"]["spans"]);
  for (const char* member : {"part", "paragraph", "length"}) {
    if (column == member) return r["source"].HasMember(member) ? of(r, "source", member) : std::string();
  }
  for (const char* member : {"sentence", "table", "table_index", "block", "row", "column", "row_label", "column_label"}) {
    if (column == member) return in_place(member);
  }
  for (const char* member : {"line", "offset", "begin", "end"}) {
    if (column == member) return r["source"].HasMember(member) ? of(r, "source", member) : std::string();
  }
  return text_of(r[std::string(column).c_str()]);
}

std::string flat_check(const rapidjson::Value& r, std::string_view column) {
  const std::string verdict = r["verdict"].GetString();
  if (column == "finding") return (verdict == "inconsistent" || verdict == "suspect_unit") && r["caused_by"].IsNull() ? "true" : "false";
  if (column == "stated") return of(r, "stated", "figure");
  if (column == "stated_printed") return of(r, "stated", "printed");
  if (column == "stated_value") return of(r, "stated", "value");
  if (column == "stated_line") return of(r, "stated", "line");
  if (column == "computed") return of(r, "computed", "value");
  if (column == "computed_low") return of(r, "computed", "low");
  if (column == "computed_high") return of(r, "computed", "high");
  if (column == "operands") return joined(r["operands"], "figure");
  if (column == "operand_roles") return joined(r["operands"], "role");
  if (column == "operand_signs") return joined(r["operands"], "sign");
  if (column == "operand_printed") return joined(r["operands"], "printed");
  if (column == "operand_values") return joined(r["operands"], "value");
  if (column == "operand_lines") return joined(r["operands"], "line");
  if (column == "blamed") return of(r, "blamed", "figure");
  if (column == "would_be") return of(r, "blamed", "would_be");
  return text_of(r[std::string(column).c_str()]);
}

template <class Flat>
void agree(std::span<const RowColumn> columns, const Row& row, const rapidjson::Value& record, const std::string& path, Flat flat) {
  REQUIRE(row.size() == columns.size());
  for (std::size_t i = 0; i < columns.size(); ++i) {
    if (row[i] == (columns[i].name == "path" ? path : flat(record, columns[i].name))) continue;
    FAIL_CHECK(path << ": " << columns[i].name << ": " << row[i]);
  }
}

TEST_CASE("rows and records of the samples are the same") {
  const fs::path samples = fs::path(GOUJI_SOURCE_DIR) / "corpus" / "samples";
  for (const char* name : {"self_evaluation_faulty.txt", "final_accounts_clean.gb18030.txt", "budget_execution_faulty.web.txt",
                           "budget_faulty.layout.txt", "tables/accounts_tables_faulty.txt", "tables/evaluation_tables_faulty.layout.txt"}) {
    const output::Report report = audited(samples / name);
    const output::PrintedFigures index(report);
    const auto figures = records(report, "figure"), checks = records(report, "check");
    REQUIRE(figures.size() == report.extraction.figures.size());
    REQUIRE(checks.size() == report.checks.size());
    for (FigureId id = 0; id < figures.size(); ++id)
      agree(output::figure_columns(), output::figure_row(report, index, id), figures[id], report.document.meta.path, flat_figure);
    for (std::size_t i = 0; i < checks.size(); ++i)
      agree(output::check_columns(), output::check_row(report, index, report.checks[i]), checks[i], report.document.meta.path, flat_check);
  }
}

}  // namespace
}  // namespace gouji::app
