// What share_rule and whole_rule share: the whole that a share speaks of.
#pragma once

#include "audit/rules/operands.h"

namespace gouji::audit {

// Does stated = numerator ÷ denominator hold by what is printed?
bool quotient_holds(const Context& context, FigureId stated, FigureId numerator, FigureId denominator);

// The figure that `share` (of `numerator`) is a share of: the total of a breakdown around the numerator, else by its name.
Found find_whole(const Context& context, FigureId share, FigureId numerator);

}  // namespace gouji::audit
