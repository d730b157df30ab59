// 占…的x%: the share of a part in a whole that the clause names.
#include "audit/rules/share.h"

#include "audit/naming.h"
#include "audit/rules/operands.h"
#include "audit/verdict.h"

namespace gouji::audit {
namespace {

constexpr int deepest = 8;  // breakdowns walked up

// May the total of a breakdown be called `of_core`? 总支出 for 财政拨款支出总计; 支出 for 安排支出; 总额 for anything.
bool may_be_called(const Context& context, FigureId total, const std::string& of_core, std::string_view of) {
  const std::string& name = context.index.core_name(total);
  if (of_core.empty() || name == of_core || (!name.empty() && (name.ends_with(of_core) || of_core.ends_with(name)))) return true;
  const auto hit = context.library.indicators().exact(plain(of));
  return hit && context.index.figure(total).indicator_id == hit.entry->id;
}

struct Trial {
  const Context* context;
  FigureId share, numerator;
};

bool share_fits(const void* state, FigureId denominator) {
  const Trial& t = *static_cast<const Trial*>(state);
  return quotient_holds(*t.context, t.share, t.numerator, denominator);
}

// The whole among the totals of the breakdowns around the numerator.
FigureId enclosing_total(const Context& context, FigureId numerator, const std::string& of_core, std::string_view of) {
  FigureId at = numerator;
  for (int depth = 0; depth < deepest; ++depth) {
    const Relation* relation = context.index.breakdown_with_part(at);
    if (relation == nullptr) return no_id;
    const FigureId total = FigureIndex::total_of(*relation);
    if (total == no_id || total == at || !context.index.usable(total)) return no_id;
    const bool level = is_level(context.index.figure(total)) && same_measure(context.index.figure(total), context.index.figure(numerator));
    if (level && may_be_called(context, total, of_core, of)) return total;
    at = total;
  }
  return no_id;
}

}  // namespace

bool quotient_holds(const Context& context, FigureId stated, FigureId numerator, FigureId denominator) {
  const Draft draft =
      make_draft(Rule::share, Form::quotient,
                 {{stated, OperandRole::left, 1}, {numerator, OperandRole::numerator, 1}, {denominator, OperandRole::denominator, 1}});
  std::vector<Reading> readings;
  for (const CheckOperand& o : draft.operands) readings.push_back(reading(context.index.figure(o.figure)));
  return holds(draft, printed_terms(draft, readings));
}

Found find_whole(const Context& context, FigureId share, FigureId numerator) {
  const Figure& f = context.index.figure(share);
  const std::string of_core = core(leaf(f.of));
  if (const FigureId total = enclosing_total(context, numerator, of_core, f.of); total != no_id) return {total, Certainty::stated};
  if (f.of.empty() || of_core.empty()) return {};
  const Trial trial{&context, share, numerator};
  return find_level(context, {f.of, numerator, share_fits, &trial});
}

void share_rule(const Context& context, Drafts& drafts) {
  for (FigureId id = 0; id < context.extraction.figures.size(); ++id) {
    const Figure& f = context.index.figure(id);
    if (!context.index.usable(id) || f.aspect != Aspect::share || f.kind != Kind::ratio) continue;
    const FigureId numerator = level_of(context, id);
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
    draft.label = "占" + (f.of.empty() ? std::string(leaf(context.index.figure(whole.figure).indicator)) : f.of) + "的比重";
    drafts.push_back(std::move(draft));
  }
}

}  // namespace gouji::audit
