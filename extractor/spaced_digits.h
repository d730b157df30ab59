// Old web pages set digits apart: "1 9 9 8 年", "7 4 7 7 2 亿元", "8 ．8 ％". Such runs are closed up before they are read.
#pragma once

#include <string>
#include <vector>

#include "extractor/width.h"

namespace gouji::extractor::numeral {

// The text with its spaced runs closed up, and the way back.
struct ClosedUp {
  std::string text;                // empty: there was nothing to close up
  std::vector<Offset> removed_at;  // offsets in `text` before which a space was taken out, ascending
  // The offset in the original of an offset in `text`; `end`: of the end of a range (a removed space behind it stays outside).
  Offset original(Offset at, bool end) const;
};

// Only runs of single digits with one space between each, before a Han or a percent sign; 1 2 3 (numbered columns) stays.
ClosedUp close_up(std::string_view text);

}  // namespace gouji::extractor::numeral
