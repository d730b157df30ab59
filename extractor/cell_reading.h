// What one cell of a table holds: nothing, a number, a label, both, or sentences. Knows nothing of the cells around it.
// Pure functions; a Library is shared by threads.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "extractor/numerals.h"
#include "patterns/library.h"

namespace gouji::extractor {

enum class CellShape : std::uint8_t {
  blank,   // nothing, ——, 无, …
  number,  // one quantity and nothing else: 1,323.56, ≥30万件, 100%
  label,   // words; digits in them are of dates, codes and lists
  mixed,   // words and a quantity: 一般公共预算：954.17, 产出指标（50分）
  prose,   // sentences
};

struct CellReading {
  CellShape shape = CellShape::blank;
  std::string label;   // label and mixed: the text without any white space, digits in ASCII
  Numeral number;      // of shape number; offsets into the cell's text
  bool bare = false;   // the number is digits alone, with sign, grouping and point
  bool year = false;   // a bare number that may be a year: 2023
  bool whole = false;  // a bare number without a point: 行次, 科目编码
};

// `text` is the cell's text; it may hold line ends. `cell` is a new one, filled where it stays: a grid has thousands.
void read_cell(std::string_view text, const patterns::Library& library, CellReading& cell);

// The text without white space of any kind, its digits in ASCII.
std::string without_space(std::string_view text);

// A unit that a header, a caption or a label says for the numbers under it: （万元）, 单位：元, (%).
struct UnitHint {
  Kind kind = Kind::other;
  std::string code;  // "CNY", "1", 人
  int power = 0;
  bool countable = false;
};
std::optional<UnitHint> unit_in_brackets(std::string_view label, const patterns::Library& library);
std::optional<UnitHint> unit_of_caption(std::string_view caption, const patterns::Library& library);
// The label without a unit in brackets at its end.
std::string_view without_unit(std::string_view label, const patterns::Library& library);

}  // namespace gouji::extractor
