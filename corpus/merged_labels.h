// Labels merged downwards in print (产出指标 beside nine rows): they are printed once, in the middle of their rows, on as many lines as
// they need. Which rows each covers is told by where it stands.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "corpus/aligned_segments.h"

namespace gouji::corpus {

// The printed lines that a row of the table takes, in the count of Segment::line.
struct RowPlace {
  double top = 0, bottom = 0;
};

// A cell over rows [first_row, last_row) that holds the segments [first, last) of its column; none: it is blank.
struct MergedLabel {
  std::uint32_t first_row = 0, last_row = 0;
  std::uint32_t first = 0, last = 0;
};

// The cells of each column from top to bottom: they cover every row once. `columns`: the segments of each, by line; `rows`: not empty. A
// form sets all its labels in the middle of their rows or all at the top, so the columns are looked at together.
// O(rows² + segments) for 400 rows at most; of more rows each segment goes to the nearest.
std::vector<std::vector<MergedLabel>> find_merged_labels(std::string_view decoded, const std::vector<RowPlace>& rows,
                                                         const std::vector<std::vector<Segment>>& columns);

}  // namespace gouji::corpus
