// Interval: the closed range of true values that a printed number can stand for. A number printed with u = one unit of its
// last decimal stands for [v − u/2, v + u/2], both ends included (XBRL Calculations 1.1 §4.2); an exact number is a point.
//
// Units: those of its ends. Exact: no rounding anywhere; overflow as Decimal (std::overflow_error). Value type.
#pragma once

#include "model/decimal.h"

namespace gouji {

struct Interval {
  Decimal low, high;

  static Interval point(const Decimal& value) { return {value, value}; }
  // `decimals` as XBRL has it: 2 is ±0.005, -2 is ±50.
  static Interval around(const Decimal& value, int decimals);

  Decimal width() const { return high - low; }
  bool contains(const Decimal& value) const { return low <= value && value <= high; }
  // Closed ends: two intervals that only touch do meet.
  bool meets(const Interval& other) const { return low <= other.high && other.low <= high; }
  Interval shifted(int power) const { return {low.shifted(power), high.shifted(power)}; }

  Interval operator-() const { return {-high, -low}; }
  friend Interval operator+(const Interval& a, const Interval& b) { return {a.low + b.low, a.high + b.high}; }
  friend Interval operator-(const Interval& a, const Interval& b) { return a + -b; }
  friend bool operator==(const Interval&, const Interval&) = default;
};

}  // namespace gouji
