// What the rows of an evaluation table say and an auditor would ask about: points lost though the target is met, full points though it is
// missed, more people than posts, a rate of nothing to nothing, and 100% said elsewhere where money is left.
#include <algorithm>
#include <string_view>

#include "audit/questions.h"
#include "audit/rules/operands.h"
#include "model/words.h"

namespace gouji::audit {
namespace {

// What one row says, each once; a row that says one of them twice says it of several things.
struct Row {
  FigureId target = no_id, done = no_id, full = no_id, score = no_id, rate = no_id, executed = no_id, budget = no_id, staff = no_id, posts = no_id;
  bool twice = false;
};

class Rows {
 public:
  Rows(const Context& context, Questions& questions) : context_(context), questions_(questions) {}

  void look(const Panel& panel) {
    for (std::size_t r = 0; r < panel.rows.size(); ++r) {
      const Row row = read(panel, r);
      points(row);
      people(row);
      nothing(row);
      if (row.executed != no_id && row.budget != no_id && !row.twice && contains_any(panel.rows[r].label, words<"资金总额 预算总额 年度资金">)) {
        funds_ = row;
        ++fund_rows_;
      }
    }
  }

  // Where the report tells of one sum of money alone.
  void unspent() {
    if (fund_rows_ != 1) return;
    const Figure& executed = figure(funds_.executed);
    const Figure& budget = figure(funds_.budget);
    const Decimal thousand(1000);
    if (!(executed.value * thousand < budget.value * Decimal(995))) return;  // 99.5% is 100% to whom it is
    for (FigureId id = 0; id < context_.extraction.figures.size(); ++id) {
      const Figure& f = figure(id);
      if (id == funds_.rate || f.role != Role::measure || f.kind != Kind::ratio || f.value != Decimal(1) || f.comparator != Comparator::equal)
        continue;
      if (f.basis.value == Basis::target || !same_period(f, budget) || !same_scope(f, budget)) continue;
      if (contains_any(f.indicator, words<"预算执行率 资金执行率 预算完成率">))
        questions_.push_back({Asked::unspent, Rule::completion, {id, funds_.executed, funds_.budget}});
    }
  }

 private:
  const Figure& figure(FigureId id) const { return context_.index.figure(id); }

  static void take(FigureId& slot, FigureId id, Row& row) {
    row.twice |= slot != no_id;
    slot = id;
  }

  Row read(const Panel& panel, std::size_t r) const {
    Row row;
    for (std::size_t c = 0; c < panel.columns.size(); ++c) {
      const FigureId id = panel.at(r, c);
      if (id >= context_.extraction.figures.size() || panel.columns[c].role != ColumnRole::value) continue;
      const Figure& f = figure(id);
      if (f.role != Role::measure || f.range_end != RangeEnd::none) continue;
      if (f.aspect == Aspect::full_score)
        take(row.full, id, row);
      else if (f.aspect == Aspect::score)
        take(row.score, id, row);
      else if (f.basis.value == Basis::target)
        take(row.target, id, row);
      else if (f.basis.value == Basis::actual)
        take(row.done, id, row);
      else if (f.aspect == Aspect::completion && f.kind == Kind::ratio)
        take(row.rate, id, row);
      else if (f.kind == Kind::amount && f.aspect == Aspect::level)
        money(f, id, row);
      else if (f.kind == Kind::count && f.aspect == Aspect::level)
        count(panel.columns[c].label, id, row);
    }
    return row;
  }

  // The adjusted budget is what is executed against, where both are printed.
  void money(const Figure& f, FigureId id, Row& row) const {
    const BasisClass basis = basis_class(f.basis.value);
    if (basis == BasisClass::actual && f.basis.value != Basis::prior_final) take(row.executed, id, row);
    const bool adjusted = basis == BasisClass::adjusted;
    if (adjusted || (basis == BasisClass::planned && row.budget == no_id)) row.budget = id;
  }

  static void count(std::string_view label, FigureId id, Row& row) {
    if (contains_any(label, words<"控制率">)) return;
    if (contains_any(label, words<"编制">) && !contains_any(label, words<"在编 实有 在职">))
      take(row.posts, id, row);
    else if (contains_any(label, words<"在职 实有人数 在编">))
      take(row.staff, id, row);
  }

  // ≥ and ≤ say which way a target is met; without a mark it is met where it is hit.
  void points(const Row& row) {
    if (row.twice || row.target == no_id || row.done == no_id || row.full == no_id || row.score == no_id) return;
    const Figure& target = figure(row.target);
    const Figure& done = figure(row.done);
    if (target.kind != done.kind || target.unit.value != done.unit.value) return;
    const bool hit = done.value == target.value;
    const bool lower = target.comparator == Comparator::at_least || target.comparator == Comparator::greater;
    const bool upper = target.comparator == Comparator::at_most || target.comparator == Comparator::less;
    if (!hit && !lower && !upper) return;
    const bool met = hit || (lower ? target.value < done.value : done.value < target.value);
    const bool full = figure(row.score).value == figure(row.full).value;
    if (met && figure(row.score).value < figure(row.full).value)
      questions_.push_back({Asked::points_lost, Rule::score, {row.score, row.full, row.done, row.target}});
    else if (!met && full)
      questions_.push_back({Asked::points_kept, Rule::score, {row.score, row.full, row.done, row.target}});
  }

  void people(const Row& row) {
    if (row.twice || row.staff == no_id || row.posts == no_id || figure(row.posts).value.is_zero()) return;
    if (figure(row.posts).value < figure(row.staff).value) questions_.push_back({Asked::staff_over, Rule::headcount, {row.staff, row.posts}});
  }

  void nothing(const Row& row) {
    if (row.twice || row.rate == no_id || row.executed == no_id || row.budget == no_id) return;
    if (figure(row.executed).value.is_zero() && figure(row.budget).value.is_zero())
      questions_.push_back({Asked::zero_over_zero, Rule::completion, {row.rate, row.executed, row.budget}});
  }

  const Context& context_;
  Questions& questions_;
  Row funds_;
  int fund_rows_ = 0;
};

}  // namespace

void row_questions(const Context& context, Questions& questions) {
  Rows rows(context, questions);
  for (const Panel& panel : context.extraction.panels)
    if (panel.cells.size() == panel.rows.size() * panel.columns.size()) rows.look(panel);
  rows.unspent();
}

Questions ask(const Context& context) {
  Questions out;
  staff_questions(context, out);
  change_questions(context, out);
  row_questions(context, out);
  return out;
}

}  // namespace gouji::audit
