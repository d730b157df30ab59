// Rational and Estimate: exact quotients for the audit. Decimals have no quotient; these do, by cross-multiplication of integers, so
// that no verdict ever hangs on a rounding of our own.
//
// Nearly every number of a report fits 128 bits, and so do the products that a comparison makes; what does not is done in 512 bits.
// Range: those 512 bits; beyond them std::overflow_error (checked integers), which auditor.cpp turns into not_checkable.
#pragma once

#include <boost/multiprecision/cpp_int.hpp>
#include <memory>

#include "model/decimal.h"
#include "model/interval.h"

namespace gouji::audit {

using Wide = boost::multiprecision::number<
    boost::multiprecision::cpp_int_backend<512, 512, boost::multiprecision::signed_magnitude, boost::multiprecision::checked, void>>;

class Rational {
 public:
  Rational() = default;
  explicit Rational(const Decimal& value);

  int sign() const;
  bool is_zero() const { return sign() == 0; }
  Rational abs() const { return sign() < 0 ? -*this : *this; }
  // Rounded half away from zero to `decimals` places after the point (may be negative).
  Decimal rounded(int decimals) const;

  Rational operator-() const;
  friend Rational operator+(const Rational& a, const Rational& b);
  friend Rational operator-(const Rational& a, const Rational& b) { return a + -b; }
  friend Rational operator*(const Rational& a, const Rational& b);
  // `b` must not be zero.
  friend Rational operator/(const Rational& a, const Rational& b);
  friend bool operator<(const Rational& a, const Rational& b);
  friend bool operator<=(const Rational& a, const Rational& b) { return !(b < a); }

 private:
  using Small = Decimal::Coefficient;
  struct Big {
    Wide numerator, denominator;
  };
  Rational(Small numerator, Small denominator) : numerator_(numerator), denominator_(denominator) {}
  Rational(Wide numerator, Wide denominator);
  Big big() const;

  Small numerator_ = 0;
  Small denominator_ = 1;           // > 0
  std::shared_ptr<const Big> big_;  // where set, the value: it does not fit the two above
};

// A computed number: from the printed values, and how low or high the true values could make it.
struct Estimate {
  Rational value, low, high;
  bool defined = true;  // false: a divisor that may be zero

  Estimate() = default;
  Estimate(const Decimal& printed, const Interval& range) : value(printed), low(range.low), high(range.high) {}
  Estimate(Rational v, Rational l, Rational h) : value(std::move(v)), low(std::move(l)), high(std::move(h)) {}

  friend Estimate operator+(const Estimate& a, const Estimate& b);
  friend Estimate operator-(const Estimate& a, const Estimate& b);
  friend Estimate operator*(const Estimate& a, const Estimate& b);
  friend Estimate operator/(const Estimate& a, const Estimate& b);
};

}  // namespace gouji::audit
