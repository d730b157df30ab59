#include "output/store/sqlite_session.h"

#include <fmt/format.h>

namespace gouji::store {
namespace {

void bind_row(SqliteStatement& statement, RowReader& reader, std::size_t columns) {
  for (int parameter = 1; parameter <= static_cast<int>(columns); ++parameter) {
    const Value value = reader.next();
    if (value.kind == Value::Kind::null) {
      statement.bind_null(parameter);
    } else if (value.kind == Value::Kind::text) {
      statement.bind(parameter, value.text);
    } else {
      statement.bind(parameter, value.integer);
    }
  }
}

}  // namespace

std::string insert_into(const Table& table, std::string_view how) {
  std::string marks;
  for (std::size_t i = 0; i < table.columns.size(); ++i) marks += i == 0 ? "?" : ", ?";
  return fmt::format("{} INTO {} VALUES ({})", how, table.name, marks);
}

void insert_rows(SqliteStatement& statement, const Rows& rows, std::size_t columns) {
  for (RowReader reader(rows); !reader.done();) {
    bind_row(statement, reader, columns);
    statement.run();
  }
}

SqlSession::Answer SqliteSession::ask(const std::string& sql, const std::vector<std::string>& parameters) {
  SqliteStatement statement(database_, sql);
  for (std::size_t i = 0; i < parameters.size(); ++i) statement.bind(static_cast<int>(i) + 1, std::string_view(parameters[i]));
  Answer rows;
  while (statement.step()) {
    auto& values = rows.emplace_back();
    for (int column = 0; column < statement.columns(); ++column) values.emplace_back(statement.text(column));
  }
  return rows;
}

void SqliteSession::put(TableId id, const Rows& rows) {
  SqliteStatement statement(database_, insert_into(table(id)));
  insert_rows(statement, rows, table(id).columns.size());
}

void SqliteSession::in_transaction(const std::function<void()>& work) {
  SqliteTransaction transaction(database_);
  work();
  transaction.commit();
}

}  // namespace gouji::store
