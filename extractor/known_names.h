// The library's indicators by figures' names. Names come again and again in a document: the last ones are remembered, so that most are
// neither looked up nor rewritten. One for a document; not to be shared by threads. The library outlives it.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "patterns/library.h"

namespace gouji::extractor {

class KnownNames {
 public:
  explicit KnownNames(const patterns::Library& library) : library_(library), slots_(slots) {}

  // The indicator of that name, as printed or as plain_name has it; nullptr for none.
  const patterns::Indicator* find(std::string_view name);

 private:
  static constexpr std::size_t slots = 256;  // a name has one place, by its length and its last bytes
  struct Slot {
    std::string name;
    const patterns::Indicator* indicator = nullptr;
  };
  const patterns::Indicator* look_up(std::string_view name) const;

  const patterns::Library& library_;
  std::vector<Slot> slots_;
};

}  // namespace gouji::extractor
