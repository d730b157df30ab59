// The SQL of the schema, made from schema.h for one dialect or the other. Pure.
#pragma once

#include <string>
#include <vector>

#include "model/result.h"
#include "output/store/schema.h"

namespace gouji::store {

enum class Dialect : std::uint8_t { sqlite, postgres, duckdb };

std::string create_table(const Table& table, Dialect dialect);
// All tables with their indexes.
std::vector<std::string> create_tables(Dialect dialect);
// "a, b, c"
std::string column_list(const Table& table);
// The views that analysts begin with; docs/data_dictionary.md describes them.
std::vector<std::string> create_views(Dialect dialect);
// SQL that gives DuckDB the star of a Parquet folder: tables and views, by paths from that folder. `has_files`: by TableId.
std::string duckdb_views(const std::vector<bool>& has_files);
// "2" → 2; 0 for what is no version.
int version_number(std::string_view text);
// From an older layout (1 ≤ from < schema_version) to this one; the views are made anew. Documents that lack what this layout holds are marked by
// another program_version, so that the next run reads them anew.
std::vector<std::string> migrate(int from, Dialect dialect);
// "store_older": it is only read, so it was not brought up to date.
Error older_layout(const std::string& store, int version);

}  // namespace gouji::store
