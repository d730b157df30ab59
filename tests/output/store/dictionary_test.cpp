// docs/data_dictionary.md describes every table and column of the schema, with its type, and no other.
#include <catch2/catch.hpp>
#include <fstream>
#include <regex>
#include <set>

#include "output/store/schema.h"

namespace gouji::store {
namespace {

TEST_CASE("the data dictionary and the schema name the same columns") {
  std::ifstream file(GOUJI_SOURCE_DIR "/docs/data_dictionary.md");
  REQUIRE(file);
  static const std::regex heading("^## (\\w+)$"), row("^\\| `(\\w+)` \\| (\\w+)(, null)? \\|.*");
  std::set<std::string> described;
  std::string current;
  std::smatch match;
  for (std::string line; std::getline(file, line);) {
    if (std::regex_match(line, match, heading)) current = match[1];
    if (std::regex_match(line, match, row)) described.insert(current + "." + match[1].str() + " " + match[2].str() + match[3].str());
  }
  std::set<std::string> expected;
  for (const Table& table : tables()) {
    for (const Column& column : table.columns) {
      expected.insert(std::string(table.name) + "." + std::string(column.name) + " " + std::string(name(column.type)) +
                      (column.nullable ? ", null" : ""));
    }
  }
  for (const std::string& column : expected) {
    INFO(column);
    CHECK(described.contains(column));
  }
  for (const std::string& column : described) {
    INFO(column);
    CHECK(expected.contains(column));
  }
}

}  // namespace
}  // namespace gouji::store
