// libpq with C++ ownership; the one place that calls it. What fails throws StoreFailure with a code of store.h. One thread.
#pragma once

#include <libpq-fe.h>

#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "output/store/store.h"

namespace gouji::store {

class PostgresResult {
 public:
  explicit PostgresResult(PGresult* result) : result_(result) {}
  int rows() const { return PQntuples(result_.get()); }
  int columns() const { return PQnfields(result_.get()); }
  bool is_null(int row, int column) const { return PQgetisnull(result_.get(), row, column) != 0; }
  std::string_view text(int row, int column) const;
  PGresult* handle() const { return result_.get(); }

 private:
  struct Clear {
    void operator()(PGresult* result) const { PQclear(result); }
  };
  std::unique_ptr<PGresult, Clear> result_;
};

class PostgresConnection {
 public:
  explicit PostgresConnection(const std::string& url);

  PostgresResult run(const std::string& sql, const std::vector<std::string>& parameters = {});
  // COPY `table` FROM STDIN of rows in COPY's text format.
  void copy(const std::string& table, const std::string& rows);

 private:
  [[noreturn]] void failed(const PGresult* result) const;
  struct Finish {
    void operator()(PGconn* connection) const { PQfinish(connection); }
  };
  std::unique_ptr<PGconn, Finish> connection_;
  std::string shown_;  // the URL without its password
};

// {"a","b"}: the text of an array.
std::string array_literal(const std::vector<std::string>& texts);

}  // namespace gouji::store
