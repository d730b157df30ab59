#include "output/jsonl.h"

#include <rapidjson/document.h>

#include <catch2/catch.hpp>
#include <functional>
#include <initializer_list>
#include <map>
#include <regex>
#include <set>
#include <sstream>

#include "golden.h"
#include "output/json_writer.h"
#include "sample_report.h"

namespace gouji::output {
namespace {

using testing::check_golden;
using testing::sample_report;

using Reports = std::initializer_list<std::reference_wrapper<const Report>>;

const Report& sample() {
  static const Report report = sample_report();
  return report;
}

std::string written(Reports reports, const std::vector<Refusal>& refusals, JsonlOptions options) {
  std::ostringstream out;
  JsonlSink sink(out, options);
  for (const Report& report : reports) sink.report(report);
  for (const Refusal& refusal : refusals) sink.refusal(refusal);
  sink.finish();
  return out.str();
}

Refusal refused(std::string path) {
  Refusal refusal;
  refusal.message = path;
  refusal.message += ": the file is empty";
  refusal.path = std::move(path);
  refusal.code = "empty";
  return refusal;
}

std::vector<rapidjson::Document> parsed(const std::string& lines) {
  std::vector<rapidjson::Document> out;
  std::istringstream in(lines);
  for (std::string line; std::getline(in, line);) {
    out.emplace_back().Parse(line.c_str());
    REQUIRE_FALSE(out.back().HasParseError());
    REQUIRE(out.back().IsObject());
  }
  return out;
}

// Each character at each place of a string, so that every byte of a word of eight is looked at.
TEST_CASE("strings are written as RapidJSON writes them") {
  for (char32_t c = 1; c < 0x100; ++c) {
    for (std::size_t place = 0; place < 20; ++place) {
      const std::string character =
          c < 0x80 ? std::string(1, static_cast<char>(c)) : std::string{static_cast<char>(0xC0U | c >> 6U), static_cast<char>(0x80U | (c & 0x3FU))};
      std::string text;
      for (std::size_t i = 0; i < 20; ++i) text += i == place ? character : i % 3 == 0 ? "支" : "a";
      rapidjson::StringBuffer expected;
      rapidjson::Writer<rapidjson::StringBuffer> writer(expected);
      writer.StartObject();
      for (const char* key : {"x", "y"}) {
        writer.Key(key);
        writer.String(text.data(), static_cast<rapidjson::SizeType>(text.size()));
      }
      writer.EndObject();
      JsonWriter json;
      json.begin();
      json.text("x", text);
      json.text("y", text);
      json.end();
      REQUIRE(json.line() == std::string(expected.GetString()) + "\n");
    }
  }
}

TEST_CASE("an audit's records are those of the golden file") { check_golden("audit.jsonl", written({sample()}, {refused("bad.txt")}, {true, true})); }

TEST_CASE("an extraction has no checks and says so") {
  Report report = sample_report();
  report.checks.clear();
  report.document.meta.paths.resize(1);
  const auto records = parsed(written({report}, {}, {false, false}));
  REQUIRE(records.size() == 1 + report.extraction.figures.size());
  CHECK(records[0]["counts"]["checks"].IsNull());
}

TEST_CASE("one input has no summary, two have one, and two paths are two inputs") {
  Report one = sample_report();
  one.document.meta.paths.resize(1);
  const auto has_summary = [](const std::string& lines) { return lines.find("\"summary\"") != std::string::npos; };
  CHECK_FALSE(has_summary(written({one}, {}, {})));
  CHECK(has_summary(written({one}, {refused("b")}, {})));
  CHECK(has_summary(written({sample()}, {}, {})));
}

TEST_CASE("every object of a type has the same fields, so that a table can be made of them") {
  std::map<std::string, std::string> fields;
  for (const auto& record : parsed(written({sample()}, {}, {true, true}))) {
    std::string names;
    for (const auto& member : record.GetObject()) names.append(member.name.GetString()).push_back(' ');
    const auto [known, is_new] = fields.emplace(record["type"].GetString(), names);
    CHECK(known->second == names);
  }
  CHECK(fields.size() == 5);
}

void collect_fields(const rapidjson::Value& value, std::set<std::string>& out) {
  if (value.IsArray()) {
    for (const auto& element : value.GetArray()) collect_fields(element, out);
  }
  if (!value.IsObject()) return;
  for (const auto& member : value.GetObject()) {
    out.insert(member.name.GetString());
    collect_fields(member.value, out);
  }
}

TEST_CASE("docs/record_format.md names every field that is written") {
  std::ifstream file(GOUJI_SOURCE_DIR "/docs/record_format.md");
  const std::string manual{std::istreambuf_iterator<char>(file), {}};
  std::set<std::string> fields;
  for (const auto& record : parsed(written({sample()}, {refused("b")}, {true, true}))) collect_fields(record, fields);
  CHECK(fields.size() > 60);
  for (const std::string& field : fields) {
    INFO(field);
    CHECK(std::regex_search(manual, std::regex("[`{ \\[]" + field + "[`},\\]]")));
  }
}

TEST_CASE("ids: unlike for every figure, alike for both ends of a range, and the same at every run") {
  const auto records = parsed(written({sample()}, {}, {false, true}));
  std::map<std::string, int> ids;
  std::map<std::string, int> ranges;
  for (const auto& record : records) {
    if (std::string(record["type"].GetString()) != "figure") continue;
    ++ids[record["id"].GetString()];
    if (record["range"].IsString()) ++ranges[record["range"].GetString()];
  }
  CHECK(ids.size() == 8);
  REQUIRE(ranges.size() == 1);
  CHECK(ranges.begin()->second == 2);
}

TEST_CASE("a number that is broken over lines is printed in one piece and has two spans") {
  const auto records = parsed(written({sample()}, {}, {false, true}));
  const auto& figure = records.at(3);
  CHECK(std::string(figure["printed"]["text"].GetString()) == "885.38万元");
  CHECK(figure["source"]["spans"].Size() == 2);
  CHECK(figure["source"]["line"].GetInt() == 4);
  CHECK(figure["source"]["end"].GetUint64() == figure["source"]["spans"][1][1].GetUint64());
}

TEST_CASE("a sentence of a megabyte is not printed with each of its figures") {
  Report report;
  std::string& text = report.document.text;
  constexpr std::uint32_t count = 2000;
  for (std::uint32_t i = 0; i < count; ++i) {
    Figure& figure = report.extraction.figures.emplace_back();
    text += "项目支出";
    figure.text.begin = static_cast<std::uint32_t>(text.size());
    text += std::to_string(100000 + i);
    figure.text.end = static_cast<std::uint32_t>(text.size());
    figure.number = figure.text;
    figure.sentence = 0;
    text.append(500, ' ');
  }
  const auto size = static_cast<std::uint32_t>(text.size());
  report.document.map = SourceMap(text, {}, 0);
  report.document.map.add(0, 0, size);
  report.extraction.sentences = {{{0, size}, 0, no_id}};
  const std::string lines = written({report}, {}, {});
  CHECK(lines.size() < 8 * text.size());
  for (const auto& record : parsed(lines)) {
    if (std::string(record["type"].GetString()) != "figure") continue;
    CHECK(std::string(record["place"]["sentence"].GetString()).find(record["printed"]["text"].GetString()) != std::string::npos);
  }
}

TEST_CASE("bytes of a path that are no UTF-8 do not break the line") {
  const std::string line = written({}, {refused("caf\xE9.txt")}, {});
  CHECK(line.find("caf\xEF\xBF\xBD.txt") != std::string::npos);
  CHECK(parsed(line).size() == 1);
}

TEST_CASE("a check that names a figure or a check that is not there is printed without it") {
  Report report = sample_report();
  report.checks[0].operands.push_back({99, OperandRole::part, 1});
  report.checks[0].stated = 99;
  report.checks[1].caused_by = 77;
  const auto records = parsed(written({report}, {}, {false, true}));
  CHECK(records.at(9)["stated"].IsNull());
  CHECK(records.at(9)["operands"].Size() == 3);
  CHECK(records.at(10)["caused_by"].IsNull());
}

TEST_CASE("a stream that fails makes the sink throw") {
  std::ostringstream out;
  out.setstate(std::ios_base::badbit);
  JsonlSink sink(out, {});
  CHECK_THROWS_AS(sink.report(sample_report()), std::ios_base::failure);
}

}  // namespace
}  // namespace gouji::output
