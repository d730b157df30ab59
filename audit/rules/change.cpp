// 增长 x%: from the increase printed beside it and the present value; else from a base printed beside it.
#include <optional>
#include <stdexcept>
#include <string_view>

#include "audit/naming.h"
#include "audit/precision.h"
#include "audit/rules/base.h"

namespace gouji::audit {
namespace {

// The number before the rate, where it is the change of `level` too: 与上年相比，支出减少8.79万元，下降3.88%.
FigureId change_before(const Context& context, FigureId rate, FigureId level) {
  if (rate == 0 || !context.index.usable(rate - 1)) return no_id;
  const Figure& r = context.index.figure(rate);
  const Figure& f = context.index.figure(rate - 1);
  const bool of_level = f.subject == level || (f.subject == no_id && context.index.core_name(rate - 1) == context.index.core_name(level));
  const bool pair = f.sentence == r.sentence && f.aspect == Aspect::change && of_level && r.indicator == f.indicator;
  return pair && same_measure(f, context.index.figure(level)) ? rate - 1 : no_id;
}

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
  const FigureId before = change_before(context, rate, level);
  if (before == no_id) return no_id;
  const Figure& f = context.index.figure(before);
  return f.direction == r.direction && f.versus == r.versus ? before : no_id;
}

// 增加0.0亿元，增长2.0%, of 2.2亿元: the amount is smaller than what is printed of the level, and tells no rate.
bool is_rounded_away(const Figure& amount, const Figure& rate, const Figure& level) try {
  return amount.value.is_zero() && (rate.value * level.value).abs() < printed_width(level);
} catch (const std::overflow_error&) {  // numbers that no report prints
  return true;
}

// 减少0.92亿元，增长7.5%: the amount beside the rate, of the same level, that goes the other way.
FigureId amount_against(const Context& context, FigureId rate, FigureId level) {
  const Figure& r = context.index.figure(rate);
  const FigureId before = change_before(context, rate, level);
  if (before == no_id || r.direction == Direction::none || r.value.is_zero()) return no_id;
  const Figure& f = context.index.figure(before);
  const bool against = f.direction != Direction::none && f.direction != r.direction && f.versus == r.versus;
  return against && !f.value.is_zero() ? before : no_id;
}

// 收、支总计 of 收入总计、支出总计.
bool speaks_of_both_sides(const Figure& f) {
  const auto says = [&](std::string_view word) { return f.indicator.view().find(word) != std::string::npos; };
  return says("收") && says("支") && says("总计");
}

// The level that the paragraph stated before under the change's name: …决算数为1.07万元。…“三公”经费支出比上年增加…
FigureId level_before(const Context& context, FigureId change) {
  constexpr FigureId window = 24;
  const Figure& c = context.index.figure(change);
  FigureId plan = no_id;
  for (FigureId step = 1; step <= window && step <= change; ++step) {
    const FigureId id = change - step;
    const Figure& f = context.index.figure(id);
    if (f.block != c.block) break;
    if (!context.index.usable(id) || !is_level(f) || !same_measure(f, c) || !same_scope(f, c) || !same_period(f, c)) continue;
    const bool same_name = context.index.core_name(id) == context.index.core_name(change) && !is_generic(context.index.core_name(id));
    const bool same_indicator = !f.indicator_id.empty() && f.indicator_id == c.indicator_id;
    if (!same_name && !same_indicator && !(speaks_of_both_sides(f) && speaks_of_both_sides(c))) continue;
    if (basis_class(f.basis.value) == BasisClass::actual) return id;
    if (plan == no_id) plan = id;
  }
  return plan;
}

std::int8_t sign_of(const Figure& f) { return static_cast<std::int8_t>(f.direction == Direction::decrease ? -1 : 1); }

Draft from_change(FigureId rate, FigureId amount, FigureId level, std::int8_t sign) {
  Draft out = make_draft(Rule::change, Form::change_rate,
                         {{rate, OperandRole::left, 1}, {amount, OperandRole::numerator, sign}, {level, OperandRole::after, 1}});
  return out;
}

Draft from_opposite(FigureId rate, FigureId amount, FigureId level, std::int8_t sign) {
  Draft out = from_change(rate, amount, level, sign);
  out.operands.front().sign = -1;  // the rate is of the other sign
  out.label = "增减方向相反";
  return out;
}

// The direction with which the rate is computed: the amount's, unless more came in than there is now.
std::int8_t sign_against(const Context& context, FigureId rate, FigureId amount, FigureId level) {
  const Figure& f = context.index.figure(amount);
  const bool too_much = f.direction == Direction::increase && context.index.figure(level).value <= f.value;
  return sign_of(too_much ? context.index.figure(rate) : f);
}

// 比上年增加14.82万元，下降93.29%: amount and rate of one change, whose level stands in a sentence before.
std::optional<Draft> of_a_level_before(const Context& context, FigureId rate) {
  if (rate == 0) return std::nullopt;
  const FigureId amount = rate - 1;
  const Figure& r = context.index.figure(rate);
  const Figure& f = context.index.figure(amount);
  const bool pair = context.index.usable(amount) && f.sentence == r.sentence && f.aspect == Aspect::change && f.kind == Kind::amount &&
                    f.subject == no_id && r.subject == no_id && f.versus == r.versus && f.indicator == r.indicator;
  if (!pair || f.direction == Direction::none || r.direction == Direction::none || f.value.is_zero() || r.value.is_zero()) return std::nullopt;
  const FigureId level = level_before(context, amount);
  if (level == no_id) return std::nullopt;
  return f.direction == r.direction ? from_change(rate, amount, level, sign_of(r))
                                    : from_opposite(rate, amount, level, sign_against(context, rate, amount, level));
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
      if (auto draft = of_a_level_before(context, id)) {
        drafts.push_back(std::move(*draft));
        continue;
      }
      refuse(Why::no_level);
      continue;
    }
    const FigureId amount = amount_of_change(context, id, level);
    if (amount != no_id && is_rounded_away(context.index.figure(amount), f, context.index.figure(level))) continue;
    if (amount != no_id) {
      drafts.push_back(from_change(id, amount, level, sign_of(f)));
      continue;
    }
    if (const FigureId against = amount_against(context, id, level); against != no_id) {
      drafts.push_back(from_opposite(id, against, level, sign_against(context, id, against, level)));
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
