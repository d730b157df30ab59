// The number that opens a list item, as structure sees it: its style ("（1）", "1.", "——") and its place in the list.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "extractor/numerals.h"

namespace gouji::extractor {

struct ItemNumber {
  std::string style;  // "" when the paragraph is no list item
  int ordinal = 0;    // 0: none or not read
};
ItemNumber item_number(std::string_view paragraph, const std::vector<Numeral>& numerals);

}  // namespace gouji::extractor
