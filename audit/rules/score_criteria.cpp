// Scoring rules beside what they score (评分标准): the scores that a row's sentences give (得2分 … 得6分) make up its weight
// （8分）, the best of several grades is the weight (全面的得20分，较全面的得16分), and where they only take away (每项扣1分，最多扣10分) as much
// as there is to take. Rules enter no other check.
#include <algorithm>
#include <map>
#include <string_view>
#include <utility>

#include "audit/rules/table_sums.h"

namespace gouji::audit {
namespace {

enum class Says : std::uint8_t { nothing, gives, takes_at_most };

// A row of criteria: its weight, and the scores in its sentences in reading order.
struct Row {
  FigureId weight = no_id;
  std::vector<FigureId> rules;
};

class Criteria {
 public:
  explicit Criteria(const Context& context) : context_(context) {}

  void run(Drafts& drafts) {
    for (auto& [table, rows] : rows_of_tables()) {
      held_ = failed_ = 0;
      const std::size_t first = drafts.size();
      for (const auto& [number, row] : rows)
        if (row.weight != no_id && !row.rules.empty()) read(row, drafts);
      // One row that fails among many that hold is a slip; in a table that is built another way nothing is said.
      constexpr int telling = 4;
      if (failed_ * telling > held_)
        for (std::size_t i = first; i < drafts.size(); ++i) drafts[i].certainty = Certainty::possible;
    }
  }

 private:
  const Figure& figure(FigureId id) const { return context_.index.figure(id); }

  std::map<TableId, std::map<std::uint32_t, Row>> rows_of_tables() const {
    std::map<TableId, std::map<std::uint32_t, Row>> out;
    for (FigureId id = 0; id < context_.extraction.figures.size(); ++id) {
      const Figure& f = figure(id);
      if (f.table == no_id || f.kind != Kind::score) continue;
      if (f.role == Role::rule) {
        out[f.table][f.row].rules.push_back(id);
        continue;
      }
      const PanelPlace place = context_.panels.place(id);
      const bool label = place.known() && context_.panels.column(place).role != ColumnRole::value && context_.panels.row(place).kind == RowKind::item;
      if (!label || f.aspect != Aspect::full_score || f.comparator != Comparator::equal) continue;
      FigureId& weight = out[f.table][f.row].weight;  // the innermost label's
      if (weight == no_id || figure(weight).column < f.column) weight = id;
    }
    return out;
  }

  Says says(FigureId id) const {
    const Figure& f = figure(id);
    if (f.range_end != RangeEnd::none) return Says::nothing;
    constexpr std::uint32_t most = 24;  // bytes
    const std::uint32_t from = f.text.begin > most ? f.text.begin - most : 0;
    std::string_view before = context_.document.view({from, f.text.begin});
    while (before.ends_with(' ') || before.ends_with('\n')) before.remove_suffix(1);
    for (const std::string_view word : {"最多扣", "最高扣", "最多扣除", "扣分不超过"})
      if (before.ends_with(word)) return Says::takes_at_most;
    if (f.comparator != Comparator::equal) return Says::nothing;
    for (const std::string_view word : {"不得", "每项得", "每个得", "各得"})
      if (before.ends_with(word)) return Says::nothing;
    return before.ends_with("得") || before.ends_with("计") ? Says::gives : Says::nothing;
  }

  void read(const Row& row, Drafts& drafts) {
    std::vector<FigureId> given, taken;
    bool graded = false;
    for (const FigureId id : row.rules) {
      graded = graded || figure(id).range_end != RangeEnd::none;
      const Says what = says(id);
      if (what == Says::gives) given.push_back(id);
      if (what == Says::takes_at_most) taken.push_back(id);
    }
    caps(row, drafts);
    const std::vector<FigureId>& parts = given.empty() ? taken : given;
    if (parts.empty()) return;
    const auto best = *std::max_element(parts.begin(), parts.end(), [&](FigureId a, FigureId b) { return figure(a).value < figure(b).value; });
    const bool sum = adds_up(context_, row.weight, parts);
    const bool grades = !sum && parts.size() > 1 && figure(best).value == figure(row.weight).value;
    if (!sum && !grades && graded && parts.size() > 1) return;  // grades, or scores to be added: nothing tells
    ++(sum || grades ? held_ : failed_);
    drafts.push_back(sum_of(Rule::score, row.weight, grades ? std::vector<FigureId>{best} : parts, false));
    drafts.back().as_printed = given.empty();  // 最多扣10分 is 10
  }

  // 得5分 … 得3分 … 得2分，最多扣10分: an item takes away no more than it gives.
  void caps(const Row& row, Drafts& drafts) const {
    std::vector<FigureId> given;
    for (std::size_t i = 0; i < row.rules.size(); ++i) {
      const FigureId id = row.rules[i];
      if (i > 0 && new_item(row.rules[i - 1], id)) given.clear();
      const Says what = says(id);
      if (what == Says::gives) given.push_back(id);
      if (what != Says::takes_at_most || given.empty()) continue;
      Draft draft = sum_of(Rule::score, id, given, false);
      draft.certainty = Certainty::possible;
      draft.as_printed = true;
      drafts.push_back(std::move(draft));
      given.clear();
    }
  }

  bool new_item(FigureId before, FigureId id) const {
    return context_.document.view({figure(before).text.end, figure(id).text.begin}).find('\n') != std::string_view::npos;
  }

  const Context& context_;
  int held_ = 0, failed_ = 0;
};

}  // namespace

void score_criteria_rule(const Context& context, Drafts& drafts) {
  if (!context.extraction.panels.empty()) Criteria(context).run(drafts);
}

}  // namespace gouji::audit
