#include "audit/rules/base.h"

#include <string_view>

#include "audit/naming.h"
#include "model/words.h"

namespace gouji::audit {
namespace {

constexpr FigureId window = 40;

bool against_plan(Versus versus) {
  return versus == Versus::budget || versus == Versus::budget_initial || versus == Versus::prior_year_budget || versus == Versus::target;
}

bool period_fits(const Figure& base, const Figure& level, Versus versus) {
  const bool year_before = versus == Versus::prior_year || versus == Versus::prior_year_budget;
  if (!base.period.value.known() || !level.period.value.known()) return !year_before;
  Period wanted = level.period.value;
  if (year_before) {
    wanted.year = static_cast<std::int16_t>(wanted.year - 1);
    if (wanted.to_year != 0) wanted.to_year = static_cast<std::int16_t>(wanted.to_year - 1);
  }
  return base.period.value == wanted;
}

bool basis_fits(const Figure& base, const Figure& level, Versus versus) {
  const BasisClass b = basis_class(base.basis.value);
  switch (versus) {
    case Versus::budget_initial:
    case Versus::prior_year_budget:
      return b == BasisClass::planned;
    case Versus::budget:
      return b == BasisClass::planned || b == BasisClass::adjusted;
    case Versus::target:
      return b == BasisClass::target;
    case Versus::prior_year:
      return b == basis_class(level.basis.value) || b == BasisClass::unknown || b == BasisClass::actual;
    default:
      return false;
  }
}

bool fits(const Context& context, FigureId candidate, FigureId level, Versus versus) {
  const Figure& b = context.index.figure(candidate);
  const Figure& l = context.index.figure(level);
  return candidate != level && context.index.usable(candidate) && is_level(b) && same_measure(b, l) && same_scope(b, l) && same_fund(b, l) &&
         period_fits(b, l, versus) && basis_fits(b, l, versus);
}

}  // namespace

Found find_base(const Context& context, FigureId change, FigureId level) {
  const Figure& c = context.index.figure(change);
  const std::string_view name = context.index.core_name(level);
  const Versus versus = c.versus;
  // Beside it: "预算1万元，实际开支0.97万元，节约0.03万元" names the level only once.
  for (FigureId step = 1; step <= window && step <= change; ++step) {
    const FigureId id = change - step;
    const Figure& f = context.index.figure(id);
    if (f.sentence != c.sentence) break;
    if (!fits(context, id, level, versus)) continue;
    const bool named = context.index.core_name(id) == name || (!f.indicator_id.empty() && f.indicator_id == context.index.figure(level).indicator_id);
    if (named) return {id, Certainty::stated};
  }
  if (name.empty()) return {};
  Found found;
  for (const FigureId id : context.index.named(name)) {
    if (!fits(context, id, level, versus)) continue;
    const Figure& f = context.index.figure(id);
    const bool same_place = f.block == c.block || f.section == c.section;
    const Certainty certainty = against_plan(versus) ? Certainty::stated : same_place ? Certainty::likely : Certainty::likely;
    if (found.figure != no_id && context.index.figure(found.figure).value != f.value) return {found.figure, Certainty::possible};
    if (found.figure == no_id) found = {id, certainty};
  }
  return found;
}

namespace {

// "较…的715.9亿元": the number stands inside the words of comparison.
bool is_compared_with(const Context& context, FigureId level) {
  const Figure& f = context.index.figure(level);
  std::string_view clause = context.document.view(f.clause);
  if (clause.find("较") != std::string_view::npos) return true;
  for (std::size_t at = clause.find("比"); at != std::string_view::npos; at = clause.find("比", at + 1)) {
    const std::string_view before = clause.substr(0, at);
    const std::string_view after = clause.substr(at);
    const bool other_word = before.ends_with("占") || before.ends_with("同") || before.ends_with("环") || before.ends_with("对") ||
                            after.starts_with("比重") || after.starts_with("比例") || after.starts_with("比率") || after.starts_with("比赛");
    if (!other_word) return true;
  }
  return false;
}

}  // namespace

Levels levels_of(const Context& context, FigureId change) {
  const FigureId level = level_of(context, change);
  if (level == no_id || !is_compared_with(context, level)) return {level, no_id};
  const Figure& base = context.index.figure(level);
  for (FigureId step = 1; step <= 6 && step <= level; ++step) {
    const FigureId id = level - step;
    const Figure& f = context.index.figure(id);
    if (f.sentence != base.sentence) break;
    if (context.index.usable(id) && is_level(f) && same_measure(f, base)) return {id, level};
  }
  return {no_id, no_id};
}

bool comparable_prices(const Context& context, FigureId rate) {
  const Figure& f = context.index.figure(rate);
  const std::string_view clause = context.document.view(f.clause);
  return contains_any(clause, words<"可比 不变价 同口径 同比口径 剔除 还原 扣除 实际增长 自然口径">) ||
         contains_any(f.indicator, words<"增加值 生产总值 GDP 总产值">);
}

}  // namespace gouji::audit
