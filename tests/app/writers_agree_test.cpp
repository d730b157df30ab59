// Every writer says the same: the figures and checks of a report as JSON Lines and as CSV are the same records, decimals exact.
#include <rapidjson/document.h>

#include <catch2/catch.hpp>
#include <filesystem>
#include <map>
#include <sstream>

#include "app/auditor.h"
#include "output/csv.h"
#include "output/html/html.h"
#include "output/jsonl.h"
#include "output/record_rows.h"
#include "output/sarif.h"
#include "output/store/report_rows.h"

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
  if (column == "operand_documents") return {};  // of checks across documents alone
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

template <class Sink, class Options>
std::string page_of(const output::Report& report, Options options) {
  std::ostringstream out;
  Sink sink(out, options);
  sink.report(report);
  sink.finish();
  return out.str();
}

TEST_CASE("SARIF has the findings and questions of the records, no more and no fewer, decimals exact") {
  const fs::path samples = fs::path(GOUJI_SOURCE_DIR) / "corpus" / "samples";
  for (const char* name : {"self_evaluation_faulty.txt", "tables/accounts_tables_faulty.txt", "docx/self_evaluation_faulty.docx"}) {
    INFO(name);
    const output::Report report = audited(samples / name);
    rapidjson::Document log;
    log.Parse(page_of<output::SarifSink>(report, output::SarifOptions{}).c_str());
    std::map<std::string, const rapidjson::Value*> results;
    for (const auto& result : log["runs"][0]["results"].GetArray()) results[result["fingerprints"]["gouji/check/v1"].GetString()] = &result;
    std::map<std::string, std::int64_t> begins;
    for (const auto& figure : records(report, "figure"))
      if (!figure["source"]["line"].IsNull()) begins[figure["id"].GetString()] = figure["source"]["begin"].GetInt64();
    for (const auto& check : records(report, "check")) {
      const std::string verdict = check["verdict"].GetString();
      const bool finding = flat_check(check, "finding") == "true";
      const auto found = results.find(check["id"].GetString());
      CHECK((found != results.end()) == (finding || verdict == "query" || verdict == "unlikely"));
      if (found == results.end()) continue;
      const rapidjson::Value& result = *found->second;
      const rapidjson::Value& properties = result["properties"];
      CHECK(text_of(result["ruleId"]) == text_of(check["rule"]));
      CHECK(text_of(result["partialFingerprints"]["gouji/evidence/v1"]) == text_of(check["evidence"]));
      CHECK(text_of(properties["verdict"]) == verdict);
      CHECK(text_of(properties["formula"]) == text_of(check["formula"]));
      CHECK(text_of(properties["computed"]) == of(check, "computed", "value"));
      CHECK(text_of(properties["difference"]) == text_of(check["difference"]));
      if (finding && !check["blamed"].IsNull()) CHECK(text_of(properties["would_be"]) == of(check, "blamed", "would_be"));
      const auto begin = begins.find(of(check, "stated", "figure"));
      if (begin != begins.end()) CHECK(result["locations"][0]["physicalLocation"]["region"]["byteOffset"].GetInt64() == begin->second);
      results.erase(found);
    }
    CHECK(results.empty());
  }
}

TEST_CASE("the page has every check of the records with its verdict, and every figure as printed") {
  const fs::path samples = fs::path(GOUJI_SOURCE_DIR) / "corpus" / "samples";
  for (const char* name : {"self_evaluation_faulty.txt", "tables/accounts_tables_faulty.txt"}) {
    INFO(name);
    const output::Report report = audited(samples / name);
    const std::string page = page_of<output::HtmlSink>(report, output::HtmlOptions{});
    const auto checks = records(report, "check");
    for (std::size_t i = 0; i < checks.size(); ++i) {
      const std::size_t at = page.find("id=\"c" + std::to_string(i) + "\"");
      REQUIRE(at != std::string::npos);
      const std::string tag = page.substr(at, page.find('>', at) - at);
      CHECK(tag.find("data-v=\"" + text_of(checks[i]["verdict"]) + "\"") != std::string::npos);
    }
    CHECK(page.find("id=\"c" + std::to_string(checks.size()) + "\"") == std::string::npos);
    for (const auto& figure : records(report, "figure")) {
      INFO(of(figure, "printed", "number"));
      CHECK(page.find(of(figure, "printed", "number")) != std::string::npos);
    }
  }
}

TEST_CASE("what the stores are given are the records: rows and JSON Lines of one report, every column") {
  const fs::path samples = fs::path(GOUJI_SOURCE_DIR) / "corpus" / "samples";
  for (const char* name : {"self_evaluation_faulty.txt", "docx/accounts_faulty.docx"}) {
    INFO(name);
    const output::Report report = audited(samples / name);
    const store::Records rows = store::rows_of(report, report.document.meta.path, "test");
    for (const auto& [table_id, type] : {std::pair{store::TableId::figures, "figure"}, std::pair{store::TableId::checks, "check"}}) {
      const auto found = records(report, type);
      const auto columns = store::table(table_id).columns;
      store::RowReader reader(rows.of(table_id));
      for (const auto& record : found) {
        for (const store::Column& column : columns) {
          const store::Value value = reader.next();
          if (column.type != store::Type::decimal) continue;
          const std::string path(column.record), first = path.substr(0, path.find('.'));
          const rapidjson::Value& outer = record[first.c_str()];
          const bool nested = path != first;
          const std::string expected = outer.IsNull() ? std::string() : text_of(nested ? outer[path.substr(first.size() + 1).c_str()] : outer);
          CHECK(std::string(value.text) == expected);
        }
      }
      CHECK(reader.done());
    }
  }
}

}  // namespace
}  // namespace gouji::app
