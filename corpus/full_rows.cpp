#include "corpus/full_rows.h"

#include <algorithm>
#include <cmath>
#include <utility>

#include "corpus/match_in_order.h"

namespace gouji::corpus {

bool columns_without_full_rows(std::span<const PrintedRow> rows, const std::vector<Segment>& header, const ColumnHints& hints, ColumnModel& model) {
  const auto is_full = [&](const PrintedRow& row) { return row.segments.size() == hints.most; };
  std::vector<Segment> others;
  for (const PrintedRow& row : rows)
    if (!is_full(row)) others.insert(others.end(), row.segments.begin(), row.segments.end());
  ColumnModel without = find_columns(others, header, hints);
  if (without.columns.size() != hints.most) return false;
  std::vector<std::uint32_t> column_of;
  auto next = without.column_of.begin();
  for (const PrintedRow& row : rows) {
    for (std::uint32_t k = 0; k < row.segments.size(); ++k) {
      column_of.push_back(is_full(row) ? k : *next++);
      without.columns[column_of.back()].cells += is_full(row) ? 1 : 0;
    }
  }
  without.column_of = std::move(column_of);
  model = std::move(without);
  return true;
}

bool columns_of_full_rows(std::span<const PrintedRow> rows, std::size_t most, ColumnModel& model) {
  ColumnModel full;
  full.columns.resize(most);
  std::size_t count = 0;
  for (const PrintedRow& row : rows) {
    if (row.segments.size() != most) continue;
    for (std::size_t k = 0; k < most; ++k) {
      const Segment& s = row.segments[k];
      Column& column = full.columns[k];
      if (count > 0 && column.values != s.is_value()) return false;
      column.values = s.is_value();
      column.from = count == 0 ? s.from : std::min(column.from, s.from);
      column.to = std::max(column.to, s.to);
      ++column.cells;
    }
    ++count;
  }
  if (count < 3 || 2 * count < rows.size()) return false;
  for (const PrintedRow& row : rows) {
    const auto apart = [&](std::size_t k, std::size_t c) {
      const Column& column = full.columns[c];
      const double gap = std::max({0.0, double(column.from) - row.segments[k].to, double(row.segments[k].from) - column.to});
      return gap + 0.25 * std::abs(row.segments[k].centre() - column.centre()) + (row.segments[k].is_value() == column.values ? 0 : 40);
    };
    const std::vector<std::uint32_t> at = match_in_order(
        row.segments.size(), most, apart, [](std::size_t) { return 1000.0; }, [](std::size_t) { return 0.0; });
    if (std::any_of(at.begin(), at.end(), [](std::uint32_t c) { return c == no_column; })) return false;
    full.column_of.insert(full.column_of.end(), at.begin(), at.end());
  }
  model = std::move(full);
  return true;
}

}  // namespace gouji::corpus
