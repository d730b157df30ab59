// 较预算增加 x, 节约 x: the amount of a change is what lies between the level and its base, where the base is printed.
#include <string_view>

#include "audit/rules/base.h"

namespace gouji::audit {
namespace {

// "预算1万元，实际开支0.97万元，节约0.03万元": plan and spending of one name, then what was saved.
void savings(const Context& context, FigureId id, Drafts& drafts) {
  const Figure& f = context.index.figure(id);
  if (id < 2 || f.kind != Kind::amount || (f.aspect != Aspect::level && f.aspect != Aspect::change)) return;
  if (context.index.figure(id - 1).sentence != f.sentence || context.index.figure(id - 2).sentence != f.sentence) return;
  const std::string_view clause = context.document.view(f.clause);
  if (clause.find("节约") == std::string_view::npos && clause.find("节支") == std::string_view::npos && clause.find("结余") == std::string_view::npos)
    return;
  const FigureId spent = id - 1;
  const FigureId plan = id - 2;
  const Figure& s = context.index.figure(spent);
  const Figure& p = context.index.figure(plan);
  if (!context.index.usable(spent) || !context.index.usable(plan) || !is_level(s) || !is_level(p)) return;
  const BasisClass planned = basis_class(p.basis.value);
  if (basis_class(s.basis.value) != BasisClass::actual || (planned != BasisClass::planned && planned != BasisClass::adjusted)) return;
  if (context.index.core_name(spent) != context.index.core_name(plan) || !same_measure(s, f) || !same_measure(p, f)) return;
  drafts.push_back(
      make_draft(Rule::difference, Form::sum, {{id, OperandRole::left, 1}, {plan, OperandRole::minuend, 1}, {spent, OperandRole::subtrahend, -1}}));
}

}  // namespace

void difference_rule(const Context& context, Drafts& drafts) {
  for (FigureId id = 0; id < context.extraction.figures.size(); ++id) {
    const Figure& f = context.index.figure(id);
    if (!context.index.usable(id)) continue;
    savings(context, id, drafts);
    if (f.aspect != Aspect::change || f.kind == Kind::ratio) continue;
    const auto [level, beside] = levels_of(context, id);
    if (level == no_id || !same_measure(f, context.index.figure(level))) continue;  // the rates say so where it matters
    const Found base = beside != no_id ? Found{beside, Certainty::stated} : find_base(context, id, level);
    if (base.figure == no_id) continue;
    const bool up = f.direction != Direction::decrease;
    Draft draft = make_draft(Rule::difference, Form::sum,
                             {{id, OperandRole::left, 1},
                              {level, up ? OperandRole::minuend : OperandRole::subtrahend, static_cast<std::int8_t>(up ? 1 : -1)},
                              {base.figure, up ? OperandRole::subtrahend : OperandRole::minuend, static_cast<std::int8_t>(up ? -1 : 1)}});
    draft.certainty = base.certainty;
    drafts.push_back(std::move(draft));
  }
}

}  // namespace gouji::audit
