// Numbers that a narrow column of print broke over two lines ("10,225.8" over "4", "96.92" over "%").
#pragma once

#include <string_view>
#include <vector>

#include "corpus/grid_lines.h"

namespace gouji::corpus {

// Is `rest` what a line end cut off the number above it?
bool is_rest_of_number(std::string_view number, std::string_view rest);
// 31448 over 8: where they stand in one cell, with nothing else.
bool is_rest_of_whole(std::string_view number, std::string_view rest);

// The lower parts become texts, so that they belong to the row of the number and are none of their own. O(segments).
void mark_broken_numbers(std::string_view decoded, std::vector<PrintedRow>& rows);

}  // namespace gouji::corpus
