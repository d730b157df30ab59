// Which parts of a package hold what: the main document by the package's relationships and content types, the others by the main
// document's relationships.
// Source: ECMA-376-2 (relationships, content types), ECMA-376-1 §15.2 (part types, transitional and strict).
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "corpus/docx/package.h"

namespace gouji::corpus::docx {

struct Relationship {
  std::string id;
  std::string type;    // the last step of its URI: "styles", "header"
  std::string target;  // a part's name; external ones are left out
};

// The relationships of a part ("" for the package's own); none where it has no such file.
Result<std::vector<Relationship>> relationships_of(const Package& package, std::string_view part, const Limits& limits);

// The main part of a Word document, macros or not, template or not.
// Errors: "unsupported_format" (a workbook, a presentation, another archive: the message says which), and those of reading XML.
Result<std::string> main_part(const Package& package, const Limits& limits);

}  // namespace gouji::corpus::docx
