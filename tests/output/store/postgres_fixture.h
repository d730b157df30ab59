// A database of its own on the server that GOUJI_TEST_POSTGRES names (scripts/test starts one), gone with the fixture.
#pragma once

#include <unistd.h>

#include <catch2/catch.hpp>
#include <cstdlib>
#include <string>

#include "output/store/postgres_connection.h"

namespace gouji::store::testing {

class PostgresDatabase {
 public:
  static bool is_there() {
    if (std::getenv("GOUJI_TEST_POSTGRES") != nullptr) return true;
    WARN("SKIPPED: GOUJI_TEST_POSTGRES names no server (scripts/test starts one)");
    return false;
  }
  PostgresDatabase() : server_(std::getenv("GOUJI_TEST_POSTGRES")) {
    static int count = 0;
    name_ = "test_" + std::to_string(::getpid()) + "_" + std::to_string(count++);
    PostgresConnection(server_).run("CREATE DATABASE " + name_);
    url = server_.substr(0, server_.rfind('/') + 1) + name_;
  }
  ~PostgresDatabase() {
    try {
      PostgresConnection(server_).run("DROP DATABASE " + name_ + " WITH (FORCE)");
    } catch (const StoreFailure&) {
      // The server is gone: nothing to tidy up.
    }
  }
  PostgresDatabase(const PostgresDatabase&) = delete;
  PostgresDatabase& operator=(const PostgresDatabase&) = delete;

  // Rows as store_helpers.h shows them.
  std::vector<std::string> query(const std::string& sql) const {
    constexpr unsigned boolean = 16, bigint = 20, integer = 23;  // type oids
    PostgresConnection connection(url);
    connection.run("SET search_path = gouji");
    const PostgresResult result = connection.run(sql);
    std::vector<std::string> rows;
    for (int r = 0; r < result.rows(); ++r) {
      std::string row;
      for (int c = 0; c < result.columns(); ++c) {
        const std::string text(result.text(r, c));
        const unsigned type = PQftype(result.handle(), c);
        row += result.is_null(r, c)                ? "NULL"
               : type == boolean                   ? (text == "t" ? "1" : "0")
               : type == bigint || type == integer ? text
                                                   : "'" + text + "'";
        row += '|';
      }
      rows.push_back(row);
    }
    std::sort(rows.begin(), rows.end());
    return rows;
  }

  std::string url;

 private:
  std::string server_, name_;
};

}  // namespace gouji::store::testing
