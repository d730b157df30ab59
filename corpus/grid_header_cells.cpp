#include "corpus/grid_header_cells.h"

#include <algorithm>

namespace gouji::corpus {
namespace {

struct Placed {
  const HeaderCell* cell = nullptr;  // none: a blank cell
  std::uint32_t row = 0, column = 0, column_span = 1, row_span = 1;
};

// From the leaves up, so that a heading of several knows where the cells below it stand.
std::vector<Placed> place(const Header& header, const std::vector<std::uint32_t>& grid_of_leaf) {
  std::vector<std::uint32_t> first(header.cells.size(), 0), last(header.cells.size(), 0), order;
  for (std::size_t leaf = 0; leaf < header.leaves.size(); ++leaf) first[header.leaves[leaf]] = last[header.leaves[leaf]] = grid_of_leaf[leaf];
  for (std::uint32_t i = 0; i < header.cells.size(); ++i) {
    if (!header.cells[i].lines.empty()) order.push_back(i);
  }
  std::stable_sort(order.begin(), order.end(), [&](std::uint32_t a, std::uint32_t b) { return header.cells[a].depth > header.cells[b].depth; });
  std::vector<Placed> out;
  for (const std::uint32_t i : order) {
    const HeaderCell& cell = header.cells[i];
    if (cell.is_group()) {
      first[i] = first[cell.below.front()];
      last[i] = last[cell.below.back()];
    }
    out.push_back({&cell, cell.depth, first[i], last[i] - first[i] + 1, cell.is_group() ? 1 : header.rows - cell.depth});
  }
  return out;
}

void add_blank_cells(std::uint32_t rows, std::uint32_t columns, std::vector<Placed>& placed) {
  std::vector<char> covered(std::size_t{rows} * columns, 0);
  for (const Placed& p : placed) {
    for (std::uint32_t r = p.row; r < p.row + p.row_span; ++r) {
      for (std::uint32_t c = p.column; c < p.column + p.column_span; ++c) covered[std::size_t{r} * columns + c] = 1;
    }
  }
  for (std::uint32_t r = 0; r < rows; ++r) {
    for (std::uint32_t c = 0; c < columns; ++c) {
      if (covered[std::size_t{r} * columns + c] == 0) placed.push_back({nullptr, r, c, 1, 1});
    }
  }
}

}  // namespace

void write_header(const Header& header, const std::vector<std::uint32_t>& grid_of_leaf, std::size_t columns, TableDraft& draft) {
  if (header.cells.empty()) return;
  std::vector<Placed> placed = place(header, grid_of_leaf);
  add_blank_cells(header.rows, static_cast<std::uint32_t>(columns), placed);
  std::stable_sort(placed.begin(), placed.end(),
                   [](const Placed& a, const Placed& b) { return a.row != b.row ? a.row < b.row : a.column < b.column; });
  for (const Placed& p : placed) {
    CellDraft& cell = draft.add_cell(p.row, p.column);
    cell.row_span = p.row_span;
    cell.column_span = p.column_span;
    if (p.cell == nullptr) continue;
    for (const Segment& s : p.cell->lines) draft.add_part(s.range);
  }
  draft.rows = header.rows;
}

}  // namespace gouji::corpus
