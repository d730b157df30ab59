// How a text is laid out: a paragraph a line, or wrapped at a width (as a PDF is printed to text), and the margins of each page.
#pragma once

#include <vector>

#include "corpus/lines.h"

namespace gouji::corpus {

struct Margins {
  std::uint16_t left = 0, right = 0;  // display columns of running text on the page
};

struct Layout {
  bool wrapped = false;
  bool first_line_indent = false;      // wrapped: paragraphs start moved in
  std::vector<std::uint32_t> page_of;  // line → page; empty unless wrapped
  std::vector<Margins> pages;

  Margins margins(std::uint32_t line) const { return wrapped ? pages[page_of[line]] : Margins{}; }
};

Layout detect_layout(const std::vector<Line>& lines);
// The margins of lines that are known to be wrapped.
Layout measure_wrapped(const std::vector<Line>& lines);

}  // namespace gouji::corpus
