// The commonest numbers of a report, read without the grammar of numerals: digits in a line of text, with a unit of the library behind them and
// nothing around that could mean more (…收入1132.52万元，; 培训12人次。).
#pragma once

#include <optional>

#include "extractor/number_classes.h"
#include "patterns/library.h"

namespace gouji::extractor::numeral {

struct PlainQuantity {
  Offset begin = 0, number_end = 0;  // the digits
  Offset unit_begin = 0, end = 0;    // their unit
  std::int64_t coefficient = 0;
  int fraction_digits = 0;
  const patterns::Unit* unit = nullptr;  // no duration
};

// `at` is the first digit of a run behind a Han or a comma (and perhaps a space), which is no label. Nothing: read_quantity may find any number, or
// the same one.
std::optional<PlainQuantity> read_plain_quantity(const Context& context, Offset at);

}  // namespace gouji::extractor::numeral
