// Doubts that bear each other out. That a figure differs from another of its name elsewhere is only possible: the name may mean something else
// there. It is a finding where a second doubt asks for that very number: two figures side by side that each stand elsewhere with the other's
// value were exchanged; a sum that only may be one (其中, whose parts need not be all) would hold with the number of the other place.
// Pure; threads as the context.
#pragma once

#include <cstddef>
#include <vector>

#include "audit/reconcile.h"

namespace gouji::audit {

// Indexes of those of `doubts` (relations that fail and are only possible) that are findings, in order. `lists`: what names parts of a total that
// may be all of it, and does not fail.
std::vector<std::size_t> corroborated(const Context& context, const std::vector<Judged>& doubts, const std::vector<Judged>& lists);

}  // namespace gouji::audit
