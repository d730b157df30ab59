// Two cells side by side that were exchanged: the sums of both fail, and both hold once the two have changed places. That no chance does, so that
// sums which were only likely or possible (a table whose reading failed in all columns) are findings. Pure; threads as the context.
#pragma once

#include <cstddef>
#include <vector>

#include "audit/reconcile.h"

namespace gouji::audit {

// Those of `sums` (sums of table cells that fail) which an exchange of two neighbouring cells mends, in order.
// O(operands of all sums): of a cell that stands in many sums, and of long sums, none is looked at.
std::vector<std::size_t> mended_by_exchange(const Context& context, const std::vector<const Judged*>& sums);

}  // namespace gouji::audit
