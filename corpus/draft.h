// Blocks while they are being found: lines and parts of lines grouped, nothing copied yet. A draft becomes a Block when the
// document is written (document_writer.h).
#pragma once

#include <algorithm>
#include <cstdint>
#include <string_view>
#include <vector>

#include "corpus/lines.h"
#include "model/document.h"

namespace gouji::corpus {

// A cell of a grid and how far it reaches; its printed lines are TableDraft::parts [first, first + parts).
struct CellDraft {
  std::uint32_t row = 0, column = 0, row_span = 1, column_span = 1;
  std::uint32_t first = 0, parts = 0;
};

struct TableDraft {
  TableLayout layout = TableLayout::cell_lines;
  std::uint32_t rows = 0, columns = 0;
  std::vector<CellDraft> cells;                            // row-major
  std::vector<TextRange> parts;                            // ranges of the decoded text, in the order of the cells and of the lines in each
  std::uint32_t title_line = no_id;                        // the line above it that names it
  std::uint32_t caption_line = no_id;                      // the line above it that says the unit
  std::uint32_t title_cell = no_id, caption_cell = no_id;  // the same where they stand in cells of the grid (indexes of cells)
  std::string_view doubt;                                  // why the grid is not sure; empty where the bytes tell. Static storage

  // Opens a cell after the last one.
  CellDraft& add_cell(std::uint32_t row, std::uint32_t column) {
    CellDraft cell;
    cell.row = row;
    cell.column = column;
    cell.first = static_cast<std::uint32_t>(parts.size());
    cells.push_back(cell);
    rows = std::max(rows, row + 1);
    columns = std::max(columns, column + 1);
    return cells.back();
  }
  // Adds a printed line to the last cell.
  void add_part(TextRange decoded) {
    parts.push_back(decoded);
    ++cells.back().parts;
  }
};

struct BlockDraft {
  BlockKind kind = BlockKind::paragraph;
  std::vector<std::uint32_t> lines;  // indexes of the lines, in reading order; none for a table
  std::uint32_t table = no_id;       // index of its TableDraft
};

}  // namespace gouji::corpus
