// All tables of a text, in both flattened layouts, with the titles and unit lines above them.
#pragma once

#include <string_view>
#include <vector>

#include "corpus/lines.h"
#include "corpus/table_region.h"

namespace gouji::corpus {

// In the order of their lines, which get their roles. `wrapped`: the text is printed at a fixed width, where charts occur.
std::vector<TableRegion> find_tables(std::string_view decoded, std::vector<Line>& lines, bool wrapped);

}  // namespace gouji::corpus
