// Raised and lowered fragments put back in their line: where a font sets part of a line a little higher or lower, a print to
// text shows it on a line of its own ("支出 81" / "    .2 亿元"). Lines whose parts fit into each other's blanks, each part
// beginning where another ends, were one. Columns are counted in characters, as pdftotext counts them.
#pragma once

#include <string_view>
#include <vector>

#include "corpus/lines.h"

namespace gouji::corpus {

// Replaces such lines by their parts in reading order, the later ones glued to the first.
void rejoin_fragments(std::string_view decoded, const std::vector<TextRange>& marks, std::vector<Line>& lines);

}  // namespace gouji::corpus
