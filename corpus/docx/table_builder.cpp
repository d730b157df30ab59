#include "corpus/docx/table_builder.h"

#include <algorithm>
#include <utility>

namespace gouji::corpus::docx {
namespace {

constexpr std::uint32_t widest_span = 1 << 20;  // what is wider is refused for its places anyhow

std::uint32_t sum(std::uint32_t a, std::uint32_t b) { return std::min(a, UINT32_MAX / 2) + std::min(b, widest_span); }

}  // namespace

bool TableBuilder::add_cell(const CellShape& shape, std::uint32_t begin) {
  TableDraft& draft = table_.draft;
  if (column_ == 0 && before_ > 0) {
    draft.add_cell(row_, 0).column_span = std::min(before_, widest_span);
    table_.begins.push_back(begin);
    column_ = sum(0, before_);
  }
  const std::uint32_t columns = std::clamp(shape.columns, 1U, widest_span);
  const std::uint32_t column = column_;
  column_ = sum(column_, columns);
  if (shape.goes_on_across && last_cell_ != no_id) {
    draft.cells[last_cell_].column_span += columns;
    return false;
  }
  if (shape.down == CellShape::Merge::goes_on) {
    while (next_above_ < above_.size() && above_[next_above_].column < column) ++next_above_;
    if (next_above_ < above_.size() && above_[next_above_].column == column && above_[next_above_].columns == columns) {
      ++draft.cells[above_[next_above_].cell].row_span;
      reaching_.push_back(above_[next_above_]);
      last_cell_ = no_id;
      return false;
    }
  }
  last_cell_ = static_cast<std::uint32_t>(draft.cells.size());
  draft.add_cell(row_, column).column_span = columns;
  table_.begins.push_back(begin);
  if (shape.down != CellShape::Merge::none) reaching_.push_back({column, columns, last_cell_});
  return true;
}

void TableBuilder::add_nested(std::uint32_t table) {
  table_.nested.push_back({static_cast<std::uint32_t>(table_.draft.cells.size() - 1), table_.draft.cells.back().parts, table});
}

void TableBuilder::end_row() {
  if (column_ > 0) {
    widths_.push_back(column_);
    ++row_;
    above_ = std::move(reaching_);
  }
  reaching_.clear();
  next_above_ = 0;
  column_ = 0;
  last_cell_ = no_id;
}

// Where a row ends before the table does, a blank cell stands.
void TableBuilder::fill_rows() {
  TableDraft& draft = table_.draft;
  std::vector<CellDraft> cells;
  std::vector<std::uint32_t> begins;
  cells.reserve(draft.cells.size() + widths_.size());
  std::vector<std::uint32_t> moved(draft.cells.size());
  std::size_t at = 0;
  for (std::uint32_t row = 0; row < widths_.size(); ++row) {
    for (; at < draft.cells.size() && draft.cells[at].row == row; ++at) {
      moved[at] = static_cast<std::uint32_t>(cells.size());
      cells.push_back(draft.cells[at]);
      begins.push_back(table_.begins[at]);
    }
    if (widths_[row] == draft.columns) continue;
    CellDraft blank;
    blank.row = row;
    blank.column = widths_[row];
    blank.column_span = draft.columns - widths_[row];
    blank.first = cells.empty() ? 0 : cells.back().first + cells.back().parts;
    cells.push_back(blank);
    begins.push_back(begins.empty() ? 0 : begins.back());
  }
  draft.cells = std::move(cells);
  table_.begins = std::move(begins);
  for (NestedTable& nested : table_.nested) nested.cell = moved[nested.cell];
}

GridTable TableBuilder::finish() {
  end_row();  // cells that stand in no row
  TableDraft& draft = table_.draft;
  draft.layout = TableLayout::ooxml;
  draft.rows = row_;
  draft.columns = widths_.empty() ? 0 : *std::max_element(widths_.begin(), widths_.end());
  if (std::any_of(widths_.begin(), widths_.end(), [&](std::uint32_t width) { return width < draft.columns; })) fill_rows();
  return std::move(table_);
}

}  // namespace gouji::corpus::docx
