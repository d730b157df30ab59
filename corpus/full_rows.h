// The columns of a page where full rows push their numbers to the side: a row with as many cells as there are headings has one in each column.
// Both return false, and leave the model as it is, where the rows do not tell.
#pragma once

#include <span>
#include <vector>

#include "corpus/grid_columns.h"
#include "corpus/grid_lines.h"

namespace gouji::corpus {

// The other rows stand under the headings and tell the columns.
bool columns_without_full_rows(std::span<const PrintedRow> rows, const std::vector<Segment>& header, const ColumnHints& hints, ColumnModel& model);

// Most rows are full (they have `most` cells): they tell what stands in each column, and the others' cells stand by them from left to right.
bool columns_of_full_rows(std::span<const PrintedRow> rows, std::size_t most, ColumnModel& model);

}  // namespace gouji::corpus
