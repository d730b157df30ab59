// Period: the time that a figure speaks of. Printed as the contract says: "2023", "2023-12", "2023-12-31",
// "2023-01/2023-06", "2021/2025". Value type; an empty period is unknown.
#pragma once

#include <compare>
#include <cstdint>
#include <string>

namespace gouji {

struct Period {
  std::int16_t year = 0;     // 0: unknown
  std::int8_t month = 0;     // 0: the whole year
  std::int8_t day = 0;       // 0: the whole month
  std::int16_t to_year = 0;  // 0: not a span; a span is of years or of months
  std::int8_t to_month = 0;

  constexpr bool known() const { return year != 0; }
  constexpr bool is_year() const { return year != 0 && month == 0 && to_year == 0; }
  std::string str() const;  // "" when unknown
  friend constexpr auto operator<=>(const Period&, const Period&) = default;
};

}  // namespace gouji
