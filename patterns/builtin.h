// The TOML files of patterns/data/, compiled into the program by patterns/embed.cmake.
#pragma once

#include <span>
#include <string_view>

namespace gouji::patterns {

struct BuiltinFile {
  std::string_view name;  // "units.toml"
  std::string_view text;
};
std::span<const BuiltinFile> builtin_files();

}  // namespace gouji::patterns
