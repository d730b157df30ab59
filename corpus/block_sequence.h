// Lines and tables → blocks of a Document, in reading order. What every reader ends with.
#pragma once

#include <cstdint>
#include <vector>

#include "corpus/layout.h"
#include "corpus/lines.h"
#include "corpus/table_region.h"
#include "model/document.h"

namespace gouji::corpus {

// `document.map` and `document.marks` are set. `tables` stand in the order of their lines; one whose first line is its last covers none
// of them and stands before that line. Returns the outline level of each new block (Line::outline).
std::vector<std::uint8_t> write_blocks(Document& document, const std::vector<Line>& lines, const Layout& layout,
                                       const std::vector<TableRegion>& tables);

}  // namespace gouji::corpus
