// Fills a Library's data from TOML files; private to the room.
#pragma once

#include <string>
#include <string_view>

#include "patterns/data.h"
#include "patterns/toml_entry.h"

namespace gouji::patterns {

// One file with the entries of any kinds. `layer` 0: built-in; 1: the user's folder, whose entries replace built-in ones of the same
// kind and id, or add names to them (extend = true). Within a layer an id occurs once.
struct TomlFile {
  std::string name;  // as messages print it
  std::string text;
  int layer = 0;
};

void load_file(const TomlFile& file, Library::Data& data, Problems& problems);

// After the last file: names to lexicons (a name belongs to one entry of its kind), patterns compiled.
void finish(Library::Data& data, Problems& problems);

}  // namespace gouji::patterns
