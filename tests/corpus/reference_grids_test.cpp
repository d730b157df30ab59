// The final-accounts tables of a real report, compared cell by cell with the text once and held by their hashes. Reads
// $GOUJI_REFERENCE/reports/003.txt; skipped where that is not set.
#include <catch2/catch.hpp>
#include <cstdint>
#include <cstdlib>
#include <fstream>
#include <sstream>
#include <string>
#include <vector>

#include "read_helpers.h"

using namespace gouji;
using namespace gouji::corpus::test;

namespace {

// FNV-1a over "row.column rows×columns text" of each cell, blank ones included.
std::uint64_t hash_of(const Document& document, const Table& table) {
  std::uint64_t hash = 14695981039346656037ULL;
  const auto add = [&](const std::string& s) {
    for (const char c : s) hash = (hash ^ static_cast<unsigned char>(c)) * 1099511628211ULL;
  };
  for (const Cell& cell : table.cells) {
    add(std::to_string(cell.row) + "." + std::to_string(cell.column) + " " + std::to_string(cell.row_span) + "x" + std::to_string(cell.column_span) +
        " " + std::string(document.view(cell.text)) + "\n");
  }
  return hash;
}

struct Expected {
  std::uint32_t rows, columns;
  std::uint64_t hash;
};

}  // namespace

TEST_CASE("the nine final-accounts tables of a real report are the grids that its text shows") {
  const char* reference = std::getenv("GOUJI_REFERENCE");
  std::ifstream in(reference == nullptr ? std::string() : std::string(reference) + "/reports/003.txt", std::ios::binary);
  if (!in) {
    WARN("SKIPPED: $GOUJI_REFERENCE/reports/003.txt is not there");
    return;
  }
  std::ostringstream text;
  text << in.rdbuf();
  const Document document = read_ok(text.str());
  const std::vector<Expected> expected{
      {33, 6, 8096092066936531939ULL}, {25, 9, 6792165013400269630ULL}, {25, 8, 4909753002593189132ULL},
      {35, 9, 6601901255121033546ULL}, {26, 5, 8695980202811640794ULL}, {30, 9, 4799411958831789149ULL},
      {7, 8, 6533956381789571300ULL},  {8, 5, 4029409287054327857ULL},  {5, 12, 11208075384516894617ULL},
  };
  REQUIRE(document.tables.size() >= expected.size());
  for (std::size_t t = 0; t < expected.size(); ++t) {
    const Table& table = document.tables[t];
    INFO("table " << t << " " << document.view(table.title));
    CHECK(table.rows == expected[t].rows);
    CHECK(table.columns == expected[t].columns);
    CHECK(hash_of(document, table) == expected[t].hash);
    CHECK_FALSE(table.caption.empty());
  }
}
