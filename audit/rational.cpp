#include "audit/rational.h"

#include <algorithm>
#include <array>
#include <stdexcept>
#include <vector>

namespace gouji::audit {
namespace {

Wide wide(Decimal::Coefficient coefficient) {
  __extension__ using Unsigned = unsigned __int128;
  const bool negative = coefficient < 0;
  const Unsigned magnitude = negative ? ~static_cast<Unsigned>(coefficient) + 1 : static_cast<Unsigned>(coefficient);
  Wide out = static_cast<std::uint64_t>(magnitude >> 64);
  if (!out.is_zero()) out <<= 64;
  out += static_cast<std::uint64_t>(magnitude);
  return negative ? Wide(-out) : out;
}

// Powers that reports need; beyond them the digits of a Decimal have long ended.
const Wide& ten_to(int power) {
  constexpr int most = 120;
  static const std::vector<Wide> powers = [] {
    std::vector<Wide> out{1};
    for (int i = 1; i <= most; ++i) out.push_back(out.back() * 10U);
    return out;
  }();
  if (power > most) throw std::overflow_error("power of ten beyond the audit's range");
  return powers[static_cast<std::size_t>(power)];
}

Decimal::Coefficient narrow(const Wide& value) {
  if (boost::multiprecision::abs(value) >= (Wide(1) << 126)) throw std::overflow_error("rounded quotient beyond 38 digits");
  const Wide magnitude = boost::multiprecision::abs(value);
  const Wide high = magnitude >> 64;
  const Wide low = magnitude & std::uint64_t{0xFFFFFFFFFFFFFFFFULL};
  const auto out = (static_cast<Decimal::Coefficient>(high.convert_to<std::uint64_t>()) << 64) + low.convert_to<std::uint64_t>();
  return value.sign() < 0 ? -out : out;
}

}  // namespace

Rational::Rational(const Decimal& value) {
  numerator_ = wide(value.coefficient());
  if (value.exponent() > 0) numerator_ *= ten_to(value.exponent());
  if (value.exponent() < 0) denominator_ = ten_to(-value.exponent());
}

Rational Rational::abs() const {
  Rational out = *this;
  if (out.numerator_.sign() < 0) out.numerator_ = -out.numerator_;
  return out;
}

Decimal Rational::rounded(int decimals) const {
  Wide numerator = numerator_;
  Wide denominator = denominator_;
  if (decimals >= 0)
    numerator *= ten_to(decimals);
  else
    denominator *= ten_to(-decimals);
  const Wide twice = boost::multiprecision::abs(numerator) * 2 + denominator;
  const Wide magnitude = twice / (denominator * 2);
  return {narrow(numerator.sign() < 0 ? Wide(-magnitude) : magnitude), -decimals};
}

Rational operator+(const Rational& a, const Rational& b) {
  Rational out;
  if (a.denominator_ == b.denominator_) {
    out.numerator_ = a.numerator_ + b.numerator_;
    out.denominator_ = a.denominator_;
  } else {
    out.numerator_ = a.numerator_ * b.denominator_ + b.numerator_ * a.denominator_;
    out.denominator_ = a.denominator_ * b.denominator_;
  }
  return out;
}

Rational operator-(const Rational& a, const Rational& b) {
  Rational negative = b;
  negative.numerator_ = -negative.numerator_;
  return a + negative;
}

Rational operator*(const Rational& a, const Rational& b) {
  Rational out;
  out.numerator_ = a.numerator_ * b.numerator_;
  out.denominator_ = a.denominator_ * b.denominator_;
  return out;
}

Rational operator/(const Rational& a, const Rational& b) {
  Rational out;
  out.numerator_ = a.numerator_ * b.denominator_;
  out.denominator_ = a.denominator_ * b.numerator_;
  if (out.denominator_.sign() < 0) {
    out.numerator_ = -out.numerator_;
    out.denominator_ = -out.denominator_;
  }
  return out;
}

bool operator<(const Rational& a, const Rational& b) {
  if (a.denominator_ == b.denominator_) return a.numerator_ < b.numerator_;
  return a.numerator_ * b.denominator_ < b.numerator_ * a.denominator_;
}

Estimate operator+(const Estimate& a, const Estimate& b) {
  Estimate out(a.value + b.value, a.low + b.low, a.high + b.high);
  out.defined = a.defined && b.defined;
  return out;
}

Estimate operator-(const Estimate& a, const Estimate& b) {
  Estimate out(a.value - b.value, a.low - b.high, a.high - b.low);
  out.defined = a.defined && b.defined;
  return out;
}

Estimate operator*(const Estimate& a, const Estimate& b) {
  if (a.low.sign() >= 0 && b.low.sign() >= 0) {
    Estimate out(a.value * b.value, a.low * b.low, a.high * b.high);
    out.defined = a.defined && b.defined;
    return out;
  }
  const std::array<Rational, 4> corners{a.low * b.low, a.low * b.high, a.high * b.low, a.high * b.high};
  const auto [low, high] = std::minmax_element(corners.begin(), corners.end(), [](const Rational& x, const Rational& y) { return x < y; });
  Estimate out(a.value * b.value, *low, *high);
  out.defined = a.defined && b.defined;
  return out;
}

Estimate operator/(const Estimate& a, const Estimate& b) {
  if (b.low.sign() <= 0 && b.high.sign() >= 0) {
    Estimate out;
    out.defined = false;
    return out;
  }
  const Rational one(Decimal(1));
  Estimate inverse(one / b.value, one / b.high, one / b.low);
  inverse.defined = b.defined;
  return a * inverse;
}

}  // namespace gouji::audit
