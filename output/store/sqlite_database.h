// SQLite's C interface with C++ ownership; the one place that calls it. What fails throws StoreFailure with a code of store.h
// and what to do. One thread.
#pragma once

#include <sqlite3.h>

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>

#include "output/store/store.h"

namespace gouji::store {

class SqliteDatabase {
 public:
  SqliteDatabase(const std::string& path, Access access);

  void run(const std::string& sql);  // one or several statements without results
  [[noreturn]] void failed(int code) const;
  sqlite3* handle() const { return handle_.get(); }

 private:
  struct Close {
    void operator()(sqlite3* handle) const { sqlite3_close(handle); }
  };
  std::unique_ptr<sqlite3, Close> handle_;
  std::string path_;
};

// A prepared statement. Bound text must live until the statement is reset.
class SqliteStatement {
 public:
  SqliteStatement(const SqliteDatabase& database, const std::string& sql);

  void bind(int parameter, std::string_view text);  // parameters count from 1
  void bind(int parameter, std::int64_t integer);
  void bind_null(int parameter);
  bool step();  // true: a row is there
  void reset();
  void run();  // step to the end, reset

  bool is_null(int column) const;  // columns count from 0
  std::string_view text(int column) const;
  std::int64_t integer(int column) const;
  sqlite3_stmt* handle() const { return statement_.get(); }
  int columns() const { return sqlite3_column_count(statement_.get()); }

 private:
  void check(int code) const;
  struct Finalize {
    void operator()(sqlite3_stmt* statement) const { sqlite3_finalize(statement); }
  };
  const SqliteDatabase* database_;
  std::unique_ptr<sqlite3_stmt, Finalize> statement_;
};

// Rolls back unless commit() was called.
class SqliteTransaction {
 public:
  explicit SqliteTransaction(SqliteDatabase& database) : database_(database) { database_.run("BEGIN IMMEDIATE"); }
  ~SqliteTransaction();
  SqliteTransaction(const SqliteTransaction&) = delete;
  SqliteTransaction& operator=(const SqliteTransaction&) = delete;
  void commit();

 private:
  SqliteDatabase& database_;
  bool open_ = true;
};

}  // namespace gouji::store
