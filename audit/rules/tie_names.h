// What figures of tables and of the text are called where the same figure is looked for in two places (table_ties.cpp): each name is
// worked out once and lives as long as the object; the same words are the same Name. Borrows the context. Not thread-safe.
#pragma once

#include <algorithm>
#include <string>
#include <string_view>
#include <vector>

#include "audit/naming.h"
#include "audit/numbering.h"
#include "audit/rules/form_cells.h"
#include "audit/rules/rules.h"
#include "model/words.h"

namespace gouji::audit {

class TieNames {
 public:
  explicit TieNames(const Context& context) : context_(context), panels_(context.extraction.panels.size()) {}

  // How a figure of a table is called: its row, its column, or both.
  Name of_cell(PanelPlace place, const Figure& f) {
    const Panel& panel = context_.panels.panel(place);
    if (f.kind == Kind::score && f.aspect == Aspect::score) return is_total(context_.panels.row(place)) ? total_score_ : Name();
    if (f.aspect == Aspect::full_score && is_total(context_.panels.row(place))) return total_score_;
    if (f.aspect == Aspect::full_score && has_rate(panel, place)) return names_.intern("预算执行率");
    if (context_.panels.column(place).role != ColumnRole::value) return row_core(leaf(f.indicator));  // in a label: 产出指标（50分）
    if (!is_of_row(context_.panels.row(place), f)) return row_core(leaf(f.indicator));
    const PanelNames& of_panel = names_of(place);
    const Name row = of_panel.rows[place.row], column = of_panel.columns[place.column];
    const bool one_row = panel.rows.size() == 1;
    if (row.empty() && column.empty()) return names_.intern(of_title(panel.title));
    if (row.empty() || one_row) return column.empty() ? row : column;
    const BasisClass b = basis_class(f.basis.value);
    if (b == BasisClass::target || b == BasisClass::achieved) return row;  // 指标值 and 完成值 say no more than that
    if (column == "执行率" && contains(row, "资金")) return column;
    if (column.empty() || is_plain_side(column) || f.fund != Fund::none || column == row) return row;
    const auto [number, fresh] = both_.add(std::uint64_t{row.index()} << 32U | column.index());
    if (fresh) both_names_.push_back(names_.intern(row.str().append("/").append(column)));
    return both_names_[number];
  }

  Name of_prose(FigureId id) {
    const Figure& f = context_.index.figure(id);
    if (f.kind == Kind::score && f.aspect != Aspect::full_score) {
      return contains_any(f.indicator, words<"自评 得分 总分 评分">) ? total_score_ : Name();
    }
    if (f.kind == Kind::score && words<"总分 分值设定 总分值 满分 分值">.has(leaf(f.indicator))) return total_score_;
    return names_.intern(f.indicator_id.empty() ? context_.index.core_name(id) : cores_.of(f.indicator_id));
  }

  bool is_known(std::string_view name) const { return static_cast<bool>(context_.library.indicators().exact(name)); }

 private:
  struct PanelNames {
    std::vector<Name> rows, columns;  // cores; empty until the panel's first figure is named
  };
  const PanelNames& names_of(PanelPlace place) {
    PanelNames& out = panels_[place.panel];
    if (!out.rows.empty()) return out;
    const Panel& panel = context_.panels.panel(place);
    for (const PanelRow& row : panel.rows) out.rows.push_back(row_core(row_name(row)));
    for (const PanelColumn& column : panel.columns) out.columns.push_back(column_core(column.label));
    return out;
  }

  static bool is_plain_side(std::string_view name) { return name == "收入" || name == "支出" || name == "本年收入" || name == "本年支出"; }

  // The row of 年度资金总额: what its score is given for is the rate of execution beside it.
  bool has_rate(const Panel& panel, PanelPlace place) const {
    for (std::uint32_t c = 0; c < panel.columns.size(); ++c) {
      const FigureId id = panel.at(place.row, c);
      if (id < context_.extraction.figures.size() && context_.index.figure(id).aspect == Aspect::completion) return true;
    }
    return false;
  }

  static bool is_total(const PanelRow& row) { return row.kind == RowKind::total || contains_any(row.name, words<"总分 合计">); }

  // 合计 under 合计: what the table is of.
  static std::string of_title(std::string_view title) {
    const bool income = title.find("收入") != std::string_view::npos;
    const bool spending = title.find("支出") != std::string_view::npos;
    if (income == spending) return {};
    std::string out = title.find("一般公共预算财政拨款") != std::string_view::npos ? "一般公共预算财政拨款"
                      : title.find("财政拨款") != std::string_view::npos           ? "财政拨款"
                                                                                   : "";
    return out + (income ? "收入" : "支出");
  }

  Name row_core(std::string_view name) {
    const auto [number, fresh] = rows_.add(name);
    if (fresh) row_names_.push_back(canonical(core(label_core(name))));
    return row_names_[number];
  }

  // The last header that says more than a footing, a period or 合计.
  Name column_core(std::string_view label) {
    const auto [number, fresh] = columns_.add(label);
    if (!fresh) return column_names_[number];
    Name& out = column_names_.emplace_back();
    for (std::string_view path = label; !path.empty(); path = parents(path)) {
      const std::string name = core(label_core(leaf(path)));
      if (!name.empty() && !is_period_or_basis(name)) return out = canonical(name);
    }
    return out;
  }

  Name canonical(std::string_view name) {
    const auto hit = context_.library.indicators().exact(name);
    return names_.intern(hit ? cores_.of(hit.entry->id) : name);
  }

  bool is_period_or_basis(std::string_view name) const {
    return static_cast<bool>(context_.library.bases().exact(name)) || static_cast<bool>(context_.library.periods().exact(name)) ||
           static_cast<bool>(context_.library.funds().exact(name)) || name == "项目" || name == "数";
  }

  const Context& context_;
  CoreNames cores_;
  NamePool names_;
  const Name total_score_ = names_.intern("总分");
  std::vector<PanelNames> panels_;
  Numbering<std::string_view> rows_, columns_;  // the report's own words
  std::vector<Name> row_names_, column_names_;  // their cores
  Numbering<std::uint64_t> both_;               // by the indexes of a row's name and a column's
  std::vector<Name> both_names_;
};

}  // namespace gouji::audit
