// Elements of the main part with what is around them. Internal to output/docx.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "output/docx/xml_bytes.h"

namespace gouji::output::docx {

struct Spot {
  std::uint32_t tag = 0;           // number of its start tag
  std::string_view name;           // "w:t"
  std::size_t begin = 0, end = 0;  // of the element
  std::size_t content_begin = 0, content_end = 0;
  std::size_t before = 0, after = 0;  // where a comment's ends may stand around it: beside its run, or inside of it where it is a
                                      // paragraph; after is 0 for a paragraph without content
  bool in_run = false;                // a child of a run that may be parted
  std::string_view run, properties;   // that run's start tag and its w:rPr, as written
  std::size_t run_content = 0, run_close = 0;
};

// The elements of `tags` (ascending, each once), in that order; one that stands in no paragraph is left out.
std::vector<Spot> find_spots(std::string_view xml, const WordNames& names, const std::vector<std::uint32_t>& tags);

}  // namespace gouji::output::docx
