// 完成预算的x%, 占预算的x%: against a budget of that name, where the report prints it.
#include <string_view>

#include "audit/naming.h"
#include "audit/rules/operands.h"

namespace gouji::audit {
namespace {

constexpr FigureId window = 40;

bool planned(BasisClass b) { return b == BasisClass::planned || b == BasisClass::adjusted || b == BasisClass::target; }

// Which plan the clause means: 调整预算, 变动预算, 年初预算, or any.
bool plan_fits(std::string_view of, const Figure& plan) {
  const BasisClass b = basis_class(plan.basis.value);
  if (!planned(b)) return false;
  const auto says = [&](std::string_view word) { return of.find(word) != std::string_view::npos; };
  if (says("调整") || says("变动") || says("全年")) return b == BasisClass::adjusted || plan.basis.value == Basis::budget;
  if (says("年初")) return b == BasisClass::planned;
  return says("目标") || says("任务") || says("计划") ? true : b != BasisClass::target;
}

Draft completion(FigureId rate, FigureId done, FigureId plan) {
  return make_draft(Rule::completion, Form::quotient,
                    {{rate, OperandRole::left, 1}, {done, OperandRole::numerator, 1}, {plan, OperandRole::denominator, 1}});
}

}  // namespace

void completion_rule(const Context& context, Drafts& drafts) {
  for (FigureId id = 0; id < context.extraction.figures.size(); ++id) {
    const Figure& f = context.index.figure(id);
    if (!context.index.usable(id) || f.aspect != Aspect::completion || f.kind != Kind::ratio) continue;
    const FigureId level = level_of(context, id);
    if (level == no_id) {
      drafts.push_back(not_checkable(Rule::completion, id, OperandRole::left, Why::no_level));
      continue;
    }
    const Figure& done = context.index.figure(level);
    const auto fits = [&](FigureId candidate) {
      const Figure& p = context.index.figure(candidate);
      return candidate != level && context.index.usable(candidate) && is_level(p) && same_measure(p, done) && same_period(p, done) &&
             same_scope(p, done) && same_fund(p, done) && plan_fits(f.of, p);
    };
    Found plan;
    // 完成年度目标27050人的112%: the number before 的 is what was planned, whatever it is called.
    if (f.whole != no_id && context.index.usable(f.whole)) plan = {f.whole, Certainty::stated};
    for (FigureId step = 1; step <= window && step <= id && plan.figure == no_id; ++step) {
      const FigureId candidate = id - step;
      if (context.index.figure(candidate).sentence != f.sentence) break;
      if (fits(candidate) && context.index.core_name(candidate) == context.index.core_name(level)) plan = {candidate, Certainty::stated};
    }
    if (plan.figure == no_id && !context.index.core_name(level).empty()) {
      for (const FigureId candidate : context.index.named(context.index.core_name(level))) {
        // The same number again is the same thing, misread, and no plan.
        if (!fits(candidate) || context.index.figure(candidate).value == done.value) continue;
        const bool differs = plan.figure != no_id && context.index.figure(plan.figure).value != context.index.figure(candidate).value;
        plan = {plan.figure == no_id ? candidate : plan.figure,
                differs || plan.certainty == Certainty::possible ? Certainty::possible : Certainty::likely};
      }
    }
    if (plan.figure == no_id) {
      drafts.push_back(not_checkable(Rule::completion, id, OperandRole::left, Why::no_budget));
      continue;
    }
    Draft draft = completion(id, level, plan.figure);
    draft.certainty = plan.certainty;
    drafts.push_back(std::move(draft));
  }
}

}  // namespace gouji::audit
