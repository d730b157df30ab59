// How a number that does not fit may have come about.
#pragma once

#include <cstdint>

#include "model/figure.h"

namespace gouji::audit {

enum class Cause : std::uint8_t {
  none,
  unit_slip,         // 万 or 亿 more or less: ×10^power mends it
  shifted_point,     // the decimal point is misplaced: ×10^power mends it
  sign,              // the sign, or increase for decrease
  transposed,        // neighbouring digits
  one_digit,         // one digit is another
  missing_digit,     // one digit is not there
  extra_digit,       // one digit too many, or one printed twice
  part_left_out,     // the total lacks one of its parts: `other`
  part_twice,        // the total counts one of its parts twice: `other`
  row_missing,       // the difference is a number that stands beside the parts: `other`
  row_twice,         // a row of the list stands there twice: without it all columns hold
  part_doubled,      // the same of a list in a sentence
  row_skipped,       // the numbers of the rows leave one out, and every column lacks something
  rows_short,        // a list that is whole by its numbers lacks something in every column
  neighbour_column,  // the number of the column beside it: `other`
  neighbour_row,     // the number of the row beside it, of the figure beside it in a sentence: `other`
  other_year,        // the number of another year: `other`
  other_scope        // the difference is what one footing counts and the other does not: `other`
};

struct Explanation {
  Cause cause = Cause::none;
  std::int8_t power = 0;   // unit_slip, shifted_point
  FigureId other = no_id;  // where the cause names another figure
};

}  // namespace gouji::audit
