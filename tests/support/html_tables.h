// Grids of the tables of a simple HTML file (what pandoc writes), for comparison: spans resolved, nested tables apart.
#pragma once

#include <string>
#include <vector>

namespace gouji::test {

struct HtmlCell {
  unsigned row = 0, column = 0, row_span = 1, column_span = 1;
  std::string text;  // all text in it, nested tables, footnote marks and formulas left out; "\x01" where a list item begins
};

struct HtmlTable {
  unsigned rows = 0, columns = 0;
  std::vector<HtmlCell> cells;  // row-major
};

// In the order in which they begin; a nested table follows the one around it.
std::vector<HtmlTable> html_tables(const std::string& html);

}  // namespace gouji::test
