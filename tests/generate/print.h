// Prints a report as text: prose a paragraph a line with tables as cell lines (a Word file flattened), or prose wrapped with tables in
// aligned columns and pages (as `pdftotext -layout` prints). Sets where each figure stands.
#pragma once

#include <string>

#include "generate/random.h"
#include "generate/report.h"

namespace gouji::generate {

struct Layout {
  bool docx = false;     // a Word file; nothing of what follows matters
  bool aligned = false;  // else cell lines
  bool gb18030 = false, crlf = false;
  // cell lines
  bool indented = false;     // paragraphs begin with two full-width blanks
  bool blank_lines = false;  // between paragraphs
  // aligned columns; widths in columns, of which a Chinese character takes two
  unsigned width = 76, margin = 0, page_lines = 44;
  bool spaced = false;        // blanks between Chinese characters and numbers
  bool caption_right = true;  // 单位：万元 at the far right, else behind the title's line at the left
  unsigned gap = 3, header_width = 14, label_width = 36;
  bool repeat_header = false;
  unsigned page_number = 0;  // how it is written
};

Layout draw_layout(Random& random, bool aligned);

// The text in UTF-8 with LF; figures' lines and offsets are those of this text.
std::string print(Report& report, const Layout& layout);

// In the layout's encoding and line ends. Lines and offsets stay what they are.
std::string encode(const std::string& text, const Layout& layout);

// Columns that a text takes.
unsigned display_width(const std::string& text);

}  // namespace gouji::generate
