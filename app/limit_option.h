// --limit NAME=VALUE: the bounds for hostile input (corpus::Limits), each an option of its own name.
#pragma once

#include <string>
#include <string_view>

#include "corpus/input.h"

namespace gouji::app {

// Sets the limit that `assignment` names ("docx-entries=20000", "docx-part=512MB": 1024 bytes to the KB). Returns what is wrong with it, in
// English, "" where nothing is; then `limits` is changed.
std::string set_limit(corpus::Limits& limits, const std::string& assignment);

// The names with their defaults, for help: "docx-entries=10000 docx-part=…".
std::string limit_names();

}  // namespace gouji::app
