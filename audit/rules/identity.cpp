// Identities that every report keeps: 净资产 = 资产 − 负债, 资产使用率 = 在用 ÷ 原值. By name, within one sentence or paragraph.
#include <algorithm>
#include <array>
#include <string_view>

#include "audit/naming.h"
#include "audit/rules/operands.h"

namespace gouji::audit {
namespace {

using Spellings = std::array<std::string_view, 6>;  // of core names; "" ends the list

struct Identity {
  Rule rule;
  Spellings result;
  Spellings first, second;  // result = first − second, or first ÷ second for a rate
};

constexpr std::array<Identity, 5> identities{{
    {Rule::difference, {"净资产", "所有者权益"}, {"资产"}, {"负债"}},
    {Rule::rate,
     {"资产使用率", "资产利用率", "固定资产使用率", "固定资产利用率"},
     {"在用资产", "在用固定资产", "固定资产在用", "实际在用固定资产"},
     {"固定资产账面原值", "固定资产原值", "固定资产", "账面原值", "资产"}},
    {Rule::rate, {"常住人口城镇化率", "城镇化率"}, {"城镇人口", "城镇常住人口"}, {"常住人口", "常住总人口", "年末常住人口", "年末常住总人口"}},
    {Rule::rate, {"资产负债率"}, {"负债"}, {"资产"}},
    {Rule::rate,
     {"在职人员控制率", "人员控制率"},
     {"在职人员", "在职", "实有在职人员", "在职人数"},
     {"编制", "编制人数", "核定编制", "人员编制", "核定编制人数"}},
}};

bool is_one_of(const Spellings& spellings, std::string_view name) {
  return !name.empty() && std::find(spellings.begin(), spellings.end(), name) != spellings.end();
}

// The nearest figure of that name around `near` in its paragraph.
FigureId beside(const Context& context, FigureId near, const Spellings& names) {
  constexpr FigureId window = 12;
  const Figure& n = context.index.figure(near);
  const auto fits = [&](FigureId id) {
    const Figure& f = context.index.figure(id);
    return context.index.usable(id) && f.block == n.block && is_level(f) && is_one_of(names, context.index.core_name(id)) && same_period(f, n);
  };
  const auto count = static_cast<FigureId>(context.extraction.figures.size());
  for (FigureId step = 1; step <= window; ++step) {
    if (step <= near && fits(near - step)) return near - step;
    if (near + step < count && fits(near + step)) return near + step;
  }
  return no_id;
}

// 年初预算收入 and 年初预算支出 of one paragraph: they usually agree, and need not.
void income_and_spending(const Context& context, Drafts& drafts) {
  static constexpr Spellings spending{"支出"};
  for (const FigureId id : context.index.named("收入")) {
    const Figure& f = context.index.figure(id);
    if (!is_level(f)) continue;
    const FigureId other = beside(context, id, spending);
    if (other == no_id || !compatible(f, context.index.figure(other))) continue;
    drafts.push_back(make_draft(Rule::equal, Form::equal, {{other, OperandRole::right, 1}, {id, OperandRole::left, 1}}));
    drafts.back().certainty = Certainty::possible;
  }
}

// 上年结转 among what there is, and 上年结转支出 among what is spent: the same money, said twice. Worth a word where it agrees.
void two_sides(const Context& context, Drafts& drafts) {
  constexpr std::string_view spending = "支出";
  for (FigureId id = 0; id < context.extraction.figures.size(); ++id) {
    const Figure& f = context.index.figure(id);
    if (!context.index.usable(id) || !is_level(f)) continue;
    std::string_view name = context.index.core_name(id);
    if (!name.ends_with(spending)) continue;
    name.remove_suffix(spending.size());
    if (is_generic(name)) continue;
    for (const FigureId other : context.index.named(name)) {
      const Figure& g = context.index.figure(other);
      if (g.section != f.section || !is_level(g) || !compatible(f, g) || g.value.is_zero()) continue;
      drafts.push_back(make_draft(Rule::equal, Form::equal, {{id, OperandRole::right, 1}, {other, OperandRole::left, 1}}));
      drafts.back().certainty = Certainty::possible;
    }
  }
}

}  // namespace

void identity_rule(const Context& context, Drafts& drafts) {
  income_and_spending(context, drafts);
  two_sides(context, drafts);
  for (const Identity& identity : identities) {
    for (const std::string_view result : identity.result) {
      if (result.empty()) break;
      for (const FigureId id : context.index.named(result)) {
        const bool rate = identity.rule == Rule::rate;
        const Figure& f = context.index.figure(id);
        if (rate ? f.kind != Kind::ratio || f.aspect != Aspect::level || f.unit.value == "pp" : !is_level(f)) continue;
        const FigureId first = beside(context, id, identity.first);
        const FigureId second = beside(context, id, identity.second);
        if (first == no_id || second == no_id || first == second) continue;
        if (!same_measure(context.index.figure(first), context.index.figure(second))) continue;
        if (rate) {
          Draft draft = make_draft(Rule::rate, Form::quotient,
                                   {{id, OperandRole::left, 1}, {first, OperandRole::numerator, 1}, {second, OperandRole::denominator, 1}});
          draft.label = std::string(result);
          drafts.push_back(std::move(draft));
        } else {
          drafts.push_back(make_draft(Rule::difference, Form::sum,
                                      {{id, OperandRole::left, 1}, {first, OperandRole::minuend, 1}, {second, OperandRole::subtrahend, -1}}));
        }
      }
    }
  }
}

}  // namespace gouji::audit
