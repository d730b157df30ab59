#include "model/decimal.h"

#include <algorithm>
#include <array>
#include <stdexcept>

namespace gouji {
namespace {

using Coefficient = Decimal::Coefficient;
constexpr int max_power = 38;

constexpr std::array<Coefficient, max_power + 1> make_powers() {
  std::array<Coefficient, max_power + 1> powers{};
  powers[0] = 1;
  for (std::size_t i = 1; i < powers.size(); ++i) powers[i] = powers[i - 1] * 10;
  return powers;
}
constexpr auto powers = make_powers();

Coefficient scaled(Coefficient coefficient, int power) {
  if (coefficient == 0) return 0;
  Coefficient out = 0;
  if (power > max_power || __builtin_mul_overflow(coefficient, power_of_ten(power), &out)) throw std::overflow_error("decimal beyond 38 digits");
  return out;
}

}  // namespace

Coefficient power_of_ten(int power) { return powers.at(static_cast<std::size_t>(power)); }

std::optional<Decimal> Decimal::parse(std::string_view text) {
  bool negative = false;
  if (!text.empty() && (text[0] == '-' || text[0] == '+')) {
    negative = text[0] == '-';
    text.remove_prefix(1);
  }
  Coefficient value = 0;
  int digits = 0;
  int fraction = -1;
  for (const char c : text) {
    if (c == '.') {
      if (fraction >= 0 || digits == 0) return std::nullopt;
      fraction = 0;
    } else if (c >= '0' && c <= '9') {
      if (++digits > 36) return std::nullopt;
      value = value * 10 + (c - '0');
      if (fraction >= 0) ++fraction;
    } else {
      return std::nullopt;
    }
  }
  if (digits == 0 || fraction == 0) return std::nullopt;
  return Decimal(negative ? -value : value, -std::max(fraction, 0));
}

Decimal Decimal::normalized() const {
  if (coefficient_ == 0) return {};
  Decimal out = *this;
  while (out.coefficient_ % 10 == 0) {
    out.coefficient_ /= 10;
    ++out.exponent_;
  }
  return out;
}

std::string Decimal::str() const {
  const Decimal n = normalized();
  Coefficient rest = n.coefficient_ < 0 ? -n.coefficient_ : n.coefficient_;
  std::string out;
  do {
    out.push_back(static_cast<char>('0' + static_cast<int>(rest % 10)));
    rest /= 10;
  } while (rest != 0);
  std::reverse(out.begin(), out.end());
  if (n.exponent_ > 0) out.append(static_cast<std::size_t>(n.exponent_), '0');
  if (n.exponent_ < 0) {
    const auto places = static_cast<std::size_t>(-n.exponent_);
    if (out.size() <= places) out.insert(0, places + 1 - out.size(), '0');
    out.insert(out.size() - places, 1, '.');
  }
  if (n.coefficient_ < 0) out.insert(0, 1, '-');
  return out;
}

Decimal operator+(const Decimal& a, const Decimal& b) {
  const int exponent = std::min(a.exponent_, b.exponent_);
  Coefficient sum = 0;
  if (__builtin_add_overflow(scaled(a.coefficient_, a.exponent_ - exponent), scaled(b.coefficient_, b.exponent_ - exponent), &sum))
    throw std::overflow_error("decimal sum beyond 38 digits");
  return {sum, exponent};
}

Decimal operator*(const Decimal& a, const Decimal& b) {
  Coefficient product = 0;
  if (__builtin_mul_overflow(a.coefficient_, b.coefficient_, &product)) throw std::overflow_error("decimal product beyond 38 digits");
  return {product, a.exponent_ + b.exponent_};
}

std::strong_ordering operator<=>(const Decimal& a, const Decimal& b) {
  if (a.exponent_ == b.exponent_ || a.coefficient_ == 0 || b.coefficient_ == 0 || a.sign() != b.sign()) {
    return a.exponent_ == b.exponent_ ? a.coefficient_ <=> b.coefficient_ : a.sign() <=> b.sign();
  }
  const Decimal x = a.normalized();
  const Decimal y = b.normalized();
  const int exponent = std::min(x.exponent_, y.exponent_);
  return scaled(x.coefficient_, x.exponent_ - exponent) <=> scaled(y.coefficient_, y.exponent_ - exponent);
}

}  // namespace gouji
