#include "model/interval.h"

namespace gouji {

Interval Interval::around(const Decimal& value, int decimals) {
  const Decimal half(5, -decimals - 1);
  const Decimal middle = value + Decimal(0, half.exponent());  // brought to one exponent once, not for either end
  return {middle - half, middle + half};
}

}  // namespace gouji
