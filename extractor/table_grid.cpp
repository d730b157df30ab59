#include "extractor/table_grid.h"

#include <algorithm>
#include <map>

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
  row_begins_.resize(std::size_t{rows_} + 1);
  for (const Cell& c : table.cells) ++row_begins_[c.row + 1];
  for (std::uint32_t r = 0; r < rows_; ++r) row_begins_[r + 1] += row_begins_[r];
  begins_.resize(table.cells.size());
  std::vector<std::uint32_t> next = row_begins_;
  readings_.reserve(table.cells.size());
  for (std::uint32_t i = 0; i < table.cells.size(); ++i) {
    const Cell& c = table.cells[i];
    read_cell(document.view(c.text), library, readings_.emplace_back());
    begins_[next[c.row]++] = i;
    const std::uint32_t last_row = std::min(rows_, c.row + std::max(1U, c.row_span));
    const std::uint32_t last_column = std::min(columns_, c.column + std::max(1U, c.column_span));
    for (std::uint32_t r = c.row; r < last_row; ++r)
      for (std::uint32_t k = c.column; k < last_column; ++k) covering_[std::size_t{r} * columns_ + k] = i;
  }
  centred_ = table.layout == TableLayout::aligned_columns && sets_labels_in_the_middle();
}

const CellReading& TableGrid::at(std::uint32_t row, std::uint32_t column) const {
  static const CellReading blank;
  const std::uint32_t i = index(row, column);
  return i == no_id ? blank : readings_[i];
}

std::uint32_t TableGrid::indentation(std::uint32_t index) const {
  // Printed columns are apart by white space that indents nothing, but for the first.
  const Cell& cell = table_->cells[index];
  if (cell.text.empty() || (table_->layout == TableLayout::aligned_columns && (cell.column > 0 || centred_))) return 0;
  return blanks_before(cell);
}

std::uint32_t TableGrid::blanks_before(const Cell& cell) const {
  const std::string_view decoded = document_->map.decoded();  // the reader leaves white space out of the text
  std::uint32_t columns = 0;
  for (std::size_t at = document_->map.first_decoded(cell.text); at > 0;) {
    const std::size_t before = character_before(decoded, at);
    if (decoded[before] == '\n' || decoded[before] == '\t' || !is_space(decoded, before)) break;
    columns += at - before > 1 ? 2 : 1;
    at = before;
  }
  return columns;
}

// More labels of the first column have their middles in one place than their left edges, a Chinese character counted as one column or as
// two.
bool TableGrid::sets_labels_in_the_middle() const {
  std::map<std::uint32_t, unsigned> edges, middles, wide_middles;
  for (const Cell& cell : table_->cells) {
    if (cell.column != 0 || cell.text.empty()) continue;
    const std::string_view text = document_->view(cell.text);
    const std::string_view line = text.substr(0, text.find('\n'));
    const std::uint32_t from = blanks_before(cell);
    const auto width = static_cast<std::uint32_t>(length_in_characters(line));
    ++edges[from];
    ++middles[from + width / 2];
    ++wide_middles[from + width];
  }
  const auto most = [](const std::map<std::uint32_t, unsigned>& places) {
    unsigned best = 0;
    for (const auto& [place, count] : places) {
      const auto next = places.find(place + 1);
      best = std::max(best, count + (next == places.end() ? 0 : next->second));
    }
    return best;
  };
  return std::max(most(middles), most(wide_middles)) > most(edges) + 1;
}

}  // namespace gouji::extractor
