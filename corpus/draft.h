// Blocks while they are being found: lines and parts of lines grouped, nothing copied yet. A draft becomes a Block when the
// document is written (document_writer.h).
#pragma once

#include <cstdint>
#include <vector>

#include "corpus/lines.h"
#include "model/document.h"

namespace gouji::corpus {

// A piece of a cell: consecutive parts with the same row and column are one cell, its lines in order. Ranges of the decoded text.
struct CellPart {
  std::uint32_t row = 0, column = 0;
  TextRange decoded;
};

struct TableDraft {
  TableLayout layout = TableLayout::cell_lines;
  std::vector<CellPart> parts;         // row-major
  std::uint32_t title_line = no_id;    // the line above it that names it
  std::uint32_t caption_line = no_id;  // the line above it that says the unit
};

struct BlockDraft {
  BlockKind kind = BlockKind::paragraph;
  std::vector<std::uint32_t> lines;  // indexes of the lines, in reading order; none for a table
  std::uint32_t table = no_id;       // index of its TableDraft
};

}  // namespace gouji::corpus
