// A copy of a package in which some parts are others; what is not named is copied as it is, its compressed bytes too.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "model/result.h"

namespace gouji::output::docx {

struct PartChange {
  std::string name;
  std::optional<std::uint64_t> index;  // of the entry that it replaces (Package::index); none: a new part
  std::string bytes;
};

// The same archive and changes give the same bytes. Error: "bad_package" (libzip does not take the archive: the message says why).
Result<std::string> copy_package(std::string_view archive, const std::vector<PartChange>& changes);

}  // namespace gouji::output::docx
