// The languages that gouji speaks to people; names and formulas stay in the report's own words.
#pragma once

#include <cstdint>

namespace gouji {

enum class Language : std::uint8_t { zh, en };

}  // namespace gouji
