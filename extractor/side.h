// Which side of the books a name speaks of: a part is never on another side than its whole.
#pragma once

#include <cstdint>
#include <string_view>

namespace gouji::extractor {

enum class Side : std::uint8_t { unknown, income, spending, asset, liability, remainder };

Side side_of(std::string_view name);

// 政府性基金收入 beside 一般公共预算收入: the four budgets are no parts of each other.
bool of_another_fund(std::string_view total, std::string_view part);

}  // namespace gouji::extractor
