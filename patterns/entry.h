// Entry: what every entry of the pattern library has, whatever its kind.
#pragma once

#include <string>
#include <vector>

namespace gouji::patterns {

struct Entry {
  std::string id;                             // unique within its kind: "fund.general"
  std::vector<std::string> names;             // literal spellings, the first is the canonical one
  std::vector<std::string> examples;          // texts in which it must be found
  std::vector<std::string> counter_examples;  // texts in which it must not
  std::string why;                            // what it is, or the source that defines it
  std::string file;                           // "units.toml" of the built-in library, else the path of the file
  int line = 0;                               // of the table that made it; entries of one `members` table share it, and its examples
  int layer = 0;                              // 0: built in; 1: of --patterns DIR
};

}  // namespace gouji::patterns
