// The header of an aligned table: label lines wrapped over several printed lines joined into cells, and cells that head several
// others recognised by standing above them, in their middle.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "corpus/aligned_segments.h"
#include "corpus/grid_columns.h"

namespace gouji::corpus {

struct HeaderCell {
  std::vector<Segment> lines;        // its printed lines, from the top
  unsigned from = 0, to = 0;         // display columns
  double top = 0, bottom = 0;        // printed lines, blank ones counted
  std::vector<std::uint32_t> below;  // a heading of several: the cells under it, left to right
  std::uint32_t above = no_column;   // the cell that it stands under
  std::uint32_t depth = 0;           // cells above it

  double centre() const { return (from + to) / 2.0; }
  bool is_group() const { return !below.empty(); }
};

struct Header {
  std::vector<HeaderCell> cells;
  std::vector<std::uint32_t> leaves;  // cells that head a column, left to right
  std::uint32_t rows = 0;             // levels
  std::uint32_t forced = 0;           // lines put into cells that they stand far above
  double cost = 0;                    // how far the cells stand from where the headings of several would be set
};

// `segments` of the header's lines; Segment::line counts printed lines, blank ones included. `columns`: those below the header.
Header read_header(std::string_view decoded, const std::vector<Segment>& segments, const std::vector<Column>& columns);

}  // namespace gouji::corpus
