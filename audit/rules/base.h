// What a change is measured against: last year's level, the budget, the target.
#pragma once

#include "audit/rules/operands.h"

namespace gouji::audit {

// The base of `change` (an amount or a rate) of `level`. Beside it in the sentence, or a budget of that name in the report:
// stated. Last year's level elsewhere in the report: likely, a query (it may have been restated).
Found find_base(const Context& context, FigureId change, FigureId level);

// The present level and its base, where the subject of a change is itself the base: "732.7亿元，较上年的715.9亿元增加16.8亿元".
struct Levels {
  FigureId present = no_id;
  FigureId base = no_id;  // no_id: not printed beside it
};
Levels levels_of(const Context& context, FigureId change);

// 可比价, 同口径, and real growth of 增加值 and GDP: the printed levels are not what the rate was computed from.
bool comparable_prices(const Context& context, FigureId rate);

}  // namespace gouji::audit
