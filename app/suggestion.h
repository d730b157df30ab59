// The known word that a mistyped one was probably meant to be.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace gouji::app {

// "" when none is near: more than a third of its letters would have to change (Levenshtein distance).
std::string closest(std::string_view word, const std::vector<std::string>& known);

}  // namespace gouji::app
