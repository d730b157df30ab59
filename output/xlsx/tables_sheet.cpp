// The report's tables as grids, one under the other: a cell that holds one figure is its number and carries its mark.
#include <algorithm>
#include <cstdlib>
#include <map>

#include "output/passages.h"
#include "output/printed_scale.h"
#include "output/xlsx/sheets.h"

namespace gouji::output::xlsx {
namespace {

constexpr std::uint32_t most_columns = 16'384;

class Grids {
 public:
  Grids(const Paper& paper, Sheet& sheet) : paper_(paper), view_(paper.view), sheet_(sheet) {
    const auto& figures = view_.report.extraction.figures;
    for (FigureId id = 0; id < figures.size(); ++id) {
      if (figures[id].table != no_id) by_cell_[{figures[id].table, figures[id].row, figures[id].column}].push_back(id);
    }
  }

  void write() {
    const auto& tables = view_.report.document.tables;
    for (TableId id = 0; id < tables.size(); ++id) {
      const Table& table = tables[id];
      if (row_ + table.rows + 3 >= most_rows || table.columns >= most_columns) break;
      sheet_.text(row_++, 0, title_of(id), {.tone = Tone::title, .border = false});
      if (!table.caption.empty())
        sheet_.text(row_++, 0, without_line_breaks(view_.report.document.view(table.caption)), {.tone = Tone::faint, .border = false});
      for (const Cell& cell : table.cells) {
        if (cell.row < table.rows && cell.column < table.columns) write_cell(id, cell, table);
      }
      row_ += table.rows + 1;
    }
    if (tables.empty()) sheet_.text(0, 0, view_.say("报告中没有表格", "The report holds no table."), {.border = false});
  }

 private:
  std::string title_of(TableId id) const {
    Figure probe;
    probe.table = id;
    const std::string title = table_title(view_.report, probe);
    return title.empty() ? view_.say("表 ", "table ") + std::to_string(id + 1) : title;
  }

  void write_cell(TableId table, const Cell& cell, const Table& grid) {
    const auto found = by_cell_.find({table, cell.row, cell.column});
    const FigureId figure = found == by_cell_.end() || found->second.size() != 1 ? no_id : found->second.front();
    const std::string text = without_line_breaks(view_.report.document.view(cell.text));
    const bool only_number =
        figure != no_id && printed_decimal(text).has_value() && printed_power(view_.report.document, view_.figure(figure)).has_value();
    Style style{.wrap = true};
    if (found != by_cell_.end()) mark(style, found->second);
    if (!only_number) style.mark.clear();
    const std::uint32_t row = row_ + cell.row;
    const std::uint32_t last_row = row_ + std::min(cell.row + std::max(1U, cell.row_span), grid.rows) - 1;
    const std::uint32_t last_column = std::min(cell.column + std::max(1U, cell.column_span), grid.columns) - 1;
    if (last_row > row || last_column > cell.column) sheet_.merge(row, cell.column, last_row, last_column, style);
    if (only_number) {
      style.decimals = printed_decimals(paper_, figure);
      sheet_.formula(row, cell.column, figure_cell(paper_, figure, figure_column::number), std::strtod(printed_decimal(text)->str().c_str(), nullptr),
                     style);
    } else {
      sheet_.text(row, cell.column, text, style);
    }
  }

  // The cell has the strongest mark of its figures.
  void mark(Style& style, const std::vector<FigureId>& figures) const {
    FigureMark strongest;
    for (const FigureId id : figures) {
      if (view_.marks[id].state >= strongest.state) strongest = view_.marks[id];
    }
    if (strongest.state == FigureState::stated) style.tone = Tone::bad;
    if (strongest.state == FigureState::blamed) style.tone = Tone::blamed;
    if (strongest.state == FigureState::asked) style.tone = Tone::ask;
    if (strongest.state == FigureState::ties_out) style.mark = strongest.exact ? "√" : "≈";
    if (strongest.state == FigureState::stated || strongest.state == FigureState::blamed) style.mark = "×";
  }

  const Paper& paper_;
  const ReportView& view_;
  Sheet& sheet_;
  std::uint32_t row_ = 0;
  std::map<std::tuple<TableId, std::uint32_t, std::uint32_t>, std::vector<FigureId>> by_cell_;
};

}  // namespace

void write_tables(const Paper& paper, Sheet sheet) {
  Grids(paper, sheet).write();
  sheet.width(0, 30, 15);
  sheet.landscape();
}

}  // namespace gouji::output::xlsx
