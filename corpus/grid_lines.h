// The printed lines of a table as segments, in the measure of columns (aligned_segments.h) that suits the table.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "corpus/aligned_segments.h"
#include "corpus/lines.h"

namespace gouji::corpus {

struct PrintedRow {
  std::uint32_t line = 0;  // of the document
  std::uint32_t y = 0;     // printed lines above it in the table, blank ones counted (three at most); Segment::line is the same
  std::uint32_t page = 0;  // counted from the table's first
  std::vector<Segment> segments;
  std::vector<std::uint32_t> columns;  // of each segment in the grid, once that is known
};

// The lines among [first, last) that have the role `aligned`.
std::vector<PrintedRow> read_rows(std::string_view decoded, const std::vector<Line>& lines, std::uint32_t first, std::uint32_t last);

}  // namespace gouji::corpus
