// One name with two values whose difference is itself printed under a name that sets scopes apart (其他资金, 结转, 政府性基金): in all likelihood
// the one place counts it and the other does not. Asked, with that reason, and not found.
#pragma once

#include <vector>

#include "audit/reconcile.h"
#include "audit/rules/rules.h"

namespace gouji::audit {

// Makes queries of such findings and sets `likely` of them and of queries. `judged[i]` belongs to `checks[i]`.
void note_known_differences(const Context& context, std::vector<Judged>& judged, std::vector<Check>& checks);

}  // namespace gouji::audit
