#include "model/decimal.h"

#include <algorithm>
#include <array>
#include <cstdlib>
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
  // 64 bits times 64 bits: what reports print.
  constexpr int small_power = 18;
  if (power <= small_power && coefficient == static_cast<std::int64_t>(coefficient))
    return Coefficient{static_cast<std::int64_t>(coefficient)} * static_cast<std::int64_t>(powers[static_cast<std::size_t>(power)]);
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
  if (coefficient_ == static_cast<std::int64_t>(coefficient_)) {  // a division of 128 bits costs ten of 64
    auto rest = static_cast<std::int64_t>(coefficient_);
    int exponent = exponent_;
    for (; rest % 10 == 0; rest /= 10) ++exponent;
    return {rest, exponent};
  }
  Decimal out = *this;
  while (out.coefficient_ % 10 == 0) {
    out.coefficient_ /= 10;
    ++out.exponent_;
  }
  return out;
}

std::string Decimal::str() const {
  __extension__ using Magnitude = unsigned __int128;
  const Decimal n = normalized();
  Magnitude rest = static_cast<Magnitude>(n.coefficient_ < 0 ? -n.coefficient_ : n.coefficient_);
  std::array<char, 40> digits{};
  std::size_t begin = digits.size();
  const auto put = [&](auto digit) { digits[--begin] = static_cast<char>('0' + static_cast<int>(digit)); };
  for (; rest > UINT64_MAX; rest /= 10) put(rest % 10);
  auto low = static_cast<std::uint64_t>(rest);
  do {
    put(low % 10);
    low /= 10;
  } while (low != 0);
  std::string out(digits.data() + begin, digits.size() - begin);
  if (n.exponent_ > 0) out.append(static_cast<std::size_t>(n.exponent_), '0');
  if (n.exponent_ < 0) {
    const auto places = static_cast<std::size_t>(-n.exponent_);
    if (out.size() <= places) out.insert(0, places + 1 - out.size(), '0');
    out.insert(out.size() - places, 1, '.');
  }
  if (n.coefficient_ < 0) out.insert(0, 1, '-');
  return out;
}

Decimal Decimal::sum_of_unlike(const Decimal& a, const Decimal& b) {
  const Decimal& fine = a.exponent_ < b.exponent_ ? a : b;
  const Decimal& coarse = a.exponent_ < b.exponent_ ? b : a;
  Coefficient sum = 0;
  if (__builtin_add_overflow(scaled(coarse.coefficient_, coarse.exponent_ - fine.exponent_), fine.coefficient_, &sum))
    throw std::overflow_error("decimal sum beyond 38 digits");
  return {sum, fine.exponent_};
}

Decimal operator*(const Decimal& a, const Decimal& b) {
  Coefficient product = 0;
  if (__builtin_mul_overflow(a.coefficient_, b.coefficient_, &product)) throw std::overflow_error("decimal product beyond 38 digits");
  return {product, a.exponent_ + b.exponent_};
}

std::strong_ordering Decimal::order_of_unlike(const Decimal& a, const Decimal& b) {
  if (a.coefficient_ == 0 || b.coefficient_ == 0 || a.sign() != b.sign()) return a.sign() <=> b.sign();
  constexpr int small_power = 18;
  const int apart = a.exponent_ - b.exponent_;
  if (std::abs(apart) <= small_power && a.coefficient_ == static_cast<std::int64_t>(a.coefficient_) &&
      b.coefficient_ == static_cast<std::int64_t>(b.coefficient_))
    return scaled(a.coefficient_, std::max(apart, 0)) <=> scaled(b.coefficient_, std::max(-apart, 0));
  const Decimal x = a.normalized();
  const Decimal y = b.normalized();
  const int exponent = std::min(x.exponent_, y.exponent_);
  return scaled(x.coefficient_, x.exponent_ - exponent) <=> scaled(y.coefficient_, y.exponent_ - exponent);
}

}  // namespace gouji
