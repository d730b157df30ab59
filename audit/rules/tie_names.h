// What figures of tables and of the text are called where the same figure is looked for in two places (table_ties.cpp): each name is
// worked out once and lives as long as the object. Borrows the context. Not thread-safe.
#pragma once

#include <algorithm>
#include <functional>
#include <initializer_list>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>

#include "audit/naming.h"
#include "audit/rules/form_cells.h"
#include "audit/rules/rules.h"

namespace gouji::audit {

class TieNames {
 public:
  explicit TieNames(const Context& context) : context_(context) {}

  // How a figure of a table is called: its row, its column, or both. Like all names here it lives as long as this object, and each is
  // worked out once.
  const std::string& of_cell(PanelPlace place, const Figure& f) {
    const Panel& panel = context_.panels.panel(place);
    if (f.kind == Kind::score && f.aspect == Aspect::score) return is_total(context_.panels.row(place)) ? total_score : none;
    if (f.aspect == Aspect::full_score && is_total(context_.panels.row(place))) return total_score;
    if (f.aspect == Aspect::full_score && has_rate(panel, place)) return rate_of_execution;
    if (context_.panels.column(place).role != ColumnRole::value) return row_core(leaf(f.indicator));  // in a label: 产出指标（50分）
    if (!is_of_row(context_.panels.row(place), f)) return row_core(leaf(f.indicator));
    const std::string& row = row_core(row_name(context_.panels.row(place)));
    const std::string& column = column_core(context_.panels.column(place).label);
    const bool one_row = panel.rows.size() == 1;
    if (row.empty() && column.empty()) {
      const auto [at, fresh] = titles_.try_emplace(panel.title);
      if (fresh) at->second = of_title(panel.title);
      return at->second;
    }
    if (row.empty() || one_row) return column.empty() ? row : column;
    const BasisClass b = basis_class(f.basis.value);
    if (b == BasisClass::target || b == BasisClass::achieved) return row;  // 指标值 and 完成值 say no more than that
    if (column == "执行率" && row.find("资金") != std::string::npos) return column;
    if (column.empty() || is_plain_side(column) || f.fund != Fund::none || column == row) return row;
    std::string& both = both_[{&row, &column}];
    if (both.empty()) both = row + "/" + column;
    return both;
  }

  const std::string& of_prose(FigureId id) {
    const Figure& f = context_.index.figure(id);
    if (f.kind == Kind::score && f.aspect != Aspect::full_score) {
      for (const std::string_view word : {"自评", "得分", "总分", "评分"})
        if (f.indicator.view().find(word) != std::string::npos) return total_score;
      return none;
    }
    if (f.kind == Kind::score && is_any_of(leaf(f.indicator), {"总分", "分值设定", "总分值", "满分", "分值"})) return total_score;
    return f.indicator_id.empty() ? context_.index.core_name(id) : cores_.of(f.indicator_id);
  }

  bool is_known(std::string_view name) const { return static_cast<bool>(context_.library.indicators().exact(name)); }

 private:
  static bool is_plain_side(std::string_view name) { return name == "收入" || name == "支出" || name == "本年收入" || name == "本年支出"; }

  static bool is_any_of(std::string_view name, std::initializer_list<std::string_view> words) {
    return std::find(words.begin(), words.end(), name) != words.end();
  }

  // The row of 年度资金总额: what its score is given for is the rate of execution beside it.
  bool has_rate(const Panel& panel, PanelPlace place) const {
    for (std::uint32_t c = 0; c < panel.columns.size(); ++c) {
      const FigureId id = panel.at(place.row, c);
      if (id < context_.extraction.figures.size() && context_.index.figure(id).aspect == Aspect::completion) return true;
    }
    return false;
  }

  static bool is_total(const PanelRow& row) {
    return row.kind == RowKind::total || row.name.find("总分") != std::string::npos || row.name.find("合计") != std::string::npos;
  }

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

  const std::string& row_core(std::string_view name) {
    const auto [at, fresh] = rows_.try_emplace(name);
    if (fresh) at->second = canonical(core(label_core(name)));
    return at->second;
  }

  // The last header that says more than a footing, a period or 合计.
  const std::string& column_core(const std::string& label) {
    const auto [at, fresh] = columns_.try_emplace(label);
    if (!fresh) return at->second;
    std::string_view path = label;
    while (!path.empty()) {
      const std::string name = core(label_core(leaf(path)));
      if (!name.empty() && !is_period_or_basis(name)) {
        at->second = canonical(name);
        break;
      }
      path = parents(path);
    }
    return at->second;
  }

  std::string canonical(std::string name) const {
    const auto hit = context_.library.indicators().exact(name);
    return hit ? core(hit.entry->id) : name;
  }

  bool is_period_or_basis(std::string_view name) const {
    return static_cast<bool>(context_.library.bases().exact(name)) || static_cast<bool>(context_.library.periods().exact(name)) ||
           static_cast<bool>(context_.library.funds().exact(name)) || name == "项目" || name == "数";
  }

  struct PairHash {
    std::size_t operator()(const std::pair<const std::string*, const std::string*>& pair) const {
      const std::hash<const void*> hash;
      return hash(pair.first) * 31 + hash(pair.second);
    }
  };

  inline static const std::string total_score = "总分", rate_of_execution = "预算执行率", none;
  const Context& context_;
  CoreNames cores_;
  std::unordered_map<std::string_view, std::string> rows_, columns_, titles_;  // by the report's own words
  std::unordered_map<std::pair<const std::string*, const std::string*>, std::string, PairHash> both_;
};

}  // namespace gouji::audit
