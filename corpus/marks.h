// Marks that a converter writes into the text where something stood that is no text: [bookmark: NAME], [image: ALT].
#pragma once

#include <string_view>
#include <vector>

#include "model/source.h"

namespace gouji::corpus {

// Ranges of the marks, in order. A mark stands on one line.
std::vector<TextRange> find_marks(std::string_view decoded);

}  // namespace gouji::corpus
