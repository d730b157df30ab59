// What `gouji status` asks a store that speaks SQL. Internal to output/store.
#pragma once

#include <functional>
#include <string>
#include <vector>

#include "output/store/sql.h"
#include "output/store/store.h"

namespace gouji::store {

// A query → its rows, every value as text.
using Ask = std::function<std::vector<std::vector<std::string>>(const std::string& sql)>;

Overview overview_of(const Ask& ask, Dialect dialect);

}  // namespace gouji::store
