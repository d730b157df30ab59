#include "audit/rules/table_sums.h"

#include <algorithm>
#include <iterator>
#include <stdexcept>
#include <utility>

#include "audit/precision.h"
#include "audit/rules/operands.h"

namespace gouji::audit {

bool can_be_total(const Figure& f, bool shares) {
  if (f.role != Role::measure || f.comparator != Comparator::equal || f.range_end != RangeEnd::none) return false;
  return f.kind == Kind::amount || f.kind == Kind::count || (shares && f.kind == Kind::ratio && f.aspect == Aspect::share);
}

bool addable(const Figure& total, const Figure& part) {
  return can_be_total(part, total.kind == Kind::ratio) && same_measure(total, part) && total.aspect == part.aspect;
}

bool adds_up(const Context& context, FigureId total, const std::vector<FigureId>& parts, bool open) try {
  const Figure& whole = context.index.figure(total);
  Decimal difference = whole.value;
  Decimal widths = printed_width(whole);
  for (const FigureId id : parts) {
    const Figure& f = context.index.figure(id);
    difference = difference - f.value;
    widths = widths + printed_width(f);
  }
  if (open && difference.sign() >= 0) return true;
  const Decimal apart = difference.abs();
  return apart + apart <= widths;
} catch (const std::overflow_error&) {  // numbers that no report prints: judged, and refused, with the check
  return true;
}

namespace {

bool holds_as_printed(const Context& context, const Draft& draft) try {
  const bool adds = std::all_of(draft.operands.begin(), draft.operands.end(), [](const CheckOperand& o) { return o.sign > 0; });
  if (!adds || (draft.form != Form::sum && draft.form != Form::at_most)) return draft_holds(context, draft);
  std::vector<FigureId> parts;
  parts.reserve(draft.operands.size());
  for (std::size_t i = 1; i < draft.operands.size(); ++i) parts.push_back(draft.operands[i].figure);
  return adds_up(context, draft.operands.front().figure, parts, draft.form == Form::at_most);
} catch (const std::overflow_error&) {
  return true;
}

}  // namespace

namespace {

// 增减额: a decrease among increases takes away.
void sign_changes(const Context& context, Draft& draft) {
  const Figure& total = context.index.figure(draft.operands.front().figure);
  if (total.aspect != Aspect::change) return;
  for (CheckOperand& o : draft.operands)
    if (context.index.figure(o.figure).direction != total.direction) o.sign = static_cast<std::int8_t>(-o.sign);
}

}  // namespace

void SumReading::add(const Context& context, Draft draft) {
  sign_changes(context, draft);
  if (holds_as_printed(context, draft))
    held_ += context.index.figure(draft.operands.front().figure).value.is_zero() ? 0 : 1;  // 0 = 0 says nothing of how the table is built
  else
    ++failed_;
  sums_.push_back(std::move(draft));
}

void SumReading::finish(Drafts& drafts, bool sure) {
  const bool doubtful = failed_ >= 2 && failed_ > held_;
  const bool unconfirmed = !sure && held_ == 0;
  for (Draft& draft : sums_) {
    if (doubtful)
      draft.certainty = Certainty::possible;
    else if (unconfirmed)
      draft.certainty = std::max(draft.certainty, Certainty::likely);
    drafts.push_back(std::move(draft));
  }
  sums_.clear();
}

Draft sum_of(Rule rule, FigureId total, const std::vector<FigureId>& parts, bool open) {
  Draft out = make_draft(rule, open ? Form::at_most : Form::sum, {{total, OperandRole::total, 1}});
  out.operands.reserve(parts.size() + 1);
  for (const FigureId id : parts) out.operands.push_back({id, OperandRole::part, 1});
  return out;
}

}  // namespace gouji::audit
