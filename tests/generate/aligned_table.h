// The pieces of a page: wrapped paragraphs, centred titles, tables in aligned columns.
#pragma once

#include <vector>

#include "generate/print.h"

namespace gouji::generate {

std::vector<Line> wrap(const Line& paragraph, const Layout& layout);
std::vector<Line> centred(const Line& title, const Layout& layout);

struct AlignedTable {
  std::vector<Line> above;  // title and caption
  std::vector<Line> header;
  std::vector<std::vector<Line>> rows;  // the lines of each row
};
// Numbers flush right, labels flush left, headings in the middle of what they head and wrapped; the lines of a cell stand above and below
// the middle of its row, so that a number can stand between two lines of its label.
AlignedTable align(const Table& table, const Layout& layout);

}  // namespace gouji::generate
