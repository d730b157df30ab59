// The rows of a report and its JSON records say the same: every column that names a field of the record holds that field's value.
#include "output/store/report_rows.h"

#include <rapidjson/document.h>
#include <rapidjson/stringbuffer.h>
#include <rapidjson/writer.h>

#include <catch2/catch.hpp>
#include <sstream>

#include "output/jsonl.h"
#include "output/sample_report.h"
#include "output/store/key_figures.h"

namespace gouji::store {
namespace {

// The field that a dotted name leads to; nullptr where an object on the way is null or has no such field.
const rapidjson::Value* field(const rapidjson::Value& record, std::string_view path) {
  const rapidjson::Value* at = &record;
  while (!path.empty()) {
    const std::string key(path.substr(0, path.find('.')));
    path.remove_prefix(std::min(path.size(), key.size() + 1));
    if (!at->IsObject() || !at->HasMember(key.c_str())) return nullptr;
    at = &(*at)[key.c_str()];
  }
  return at;
}

std::string text_of(const rapidjson::Value* value) {
  if (value == nullptr || value->IsNull()) return "NULL";
  if (value->IsString()) return value->GetString();
  if (value->IsBool()) return value->GetBool() ? "1" : "0";
  if (value->IsInt64()) return std::to_string(value->GetInt64());
  rapidjson::StringBuffer buffer;
  rapidjson::Writer<rapidjson::StringBuffer> writer(buffer);
  value->Accept(writer);
  return buffer.GetString();
}

std::string text_of(const Value& value) {
  if (value.kind == Value::Kind::null) return "NULL";
  return value.kind == Value::Kind::text ? std::string(value.text) : std::to_string(value.integer);
}

// Compares one row with its record and takes it off the reader.
void check_row(TableId id, RowReader& reader, const rapidjson::Value& record) {
  for (const Column& column : table(id).columns) {
    const Value value = reader.next();
    INFO(table(id).name << "." << column.name);
    CHECK((column.nullable || value.kind != Value::Kind::null));
    if (value.kind != Value::Kind::null) {
      const bool is_number = column.type == Type::integer || column.type == Type::boolean;
      CHECK(is_number == (value.kind != Value::Kind::text));
    }
    if (column.record.empty()) continue;
    std::string expected = text_of(field(record, column.record));
    if (column.record == "decimals" && expected == "INF") expected = "NULL";
    CHECK(text_of(value) == expected);
  }
}

std::vector<rapidjson::Document> records_of(const output::Report& report) {
  std::stringstream lines;
  output::JsonlSink sink(lines, {false, true});
  sink.report(report);
  std::vector<rapidjson::Document> out;
  for (std::string line; std::getline(lines, line);) out.emplace_back().Parse(line.c_str());
  return out;
}

TEST_CASE("the rows hold what the JSON records hold") {
  output::Report report = output::testing::sample_report();
  report.document.meta.paths.resize(1);
  report.coverage = {{"收支总表：收入 = 支出", 0, true, ""}, {"支出决算表：合计 = 基本 + 项目", no_id, false, "没有这张表"}};
  gouji::Table grid;
  grid.title = report.document.blocks.front().text;
  grid.path = {0};
  report.document.tables = {gouji::Table{}, grid};
  Figure& in_table = report.extraction.figures[2];
  in_table.table = 1;
  in_table.row = 3;
  in_table.row_label = report.extraction.names.intern("项目支出");

  report.key_figures = {report.document.meta.id,
                        "",
                        "云溪县数据中心",
                        {{"支出合计||CNY", "支出合计", Period{2023}, {7, 13}, "1107.5万元", 12, Decimal(11'075'000), Decimal(1000)}}};

  const Records rows = rows_of(report, "reports/yunxi.txt", "9.9");
  std::array<std::unique_ptr<RowReader>, record_tables> readers;
  for (std::size_t i = 0; i < record_tables; ++i) readers[i] = std::make_unique<RowReader>(rows.tables[i]);
  const auto reader = [&](TableId id) -> RowReader& { return *readers[static_cast<std::size_t>(id)]; };
  std::size_t figures = 0;
  for (const rapidjson::Document& record : records_of(report)) {
    const std::string type = record["type"].GetString();
    if (type == "document") {
      check_row(TableId::documents, reader(TableId::documents), record);
      for (const auto& warning : record["warnings"].GetArray()) check_row(TableId::warnings, reader(TableId::warnings), warning);
      for (const auto& obligation : record["coverage"].GetArray()) check_row(TableId::coverage, reader(TableId::coverage), obligation);
    } else if (type == "figure") {
      ++figures;
      check_row(TableId::figures, reader(TableId::figures), record);
    } else if (type == "check") {
      check_row(TableId::checks, reader(TableId::checks), record);
      for (const auto& operand : record["operands"].GetArray()) check_row(TableId::operands, reader(TableId::operands), operand);
    }
  }
  CHECK(figures == report.extraction.figures.size());
  RowReader& kept = reader(TableId::key_figures);
  for (const char* expected : {report.document.meta.id.c_str(), "云溪县数据中心", "心中据数县溪云", "2023"}) CHECK(kept.next().text == expected);
  const std::vector<KeyFigure> back = key_figures_of(kept.next().text);
  REQUIRE(back.size() == 1);
  const KeyFigure& there = report.key_figures.figures[0];
  CHECK(back[0].key + back[0].name + back[0].printed == there.key + there.name + there.printed);
  CHECK((back[0].period == there.period && back[0].number == there.number && back[0].line == there.line));
  CHECK((back[0].value == there.value && back[0].width == there.width));
  for (const char* none : {"a\tb", "k\tn\t2023\t1\t2\tp\t3\tx\t1", "k\tn\t2023\t1\t2\tp\t3\t1\t1\t9"}) CHECK_THROWS(key_figures_of(none));
  for (const auto& r : readers) CHECK(r->done());
  CHECK(rows.of(TableId::warnings).count() == 2);
  CHECK(rows.of(TableId::coverage).count() == 2);
}

}  // namespace
}  // namespace gouji::store
