// 完成预算%, 增长%, 增减额 in a table beside the columns that they come from.
#pragma once

#include "audit/rules/rules.h"

namespace gouji::audit {

void table_rate_rule(const Context& context, Drafts& drafts);

}  // namespace gouji::audit
