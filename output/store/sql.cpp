#include "output/store/sql.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <charconv>

namespace gouji::store {
namespace {

std::string_view duckdb_type(Type type) {
  switch (type) {
    case Type::text:
      break;
    case Type::integer:
      return "BIGINT";
    case Type::boolean:
      return "BOOLEAN";
    case Type::decimal:
      return "DECIMAL(38, 20)";
    case Type::timestamp:
      return "TIMESTAMPTZ";
  }
  return "VARCHAR";
}

std::string_view sql_type(Type type, Dialect dialect) {
  if (dialect == Dialect::duckdb) return duckdb_type(type);
  const bool sqlite = dialect == Dialect::sqlite;
  switch (type) {
    case Type::text:
      return sqlite ? "TEXT" : "text";
    case Type::integer:
      return sqlite ? "INTEGER" : "bigint";
    case Type::boolean:
      return sqlite ? "INTEGER" : "boolean";
    case Type::decimal:
      return sqlite ? "TEXT" : "numeric";
    case Type::timestamp:
      return sqlite ? "TEXT" : "timestamptz";
  }
  return {};
}

struct View {
  std::string_view name;
  std::string_view query;  // {real}: the type of a number to calculate with; {true}: a boolean that is set
};

constexpr std::array views{
    View{"current_documents", "SELECT d.* FROM documents d WHERE NOT EXISTS (SELECT 1 FROM supersessions s WHERE s.document = d.id)"},
    View{"figure_numbers", "SELECT f.*, CAST(f.value AS {real}) AS value_number FROM figures f"},
    View{"findings",
         "SELECT d.entity, d.period, d.report_kind, d.title, d.path, c.* FROM checks c JOIN current_documents d ON d.id = c.document "
         "WHERE c.finding{true}"},
    View{"indicator_by_year",
         "SELECT d.entity, substr(f.period, 1, 4) AS year, coalesce(f.indicator_id, f.indicator) AS indicator, f.basis, f.scope, f.fund, f.unit, "
         "f.value, CAST(f.value AS {real}) AS value_number, f.printed_text, f.document, f.id AS figure, d.path, f.source_line "
         "FROM figures f JOIN current_documents d ON d.id = f.document "
         "WHERE f.role = 'measure' AND f.aspect = 'level' AND f.period IS NOT NULL AND f.indicator IS NOT NULL"},
    View{"across_findings", "SELECT c.* FROM across_checks c WHERE c.finding{true}"},
    View{"across_figures",
         "SELECT c.entity, c.indicator, c.period, c.verdict, c.finding, d.period AS report_period, d.report_kind, d.title, d.path, o.printed, "
         "o.value, CAST(o.value AS {real}) AS value_number, o.line, o.document, o.figure, o.check_id, o.position "
         "FROM across_operands o JOIN across_checks c ON c.id = o.check_id JOIN documents d ON d.id = o.document"},
};

// What the comparison across documents asks for. {c}: endings are compared by their bytes.
constexpr std::array indexes{
    "CREATE INDEX key_figures_by_entity ON key_figures (entity)",
    "CREATE INDEX entities_by_full_name ON entities (full_name)",
    "CREATE INDEX entities_by_ending ON entities (ending{c})",
    "CREATE INDEX across_checks_by_entity ON across_checks (entity)",
};

// Entities whose figures are to be compared once more; the store's own.
constexpr const char* pending_table = "CREATE TABLE across_pending (entity {text} PRIMARY KEY)";

std::vector<std::string> working_statements(Dialect dialect) {
  const bool sqlite = dialect == Dialect::sqlite;
  std::vector<std::string> out{fmt::format(fmt::runtime(pending_table), fmt::arg("text", sqlite ? "TEXT" : "text"))};
  for (const char* index : indexes) out.push_back(fmt::format(fmt::runtime(index), fmt::arg("c", sqlite ? "" : " COLLATE \"C\"")));
  return out;
}

// Columns that a version added to a table.
struct Addition {
  int version;
  std::string_view table, column;
};
constexpr std::array additions{
    Addition{2, "figures", "source_part"},  Addition{2, "figures", "source_paragraph"},  Addition{2, "figures", "source_length"},
    Addition{2, "warnings", "source_part"}, Addition{2, "warnings", "source_paragraph"}, Addition{2, "warnings", "source_length"},
};

Type type_of(std::string_view table_name, std::string_view column_name) {
  for (const Table& table : tables()) {
    for (const Column& column : table.columns) {
      if (table.name == table_name && column.name == column_name) return column.type;
    }
  }
  return Type::text;
}

}  // namespace

std::string create_table(const Table& table, Dialect dialect) {
  std::string sql = fmt::format("CREATE TABLE {} (", table.name), key;
  for (std::size_t i = 0; i < table.columns.size(); ++i) {
    const Column& column = table.columns[i];
    sql += fmt::format("{} {}{}, ", column.name, sql_type(column.type, dialect), column.nullable ? "" : " NOT NULL");
    if (i < table.key_columns) key += fmt::format("{}{}", i == 0 ? "" : ", ", column.name);
  }
  return sql + fmt::format("PRIMARY KEY ({}))", key);
}

std::string column_list(const Table& table) {
  std::string list;
  for (const Column& column : table.columns) list += fmt::format("{}{}", list.empty() ? "" : ", ", column.name);
  return list;
}

std::vector<std::string> create_tables(Dialect dialect) {
  std::vector<std::string> out;
  for (const Table& table : tables()) out.push_back(create_table(table, dialect));
  for (std::string& statement : working_statements(dialect)) out.push_back(std::move(statement));
  return out;
}

std::vector<std::string> create_views(Dialect dialect) {
  std::vector<std::string> out;
  const bool sqlite = dialect == Dialect::sqlite, duckdb = dialect == Dialect::duckdb;
  for (const View& view : views) {
    out.push_back(fmt::format("CREATE {}VIEW {} AS ", duckdb ? "OR REPLACE " : "", view.name) +
                  fmt::format(fmt::runtime(view.query), fmt::arg("real", sqlite ? "REAL" : (duckdb ? "DOUBLE" : "double precision")),
                              fmt::arg("true", sqlite ? " = 1" : "")));
  }
  return out;
}

std::vector<std::string> migrate(int from, Dialect dialect) {
  std::vector<std::string> out;
  for (const View& view : views) out.push_back(fmt::format("DROP VIEW IF EXISTS {}", view.name));
  std::reverse(out.begin(), out.end());  // findings stands on current_documents
  for (const Addition& a : additions) {
    if (a.version > from)
      out.push_back(fmt::format("ALTER TABLE {} ADD COLUMN {} {}", a.table, a.column, sql_type(type_of(a.table, a.column), dialect)));
  }
  for (const Table& table : tables()) {
    if (table.since > from) out.push_back(create_table(table, dialect));
  }
  if (from < 3) {  // no document has key figures yet
    for (std::string& statement : working_statements(dialect)) out.push_back(std::move(statement));
    for (const char* table : {"documents", "inputs"})
      out.push_back(fmt::format("UPDATE {} SET program_version = program_version || ' (layout {})'", table, from));
  }
  for (std::string& view : create_views(dialect)) out.push_back(std::move(view));
  out.push_back(fmt::format("UPDATE store_meta SET value = '{}' WHERE key = 'schema_version'", schema_version));
  return out;
}

std::string duckdb_views(const std::vector<bool>& has_files) {
  std::string out = "-- DuckDB, in this folder: duckdb -init views.sql (or SET file_search_path to it).\n";
  for (std::size_t i = 0; i < table_count; ++i) {
    const auto id = static_cast<TableId>(i);
    const Table& table = store::table(i);
    out += fmt::format("CREATE OR REPLACE VIEW {} AS ", table.name);
    const std::string batch = fmt::format("read_parquet('batch-*/{}/**/*.parquet', hive_partitioning = false, filename = true)", table.name);
    if (!has_files[i]) {  // a glob without files would be an error
      std::string nulls;
      for (const Column& column : table.columns)
        nulls += fmt::format("{}CAST(NULL AS {}) AS {}", nulls.empty() ? "" : ", ", duckdb_type(column.type), column.name);
      out += fmt::format("SELECT {} WHERE false;\n", nulls);
    } else if (i < record_tables) {
      out += fmt::format("SELECT * EXCLUDE (filename) FROM {};\n", batch);
    } else if (id == TableId::inputs || id == TableId::supersessions) {  // the last batch's holds
      const std::string_view key = table.columns.front().name;
      const std::string last = fmt::format("SELECT * FROM {} QUALIFY row_number() OVER (PARTITION BY {} ORDER BY filename DESC) = 1", batch, key);
      out += fmt::format("SELECT * EXCLUDE (filename) FROM ({}){};\n", last, id == TableId::supersessions ? " WHERE document <> superseded_by" : "");
    } else {
      out += fmt::format(
          "SELECT * EXCLUDE (filename) FROM (SELECT * FROM read_parquet('across-*/{}/part.parquet', filename = true) "
          "QUALIFY rank() OVER (ORDER BY filename DESC) = 1);\n",
          table.name);
    }
  }
  for (const std::string& view : create_views(Dialect::duckdb)) out += view + ";\n";
  return out;
}

int version_number(std::string_view text) {
  int number = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
  return error == std::errc() && end == text.data() + text.size() ? number : 0;
}

Error older_layout(const std::string& store, int version) {
  return {"store_older", fmt::format("{}: its layout is version {}, this gouji reads {}", store, version, schema_version), {}};
}

}  // namespace gouji::store
