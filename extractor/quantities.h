// A quantity: one number with sign, multiplier, unit and comparators, and what it is worth; and ranges of two.
#pragma once

#include <optional>

#include "extractor/measures.h"
#include "extractor/number_classes.h"
#include "extractor/numerals.h"

namespace gouji::extractor::numeral {

struct Quantity {
  Numeral numeral;
  Decimal head;        // as printed, before multiplier and unit
  int multiplier = 0;  // power of 万 and 亿 behind it (or at the end of a Chinese number)
  int unit_power = 0;  // of the unit alone
  const patterns::Unit* unit = nullptr;
  bool measured = false;  // a unit, known or not
  bool fallback = false;
  bool fraction = false;  // 三分之二, 百分之五, 1/3, 1:3
  int characters = 0;     // of the Chinese number
  bool only_multiplier = false, digits_only = false, positional = false;
  Offset after = 0;  // behind unit and comparator: where a range may go on
};

// `at` is the first digit or Chinese numeral. Nothing: a run of digits that is too long for a number.
std::optional<Quantity> read_quantity(const Context& context, Offset at);

// The value of 翻番, 翻一番, 翻两番 at `at` (翻): ×2, ×4.
std::optional<Quantity> read_doubling(const Context& context, Offset at);

// 5—8万元 behind its first end: the second, with the first given the unit that they share; nothing when they are no range.
std::optional<Quantity> read_range_end(const Context& context, Quantity& low);

// 数十亿, 几百 at `at`: both ends over the same text.
std::optional<std::pair<Quantity, Quantity>> read_vague(const Context& context, Offset at);

// The class of figures of that kind.
constexpr NumberClass number_class_of(Kind kind) {
  switch (kind) {
    case Kind::amount:
      return NumberClass::amount;
    case Kind::ratio:
      return NumberClass::ratio;
    case Kind::count:
      return NumberClass::count;
    case Kind::score:
      return NumberClass::score;
    case Kind::other:
      break;
  }
  return NumberClass::other;
}

// Value, class, unit and decimals from head, multiplier and unit (after any of them changed).
void settle(std::string_view text, Quantity& quantity);

}  // namespace gouji::extractor::numeral
