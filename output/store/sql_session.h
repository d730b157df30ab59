// SqlSession: what work inside a store needs of its database, the same for each that speaks SQL. Parameters are $1, $2, … in their order; all
// values are text, NULL is "". Failures throw StoreFailure. One thread.
#pragma once

#include <functional>
#include <string>
#include <vector>

#include "output/store/rows.h"
#include "output/store/sql.h"

namespace gouji::store {

class SqlSession {
 public:
  using Answer = std::vector<std::vector<std::string>>;
  virtual ~SqlSession() = default;
  virtual Dialect dialect() const = 0;
  // A statement and its rows.
  virtual Answer ask(const std::string& sql, const std::vector<std::string>& parameters = {}) = 0;
  virtual void put(TableId table, const Rows& rows) = 0;
  // What `work` does is done whole, or not at all where it throws.
  virtual void in_transaction(const std::function<void()>& work) = 0;
};

}  // namespace gouji::store
