// Packages that are broken or made to do harm: what a reader must refuse by name, soon and in little memory. Built, not stored.
#pragma once

#include <functional>
#include <string>
#include <vector>

namespace gouji::test {

struct HostileFile {
  std::string name;
  std::function<std::string()> bytes;  // made when it is needed: some are large
  std::vector<std::string> codes;      // refusals that are right; "read": it may also be read, and says nothing that it should not
};

// XML that expands, points outside, or is too deep, wide or large.
std::vector<HostileFile> hostile_xml();
// Zip structures that lie, and parts that are missing or elsewhere.
std::vector<HostileFile> hostile_packages();
// Sound packages whose content is made to be slow or large: they are read (or refused), in linear time and bounded memory.
std::vector<HostileFile> costly_documents();
// Parts as large as they may be, full of what costs memory.
std::vector<HostileFile> large_documents();

// A minimal OLE compound file whose root storage holds streams of these names.
std::string compound_file(const std::vector<std::string>& streams);

}  // namespace gouji::test
