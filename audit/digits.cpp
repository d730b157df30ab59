#include "audit/digits.h"

#include <algorithm>
#include <array>
#include <string>
#include <utility>

namespace gouji::audit {
namespace {

constexpr std::array<int, 4> unit_powers{4, -4, 8, -8};
constexpr std::array<int, 4> point_powers{1, -1, 2, -2};

std::string digits_of(Decimal::Coefficient magnitude) {
  std::string out;
  for (; magnitude != 0; magnitude /= 10) out.push_back(static_cast<char>('0' + static_cast<int>(magnitude % 10)));
  std::reverse(out.begin(), out.end());
  return out;
}

Decimal from_digits(const std::string& digits, int exponent, bool negative) {
  Decimal::Coefficient out = 0;
  for (const char c : digits) out = out * 10 + (c - '0');
  return {negative ? -out : out, exponent};
}

// The digits of both at one exponent, the finer of the two, without the zeros that only the wanted number's exponent brings.
struct Written {
  std::string printed, wanted;
  int printed_exponent = 0, wanted_exponent = 0;
};

Written written(const Decimal& printed, const Decimal& should_be) {
  const Decimal tidy = should_be.normalized();
  Written out{digits_of(printed.abs().coefficient()), digits_of(tidy.abs().coefficient()), printed.exponent(), tidy.exponent()};
  for (; out.wanted_exponent > out.printed_exponent; --out.wanted_exponent) out.wanted.push_back('0');
  return out;
}

// `longer` is `shorter` with one digit more.
bool lacks_one(const std::string& shorter, const std::string& longer) {
  if (longer.size() != shorter.size() + 1) return false;
  std::size_t at = 0;
  while (at < shorter.size() && shorter[at] == longer[at]) ++at;
  return shorter.compare(at, std::string::npos, longer, at + 1, std::string::npos) == 0;
}

Cause same_length(const std::string& a, const std::string& b) {
  std::size_t differ = 0;
  std::size_t first = 0;
  for (std::size_t i = 0; i < a.size(); ++i) {
    if (a[i] == b[i]) continue;
    if (differ++ == 0) first = i;
  }
  if (differ == 1) return Cause::one_digit;
  const bool swapped = differ == 2 && a[first] == b[first + 1] && a[first + 1] == b[first];
  return swapped ? Cause::transposed : Cause::none;
}

}  // namespace

Explanation slip_between(const Decimal& printed, const Decimal& should_be) {
  if (printed.is_zero() || should_be.is_zero() || printed == should_be) return {};
  for (const int power : unit_powers)
    if (printed.shifted(power) == should_be) return {Cause::unit_slip, static_cast<std::int8_t>(power), no_id};
  for (const int power : point_powers)
    if (printed.shifted(power) == should_be) return {Cause::shifted_point, static_cast<std::int8_t>(power), no_id};
  if (-printed == should_be) return {Cause::sign, 0, no_id};
  if (printed.sign() != should_be.sign()) return {};
  const Written w = written(printed, should_be);
  if (w.printed.size() == w.wanted.size())
    return {w.printed_exponent == w.wanted_exponent ? same_length(w.printed, w.wanted) : Cause::none, 0, no_id};
  if (std::abs(w.printed_exponent - w.wanted_exponent) > 1) return {};
  if (lacks_one(w.printed, w.wanted)) return {Cause::missing_digit, 0, no_id};
  if (lacks_one(w.wanted, w.printed)) return {Cause::extra_digit, 0, no_id};
  if (w.printed_exponent != w.wanted_exponent) return {};
  const std::size_t size = std::max(w.printed.size(), w.wanted.size());  // 0.16 and 1.06
  return {same_length(std::string(size - w.printed.size(), '0') + w.printed, std::string(size - w.wanted.size(), '0') + w.wanted), 0, no_id};
}

bool is_slip_of_digits(const Decimal& a, const Decimal& b) {
  const Cause cause = slip_between(a, b).cause;
  return cause == Cause::transposed || cause == Cause::one_digit || cause == Cause::missing_digit || cause == Cause::extra_digit;
}

std::vector<Decimal> without_one_slip(const Decimal& printed) {
  std::vector<Decimal> out;
  const std::string digits = digits_of(printed.abs().coefficient());
  if (digits.size() < 2) return out;
  const bool negative = printed.sign() < 0;
  for (std::size_t i = 0; i + 1 < digits.size(); ++i) {
    if (digits[i] == digits[i + 1]) continue;
    std::string swapped = digits;
    std::swap(swapped[i], swapped[i + 1]);
    out.push_back(from_digits(swapped, printed.exponent(), negative));
  }
  for (const int power : unit_powers) out.push_back(printed.shifted(power));
  for (const int power : point_powers) out.push_back(printed.shifted(power));
  for (std::size_t i = 0; i < digits.size(); ++i) {
    for (char c = i == 0 ? '1' : '0'; c <= '9'; ++c) {
      if (c == digits[i]) continue;
      std::string changed = digits;
      changed[i] = c;
      out.push_back(from_digits(changed, printed.exponent(), negative));
    }
  }
  return out;
}

int strength(Cause cause) {
  switch (cause) {
    case Cause::none:
    case Cause::row_missing:
      return 0;
    case Cause::one_digit:
      return 1;
    case Cause::missing_digit:
    case Cause::extra_digit:
    case Cause::neighbour_row:
    case Cause::neighbour_column:
    case Cause::other_year:
      return 2;
    default:
      return 3;
  }
}

}  // namespace gouji::audit
