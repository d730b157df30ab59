#include "corpus/docx/xml_names.h"

#include <algorithm>
#include <utility>

namespace gouji::corpus::docx {

Space space_of(std::string_view uri) {
  static constexpr std::array<std::pair<std::string_view, Space>, 7> known{{
      {"http://schemas.openxmlformats.org/wordprocessingml/2006/main", Space::markup},
      {"http://purl.oclc.org/ooxml/wordprocessingml/main", Space::markup},
      {"http://schemas.openxmlformats.org/officeDocument/2006/math", Space::math},
      {"http://purl.oclc.org/ooxml/officeDocument/math", Space::math},
      {"http://schemas.openxmlformats.org/markup-compatibility/2006", Space::compatibility},
      {"http://schemas.openxmlformats.org/package/2006/relationships", Space::relationships},
      {"http://schemas.openxmlformats.org/package/2006/content-types", Space::content_types},
  }};
  const auto found = std::find_if(known.begin(), known.end(), [&](const auto& k) { return k.first == uri; });
  return found == known.end() ? Space::other : found->second;
}

bool is_understood(std::string_view uri) {
  static constexpr std::string_view word = "http://schemas.microsoft.com/office/word/",
                                    drawing = "http://schemas.microsoft.com/office/drawing/2010/main";
  static constexpr std::array<std::string_view, 1> not_read{"wordprocessingInk"};
  if (std::any_of(not_read.begin(), not_read.end(), [&](std::string_view name) { return uri.ends_with(name); })) return false;
  return uri.starts_with(word) || uri == drawing || space_of(uri) != Space::other;
}

}  // namespace gouji::corpus::docx
