// Which side of the books a name speaks of: a part is never on another side than its whole.
#pragma once

#include <cstdint>
#include <string_view>

namespace gouji::extractor {

enum class Side : std::uint8_t { unknown, income, spending, asset, liability, remainder };

Side side_of(std::string_view name);

}  // namespace gouji::extractor
