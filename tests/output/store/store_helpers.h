// What the stores' tests share: a delivery made of the sample report, and a store's rows as text.
#pragma once

#include <algorithm>
#include <map>
#include <string>
#include <vector>

#include "output/sample_report.h"
#include "output/store/report_rows.h"
#include "output/store/sqlite_database.h"
#include "output/store/store.h"

namespace gouji::store::testing {

inline const Versions versions{"1.0", "p1"};

// A report of its own bytes (`id`), from `path`.
inline Delivery delivery(const std::string& id, const std::string& path, const Versions& made_by = versions, std::int16_t year = 2023) {
  output::Report report = output::testing::sample_report();
  report.document.meta.id = id;
  report.document.meta.path = path;
  report.extraction.facts.period = Period{year};
  report.pattern_version = made_by.patterns;
  Delivery out;
  LedgerEntry& entry = out.entry;
  entry.path = path;
  entry.status = Status::stored;
  entry.sha256 = entry.document = id;
  entry.bytes = 10;
  entry.started_at = "2026-01-02T03:04:05Z";
  entry.versions = made_by;
  entry.figures = 8;
  out.records = rows_of(report, path, made_by.program);
  return out;
}

inline Delivery refusal(const std::string& path, const std::string& code) {
  Delivery out;
  out.entry.path = path;
  out.entry.code = code;
  out.entry.started_at = "2026-01-02T03:04:05Z";
  out.entry.versions = versions;
  return out;
}

inline std::string shown(const Value& value) {
  switch (value.kind) {
    case Value::Kind::null:
      return "NULL";
    case Value::Kind::text:
      return "'" + std::string(value.text) + "'";
    case Value::Kind::integer:
    case Value::Kind::boolean:
      break;
  }
  return std::to_string(value.integer);
}

using Dump = std::map<std::string, std::vector<std::string>>;  // table → its rows, sorted

// The rows that a store should hold after these records.
inline void add_to(Dump& dump, const Records& records) {
  for (std::size_t i = 0; i < record_tables; ++i) {
    std::vector<std::string>& rows = dump[std::string(table(i).name)];
    for (RowReader reader(records.tables[i]); !reader.done();) {
      std::string row;
      for (std::size_t c = 0; c < table(i).columns.size(); ++c) row += shown(reader.next()) + "|";
      rows.push_back(row);
    }
    std::sort(rows.begin(), rows.end());
  }
}

inline std::vector<std::string> query(const std::string& path, const std::string& sql) {
  const SqliteDatabase database(path, Access::read);
  SqliteStatement statement(database, sql);
  std::vector<std::string> rows;
  while (statement.step()) {
    std::string row;
    for (int c = 0; c < statement.columns(); ++c) {
      const bool is_number = sqlite3_column_type(statement.handle(), c) == SQLITE_INTEGER;
      row += (statement.is_null(c) ? "NULL" : is_number ? std::string(statement.text(c)) : "'" + std::string(statement.text(c)) + "'") + "|";
    }
    rows.push_back(row);
  }
  std::sort(rows.begin(), rows.end());
  return rows;
}

inline Dump dump_of(const std::string& path) {
  Dump dump;
  for (std::size_t i = 0; i < record_tables; ++i) dump[std::string(table(i).name)] = query(path, "SELECT * FROM " + std::string(table(i).name));
  return dump;
}

}  // namespace gouji::store::testing
