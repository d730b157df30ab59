// SqlSession over SQLite, and rows into its tables.
#pragma once

#include "output/store/sql_session.h"
#include "output/store/sqlite_database.h"

namespace gouji::store {

// INSERT of a whole row; `how`: "INSERT", "INSERT OR REPLACE".
std::string insert_into(const Table& table, std::string_view how = "INSERT");
void insert_rows(SqliteStatement& statement, const Rows& rows, std::size_t columns);

class SqliteSession final : public SqlSession {
 public:
  explicit SqliteSession(SqliteDatabase& database) : database_(database) {}
  Dialect dialect() const override { return Dialect::sqlite; }
  Answer ask(const std::string& sql, const std::vector<std::string>& parameters) override;
  void put(TableId id, const Rows& rows) override;
  void in_transaction(const std::function<void()>& work) override;

 private:
  SqliteDatabase& database_;
};

}  // namespace gouji::store
