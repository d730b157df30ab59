// The parts of a printed line that stand apart, and how columns are counted: pdftotext counts a Chinese character as one column
// or as two, depending on the file; the measure under which numbers end in the same columns is the table's.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "corpus/lines.h"

namespace gouji::corpus {

enum class Measure : std::uint8_t { display, characters };

struct Segment {
  enum class Kind : std::uint8_t { text, number, dash };  // dash: —— or - where a number could stand
  TextRange range;
  unsigned from = 0, to = 0;  // columns [from, to)
  std::uint32_t line = 0;     // which of the table's lines; the caller's numbering
  Kind kind = Kind::text;

  bool is_value() const { return kind != Kind::text; }
  double centre() const { return (from + to) / 2.0; }
  unsigned width() const { return to - from; }
};

// The overlap of two column ranges.
inline unsigned overlap(unsigned a_from, unsigned a_to, unsigned b_from, unsigned b_to) {
  const unsigned from = a_from > b_from ? a_from : b_from, to = a_to < b_to ? a_to : b_to;
  return from < to ? to - from : 0;
}

// Appends the segments of a line, parted by `gap` or more blank columns (and by any between two numbers, or an amount and a label that
// is no unit); letter-spaced words (收    入) are one. `number` becomes their line.
void append_segments(std::string_view decoded, const Line& line, Measure measure, unsigned gap, std::uint32_t number, std::vector<Segment>& out);

// Numbers, dashes or text. A number is digits and what is printed with them: 1,234.56, -3, 12%, ≥95%.
Segment::Kind kind_of(std::string_view content);

}  // namespace gouji::corpus
