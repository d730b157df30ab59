// A table built by hand: a panel with its figures, as an extractor would read it.
#pragma once

#include <sstream>

#include "report.h"

namespace gouji::audit {

struct ColumnOf {
  std::string label;
  std::uint32_t total = no_id;
  bool of_which = false;
  Basis basis = Basis::final_accounts;
  Aspect aspect = Aspect::level;
};

struct RowOf {
  std::string name;
  std::vector<std::string> cells;  // "" blank; "%" behind: a ratio; "分" behind: a score
  std::string code = {};
  std::uint32_t parent = no_id;
  RowKind kind = RowKind::item;
  bool of_which = false;
  std::string label = {};  // where it is not the name
};

// Adds the panel and its figures to the report; returns its index.
inline std::uint32_t add_table(Report& report, std::string title, const std::vector<ColumnOf>& columns, const std::vector<RowOf>& rows,
                               TableId table = no_id) {
  Panel panel;
  const auto index = static_cast<std::uint32_t>(report.extraction.panels.size());
  panel.table = table == no_id ? index : table;
  panel.title = std::move(title);
  for (std::uint32_t c = 0; c < columns.size(); ++c)
    panel.columns.push_back({c + 1, ColumnRole::value, columns[c].label, columns[c].total, columns[c].of_which});
  for (std::uint32_t r = 0; r < rows.size(); ++r) {
    const RowOf& row = rows[r];
    panel.rows.push_back({r + 1, row.kind, row.label.empty() ? row.name : row.label, row.name, row.code, {}, row.parent, row.of_which});
    for (std::uint32_t c = 0; c < columns.size(); ++c) {
      const std::string cell = c < row.cells.size() ? row.cells[c] : "";
      if (cell.empty()) {
        panel.cells.push_back(no_id);
        continue;
      }
      FigureId id = no_id;
      if (cell.back() == '%') {
        id = report.percent(row.name, cell.substr(0, cell.size() - 1), Aspect::level, no_id);
      } else if (cell.ends_with("分")) {
        id = report.count(row.name, cell.substr(0, cell.size() - std::string("分").size()), "分");
        report.figure(id).kind = Kind::score;
      } else if (cell.ends_with("件") || cell.ends_with("人")) {
        const std::string unit = cell.substr(cell.size() - 3);
        id = report.count(row.name, cell.substr(0, cell.size() - 3), unit);
      } else {
        id = report.amount(row.name, cell);
      }
      Figure& f = report.figure(id);
      f.table = panel.table;
      f.row = r + 1;
      f.column = c + 1;
      f.code = report.named(row.code);
      f.row_label = report.named(row.label.empty() ? row.name : row.label);
      f.column_label = report.named(columns[c].label);
      f.sentence = no_id;
      f.basis = {columns[c].basis, Origin::column};
      f.aspect = columns[c].aspect;
      panel.cells.push_back(id);
    }
  }
  report.extraction.panels.push_back(std::move(panel));
  return index;
}

inline std::vector<Check> of_rule(const std::vector<Check>& checks, Rule rule) {
  std::vector<Check> out;
  for (const Check& c : checks)
    if (c.rule == rule) out.push_back(c);
  return out;
}

}  // namespace gouji::audit
