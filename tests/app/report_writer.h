// Writes a report that was read another way: its prose wrapped as a printer wraps it, its tables in another layout. For tests of
// what layout must not change.
#pragma once

#include <functional>
#include <string>

#include "output/report.h"
#include "support/table_writer.h"

namespace gouji::test {

// How a report is written. Lines and tables that nothing is said of stay as they are.
struct Writing {
  int columns = 0;                                // prose is wrapped at so many display columns; 0: a paragraph a line
  std::function<std::string(const Grid&)> table;  // none, or "" for a table: it stays as it is
};

std::string rewritten(const output::Report& report, const Writing& writing);

// The report's text without the marks that a converter leaves ([bookmark: …]): a printer does not know them.
std::string without_marks(const Document& document);

// The report's own blocks, one a line, without the menus and links of the web page that it stood on: what somebody who prints it keeps.
// For reports without tables.
std::string article_of(const Document& document);

// A table as a grid; cells of header rows are set in the middle of their columns.
Grid grid_of(const output::Report& report, TableId id);

// The cells' lines broken as a printer breaks them, so that no column is wider than `widest` display columns.
Grid fitted(Grid grid, unsigned widest);

// Tables whose structure print does not show: of nothing but sentences (nothing shows where those of one row end and those of the next
// begin), and forms left empty (nothing but zeros, in one row: headings of two levels stand over columns that have no width).
bool is_lost_in_print(const Grid& grid);

}  // namespace gouji::test
