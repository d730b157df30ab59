// 较预算增加 x, 节约 x: the amount of a change is what lies between the level and its base, where the base is printed.
#include "audit/rules/base.h"

namespace gouji::audit {

void difference_rule(const Context& context, Drafts& drafts) {
  for (FigureId id = 0; id < context.extraction.figures.size(); ++id) {
    const Figure& f = context.index.figure(id);
    if (!context.index.usable(id) || f.aspect != Aspect::change || f.kind == Kind::ratio) continue;
    const FigureId level = level_of(context, id);
    if (level == no_id || !same_measure(f, context.index.figure(level))) continue;  // the rates say so where it matters
    const Found base = find_base(context, id, level);
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
