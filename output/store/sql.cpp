#include "output/store/sql.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <charconv>

namespace gouji::store {
namespace {

std::string_view sql_type(Type type, Dialect dialect) {
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
};

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

std::vector<std::string> create_views(Dialect dialect) {
  std::vector<std::string> out;
  const bool sqlite = dialect == Dialect::sqlite;
  for (const View& view : views) {
    out.push_back(fmt::format("CREATE VIEW {} AS ", view.name) + fmt::format(fmt::runtime(view.query),
                                                                             fmt::arg("real", sqlite ? "REAL" : "double precision"),
                                                                             fmt::arg("true", sqlite ? " = 1" : "")));
  }
  return out;
}

std::vector<std::string> migrate(int from, Dialect dialect) {
  std::vector<std::string> out;
  for (const View& view : views) out.push_back(fmt::format("DROP VIEW {}", view.name));
  std::reverse(out.begin(), out.end());  // findings stands on current_documents
  for (const Addition& a : additions) {
    if (a.version > from)
      out.push_back(fmt::format("ALTER TABLE {} ADD COLUMN {} {}", a.table, a.column, sql_type(type_of(a.table, a.column), dialect)));
  }
  for (std::string& view : create_views(dialect)) out.push_back(std::move(view));
  out.push_back(fmt::format("UPDATE store_meta SET value = '{}' WHERE key = 'schema_version'", schema_version));
  return out;
}

Error older_layout(const std::string& store, int version) {
  return {"store_older", fmt::format("{}: its layout is version {}, this gouji reads {}", store, version, schema_version), {}};
}

int version_number(std::string_view text) {
  int number = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
  return error == std::errc() && end == text.data() + text.size() ? number : 0;
}

}  // namespace gouji::store
