// The one star schema of all stores: tables, columns, keys. SQLite, PostgreSQL and Parquet make their tables from it, and
// docs/data_dictionary.md is held to it by a test. Constant data.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string_view>

namespace gouji::store {

// What the layout below is called in a store's own `store_meta`; raise it with every change and add a step to migrate() in sql.h;
// columns are only ever added, at the end of their table.
inline constexpr int schema_version = 3;

enum class Type : std::uint8_t {
  text,
  integer,    // 64 bits
  boolean,    // SQLite: 0 and 1
  decimal,    // exact: SQLite text, PostgreSQL numeric, Parquet decimal128(38, 20)
  timestamp,  // UTC, "2026-11-21T18:05:00Z"
};

struct Column {
  std::string_view name;
  Type type = Type::text;
  bool nullable = true;
  std::string_view record;  // where the same value stands in the JSON record ("printed.text"); "" where it stands in none
};

struct Table {
  std::string_view name;
  std::span<const Column> columns;
  std::size_t key_columns = 0;  // the first so many are the primary key
  int since = 1;                // the layout that brought it
};

enum class TableId : std::uint8_t {
  documents,
  figures,
  checks,
  operands,
  warnings,
  coverage,
  key_figures,
  inputs,
  supersessions,
  entities,
  across_checks,
  across_operands
};
inline constexpr std::size_t record_tables = 7;  // the tables that a document's records fill; documents is the first
inline constexpr std::size_t table_count = 12;

// By TableId.
std::span<const Table, table_count> tables();
inline const Table& table(TableId id) { return tables()[static_cast<std::size_t>(id)]; }
inline const Table& table(std::size_t id) { return tables()[id]; }
std::string_view name(Type type);

}  // namespace gouji::store
