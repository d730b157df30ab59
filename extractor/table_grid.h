// TableGrid: the cells of one table by row and column, spans filled in, each read once. Borrows the document and the table.
#pragma once

#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

#include "extractor/cell_reading.h"
#include "model/document.h"

namespace gouji::extractor {

class TableGrid {
 public:
  TableGrid(const Document& document, const Table& table, const patterns::Library& library);

  std::uint32_t rows() const { return rows_; }
  std::uint32_t columns() const { return columns_; }

  // Index of the cell that covers a place; no_id where none is printed (ragged rows).
  std::uint32_t index(std::uint32_t row, std::uint32_t column) const { return covering_[std::size_t{row} * columns_ + column]; }
  const Cell& cell(std::uint32_t index) const { return table_->cells[index]; }
  const CellReading& reading(std::uint32_t index) const { return readings_[index]; }
  // The reading of the cell that covers the place; a blank one where there is none.
  const CellReading& at(std::uint32_t row, std::uint32_t column) const;
  // Columns of leading white space in the printed cell; 0 where the print sets labels in the middle of their column.
  std::uint32_t indentation(std::uint32_t index) const;
  // The cells that begin in a row, from left to right.
  std::span<const std::uint32_t> row(std::uint32_t row) const { return {begins_.data() + row_begins_[row], begins_.data() + row_begins_[row + 1]}; }
  std::string_view text(std::uint32_t index) const { return document_->view(table_->cells[index].text); }

 private:
  std::uint32_t blanks_before(const Cell& cell) const;
  bool sets_labels_in_the_middle() const;

  const Document* document_;
  const Table* table_;
  std::uint32_t rows_ = 0, columns_ = 0;
  std::vector<std::uint32_t> covering_;
  std::vector<CellReading> readings_;
  std::vector<std::uint32_t> begins_;      // indexes of cells by the row in which they begin, one row after the other
  std::vector<std::uint32_t> row_begins_;  // where a row's stand in begins_, and the end
  bool centred_ = false;
};

}  // namespace gouji::extractor
