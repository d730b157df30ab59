// Paths of indicator names: 总支出/基本支出.
#pragma once

#include <string>
#include <string_view>

namespace gouji::extractor {

// The name without its parents.
constexpr std::string_view last_part(std::string_view indicator) { return indicator.substr(indicator.rfind('/') + 1); }

// Parent and name joined; the farthest parents are cut where the path grows too long to be read.
std::string joined_path(std::string_view parent, std::string_view name);

}  // namespace gouji::extractor
