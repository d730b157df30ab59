// Puts a header's cells into the grid, with the rows and columns that each covers.
#pragma once

#include <cstdint>
#include <vector>

#include "corpus/draft.h"
#include "corpus/grid_header.h"

namespace gouji::corpus {

// `grid_of_leaf`: the column of each of header.leaves. A place that no cell covers gets a blank one.
void write_header(const Header& header, const std::vector<std::uint32_t>& grid_of_leaf, std::size_t columns, TableDraft& draft);

}  // namespace gouji::corpus
