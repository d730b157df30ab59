// Segments of a print that belong together by where they stand: what the search for columns (grid_columns.h) is made of.
#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

#include "corpus/grid_columns.h"

namespace gouji::corpus {

using Indexes = std::vector<std::uint32_t>;  // of segments

// Groups of segments whose columns overlap, left to right.
std::vector<Indexes> overlapping_groups(const std::vector<Segment>& segments, Indexes indexes);

// Where the columns of a group end that several segments of one line fall into: the mean of the lines that have most of them; none where
// those are fewer than `least_lines`. Sorts the group by line and place.
std::vector<double> seeds(const std::vector<Segment>& segments, Indexes& group, std::size_t least_lines);

// Parts a group by the seed that each segment's right edge is nearest to; two of one line go to different ones where they can.
std::vector<Indexes> split_group(const std::vector<Segment>& segments, const Indexes& group, const std::vector<double>& ends);

// The headings that stand lowest, each with the lines above it that are its own: what heads one column.
std::vector<Column> lowest_headings(const std::vector<Segment>& header);

// Segments set under each other: with their left edges, their middles or their right edges in one place.
std::vector<Indexes> set_under_each_other(const std::vector<Segment>& segments, const Indexes& group);

}  // namespace gouji::corpus
