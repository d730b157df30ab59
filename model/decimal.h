// Decimal: an exact decimal number, coefficient × 10^exponent, with the exponent as printed ("953.90" keeps two decimals).
//
// Units: none of its own. Range: 38 digits; an operation that would leave it throws std::overflow_error, which no figure
// can reach (numerals have at most 18 integer and 12 fraction digits, see extractor/numerals). Value type, no allocation.
// "decimals" has XBRL's meaning throughout (XBRL 2.1 §4.6.5).
#pragma once

#include <compare>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace gouji {

class Decimal {
 public:
  __extension__ using Coefficient = __int128;

  constexpr Decimal() = default;
  constexpr Decimal(std::int64_t integer) : coefficient_(integer) {}  // NOLINT(google-explicit-constructor): 0, 1, 100 read well
  constexpr Decimal(Coefficient coefficient, int exponent) : coefficient_(coefficient), exponent_(exponent) {}

  // [+-]digits[.digits] in ASCII and nothing else; nullopt for anything else or more than 36 digits.
  static std::optional<Decimal> parse(std::string_view ascii);

  constexpr Coefficient coefficient() const { return coefficient_; }
  constexpr int exponent() const { return exponent_; }
  constexpr bool is_zero() const { return coefficient_ == 0; }
  constexpr int sign() const { return coefficient_ < 0 ? -1 : (coefficient_ > 0 ? 1 : 0); }

  // The same value × 10^power: exact, and the number of printed digits stays.
  constexpr Decimal shifted(int power) const { return {coefficient_, exponent_ + power}; }
  constexpr Decimal abs() const { return {coefficient_ < 0 ? -coefficient_ : coefficient_, exponent_}; }
  constexpr Decimal operator-() const { return {-coefficient_, exponent_}; }

  // Canonical: plain digits, no exponent, no trailing zeros after the point, no "-0".
  std::string str() const;
  // The same value with the smallest coefficient (no trailing zeros); exponent may become positive.
  Decimal normalized() const;

  friend Decimal operator+(const Decimal& a, const Decimal& b) {
    Coefficient sum = 0;
    if (a.exponent_ != b.exponent_ || __builtin_add_overflow(a.coefficient_, b.coefficient_, &sum)) return sum_of_unlike(a, b);
    return {sum, a.exponent_};
  }
  friend Decimal operator-(const Decimal& a, const Decimal& b) { return a + -b; }
  friend Decimal operator*(const Decimal& a, const Decimal& b);
  // By value: 1.0 == 1.
  friend std::strong_ordering operator<=>(const Decimal& a, const Decimal& b) {
    return a.exponent_ == b.exponent_ ? a.coefficient_ <=> b.coefficient_ : order_of_unlike(a, b);
  }
  friend bool operator==(const Decimal& a, const Decimal& b) { return (a <=> b) == 0; }

 private:
  // Those above for two exponents.
  static Decimal sum_of_unlike(const Decimal& a, const Decimal& b);
  static std::strong_ordering order_of_unlike(const Decimal& a, const Decimal& b);

  Coefficient coefficient_ = 0;
  int exponent_ = 0;
};

// 10^power for 0 ≤ power ≤ 38.
Decimal::Coefficient power_of_ten(int power);

}  // namespace gouji
