// From canonical units back to those in which a figure is printed: 18362000 beside "1846.20万元" is 1836.2. Pure and exact.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "output/report.h"

namespace gouji::output {

// The number as printed, as a decimal: full-width digits and separators folded, "（1,234.5）" negative. nullopt where it is
// written in Chinese numerals or is no plain number.
std::optional<Decimal> printed_decimal(std::string_view number);

// The power of ten p with value = printed number × 10^p; nullopt where there is none.
std::optional<int> printed_power(const Document& document, const Figure& figure);

// `canonical` (a decimal of a check) in the unit in which `figure` is printed, with at least as many decimals,
// without the unit; itself where that cannot be said.
std::string in_printed_unit(const Document& document, const Figure& figure, std::string_view canonical);

}  // namespace gouji::output
