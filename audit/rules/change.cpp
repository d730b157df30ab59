// 增长 x%: from the increase printed beside it and the present value; else from a base printed beside it.
#include "audit/rules/base.h"

namespace gouji::audit {
namespace {

// The amount of the same change: 增加46,722.70万元，增长10.85%.
FigureId amount_of_change(const Context& context, FigureId rate, FigureId level) {
  const Figure& r = context.index.figure(rate);
  for (const FigureId id : context.index.about(level)) {
    const Figure& f = context.index.figure(id);
    const bool beside = f.sentence == r.sentence && (id > rate ? id - rate : rate - id) <= 3;
    const bool against_same = f.versus == r.versus || f.versus == Versus::none || r.versus == Versus::none;
    if (id != rate && beside && f.aspect == Aspect::change && f.direction == r.direction && against_same &&
        same_measure(f, context.index.figure(level)))
      return id;
  }
  return no_id;
}

// 减少0.92亿元，增长7.5%: the amount beside the rate, of the same level, that goes the other way.
FigureId amount_against(const Context& context, FigureId rate, FigureId level) {
  const Figure& r = context.index.figure(rate);
  if (r.direction == Direction::none || r.value.is_zero() || rate == 0) return no_id;
  const FigureId before = rate - 1;
  const Figure& f = context.index.figure(before);
  const bool beside = context.index.usable(before) && f.sentence == r.sentence && f.subject == level && r.subject == level;
  const bool against = f.aspect == Aspect::change && f.direction != Direction::none && f.direction != r.direction && f.versus == r.versus;
  return beside && against && !f.value.is_zero() && same_measure(f, context.index.figure(level)) ? before : no_id;
}

std::int8_t sign_of(const Figure& f) { return static_cast<std::int8_t>(f.direction == Direction::decrease ? -1 : 1); }

Draft from_change(FigureId rate, FigureId amount, FigureId level, std::int8_t sign) {
  Draft out = make_draft(Rule::change, Form::change_rate,
                         {{rate, OperandRole::left, 1}, {amount, OperandRole::numerator, sign}, {level, OperandRole::after, 1}});
  return out;
}

Draft from_base(FigureId rate, FigureId level, FigureId base, std::int8_t sign) {
  return make_draft(Rule::change, Form::growth, {{rate, OperandRole::left, 1}, {level, OperandRole::after, sign}, {base, OperandRole::before, 1}});
}

}  // namespace

void change_rule(const Context& context, Drafts& drafts) {
  for (FigureId id = 0; id < context.extraction.figures.size(); ++id) {
    const Figure& f = context.index.figure(id);
    if (!context.index.usable(id) || f.aspect != Aspect::change_rate || f.kind != Kind::ratio || f.unit.value == "pp") continue;
    const auto refuse = [&](Why why) { drafts.push_back(not_checkable(Rule::change, id, OperandRole::left, why)); };
    if (comparable_prices(context, id)) {
      refuse(Why::comparable_prices);
      continue;
    }
    const auto [level, beside] = levels_of(context, id);
    if (level == no_id) {
      refuse(Why::no_level);
      continue;
    }
    if (const FigureId amount = amount_of_change(context, id, level); amount != no_id) {
      drafts.push_back(from_change(id, amount, level, sign_of(f)));
      continue;
    }
    if (const FigureId amount = amount_against(context, id, level); amount != no_id) {
      Draft draft = from_change(id, amount, level, sign_of(context.index.figure(amount)));
      draft.operands.front().sign = -1;  // the rate is of the other sign
      draft.label = "增减方向相反";
      drafts.push_back(std::move(draft));
      continue;
    }
    const Found base = beside != no_id ? Found{beside, Certainty::stated} : find_base(context, id, level);
    if (base.figure == no_id) {
      refuse(Why::no_base);
      continue;
    }
    Draft draft = from_base(id, level, base.figure, sign_of(f));
    draft.certainty = base.certainty;
    drafts.push_back(std::move(draft));
  }
}

}  // namespace gouji::audit
