// Paths of indicator names: 总支出/基本支出.
#pragma once

#include <cstring>
#include <string>
#include <string_view>

namespace gouji::extractor {

// The name without its parents.
inline std::string_view last_part(std::string_view indicator) {
  if (indicator.empty()) return indicator;                                     // memrchr wants memory
  const void* const slash = memrchr(indicator.data(), '/', indicator.size());  // rfind goes byte by byte
  return slash == nullptr ? indicator : indicator.substr(static_cast<std::size_t>(static_cast<const char*>(slash) - indicator.data()) + 1);
}

// Parent and name joined; the farthest parents are cut where the path grows too long to be read.
std::string joined_path(std::string_view parent, std::string_view name);

}  // namespace gouji::extractor
