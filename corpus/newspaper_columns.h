// Text set in newspaper columns: a page whose lines run through several columns of prose is split at its gutters, and the
// columns are read one after the other. A line that crosses the gutters (a headline) stays whole and ends what is above it.
// Columns are counted in characters, as pdftotext counts them when it lays a page out.
#pragma once

#include <string_view>
#include <vector>

#include "corpus/lines.h"

namespace gouji::corpus {

// Replaces the lines of each page set in columns by their parts, in reading order; true if there was one.
bool split_newspaper_columns(std::string_view decoded, const std::vector<TextRange>& marks, std::vector<Line>& lines);

}  // namespace gouji::corpus
