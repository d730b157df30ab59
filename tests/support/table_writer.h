// Writes a grid the ways in which converters flatten tables into text: what a reader of corpus/ has to undo. For tests and samples.
#pragma once

#include <string>
#include <vector>

namespace gouji::test {

struct GridCell {
  unsigned row = 0, column = 0, row_span = 1, column_span = 1;
  std::vector<std::string> lines;  // none: a blank cell
  bool centred = false;            // in print: set in the middle of its columns, as cells of a header are
};

// Every place of the grid is covered by exactly one cell; cells row by row, left to right.
struct Grid {
  unsigned rows = 0, columns = 0, header_rows = 0;
  std::vector<GridCell> cells;
};

// A Word file: a TAB before a cell, its paragraphs on lines of their own, a blank line behind a row, two behind the table. A cell merged
// downwards comes again as a blank cell, one merged sideways is one cell: the reader must find its width.
std::string write_docx_cells(const Grid& grid);
// The older Word format: a blank line between the paragraphs of a cell as well.
std::string write_doc_cells(const Grid& grid);
// A web page or a sheet: a row on a line, cells merged downwards leave nothing in the rows below. A cell's own line ends are kept.
std::string write_line_rows(const Grid& grid);

struct AlignedPrint {
  bool wide_han = false;       // a Chinese character counts two columns, else one
  unsigned gap = 3;            // blank columns between two columns at least
  unsigned rows_on_page = 0;   // 0: one page; a page number and a form feed behind each page
  bool repeat_header = false;  // on each page
  bool centred = false;        // every cell is set in the middle of its columns, as in forms
};
// A PDF's print: numbers flush right, labels flush left, headings in the middle of what they head, the lines of a cell above and below
// the middle of its row. A row's merged cells are printed once, in the middle: body cells must not span rows.
std::string write_aligned_columns(const Grid& grid, const AlignedPrint& print);

}  // namespace gouji::test
