// Targets and what was done (不少于200份 … 200余份), “三公” budgets and what was spent: the one is not less than the other. Broken, no
// arithmetic is: an auditor asks.
#include "audit/naming.h"
#include "audit/rules/operands.h"

namespace gouji::audit {
namespace {

bool within(const Figure& a, const Figure& b) { return same_measure(a, b) && same_period(a, b) && same_scope(a, b) && same_fund(a, b); }

// The figure of that name that says what was done: not itself a target or a plan.
FigureId achieved(const Context& context, FigureId target) {
  const Figure& t = context.index.figure(target);
  for (const FigureId id : context.index.named(context.index.core_name(target))) {
    const Figure& f = context.index.figure(id);
    const BasisClass b = basis_class(f.basis.value);
    const bool done = b == BasisClass::achieved || b == BasisClass::actual || (b == BasisClass::unknown && f.kind == Kind::count);
    if (id != target && done && f.sentence != t.sentence && is_level(f) && within(f, t)) return id;
  }
  return no_id;
}

void ask(FigureId more, FigureId less, Drafts& drafts) {
  Draft draft = make_draft(Rule::attainment, Form::not_less, {{more, OperandRole::left, 1}, {less, OperandRole::right, 1}});
  draft.certainty = Certainty::likely;
  drafts.push_back(std::move(draft));
}

}  // namespace

void attainment_rule(const Context& context, Drafts& drafts) {
  for (FigureId id = 0; id < context.extraction.figures.size(); ++id) {
    const Figure& f = context.index.figure(id);
    if (!context.index.usable(id) || !is_level(f) || is_generic(context.index.core_name(id))) continue;
    const BasisClass b = basis_class(f.basis.value);
    if (b == BasisClass::target && (f.comparator == Comparator::at_least || f.comparator == Comparator::equal)) {
      if (const FigureId done = achieved(context, id); done != no_id) ask(done, id, drafts);
    }
    // 只减不增: “三公” spending is kept within its budget.
    if (b != BasisClass::planned || context.index.core_name(id) != "三公经费") continue;
    for (const FigureId spent : context.index.named("三公经费")) {
      const Figure& s = context.index.figure(spent);
      if (basis_class(s.basis.value) == BasisClass::actual && s.block == f.block && is_level(s) && within(f, s)) ask(id, spent, drafts);
    }
  }
}

}  // namespace gouji::audit
