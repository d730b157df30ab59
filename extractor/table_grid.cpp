#include "extractor/table_grid.h"

#include <algorithm>

#include "extractor/characters.h"

namespace gouji::extractor {

TableGrid::TableGrid(const Document& document, const Table& table, const patterns::Library& library) : document_(&document), table_(&table) {
  for (const Cell& c : table.cells) {
    rows_ = std::max(rows_, c.row + 1);
    columns_ = std::max(columns_, c.column + 1);
  }
  rows_ = std::max(rows_, table.rows);
  columns_ = std::max(columns_, table.columns);
  covering_.assign(std::size_t{rows_} * columns_, no_id);
  begins_.resize(rows_);
  readings_.reserve(table.cells.size());
  for (std::uint32_t i = 0; i < table.cells.size(); ++i) {
    const Cell& c = table.cells[i];
    readings_.push_back(read_cell(document.view(c.text), library));
    begins_[c.row].push_back(i);
    const std::uint32_t last_row = std::min(rows_, c.row + std::max(1U, c.row_span));
    const std::uint32_t last_column = std::min(columns_, c.column + std::max(1U, c.column_span));
    for (std::uint32_t r = c.row; r < last_row; ++r)
      for (std::uint32_t k = c.column; k < last_column; ++k) covering_[std::size_t{r} * columns_ + k] = i;
  }
}

const CellReading& TableGrid::at(std::uint32_t row, std::uint32_t column) const {
  static const CellReading blank;
  const std::uint32_t i = index(row, column);
  return i == no_id ? blank : readings_[i];
}

std::uint32_t TableGrid::indentation(std::uint32_t index) const {
  const TextRange range = table_->cells[index].text;
  const std::string_view text = document_->text;
  std::uint32_t columns = 0;
  std::size_t at = range.begin;
  while (at > 0) {  // the white space that the reader left before the cell
    const std::size_t before = character_before(text, at);
    if (text[before] == '\n' || text[before] == '\t' || !is_space(text, before)) break;
    columns += at - before > 1 ? 2 : 1;
    at = before;
  }
  for (at = range.begin; at < range.end && text[at] != '\n' && is_space(text, at); at += character_length(text, at))
    columns += character_length(text, at) > 1 ? 2 : 1;
  return columns;
}

}  // namespace gouji::extractor
