// Targets of a table and what was done, row by row: ≥30万件 and 59.49万件, ≤1179.7万元 and 1107.5万元. Unmet, no arithmetic is broken: an
// auditor asks. Rates that a table states beside what they are computed from: 控制率 = 在职人数 ÷ 编制数, 执行率 = 执行数 ÷ 预算数.
#include <array>
#include <string_view>

#include "audit/rules/table_sums.h"
#include "model/words.h"

namespace gouji::audit {
namespace {

// 80个 and a bare 80 are the same measure; 95% and 95 are not.
bool comparable(const Figure& a, const Figure& b) {
  if (a.kind == Kind::ratio || b.kind == Kind::ratio) return a.kind == b.kind && a.unit.value == b.unit.value;
  return same_measure(a, b) || a.unit.value.empty() || b.unit.value.empty();
}

// What is better small, where the table prints no mark: costs, faults.
bool better_small(const Figure& target) {
  return contains_any(target.indicator, words<"成本 支出 费用 金额 资金 故障 投诉 事故 误差 控制">) ||
         contains_any(target.row_label, words<"成本 故障 投诉 事故">);
}

void attain(const Context& context, FigureId target, FigureId done, Drafts& drafts) {
  const Figure& t = context.index.figure(target);
  if (!comparable(t, context.index.figure(done)) || t.range_end != RangeEnd::none || context.index.figure(done).range_end != RangeEnd::none) return;
  const bool upper =
      t.comparator == Comparator::at_most || t.comparator == Comparator::less || (t.comparator == Comparator::equal && better_small(t));
  Draft draft =
      make_draft(Rule::attainment, Form::not_less, {{upper ? target : done, OperandRole::left, 1}, {upper ? done : target, OperandRole::right, 1}});
  draft.certainty = Certainty::likely;
  drafts.push_back(std::move(draft));
}

class RowRates {
 public:
  RowRates(const Context& context, const Panel& panel) : context_(context), panel_(panel) {
    for (std::uint32_t c = 0; c < panel.columns.size(); ++c) {
      const std::string& label = panel.columns[c].label;
      if (panel.columns[c].role != ColumnRole::value) continue;
      if (contains_any(label, words<"控制率">))
        control_ = c;
      else if (contains_any(label, words<"编制">))
        posts_ = c;
      else if (contains_any(label, words<"在职 实有人数 在编">))
        staff_ = c;
    }
  }

  void run(Drafts& drafts) {
    for (std::size_t r = 0; r < panel_.rows.size(); ++r) {
      targets(r, drafts);
      const FigureId control = at(r, control_);
      const FigureId staff = at(r, staff_);
      const FigureId posts = at(r, posts_);
      if (control != no_id && staff != no_id && posts != no_id) rate(control, staff, posts, control_rates_);
      completions(r);
    }
    control_rates_.finish(drafts, true);
    completion_rates_.finish(drafts, true);
  }

 private:
  FigureId at(std::size_t row, std::uint32_t column) const {
    if (column >= panel_.columns.size()) return no_id;
    const FigureId id = panel_.at(row, column);
    return id < context_.extraction.figures.size() && context_.index.figure(id).role == Role::measure ? id : no_id;
  }

  void rate(FigureId stated, FigureId numerator, FigureId denominator, SumReading& reading) {
    const Figure& s = context_.index.figure(stated);
    const Figure& n = context_.index.figure(numerator);
    const Figure& d = context_.index.figure(denominator);
    if (s.kind != Kind::ratio || n.kind == Kind::ratio || !same_measure(n, d) || d.value.is_zero()) return;
    reading.add(context_,
                make_draft(Rule::rate, Form::quotient,
                           {{stated, OperandRole::total, 1}, {numerator, OperandRole::numerator, 1}, {denominator, OperandRole::denominator, 1}}));
  }

  void targets(std::size_t row, Drafts& drafts) const {
    FigureId target = no_id;
    FigureId done = no_id;
    for (std::uint32_t c = 0; c < panel_.columns.size(); ++c) {
      const FigureId id = at(row, c);
      if (id == no_id || panel_.columns[c].role != ColumnRole::value) continue;
      const Figure& f = context_.index.figure(id);
      if (f.aspect != Aspect::level && f.aspect != Aspect::completion) continue;
      if (f.basis.value == Basis::target && target == no_id) target = id;
      if (f.basis.value == Basis::actual && done == no_id) done = id;
    }
    if (target != no_id && done != no_id) attain(context_, target, done, drafts);
  }

  // 执行率 beside one executed amount and one budget: the adjusted one where there are two.
  void completions(std::size_t row) {
    FigureId stated = no_id;
    FigureId executed = no_id;
    FigureId planned = no_id;
    FigureId adjusted = no_id;
    bool several = false;
    const auto take = [&](FigureId& slot, FigureId id) {
      several |= slot != no_id;
      slot = id;
    };
    for (std::uint32_t c = 0; c < panel_.columns.size(); ++c) {
      const FigureId id = at(row, c);
      if (id == no_id || panel_.columns[c].role != ColumnRole::value) continue;
      const Figure& f = context_.index.figure(id);
      const BasisClass b = basis_class(f.basis.value);
      if (f.aspect == Aspect::completion && f.kind == Kind::ratio) {
        take(stated, id);
      } else if (f.aspect == Aspect::level && f.kind == Kind::amount) {
        if (b == BasisClass::actual && f.basis.value != Basis::prior_final) take(executed, id);
        if (b == BasisClass::planned) take(planned, id);
        if (b == BasisClass::adjusted) take(adjusted, id);
      }
    }
    const FigureId base = adjusted != no_id ? adjusted : planned;
    if (!several && stated != no_id && executed != no_id && base != no_id &&
        same_period(context_.index.figure(executed), context_.index.figure(base)))
      rate(stated, executed, base, completion_rates_);
  }

  const Context& context_;
  const Panel& panel_;
  std::uint32_t control_ = no_id, posts_ = no_id, staff_ = no_id;
  SumReading control_rates_, completion_rates_;
};

}  // namespace

void target_rule(const Context& context, Drafts& drafts) {
  for (const Panel& panel : context.extraction.panels)
    if (panel.cells.size() == panel.rows.size() * panel.columns.size()) RowRates(context, panel).run(drafts);
}

}  // namespace gouji::audit
