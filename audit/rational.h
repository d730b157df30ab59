// Rational and Estimate: exact quotients for the audit. Decimals have no quotient; these do, by wide integers and
// cross-multiplication, so that no verdict ever hangs on a rounding of our own.
//
// Range: 512 bits; beyond it std::overflow_error (checked integers), which auditor.cpp turns into not_checkable.
#pragma once

#include <boost/multiprecision/cpp_int.hpp>

#include "model/decimal.h"
#include "model/interval.h"

namespace gouji::audit {

using Wide = boost::multiprecision::number<
    boost::multiprecision::cpp_int_backend<512, 512, boost::multiprecision::signed_magnitude, boost::multiprecision::checked, void>>;

class Rational {
 public:
  Rational() = default;
  explicit Rational(const Decimal& value);

  int sign() const { return numerator_.sign(); }
  bool is_zero() const { return numerator_.is_zero(); }
  Rational abs() const;
  // Rounded half away from zero to `decimals` places after the point (may be negative).
  Decimal rounded(int decimals) const;

  friend Rational operator+(const Rational& a, const Rational& b);
  friend Rational operator-(const Rational& a, const Rational& b);
  friend Rational operator*(const Rational& a, const Rational& b);
  // `b` must not be zero.
  friend Rational operator/(const Rational& a, const Rational& b);
  friend bool operator<(const Rational& a, const Rational& b);
  friend bool operator<=(const Rational& a, const Rational& b) { return !(b < a); }

 private:
  Wide numerator_ = 0;
  Wide denominator_ = 1;  // > 0
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
