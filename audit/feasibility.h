// Joint feasibility: do values exist that satisfy every relation that holds by itself, each within the rounding of what is printed? Three
// sums can each hold by a rounding and not all together. Relations that share figures make a component; most components are decided by the
// printed values themselves or by narrowing bounds, the rest by a linear program. Source: XBRL Calculations 1.1 for the intervals.
#pragma once

#include <vector>

#include "audit/reconcile.h"
#include "audit/rules/rules.h"

namespace gouji::audit {

// Relations that hold one by one and not together: a smallest such set, as indexes into the checks.
struct Conflict {
  std::vector<std::uint32_t> checks;
  bool beyond_truncation = false;  // also where every number was cut off instead of rounded
};

struct JointResult {
  std::vector<Conflict> conflicts;  // in the order of their first checks
  std::size_t relations = 0;        // that were looked at
  std::size_t figures = 0;
  std::size_t figures_unchecked = 0;  // in components that are too large, or that the solver gave up on
};

// `judged[i]` belongs to `checks[i]`.
JointResult check_jointly(const Context& context, const std::vector<Judged>& judged, const std::vector<Check>& checks);

}  // namespace gouji::audit
