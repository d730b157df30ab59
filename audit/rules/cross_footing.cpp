// Cross-footing: a column and the columns that it totals (Panel: PanelColumn::total), row by row.
#include <utility>

#include "audit/rules/table_sums.h"

namespace gouji::audit {
namespace {

struct TotalColumn {
  std::uint32_t column = 0;
  std::vector<std::uint32_t> parts, of_which;
};

std::vector<TotalColumn> total_columns(const Panel& panel) {
  std::vector<TotalColumn> out;
  std::vector<std::size_t> place(panel.columns.size(), SIZE_MAX);
  for (std::uint32_t c = 0; c < panel.columns.size(); ++c) {
    const PanelColumn& column = panel.columns[c];
    if (column.role != ColumnRole::value || column.total >= panel.columns.size() || column.total == c) continue;
    std::size_t& at = place[column.total];
    if (at == SIZE_MAX) {
      at = out.size();
      out.push_back({column.total, {}, {}});
    }
    (column.of_which ? out[at].of_which : out[at].parts).push_back(c);
  }
  return out;
}

void cross_foot(const Context& context, const Panel& panel, std::uint32_t total_column, const std::vector<std::uint32_t>& parts, bool open,
                Drafts& drafts) {
  if (parts.empty()) return;
  Drafts sums;
  std::size_t uncovered = 0;  // rows whose total no part has a share in
  std::vector<FigureId> cells;
  for (std::size_t r = 0; r < panel.rows.size(); ++r) {
    const FigureId total = panel.at(r, total_column);
    if (total >= context.extraction.figures.size() || !can_be_total(context.index.figure(total))) continue;
    cells.clear();
    for (const std::uint32_t c : parts) {
      const FigureId id = panel.at(r, c);
      if (id < context.extraction.figures.size() && id != total && addable(context.index.figure(total), context.index.figure(id)))
        cells.push_back(id);
    }
    if (cells.empty())
      uncovered += context.index.figure(total).value.is_zero() ? 0 : 1;
    else
      sums.push_back(sum_of(Rule::sum, total, cells, open));
  }
  // The header's other columns were not read as parts of the total: only one is, or rows have a total and nothing that adds up to it.
  const bool half_read = !open && (parts.size() == 1 || (uncovered >= 2 && 2 * uncovered >= sums.size()));
  SumReading reading;
  for (Draft& sum : sums) {
    if (half_read) sum.certainty = Certainty::possible;
    reading.add(context, std::move(sum));
  }
  reading.finish(drafts, false);
}

}  // namespace

void cross_footing_rule(const Context& context, Drafts& drafts) {
  for (const Panel& panel : context.extraction.panels) {
    if (panel.cells.size() != panel.rows.size() * panel.columns.size()) continue;
    for (const TotalColumn& total : total_columns(panel)) {
      cross_foot(context, panel, total.column, total.parts, false, drafts);
      cross_foot(context, panel, total.column, total.of_which, true, drafts);
    }
  }
}

}  // namespace gouji::audit
