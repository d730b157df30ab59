// 占…的x%: the share of a part in a whole that the clause names.
#include "audit/rules/share.h"

#include <algorithm>
#include <utility>
#include <vector>

#include "audit/naming.h"
#include "audit/rules/operands.h"

namespace gouji::audit {
namespace {

constexpr int deepest = 8;  // breakdowns walked up

// How well the total of a breakdown answers to the name of the whole.
enum class Fit : std::uint8_t { none, whole_of_its_side, ends_with, equal };

bool is_side(std::string_view core_name) {
  return core_name.empty() || core_name == "支出" || core_name == "收入" || core_name == "财力" || core_name == "资金";
}

// 总支出 for 财政拨款支出总计; 支出 for 安排支出, and for a total whose name does not say that it is income.
Fit fit(const Context& context, FigureId total, std::string_view of_core, std::string_view of) {
  const std::string_view name = context.index.core_name(total);
  const auto hit = context.library.indicators().exact(plain(of));
  if (name == of_core || (hit && context.index.figure(total).indicator_id == hit.entry->id)) return Fit::equal;
  const bool contradicts = (of_core == "支出" && name.ends_with("收入")) || (of_core == "收入" && name.ends_with("支出"));
  if (!of_core.empty() && !name.empty() && (name.ends_with(of_core) || of_core.ends_with(name))) return Fit::ends_with;
  return is_side(of_core) && !contradicts ? Fit::whole_of_its_side : Fit::none;
}

struct Trial {
  const Context* context;
  FigureId share, numerator;
};

bool share_fits(const void* state, FigureId denominator) {
  const Trial& t = *static_cast<const Trial*>(state);
  return quotient_holds(*t.context, t.share, t.numerator, denominator);
}

// The whole among the totals of the breakdowns around the numerator: by name; where names leave a choice (占总支出 inside
// 基本支出 inside 整体支出) the one that fits, else the outermost for 总…, else the nearest.
FigureId enclosing_total(const Context& context, FigureId share, FigureId numerator, std::string_view of_core, std::string_view of) {
  std::vector<std::pair<Fit, FigureId>> totals;
  FigureId at = numerator;
  for (int depth = 0; depth < deepest; ++depth) {
    const Relation* relation = context.index.breakdown_with_part(at);
    if (relation == nullptr) break;
    const FigureId total = FigureIndex::total_of(*relation);
    if (total == no_id || total == at || total == numerator || !context.index.usable(total)) break;
    const Figure& f = context.index.figure(total);
    if (is_part_of(context, total, of_core)) {  // 本年收入合计占总收入98%: not 总收入
      at = total;
      continue;
    }
    const Fit fits = is_level(f) && same_measure(f, context.index.figure(numerator)) ? fit(context, total, of_core, of) : Fit::none;
    if (fits == Fit::equal) return total;
    if (fits != Fit::none) totals.emplace_back(fits, total);
    at = total;
  }
  if (totals.empty()) return no_id;
  for (const auto& [fits, total] : totals)
    if (quotient_holds(context, share, numerator, total)) return total;
  const bool outermost =
      of.find("总") != std::string_view::npos || of.find("全部") != std::string_view::npos || of.find("合计") != std::string_view::npos;
  if (outermost) std::reverse(totals.begin(), totals.end());
  const auto best = std::max_element(totals.begin(), totals.end(), [](const auto& x, const auto& y) { return x.first < y.first; });
  return best->second;
}

}  // namespace

bool quotient_holds(const Context& context, FigureId stated, FigureId numerator, FigureId denominator) {
  const Draft draft =
      make_draft(Rule::share, Form::quotient,
                 {{stated, OperandRole::left, 1}, {numerator, OperandRole::numerator, 1}, {denominator, OperandRole::denominator, 1}});
  return draft_holds(context, draft);
}

namespace {

// "占比64.5%" does not say of what. That another part of the same breakdown has its share of this total does, or has this part's share: two
// that were exchanged.
bool a_sibling_fits(const Context& context, FigureId numerator, FigureId total) {
  const Relation* relation = context.index.breakdown_with_part(numerator);
  if (relation == nullptr) return false;
  for (const RelationOperand& o : relation->operands) {
    if (o.role != OperandRole::part || o.figure == numerator) continue;
    for (const FigureId id : context.index.about(o.figure)) {
      const Figure& f = context.index.figure(id);
      if (f.aspect != Aspect::share || !f.of.empty()) continue;
      const bool exchanged = !context.index.figure(o.figure).value.is_zero() && quotient_holds(context, id, numerator, total);
      if (exchanged || quotient_holds(context, id, o.figure, total)) return true;
    }
  }
  return false;
}

}  // namespace

Found find_whole(const Context& context, FigureId share, FigureId numerator) {
  const Figure& f = context.index.figure(share);
  if (f.whole != no_id) return {f.whole, Certainty::stated};
  const std::string_view of_core = context.index.of_core(share);
  if (const FigureId total = enclosing_total(context, share, numerator, of_core, f.of); total != no_id) {
    const bool sure = !f.of.empty() || a_sibling_fits(context, numerator, total);
    return {total, sure ? Certainty::stated : Certainty::likely};
  }
  if (f.of.empty() || of_core.empty()) return {};
  const Trial trial{&context, share, numerator};
  return find_level(context, {f.of, numerator, share_fits, &trial});
}

namespace {

// 第一产业增加值638110万元…。第一产业增加值占地区生产总值的比重为22.3%: the level of a sentence before, in the same paragraph.
FigureId named_before(const Context& context, FigureId share) {
  constexpr FigureId window = 40;
  const Figure& f = context.index.figure(share);
  const std::string_view name = context.index.core_name(share);
  if (f.subject != no_id || f.of.empty() || is_generic(name)) return no_id;
  for (FigureId step = 1; step <= window && step <= share; ++step) {
    const FigureId id = share - step;
    const Figure& g = context.index.figure(id);
    if (g.block != f.block) break;
    if (context.index.usable(id) && is_level(g) && context.index.core_name(id) == name && same_period(f, g) && same_scope(f, g)) return id;
  }
  return no_id;
}

}  // namespace

void share_rule(const Context& context, Drafts& drafts) {
  for (FigureId id = 0; id < context.extraction.figures.size(); ++id) {
    const Figure& f = context.index.figure(id);
    if (!context.index.usable(id) || f.aspect != Aspect::share || f.kind != Kind::ratio) continue;
    FigureId numerator = level_of(context, id);
    if (numerator == no_id) numerator = named_before(context, id);
    if (numerator == no_id) {
      drafts.push_back(not_checkable(Rule::share, id, OperandRole::left, Why::no_level));
      continue;
    }
    const Found whole = find_whole(context, id, numerator);
    if (whole.figure == no_id || whole.figure == numerator) {
      drafts.push_back(not_checkable(Rule::share, id, OperandRole::left, Why::no_denominator));
      continue;
    }
    Draft draft = make_draft(Rule::share, Form::quotient,
                             {{id, OperandRole::left, 1}, {numerator, OperandRole::numerator, 1}, {whole.figure, OperandRole::denominator, 1}});
    draft.certainty = whole.certainty;
    draft.label = "占" + std::string(f.of.empty() ? leaf(context.index.figure(whole.figure).indicator) : f.of.view()) + "的比重";
    drafts.push_back(std::move(draft));
  }
}

}  // namespace gouji::audit
