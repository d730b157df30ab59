// Reads a number written in digits of either width: grouping, decimal point, without sign and unit.
#pragma once

#include "extractor/width.h"
#include "model/decimal.h"

namespace gouji::extractor::numeral {

struct ArabicNumber {
  Offset begin = 0, end = 0;
  Decimal value;
  int integer_digits = 0;
  int fraction_digits = 0;
  bool leading_zero = false;  // "007"
  bool grouped = false;
  bool too_long = false;  // a code: more than 18 integer or 12 fraction digits; value is 0
};

// `at` is the first digit of a run. `unit_follows(end)` says whether a unit stands behind a number that ends there: a full-width
// comma or a space groups digits only where the result makes sense ("1，323.56万元" against "20，300").
template <class UnitFollows>
ArabicNumber read_arabic(std::string_view text, Offset at, UnitFollows unit_follows);

// The end of the run of digits at `at`.
inline Offset end_of_digits(std::string_view text, Offset at) {
  while (at < text.size() && text[at] >= '0' && text[at] <= '9') ++at;
  if (at < text.size() && text[at] != '\xEF') return at;  // no full-width digit
  for (Character c = character_at(text, at); is_digit(c.code); c = character_at(text, at)) at += c.size;
  return at;
}
inline int count_digits(std::string_view text, Offset begin, Offset end) {
  int count = 0;
  for (; begin < end && text[begin] >= '0' && text[begin] <= '9'; ++begin) ++count;
  for (Offset at = begin; at < end;) {
    const Character c = character_at(text, at);
    count += is_digit(c.code) ? 1 : 0;
    at += c.size;
  }
  return count;
}
// The value of a short run of digits (other characters are skipped); -1 when it does not fit 18 digits.
inline std::int64_t small_value(std::string_view text, Offset begin, Offset end) {
  std::int64_t value = 0;
  int digits = 0;
  for (Offset at = begin; at < end;) {
    const Character c = character_at(text, at);
    if (const int digit = digit_value(c.code); digit >= 0) {
      if (++digits > 18) return -1;
      value = value * 10 + digit;
    }
    at += c.size;
  }
  return value;
}

// Groups of exactly three digits behind one to three: where they end, and whether full-width commas or plain spaces took part.
struct Groups {
  Offset end = 0;
  int count = 0;
  bool doubtful = false;  // needs decimals or a unit to make sense
  bool spaced = false;
};
// `begin` is where the number begins.
Groups read_groups(std::string_view text, Offset begin, Offset first_end);

template <class UnitFollows>
ArabicNumber read_arabic(std::string_view text, Offset at, UnitFollows unit_follows) {
  ArabicNumber number;
  number.begin = at;
  number.end = end_of_digits(text, at);
  number.integer_digits = count_digits(text, at, number.end);
  number.leading_zero = number.integer_digits > 1 && digit_value(character_at(text, at).code) == 0;
  const auto fraction_end = [&](Offset end) {
    const Character point = character_at(text, end);
    if (!is_point(point.code) || !is_digit(character_at(text, end + point.size).code)) return end;
    return end_of_digits(text, end + point.size);
  };
  if (number.integer_digits <= 3 && !(number.leading_zero)) {
    const Groups groups = read_groups(text, at, number.end);
    if (groups.count > 0) {
      const Offset end = fraction_end(groups.end);
      const bool sense = !groups.doubtful || (!groups.spaced && end != groups.end) || unit_follows(end);
      if (sense) {
        number.end = groups.end;
        number.integer_digits += 3 * groups.count;
        number.grouped = true;
      }
    }
  }
  const Offset integer_end = number.end;
  number.end = fraction_end(integer_end);
  if (number.end != integer_end) number.fraction_digits = count_digits(text, integer_end, number.end);
  number.too_long = number.integer_digits > 18 || number.fraction_digits > 12;
  if (!number.too_long) {
    Decimal::Coefficient coefficient = 0;
    for (Offset i = at; i < number.end;) {
      const Character c = character_at(text, i);
      if (const int digit = digit_value(c.code); digit >= 0) coefficient = coefficient * 10 + digit;
      i += c.size;
    }
    number.value = Decimal(coefficient, -number.fraction_digits);
  }
  return number;
}

}  // namespace gouji::extractor::numeral
