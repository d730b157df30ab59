// The double nearest to a decimal: for what needs no exactness (a solver, a first guess).
#pragma once

#include "model/decimal.h"

namespace gouji::audit {

double nearest_double(const Decimal& value);

}  // namespace gouji::audit
