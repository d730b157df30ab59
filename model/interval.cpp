#include "model/interval.h"

namespace gouji {

Interval Interval::around(const Decimal& value, int decimals) {
  const Decimal half(5, -decimals - 1);
  return {value - half, value + half};
}

}  // namespace gouji
