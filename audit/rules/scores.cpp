// Score tables (绩效自评表): 总分 = Σ得分, 总分值 = Σ分值, the weight of a group (产出指标（50分）) = Σ分值 of its rows, 得分 ≤ 分值, and the
// score of the execution rate = rate × 分值.
#include <algorithm>
#include <map>
#include <string_view>

#include "audit/naming.h"
#include "audit/rules/table_sums.h"

namespace gouji::audit {
namespace {

bool is_score(const Figure& f) {
  return f.role == Role::measure && f.kind == Kind::score && f.range_end == RangeEnd::none && f.comparator == Comparator::equal;
}

bool says_total(std::string_view name) {
  for (const std::string_view word : {"总分", "合计", "总计", "总得分", "得分合计"})
    if (name.find(word) != std::string_view::npos) return true;
  return false;
}

// The scores of one table, of all of its panels.
class ScoreTable {
 public:
  ScoreTable(const Context& context, const std::vector<FigureId>& figures, const std::vector<const Panel*>& panels) : context_(context) {
    find_unscored_rows(panels);
    for (const FigureId id : figures) sort_in(id);
    for (const FigureId id : items_score_) doubtful_ |= full_of(id) == no_id;
  }

  // The score of the execution rate, where it stands in a table of its own before this one: part of this one's total.
  struct Carried {
    FigureId full = no_id, score = no_id;
  };
  // Of this table: its only row with an execution rate, where it states no total.
  Carried carried() const {
    Carried out;
    if (total_full_ != no_id || total_score_ != no_id || items_score_.size() != 1 || !has_rate(items_score_.front())) return out;
    out.score = items_score_.front();
    out.full = full_of(out.score);
    return out;
  }
  void carry(const Carried& before) {
    const bool own_rate = std::any_of(items_score_.begin(), items_score_.end(), [&](FigureId id) { return has_rate(id); });
    if (own_rate || before.score == no_id || before.full == no_id) return;
    carried_ = before;
  }

  void run(Drafts& drafts) {
    const std::size_t before = drafts.size();
    doubtful_ |= lacks_rate_row();
    total(total_full_, items_full_, drafts);
    total(total_score_, items_score_, drafts);
    weights(drafts);
    // A 得分 without its 分值, or a 分值 that is none: the columns may have been read wrongly, so only what holds is said.
    if (doubtful_)
      for (std::size_t i = before; i < drafts.size(); ++i) drafts[i].certainty = Certainty::possible;
    for (const FigureId id : items_score_) bound(id, drafts);
  }

 private:
  const Figure& figure(FigureId id) const { return context_.index.figure(id); }

  void sort_in(FigureId id) {
    const Figure& f = figure(id);
    if (!is_score(f)) {
      doubtful_ = true;
      return;
    }
    const PanelPlace place = context_.panels.place(id);
    const bool total = place.known() && (context_.panels.row(place).kind == RowKind::total || says_total(row_name(context_.panels.row(place))));
    const bool cell = place.known() && (total || context_.panels.column(place).role == ColumnRole::value);
    if (f.aspect == Aspect::score) {
      if (!cell) return;
      if (total)
        total_score_ = id;
      else if (is_part(place))
        return;
      else if (context_.panels.row(place).kind == RowKind::item)
        items_score_.push_back(id);
    } else if (!cell) {
      weights_[f.column].push_back(id);
    } else if (total) {
      total_full_ = id;
    } else if (is_part(place)) {
      return;
    } else if (context_.panels.row(place).kind == RowKind::item) {
      items_full_.push_back(id);
    }
  }

  // 其中：本年财政拨款 | 10 | 100% | 10 under 年度资金总额, which has its own score: said twice, counted once.
  bool is_part(PanelPlace place) const {
    if (!place.known() || !context_.panels.row(place).of_which || context_.panels.row(place).parent == no_id) return false;
    const FigureId whole = context_.panels.panel(place).at(context_.panels.row(place).parent, place.column);
    return whole < context_.extraction.figures.size() && is_score(figure(whole));
  }

  static void draft(FigureId total, const std::vector<FigureId>& parts, Drafts& drafts) {
    if (total != no_id && !parts.empty()) drafts.push_back(sum_of(Rule::score, total, parts, false));
  }

  void total(FigureId stated, const std::vector<FigureId>& items, Drafts& drafts) const {
    if (stated == no_id || items.size() < 2) return;
    std::vector<FigureId> parts = items;
    const FigureId before = figure(stated).aspect == Aspect::score ? carried_.score : carried_.full;
    if (before != no_id) parts.insert(parts.begin(), before);
    drafts.push_back(sum_of(Rule::score, stated, parts, false));
    const Panel& panel = context_.panels.panel(context_.panels.place(stated));
    drafts.back().obligations.push_back((panel.title.empty() ? std::string("绩效自评表") : plain(panel.title)) +
                                        (figure(stated).aspect == Aspect::score ? "：总分 = Σ得分" : "：总分值 = Σ分值"));
  }

  // The rows that a weight in a label speaks for: down to the next label of its column, or to the total row.
  std::uint32_t end_of(const std::vector<FigureId>& column, std::size_t i) const {
    if (i + 1 < column.size()) return figure(column[i + 1]).row;
    std::uint32_t end = UINT32_MAX;
    for (const FigureId id : {total_full_, total_score_})
      if (id != no_id && figure(id).row > figure(column[i]).row) end = std::min(end, figure(id).row);
    return end;
  }

  std::vector<FigureId> within(const std::vector<FigureId>& ids, std::uint32_t begin, std::uint32_t end) const {
    std::vector<FigureId> out;
    for (auto at = std::lower_bound(ids.begin(), ids.end(), begin, [&](FigureId id, std::uint32_t row) { return figure(id).row < row; });
         at != ids.end() && figure(*at).row < end; ++at)
      out.push_back(*at);
    return out;
  }

  // A row with a target or a result and no full score: its cells may stand in other columns than they seem to.
  bool has_unscored_row(std::uint32_t begin, std::uint32_t end) const {
    const auto at = std::lower_bound(unscored_.begin(), unscored_.end(), begin);
    return at != unscored_.end() && *at < end;
  }

  void find_unscored_rows(const std::vector<const Panel*>& panels) {
    for (const Panel* panel : panels)
      for (std::size_t r = 0; r < panel->rows.size(); ++r) {
        bool result = false;
        bool full = false;
        for (std::size_t c = 0; c < panel->columns.size(); ++c) {
          const FigureId id = panel->at(r, c);
          if (id >= context_.extraction.figures.size() || panel->columns[c].role != ColumnRole::value) continue;
          full |= figure(id).aspect == Aspect::full_score;
          result |= figure(id).basis.value == Basis::target || figure(id).basis.value == Basis::actual;
        }
        if (result && !full) unscored_.push_back(panel->rows[r].row);
      }
    std::sort(unscored_.begin(), unscored_.end());
  }

  void weights(Drafts& drafts) {
    const auto by_row = [&](FigureId a, FigureId b) { return figure(a).row < figure(b).row; };
    std::stable_sort(items_full_.begin(), items_full_.end(), by_row);
    for (auto& [column, ids] : weights_) std::stable_sort(ids.begin(), ids.end(), by_row);
    for (auto at = weights_.begin(); at != weights_.end(); ++at) {
      const std::size_t first = drafts.size();
      unsigned failed = 0;
      const std::vector<FigureId>& inner = std::next(at) == weights_.end() ? items_full_ : std::next(at)->second;
      for (std::size_t i = 0; i < at->second.size(); ++i) {
        const FigureId weight = at->second[i];
        const std::uint32_t begin = figure(weight).row;
        const std::uint32_t end = end_of(at->second, i);
        const std::size_t before = drafts.size();
        const std::vector<FigureId> parts = within(inner, begin, end);
        draft(weight, parts, drafts);
        failed += adds_up(context_, weight, parts) ? 0 : 1;
        if (drafts.size() > before && (end == UINT32_MAX || has_unscored_row(begin, end))) drafts.back().certainty = Certainty::possible;
      }
      // Print sets a group's label in the middle of its rows: where two sums fail, a row may have been given to the group beside its own.
      const TableId table = figure(at->second.front()).table;
      const bool printed = table < context_.document.tables.size() && context_.document.tables[table].layout == TableLayout::aligned_columns;
      for (std::size_t i = first; printed && failed >= 2 && i < drafts.size(); ++i) drafts[i].certainty = Certainty::possible;
    }
    if (weights_.empty() || total_full_ == no_id) return;
    // The total: the groups' weights and what stands in no group (预算执行率 10分).
    const std::vector<FigureId>& groups = weights_.begin()->second;
    std::vector<FigureId> parts;
    if (carried_.full != no_id) parts.push_back(carried_.full);
    for (const FigureId id : items_full_)
      if (figure(id).row < figure(groups.front()).row) parts.push_back(id);
    parts.insert(parts.end(), groups.begin(), groups.end());
    draft(total_full_, parts, drafts);
  }

  // The full scores fall short of their total and no execution rate (10分) is in sight: its row was not read.
  bool lacks_rate_row() const {
    if (total_full_ == no_id || carried_.full != no_id) return false;
    if (std::any_of(items_score_.begin(), items_score_.end(), [&](FigureId id) { return has_rate(id); })) return false;
    Decimal sum;
    const bool weights_alone = items_full_.empty() && !weights_.empty();
    for (const FigureId id : weights_alone ? weights_.begin()->second : items_full_) sum = sum + figure(id).value;
    return sum < figure(total_full_).value;
  }

  // An execution rate stands in the row of the score.
  bool has_rate(FigureId score) const {
    const PanelPlace place = context_.panels.place(score);
    const Panel& panel = context_.panels.panel(place);
    for (std::uint32_t c = 0; c < panel.columns.size(); ++c) {
      const FigureId id = panel.at(place.row, c);
      if (id < context_.extraction.figures.size() && figure(id).aspect == Aspect::completion && figure(id).kind == Kind::ratio) return true;
    }
    return false;
  }

  // The full score of the same row.
  FigureId full_of(FigureId score) const {
    const PanelPlace place = context_.panels.place(score);
    const Panel& panel = context_.panels.panel(place);
    for (std::uint32_t c = 0; c < panel.columns.size(); ++c) {
      const FigureId id = panel.at(place.row, c);
      if (id < context_.extraction.figures.size() && figure(id).aspect == Aspect::full_score && is_score(figure(id))) return id;
    }
    return no_id;
  }

  void bound(FigureId score, Drafts& drafts) const {
    const FigureId full = full_of(score);
    if (full == no_id) return;
    // A weight in the label of a group bounds the group, not one row of it.
    const PanelPlace of_full = context_.panels.place(full);
    if (!of_full.known() || context_.panels.column(of_full).role != ColumnRole::value) return;
    drafts.push_back(make_draft(Rule::score, Form::not_less, {{full, OperandRole::left, 1}, {score, OperandRole::right, 1}}));
    const PanelPlace place = context_.panels.place(score);
    const Panel& panel = context_.panels.panel(place);
    for (std::uint32_t c = 0; c < panel.columns.size(); ++c) {
      const FigureId id = panel.at(place.row, c);
      if (id >= context_.extraction.figures.size()) continue;
      const Figure& rate = figure(id);
      if (rate.kind != Kind::ratio || rate.aspect != Aspect::completion || Decimal(1) < rate.value) continue;
      Draft product =
          make_draft(Rule::score, Form::product, {{score, OperandRole::total, 1}, {full, OperandRole::part, 1}, {id, OperandRole::part, 1}});
      product.certainty = Certainty::likely;  // some offices score by steps
      drafts.push_back(std::move(product));
    }
  }

  const Context& context_;
  bool doubtful_ = false;
  Carried carried_;
  std::vector<std::uint32_t> unscored_;  // rows of the grid
  FigureId total_full_ = no_id, total_score_ = no_id;
  std::vector<FigureId> items_full_, items_score_;
  std::map<std::uint32_t, std::vector<FigureId>> weights_;  // of labels, by column of the grid
};

}  // namespace

void score_rule(const Context& context, Drafts& drafts) {
  std::map<TableId, std::vector<FigureId>> tables;
  for (FigureId id = 0; id < context.extraction.figures.size(); ++id) {
    const Figure& f = context.extraction.figures[id];
    if (f.table != no_id && f.role == Role::measure && (f.aspect == Aspect::full_score || f.aspect == Aspect::score)) tables[f.table].push_back(id);
  }
  std::map<TableId, std::vector<const Panel*>> panels;
  for (const Panel& panel : context.extraction.panels)
    if (tables.contains(panel.table) && panel.cells.size() == panel.rows.size() * panel.columns.size()) panels[panel.table].push_back(&panel);
  ScoreTable::Carried carried;
  for (const auto& [table, figures] : tables) {
    ScoreTable scores(context, figures, panels[table]);
    scores.carry(carried);
    carried = scores.carried();
    scores.run(drafts);
  }
}

}  // namespace gouji::audit
