#include "corpus/aligned_grid.h"

#include <algorithm>

#include "corpus/band_grid.h"
#include "corpus/form_bands.h"
#include "corpus/grid_lines.h"

namespace gouji::corpus {
namespace {

// Which of the widest band's columns each column of another begins at: both run from left to right, by where they stand.
std::vector<std::uint32_t> places(const std::vector<Column>& columns, const std::vector<Column>& widest) {
  const auto apart = [&](std::size_t a, std::size_t b) {
    return static_cast<double>(std::max(columns[a].from, widest[b].from) - std::min(columns[a].from, widest[b].from)) +
           std::max(columns[a].to, widest[b].to) - std::min(columns[a].to, widest[b].to);
  };
  constexpr double never = 1e6;
  return match_in_order(
      columns.size(), widest.size(), apart, [](std::size_t) { return never; }, [](std::size_t) { return 0.0; });
}

// Adds the rows of a band below those of `stack`; its cells reach as far to the right as the next one's column.
void add_band(const BandGrid& band, const std::vector<Column>& widest, TableDraft& stack) {
  const std::vector<std::uint32_t> at = places(band.columns, widest);
  const auto place = [&](std::uint32_t column) {
    return column >= at.size() ? static_cast<std::uint32_t>(widest.size()) : at[column] == no_column ? column : at[column];
  };
  const std::uint32_t base = stack.rows;
  for (const CellDraft& cell : band.table.cells) {
    const std::uint32_t column = place(cell.column);
    CellDraft& added = stack.add_cell(base + cell.row, column);
    added.row_span = cell.row_span;
    added.column_span = std::max(1U, place(cell.column + cell.column_span) - column);
    for (std::uint32_t part = 0; part < cell.parts; ++part) stack.add_part(band.table.parts[cell.first + part]);
  }
  stack.rows = std::max(stack.rows, base + band.table.rows);
  if (stack.doubt.empty()) stack.doubt = band.table.doubt;
}

}  // namespace

TableDraft read_aligned_grid(std::string_view decoded, std::vector<Line>& lines, std::uint32_t first, std::uint32_t last) {
  TableDraft stack;
  stack.layout = TableLayout::aligned_columns;
  const std::vector<PrintedRow> rows = read_rows(decoded, lines, first, last);
  if (rows.empty()) return stack;
  std::vector<BandGrid> bands;
  for (const Band& band : find_bands(decoded, rows)) bands.push_back(read_band(decoded, lines, rows, band));
  if (bands.size() == 1) return std::move(bands.front().table);
  const auto widest =
      std::max_element(bands.begin(), bands.end(), [](const BandGrid& a, const BandGrid& b) { return a.columns.size() < b.columns.size(); });
  for (const BandGrid& band : bands) add_band(band, widest->columns, stack);
  stack.columns = std::max(stack.columns, static_cast<std::uint32_t>(widest->columns.size()));
  return stack;
}

}  // namespace gouji::corpus
