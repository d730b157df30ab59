// Headings of columns that nearly touch: print leaves one blank between them, as it does inside a heading. Which is it?
#pragma once

#include <string_view>
#include <vector>

#include "corpus/grid_columns.h"

namespace gouji::corpus {

// "本年收入合 财政拨款收" above "计 入": one blank parts two headings when lines below stand under its parts, or they are whole.
// Segments in their order; those of two headings or more are replaced by a segment for each.
std::vector<Segment> parted(std::string_view decoded, const std::vector<Segment>& segments, const std::vector<Column>& columns);

}  // namespace gouji::corpus
