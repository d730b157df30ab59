// What a change is measured against: last year's level, the budget, the target.
#pragma once

#include "audit/rules/operands.h"

namespace gouji::audit {

// The base of `change` (an amount or a rate) of `level`. Beside it in the sentence, or a budget of that name in the report:
// stated. Last year's level elsewhere in the report: likely, a query (it may have been restated).
Found find_base(const Context& context, FigureId change, FigureId level);

// 可比价, 同口径, and real growth of 增加值 and GDP: the printed levels are not what the rate was computed from.
bool comparable_prices(const Context& context, FigureId rate);

}  // namespace gouji::audit
