#include "audit/nearest_double.h"

#include <array>
#include <cstdint>
#include <cstdlib>

namespace gouji::audit {

// Where digits and power of ten are doubles themselves, one operation gives it (Clinger 1990).
double nearest_double(const Decimal& value) {
  static constexpr std::array<double, 23> powers{1e0,  1e1,  1e2,  1e3,  1e4,  1e5,  1e6,  1e7,  1e8,  1e9,  1e10, 1e11,
                                                 1e12, 1e13, 1e14, 1e15, 1e16, 1e17, 1e18, 1e19, 1e20, 1e21, 1e22};
  constexpr std::int64_t most_digits = std::int64_t{1} << 53;
  const Decimal::Coefficient digits = value.coefficient();
  const auto power = static_cast<std::size_t>(std::abs(value.exponent()));
  if (digits < -most_digits || digits > most_digits || power >= powers.size()) return std::strtod(value.str().c_str(), nullptr);
  const auto exact = static_cast<double>(static_cast<std::int64_t>(digits));
  return value.exponent() < 0 ? exact / powers[power] : exact * powers[power];
}

}  // namespace gouji::audit
