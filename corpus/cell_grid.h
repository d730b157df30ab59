// The grid of a table of cell lines: merged cells have left their rows with fewer cells than the table is wide, and the columns that
// each covers are told by the rows beside it. What they do not tell keeps the printed order from the left, with a word of doubt.
#pragma once

#include <string_view>

#include "corpus/cell_rows.h"
#include "corpus/draft.h"

namespace gouji::corpus {

TableDraft grid_of_cells(std::string_view decoded, const RawTable& table);

}  // namespace gouji::corpus
