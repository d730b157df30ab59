// A list of rows that misses its total in every column: one of its rows is not there, or stands there twice. No number need be wrong, so no
// cell can be blamed: the rows are. Structure and numbering must say so beside the arithmetic, for many lists name only what matters most.
// Pure; threads as the context.
#pragma once

#include <cstdint>
#include <vector>

#include "audit/cause.h"
#include "audit/rules/rules.h"

namespace gouji::audit {

struct ListedRows {
  const Panel& panel;
  std::uint32_t total = 0;                    // the row that states the sums
  const std::vector<std::uint32_t>& rows;     // those that add to it, from top to bottom
  const std::vector<std::uint32_t>& columns;  // of values
  bool alone = false;                         // no page break and no block beside it: all rows that the total can have stand here
};

// row_twice: two rows say the same, and all columns hold with one of them. row_skipped: the rows' numbers leave one out, and every column
// lacks something. rows_short: a numbered list fills the table and lacks something in every column, in what was executed too.
// Cause::none: nothing of the kind; other explanations are to be looked for.
Cause rows_off(const Context& context, const ListedRows& list);

// The row that stands there twice, if all columns hold without it: the later one's index; no_id where there is none.
std::uint32_t row_twice(const Context& context, const ListedRows& list);

}  // namespace gouji::audit
