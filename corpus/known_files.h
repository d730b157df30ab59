// Which files of a folder or an archive are reports, by their names alone: those that a reader knows, and those that it refuses by name.
#pragma once

#include <string_view>

namespace gouji::corpus {

bool is_known_file(std::string_view path);

}  // namespace gouji::corpus
