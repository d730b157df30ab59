#include "audit/rational.h"

#include <algorithm>
#include <array>
#include <cstdlib>
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

// Products and sums in 128 bits; false where they do not fit. The lowest number, which has no opposite, counts as one that does not.
using Small = Decimal::Coefficient;
constexpr Small lowest = -(Small{1} << 126) - (Small{1} << 126);
bool multiplied(Small a, Small b, Small& out) { return !__builtin_mul_overflow(a, b, &out) && out != lowest; }
bool added(Small a, Small b, Small& out) { return !__builtin_add_overflow(a, b, &out) && out != lowest; }

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
  constexpr int most_digits = 38;
  if (value.exponent() <= 0 && value.exponent() >= -most_digits) {
    numerator_ = value.coefficient();
    denominator_ = power_of_ten(-value.exponent());
    return;
  }
  if (value.exponent() > 0 && value.exponent() <= most_digits && multiplied(value.coefficient(), power_of_ten(value.exponent()), numerator_)) return;
  Wide numerator = wide(value.coefficient());
  if (value.exponent() > 0) numerator *= ten_to(value.exponent());
  *this = Rational(std::move(numerator), value.exponent() < 0 ? ten_to(-value.exponent()) : Wide(1));
}

Rational::Rational(Wide numerator, Wide denominator) : big_(std::make_shared<const Big>(Big{std::move(numerator), std::move(denominator)})) {}

Rational::Big Rational::big() const { return big_ ? *big_ : Big{wide(numerator_), wide(denominator_)}; }

int Rational::sign() const {
  if (big_) return big_->numerator.sign();
  return numerator_ < 0 ? -1 : numerator_ > 0 ? 1 : 0;
}

Rational Rational::operator-() const {
  if (big_) return {Wide(-big_->numerator), big_->denominator};
  return {-numerator_, denominator_};  // a Decimal's digits never fill 128 bits
}

Decimal Rational::rounded(int decimals) const {
  constexpr Small most = Small{1} << 124;  // twice as much, and one more denominator, still fit
  constexpr int most_digits = 38;
  Small n = numerator_;
  Small d = denominator_;
  const bool small = !big_ && std::abs(decimals) <= most_digits && multiplied(n, power_of_ten(std::max(decimals, 0)), n) &&
                     multiplied(d, power_of_ten(std::max(-decimals, 0)), d) && n < most && n > -most && d < most;
  if (small) {
    const Small magnitude = ((n < 0 ? -n : n) * 2 + d) / (d * 2);
    return {n < 0 ? -magnitude : magnitude, -decimals};
  }
  Big value = big();
  if (decimals >= 0)
    value.numerator *= ten_to(decimals);
  else
    value.denominator *= ten_to(-decimals);
  const Wide twice = boost::multiprecision::abs(value.numerator) * 2 + value.denominator;
  const Wide magnitude = twice / (value.denominator * 2);
  return {narrow(value.numerator.sign() < 0 ? Wide(-magnitude) : magnitude), -decimals};
}

Rational operator+(const Rational& a, const Rational& b) {
  if (!a.big_ && !b.big_) {
    Small left = 0, right = 0, sum = 0, denominator = 0;
    if (a.denominator_ == b.denominator_) {
      if (added(a.numerator_, b.numerator_, sum)) return {sum, a.denominator_};
    } else if (multiplied(a.numerator_, b.denominator_, left) && multiplied(b.numerator_, a.denominator_, right) && added(left, right, sum) &&
               multiplied(a.denominator_, b.denominator_, denominator)) {
      return {sum, denominator};
    }
  }
  const Rational::Big x = a.big(), y = b.big();
  if (x.denominator == y.denominator) return {Wide(x.numerator + y.numerator), x.denominator};
  return {Wide(x.numerator * y.denominator + y.numerator * x.denominator), Wide(x.denominator * y.denominator)};
}

Rational operator*(const Rational& a, const Rational& b) {
  Small numerator = 0, denominator = 0;
  if (!a.big_ && !b.big_ && multiplied(a.numerator_, b.numerator_, numerator) && multiplied(a.denominator_, b.denominator_, denominator))
    return {numerator, denominator};
  const Rational::Big x = a.big(), y = b.big();
  return {Wide(x.numerator * y.numerator), Wide(x.denominator * y.denominator)};
}

Rational operator/(const Rational& a, const Rational& b) {
  Small numerator = 0, denominator = 0;
  if (!a.big_ && !b.big_ && multiplied(a.numerator_, b.denominator_, numerator) && multiplied(a.denominator_, b.numerator_, denominator)) {
    if (denominator < 0) return {-numerator, -denominator};
    return {numerator, denominator};
  }
  const Rational::Big x = a.big(), y = b.big();
  Wide top = x.numerator * y.denominator;
  Wide bottom = x.denominator * y.numerator;
  if (bottom.sign() < 0) {
    top = -top;
    bottom = -bottom;
  }
  return {std::move(top), std::move(bottom)};
}

bool operator<(const Rational& a, const Rational& b) {
  if (!a.big_ && !b.big_) {
    if (a.denominator_ == b.denominator_) return a.numerator_ < b.numerator_;
    Small left = 0, right = 0;
    if (multiplied(a.numerator_, b.denominator_, left) && multiplied(b.numerator_, a.denominator_, right)) return left < right;
  }
  const Rational::Big x = a.big(), y = b.big();
  if (x.denominator == y.denominator) return x.numerator < y.numerator;
  return x.numerator * y.denominator < y.numerator * x.denominator;
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
