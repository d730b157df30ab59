// The columns of a stretch of aligned print (a page's part of a table) from where its values end and its labels stand.
#pragma once

#include <cstdint>
#include <functional>
#include <vector>

#include "corpus/aligned_segments.h"

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
// share a line apart where each has a heading of its own. `form`: every column is known to have its heading in `header` (but a column of
// labels, perhaps), so that a cell that reaches over several columns does not join them. O(n log n).
ColumnModel find_columns(const std::vector<Segment>& segments, const std::vector<Segment>& header, bool form = false);

inline constexpr std::uint32_t no_column = UINT32_MAX;

// Which of `to` each of `from` is at the least cost, keeping their order (no_column: none): the columns of one table on two pages, a
// header's cells and the columns below. O(from · to).
std::vector<std::uint32_t> match_in_order(std::size_t from, std::size_t to, const std::function<double(std::size_t, std::size_t)>& cost,
                                          const std::function<double(std::size_t)>& skip_from, const std::function<double(std::size_t)>& skip_to);

}  // namespace gouji::corpus
