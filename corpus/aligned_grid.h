// The grid of a table printed as aligned columns: rows whose label is wrapped around its values become one row, header lines become
// header cells with their spans, the table's pages one grid. See grid_columns.h, grid_header.h and grid_rows.h for its steps.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "corpus/draft.h"
#include "corpus/lines.h"

namespace gouji::corpus {

// Reads the lines [first, last) that have the role `aligned`. Lines of a header that a later page repeats get the role `furniture`.
TableDraft read_aligned_grid(std::string_view decoded, std::vector<Line>& lines, std::uint32_t first, std::uint32_t last);

}  // namespace gouji::corpus
