// Tables that a converter flattened into cell lines: a TAB starts a cell, a further line without TAB continues it, a blank
// line ends the row, two end the table; a page's own white space can put a TAB alone on a line and blank lines between cells.
// A region of cells that holds headings and sentences rather than labels and numbers is page layout, not a table.
#pragma once

#include <string_view>
#include <vector>

#include "corpus/draft.h"
#include "corpus/lines.h"
#include "corpus/table_region.h"

namespace gouji::corpus {

// Finds the tables in order and gives their lines the role `cell`.
std::vector<TableRegion> find_cell_tables(std::string_view decoded, std::vector<Line>& lines);

}  // namespace gouji::corpus
