// How two numbers differ as written: the slips of a pen or of a keyboard. Pure; no bounds but those of Decimal.
#pragma once

#include <vector>

#include "audit/cause.h"
#include "model/decimal.h"

namespace gouji::audit {

// The slip that turns `should_be` into `printed`; Cause::none where they differ in more than one. `printed` keeps the exponent that it
// is printed with; trailing zeros of `should_be` say nothing.
Explanation slip_between(const Decimal& printed, const Decimal& should_be);

// Digits swapped, changed, lacking or too many; not the point, the unit or the sign.
bool is_slip_of_digits(const Decimal& a, const Decimal& b);

// What the numbers of fewest slips from `printed` would be: neighbours swapped, the point or the unit misplaced, then one digit changed.
// In order of likelihood; without `printed` itself.
std::vector<Decimal> without_one_slip(const Decimal& printed);

// How telling a slip is: 3 for one that hardly comes by chance (swapped digits, a unit), 1 for one changed digit, 0 for none.
int strength(Cause cause);

}  // namespace gouji::audit
