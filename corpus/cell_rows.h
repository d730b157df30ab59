// The rows of a table of cell lines as the bytes tell them, before any column is decided: cells in order, each with its printed
// lines, and how far a row stands from the one above.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "model/source.h"

namespace gouji::corpus {

struct RawCell {
  std::uint32_t first = 0, parts = 0;  // RawTable::parts [first, first + parts), none for a blank cell
};

struct RawRow {
  std::uint32_t first = 0, cells = 0;  // RawTable::cells [first, first + cells)
  std::uint32_t line = 0;              // the document's line that opens it
  bool sure_end = true;                // an empty line ends it; false: a line with blanks on it, which is a cell's own
};

// Parts, cells and rows are in the order of the text and lie one after the other, so that joining two is a matter of counts.
struct RawTable {
  std::vector<TextRange> parts;
  std::vector<RawCell> cells;
  std::vector<RawRow> rows;

  void begin_row(std::uint32_t line) { rows.push_back({static_cast<std::uint32_t>(cells.size()), 0, line, true}); }
  void begin_cell() {
    cells.push_back({static_cast<std::uint32_t>(parts.size()), 0});
    ++rows.back().cells;
  }
  // Adds a printed line to the last cell; an empty one leaves no trace.
  void add_part(TextRange decoded) {
    if (decoded.empty()) return;
    parts.push_back(decoded);
    ++cells.back().parts;
  }
  void append(const RawTable& more);
  RawTable rows_between(std::size_t first, std::size_t last) const;

  std::uint32_t widest() const;
  // The commonest number of cells of the last rows, the larger of two as common.
  std::uint32_t usual_width(std::size_t last_rows = SIZE_MAX) const;
};

// number: digits alone; measure: with a unit or a comparator (100%, ≥59.49万件). Of a column, blank: none or several kinds.
enum class CellKind : std::uint8_t { blank, text, number, measure };
constexpr bool is_value(CellKind kind) { return kind == CellKind::number || kind == CellKind::measure; }

CellKind kind_of_cell(std::string_view decoded, const RawTable& table, std::uint32_t cell);

// The kind that most filled cells of each column have, of rows with exactly `width` cells.
std::vector<CellKind> kinds_of_columns(std::string_view decoded, const RawTable& table, std::uint32_t width, std::size_t last_rows = SIZE_MAX);

// The range without the white space around it.
TextRange trimmed(std::string_view decoded, TextRange range);

// A TAB inside a cell is the text's own, unless the row lacks just as many cells as TABs stand in its own.
void split_at_inner_tabs(std::string_view decoded, RawTable& table);

// Joins rows that a blank paragraph at the end of a cell had cut in two: a line with blanks ends no row; an empty line does not where
// the two have as many cells as their neighbours and their cells are of the columns' kinds. True where only the neighbours told.
bool join_cut_rows(std::string_view decoded, RawTable& table);

// Blank cells that make a row wider than the others say nothing: those of a row that holds no more than a unit or a title, and with
// `trailing` those at the end of any row.
void trim_blank_cells(RawTable& table, bool trailing);

// Does `more`, which follows after one empty line too many, go on with the table (its rows are as wide and hold what its columns hold)?
bool continues(std::string_view decoded, const RawTable& table, const RawTable& more);

// A table inside a cell cuts the row around it: `table` ends in a row that lacks cells and the narrow rows of the nested table, and the
// tables `more` bring its other rows and then the missing cells. Puts the nested rows into their cell and appends the rest.
bool resume_after_nested(RawTable& table, const std::vector<const RawTable*>& more);

}  // namespace gouji::corpus
