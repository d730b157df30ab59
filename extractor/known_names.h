// The library's indicators by figures' names. Names come again and again in a document: each is looked up once.
// One for a document; not to be shared by threads. Library and pool outlive it.
#pragma once

#include <optional>
#include <vector>

#include "model/name.h"
#include "patterns/library.h"

namespace gouji::extractor {

class KnownNames {
 public:
  KnownNames(const patterns::Library& library, NamePool& names) : library_(library), names_(names) {}

  // The canonical name of an indicator (a path: its last part counts, as printed or as plain_name has it); the empty name for none.
  Name id_of(Name indicator);

 private:
  Name look_up(std::string_view name) const;

  const patterns::Library& library_;
  NamePool& names_;
  std::vector<std::optional<Name>> ids_;  // by the index of a name; nothing where it was not looked up yet
};

}  // namespace gouji::extractor
