// One report as Word file and as text is one report: the same figures (value, unit, indicator, labels, period, basis …) in the same
// order and the same checks (rule, verdict, operands). Not the title: the Word files were made from the texts without their blank
// lines, which tell the lines of a letterhead from those of a title. Reads $GOUJI_REFERENCE/reports/*.docx and the .txt beside each; skipped
// where they are not there.
#include <rapidjson/document.h>

#include <algorithm>
#include <catch2/catch.hpp>
#include <filesystem>
#include <iostream>
#include <sstream>

#include "app/auditor.h"
#include "output/jsonl.h"

namespace gouji::app {
namespace {

namespace fs = std::filesystem;

std::string text_of(const rapidjson::Value& value) {
  if (value.IsString()) return value.GetString();
  if (value.IsNull()) return "-";
  if (value.IsBool()) return value.GetBool() ? "true" : "false";
  if (value.IsInt64()) return std::to_string(value.GetInt64());
  std::string out = "[";
  if (value.IsArray())
    for (const auto& element : value.GetArray()) out += text_of(element) + ";";
  return out + "]";
}

std::string field(const rapidjson::Value& object, const char* name) {
  const auto found = object.FindMember(name);
  return std::string(name) + "=" + (found == object.MemberEnd() ? "-" : text_of(found->value)) + " ";
}

// What a figure says, without ids and places that differ between formats.
std::string figure_line(const rapidjson::Value& figure) {
  std::string out;
  for (const char* name :
       {"value", "kind",   "role",  "unit",      "decimals",    "comparator", "indicator",  "indicator_id", "aspect", "of",  "scope",
        "code",  "period", "basis", "unit_from", "period_from", "basis_from", "scope_from", "direction",    "versus", "fund"})
    out += field(figure, name);
  out += field(figure["printed"], "text");
  for (const char* name : {"kind", "section", "row_label", "column_label"}) out += field(figure["place"], name);
  return out;
}

std::string check_line(const rapidjson::Value& check) {
  std::string out = field(check, "rule") + field(check, "verdict") + field(check, "severity") + field(check, "formula");
  std::vector<std::string> operands;
  for (const auto& operand : check["operands"].GetArray()) operands.push_back(field(operand, "role") + field(operand, "value"));
  std::sort(operands.begin(), operands.end());
  for (const std::string& operand : operands) out += operand;
  return out;
}

struct Records {
  std::vector<std::string> figures, checks;  // checks sorted: their order follows ids
  std::string document;
};

Records records_of(const fs::path& path) {
  static const Auditor auditor(patterns::Library::load({}).value(), {});
  const Outcome outcome = auditor.run(corpus::Input{path.string()});
  if (const auto* refusal = std::get_if<output::Refusal>(&outcome)) FAIL(refusal->code << " " << refusal->message);
  std::ostringstream written;
  output::JsonlSink sink(written, {});
  sink.report(std::get<output::Report>(outcome));
  Records out;
  std::istringstream lines(written.str());
  for (std::string line; std::getline(lines, line);) {
    rapidjson::Document record;
    record.Parse(line.c_str());
    const std::string type = record["type"].GetString();
    if (type == "figure") out.figures.push_back(figure_line(record));
    if (type == "check") out.checks.push_back(check_line(record));
    if (type == "document") out.document = field(record, "period") + field(record, "report_kind");
  }
  std::sort(out.checks.begin(), out.checks.end());
  return out;
}

// What stands in one only, each line with a mark.
std::vector<std::string> differences(std::vector<std::string> word, std::vector<std::string> text) {
  std::sort(word.begin(), word.end());
  std::sort(text.begin(), text.end());
  std::vector<std::string> out, one;
  std::set_difference(word.begin(), word.end(), text.begin(), text.end(), std::back_inserter(one));
  for (const std::string& line : one) out.push_back("docx: " + line);
  one.clear();
  std::set_difference(text.begin(), text.end(), word.begin(), word.end(), std::back_inserter(one));
  for (const std::string& line : one) out.push_back("txt:  " + line);
  return out;
}

}  // namespace

TEST_CASE("a Word file and its text give the same figures and checks") {
  const char* reference = std::getenv("GOUJI_REFERENCE");
  std::vector<fs::path> reports;
  std::error_code missing;
  if (reference != nullptr)
    for (const auto& entry : fs::directory_iterator(fs::path(reference) / "reports", missing))
      if (entry.path().extension() == ".docx" && fs::exists(fs::path(entry.path()).replace_extension(".txt"))) reports.push_back(entry.path());
  if (reports.empty()) {
    WARN("SKIPPED: $GOUJI_REFERENCE/reports holds no .docx with a .txt beside it");
    return;
  }
  std::sort(reports.begin(), reports.end());
  for (const fs::path& path : reports) {
    const Records word = records_of(path), text = records_of(fs::path(path).replace_extension(".txt"));
    INFO(path.filename().string());
    CHECK(word.document == text.document);
    const auto figures = differences(word.figures, text.figures), checks = differences(word.checks, text.checks);
    CHECK(figures.empty());
    CHECK(checks.empty());
    if (figures.empty()) CHECK(word.figures == text.figures);  // the order, too
    if (std::getenv("GOUJI_SHOW_DIFFERENCES") == nullptr) continue;
    std::cout << "== " << path.filename().string() << ": " << figures.size() << " of " << text.figures.size() << " figures, " << checks.size()
              << " of " << text.checks.size() << " checks\n";
    for (const auto& lines : {figures, checks})
      for (const std::string& line : lines) std::cout << line << '\n';
  }
}

}  // namespace gouji::app
