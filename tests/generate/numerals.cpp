#include "generate/numerals.h"

#include <algorithm>

namespace gouji::generate {
namespace {

Wide power(int exponent) { return power_of_ten(exponent); }

std::string plain(Wide number, int decimals) {
  std::string out;  // from the last digit on
  do {
    out.push_back(static_cast<char>('0' + static_cast<int>(number % 10)));
    number /= 10;
    if (static_cast<int>(out.size()) == decimals) out.push_back('.');
  } while (number > 0 || out.back() == '.' || static_cast<int>(out.size()) <= decimals);
  std::reverse(out.begin(), out.end());
  return out;
}

std::string grouped(const std::string& digits) {
  const std::size_t point = std::min(digits.find('.'), digits.size());
  std::string out;
  for (std::size_t i = 0; i < digits.size(); ++i) {
    if (i > 0 && i < point && (point - i) % 3 == 0) out.push_back(',');
    out.push_back(digits[i]);
  }
  return out;
}

}  // namespace

Numeral print_numeral(const Quantity& quantity, const Unit& unit, bool trim, bool group) {
  // number = value ÷ over × 10^(decimals − exponent), rounded.
  const int shift = unit.decimals - unit.exponent;
  Wide top = quantity.value < 0 ? -static_cast<Wide>(quantity.value) : quantity.value, bottom = quantity.over;
  (shift >= 0 ? top : bottom) *= power(shift >= 0 ? shift : -shift);
  const Wide number = (2 * top + bottom) / (2 * bottom);
  std::string digits = plain(number, unit.decimals);
  if (trim && digits.find('.') != std::string::npos) {
    digits.erase(digits.find_last_not_of('0') + 1);
    if (digits.back() == '.') digits.pop_back();
  }
  const bool exact = quantity.measure == Measure::score || (quantity.measure == Measure::count && unit.exponent == 0 && unit.decimals == 0);
  return read_numeral(group ? grouped(digits) : digits, unit.exponent, exact);
}

std::string digits_of(Wide value, int exponent, int decimals) {
  const int last = 7 + exponent - decimals;
  if (last < 0) return plain(value * power(-last), decimals);
  return plain((2 * value + power(last)) / (2 * power(last)), decimals);
}

Numeral read_numeral(const std::string& digits, int exponent, bool exact) {
  Numeral out;
  out.digits = digits;
  Wide number = 0;
  bool behind_point = false;
  for (const char c : digits) {
    if (c == '.') behind_point = true;
    if (c < '0' || c > '9') continue;
    number = number * 10 + (c - '0');
    if (behind_point) ++out.decimals;
  }
  const int last = 7 + exponent - out.decimals;  // 10^last of the finest is one unit of the last digit
  out.value = last >= 0 ? number * power(last) : number / power(-last);
  out.half = exact || last < 0 ? 0 : power(last) / 2;
  return out;
}

}  // namespace gouji::generate
