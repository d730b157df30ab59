// The ledger of obligations: all that the report owes a check for, whether one ran, and why not. Silence is never a pass.
#pragma once

#include <vector>

#include "audit/auditor.h"
#include "audit/reconcile.h"
#include "audit/rules/rules.h"

namespace gouji::audit {

// `judged[i]` belongs to `checks[i]`, whose `why` is set; `doubts` are relations that fail and are only possible. In the order: standard
// forms, what sentences state, figures stated several times, tables; each in reading order.
std::vector<Obligation> coverage(const Context& context, const std::vector<Judged>& judged, const std::vector<Judged>& doubts,
                                 const std::vector<Check>& checks, const Options& options);

}  // namespace gouji::audit
