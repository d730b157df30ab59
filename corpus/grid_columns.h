// The columns of a stretch of aligned print (a page's part of a table) from where its values end and its labels stand.
#pragma once

#include <cstdint>
#include <vector>

#include "corpus/aligned_segments.h"
#include "corpus/match_in_order.h"

namespace gouji::corpus {

inline constexpr std::uint32_t most_grid_columns = 64;

struct Column {
  unsigned from = 0, to = 0;  // display columns that its cells cover
  bool values = false;        // numbers stand in it
  std::uint32_t cells = 0;    // segments in it

  double centre() const { return (from + to) / 2.0; }
};

// Segment → column, and the columns from left to right (at most most_grid_columns).
struct ColumnModel {
  std::vector<Column> columns;
  std::vector<std::uint32_t> column_of;  // of each segment handed in
};

// `segments`: of the lines below the header, ordered by line and place. `header`: segments of the header, which keep labels that never
// share a line apart where each has a heading of its own. O(n log n).
struct ColumnHints {
  bool form = false;                   // every column is known to have its heading in `header` (but a column of labels, perhaps), so that a
                                       // cell that reaches over several columns does not join them
  std::uint32_t counted = UINT32_MAX;  // Segment::line of 栏次 1 2 3: every column of values has one number there
  std::size_t most = SIZE_MAX;         // there are no more columns than that: numbers that print moved to the side have none of their own
};
ColumnModel find_columns(const std::vector<Segment>& segments, const std::vector<Segment>& header, const ColumnHints& hints = {});

}  // namespace gouji::corpus
