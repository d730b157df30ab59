// The lines of a decoded text, measured in one pass: where the content stands, how far it is indented, what it is made of.
// Every kind of line end counts (LF, CRLF, CR, VT, FF, NEL, U+2028, U+2029). Lines without a character and without a TAB
// are not kept, only counted (blanks_before), so that a file of line ends costs nothing.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "model/result.h"
#include "model/source.h"

namespace gouji::corpus {

enum class LineRole : std::uint8_t { text, cell, aligned, title, caption, contents, furniture, page_number };

struct Line {
  std::uint32_t begin = 0, end = 0;  // content in the decoded text, without the white space and marks around it
  std::uint32_t start = 0;           // where the line starts, white space included
  std::uint16_t blanks_before = 0;   // blank lines above it (saturated)
  std::uint16_t tabs = 0;            // TABs before the content (all of an empty line's)
  std::uint16_t indent = 0;          // display columns before the content, TABs not counted
  std::uint16_t width = 0;           // display columns of the content (saturated)
  std::uint16_t characters = 0;      // of the content, white space not counted (saturated)
  std::uint16_t digits = 0;          // digits in it (saturated)
  std::uint16_t han = 0;             // Chinese characters in it (saturated)
  std::uint16_t gaps = 0;            // runs of two or more blank columns inside it
  std::uint16_t single_spaces = 0;   // single spaces between wide characters: letter-spaced print
  std::uint8_t inner_tabs = 0;
  std::uint8_t stops = 0;        // 。！？；
  std::uint8_t commas = 0;       // ，、, and ：, a comma after a digit not counted (it may group digits)
  char32_t first = 0, last = 0;  // first and last character of the content; an ASCII point after a Chinese character counts as 。
  bool page_start = false;       // a form feed stands between it and the line above
  bool page_end = false;         // a form feed stands between it and the line below
  bool spaced = false;           // white space or a mark stands inside the content
  bool glued = false;            // continues the line above without a break (a fragment put back in its place)
  bool apart = false;            // a paragraph of its own, whatever stands before it
  std::uint8_t outline = 0;      // the file says that it is a heading, 1 = of the outermost level; 0: it says nothing
  LineRole role = LineRole::text;

  bool empty() const { return begin >= end; }
  // About where it ends on the paper: the spaces of letter-spaced print are narrow.
  unsigned right() const { return unsigned{indent} + width - 2U * single_spaces / 3U; }
};

inline constexpr std::size_t max_lines = 4'000'000;

// `marks` in order: ranges that are not content. Error: "too_large" (more than max_lines lines with something on them).
Result<std::vector<Line>> split_lines(std::string_view decoded, const std::vector<TextRange>& marks);

// Measures decoded[begin, end) as a line of its own (a part of a line that was split at a gutter). `column` is where it starts.
Line measure_part(std::string_view decoded, const std::vector<TextRange>& marks, TextRange part, unsigned column);

}  // namespace gouji::corpus
