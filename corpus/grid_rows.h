// Which printed lines of an aligned table are one row: a label can be wrapped above and below its values. The lines are cut into
// rows at the least cost; what a row costs is said by what a row of a table looks like (values with a label, one code, cells set
// in its middle, lines wrapped because the column was full).
#pragma once

#include <cstdint>
#include <vector>

namespace gouji::corpus {

// What stands on a printed line of a table's body.
struct RowLine {
  struct Text {
    std::uint32_t column = 0;
    double width = 0;          // of the widest text in that column, 0 … 1
    unsigned room = 0;         // display columns by which that text is wider: what would have fitted was not wrapped
    bool starts_item = false;  // 一、 其中： 1.
    bool stays_open = false;   // ends inside a bracket or after 、
    bool closes = false;       // begins with what closes a bracket
    bool complete = false;     // ends with a colon: what follows is another
  };
  std::uint64_t values = 0;  // columns with a number or a dash, codes not among them
  std::uint64_t codes = 0;   // code columns with a code
  std::vector<Text> texts;   // left to right
  std::uint32_t y = 0;       // printed lines above it in the table, blank ones counted
  std::uint32_t page = 0;
  bool alone = false;  // a row by itself for sure: column numbers
};

struct RowCut {
  std::vector<std::uint32_t> first;  // the first line of each row
  double cost = 0;
};

// `form`: rows without a value are common. O(n): a row has at most a few lines.
RowCut cut_rows(const std::vector<RowLine>& lines, bool has_codes, bool form = false);

}  // namespace gouji::corpus
