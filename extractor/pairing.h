// "A、B和C分别为x、y和z": names and numbers in order. It is no breakdown.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace gouji::extractor {

// The names that a lead enumerates: "城镇、农村居民收入" → {"城镇", "农村居民收入"}; one name where it enumerates nothing.
// `numbers` is how many there should be: 及 and 和 stand in names, too.
std::vector<std::string> enumerated_names(std::string_view name, std::size_t numbers);

// The name of the i-th number: the i-th piece where it can stand alone, else the whole with the piece behind it.
std::string paired_name(std::string_view whole, const std::vector<std::string>& names, std::size_t i);

}  // namespace gouji::extractor
