// The SQL of the schema, made from schema.h for one dialect or the other. Pure.
#pragma once

#include <string>
#include <vector>

#include "output/store/schema.h"

namespace gouji::store {

enum class Dialect : std::uint8_t { sqlite, postgres };

std::string create_table(const Table& table, Dialect dialect);
// "a, b, c"
std::string column_list(const Table& table);
// The views that analysts begin with; docs/data_dictionary.md describes them.
std::vector<std::string> create_views(Dialect dialect);

}  // namespace gouji::store
