// How a hidden quantity is printed: rounded half away from zero to the unit's decimals, as an office's spreadsheet rounds.
#pragma once

#include <string>

#include "generate/report.h"
#include "generate/style.h"

namespace gouji::generate {

struct Numeral {
  std::string digits;  // without sign
  Wide value = 0, half = 0;
  int decimals = 0;
};

// `unit.exponent`: the printed number × 10^exponent is the value (万元: 4; %: −2).
Numeral print_numeral(const Quantity& quantity, const Unit& unit, bool trim, bool group);

// What printed digits are worth: the other way round, for numbers that a fault altered. `exact`: no rounding behind it.
Numeral read_numeral(const std::string& digits, int exponent, bool exact);

// A value (in units of 1/scale, not negative) rounded to `decimals` of a unit.
std::string digits_of(Wide value, int exponent, int decimals);

}  // namespace gouji::generate
