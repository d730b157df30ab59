#include "corpus/table_search.h"

#include <algorithm>
#include <iterator>

#include "corpus/aligned_columns.h"
#include "corpus/cell_lines.h"

namespace gouji::corpus {

std::vector<TableRegion> find_tables(std::string_view decoded, std::vector<Line>& lines, bool wrapped) {
  std::vector<TableRegion> tables = find_cell_tables(decoded, lines);
  const auto append = [&](std::vector<TableRegion> more) {
    tables.insert(tables.end(), std::make_move_iterator(more.begin()), std::make_move_iterator(more.end()));
  };
  append(find_aligned_tables(decoded, lines));
  if (wrapped) append(find_charts(decoded, lines));
  std::sort(tables.begin(), tables.end(), [](const TableRegion& a, const TableRegion& b) { return a.first < b.first; });
  mark_captions(decoded, lines, tables);
  mark_figure_captions(decoded, lines);
  return tables;
}

}  // namespace gouji::corpus
