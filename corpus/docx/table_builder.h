// The grid of a Word table: rows of cells, with cells that reach over columns (w:gridSpan, w:hMerge) and rows (w:vMerge), and columns
// that a row leaves out at its beginning or end. Every place of the grid is covered by one cell, blank ones included.
// Source: ECMA-376-1 §17.4.
#pragma once

#include <cstdint>
#include <vector>

#include "corpus/docx/manuscript.h"

namespace gouji::corpus::docx {

struct CellShape {
  enum class Merge : std::uint8_t { none, begins, goes_on };
  std::uint32_t columns = 1;
  Merge down = Merge::none;
  bool goes_on_across = false;
};

class TableBuilder {
 public:
  void begin_row() { before_ = 0; }
  // The row leaves out this many columns at its beginning.
  void leave_out(std::uint32_t columns) { before_ = columns; }
  // false: the cell is the rest of one above it or before it; Word shows nothing that stands in it.
  // `begin`: where its text will begin.
  bool add_cell(const CellShape& shape, std::uint32_t begin);
  void add_part(TextRange text) { table_.draft.add_part(text); }
  void add_nested(std::uint32_t table);
  // A row without a cell is none.
  void end_row();
  GridTable finish();

 private:
  // A cell that reached down to the row before.
  struct Reaching {
    std::uint32_t column = 0, columns = 0, cell = 0;
  };
  void fill_rows();

  GridTable table_;
  std::uint32_t row_ = 0, column_ = 0, before_ = 0, last_cell_ = no_id;
  std::vector<Reaching> above_, reaching_;  // by column: of the row before, of this one
  std::size_t next_above_ = 0;
  std::vector<std::uint32_t> widths_;  // columns of each row
};

}  // namespace gouji::corpus::docx
