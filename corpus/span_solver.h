// How many columns each cell of a short row covers, told by the row below it or by what the columns hold.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "corpus/cell_rows.h"
#include "corpus/heading_words.h"

namespace gouji::corpus {

struct HeadedCell {
  enum class Start : std::uint8_t { no, maybe, again, yes };
  bool blank = false;
  Start starts_block = Start::no;  // again: its label is the row's first one; yes: it stands right of a number; maybe: it is a total
};

// The columns that each of `parents` cells covers over the row below it: a cell merged downwards stands over a blank cell, a heading of
// several over cells that have labels. Empty where the rows do not tell.
std::vector<std::uint32_t> spans_over(const std::vector<bool>& parent_blank, const std::vector<HeadedCell>& below);

// The same where cells that reach into the row below leave no blank cell in it (rows of a web page): `below` has fewer cells than the
// table is wide. A parent with 0 in `reaches` heads cells below.
struct RowPair {
  std::vector<std::uint32_t> spans;  // of the parents
  std::vector<bool> reaches_down;    // of the parents
};
// `parents`: what each stands over by its name, where that says anything.
RowPair spans_around(const std::vector<HeadsColumns>& parents, const std::vector<HeadedCell>& below, const std::vector<CellKind>& columns);

// The columns that the cells of a short row cover so that its numbers stand in columns of numbers; empty where that is not told.
std::vector<std::uint32_t> spans_by_kind(const std::vector<CellKind>& cells, const std::vector<CellKind>& columns);

}  // namespace gouji::corpus
