#include "audit/rules/operands.h"

#include <algorithm>
#include <utility>

#include "audit/digits.h"
#include "audit/naming.h"
#include "audit/verdict.h"

namespace gouji::audit {
namespace {

constexpr FigureId window = 80;     // figures looked back over in a section
constexpr std::size_t telling = 9;  // bytes of a name that may end another: 可用财力, 财政收入; not 支出

// The candidate's name is the wanted one, or ends with it (一般公共预算可用财力 for 可用财力).
enum class Match : std::uint8_t { none, ends_with, equal };
Match match(const Context& context, std::string_view wanted_core, std::string_view wanted_id, FigureId candidate) {
  const Figure& f = context.index.figure(candidate);
  if (!wanted_id.empty() && f.indicator_id == wanted_id) return Match::equal;
  const std::string_view name = context.index.core_name(candidate);
  if (name == wanted_core) return Match::equal;
  if (wanted_core.size() >= telling && name.ends_with(wanted_core)) return Match::ends_with;
  return Match::none;
}

// How many digits the number has when written down to 10^exponent.
int digits_in_units_of(const Decimal& value, int exponent) {
  int digits = value.exponent() - exponent;
  for (Decimal::Coefficient c = value.abs().coefficient(); c != 0; c /= 10) ++digits;
  return digits;
}

class Search {
 public:
  Search(const Context& context, const Wanted& wanted)
      : context_(context), wanted_(wanted), near_(context.index.figure(wanted.near)), core_(core(leaf(wanted.name))), fund_(near_.fund) {
    if (const auto hit = context.library.indicators().exact(plain(wanted.name))) id_ = hit.entry->id;
    // 民生支出…，占一般公共预算支出的75%: the whole's own name says of which fund it is.
    std::size_t at = 0;
    if (const auto hit = context.library.funds().find(wanted.name, 0, at); hit && fund_ == Fund::none) fund_ = hit.entry->fund;
  }

  Found run() {
    look_back([&](const Figure& f) { return f.sentence == near_.sentence; });
    if (Found found = choose(Certainty::stated); found.figure != no_id) return found;
    look_back([&](const Figure& f) { return f.section == near_.section; });
    if (Found found = choose(Certainty::stated); found.figure != no_id) return found;
    for (const FigureId id : context_.index.named(core_)) {
      if (acceptable(id) && context_.index.figure(id).fund == fund_) equal_.push_back(id);
      if (equal_.size() >= window) break;  // one name thousands of times says nothing, and must not cost its square
    }
    return choose(is_generic(core_) ? Certainty::possible : Certainty::likely);
  }

 private:
  bool acceptable(FigureId id) const {
    const Figure& f = context_.index.figure(id);
    return id != wanted_.near && context_.index.usable(id) && is_level(f) && compatible(f, near_) && !is_part_of(context_, id, core_);
  }

  template <class Inside>
  void look_back(Inside inside) {
    for (FigureId step = 1; step <= window && step <= wanted_.near; ++step) {
      const FigureId id = wanted_.near - step;
      if (!context_.index.usable(id)) continue;
      if (!inside(context_.index.figure(id))) break;
      if (!acceptable(id)) continue;
      const Match m = match(context_, core_, id_, id);
      if (m == Match::equal) equal_.push_back(id);
      if (m == Match::ends_with) ending_.push_back(id);
    }
  }

  // Nearest first; where several differ, the one that fits.
  Found choose(Certainty certainty) {
    for (std::vector<FigureId>* list : {&equal_, &ending_}) {
      if (list->empty()) continue;
      const auto fitting =
          std::find_if(list->begin(), list->end(), [&](FigureId id) { return wanted_.fits != nullptr && wanted_.fits(wanted_.state, id); });
      if (fitting != list->end()) return {*fitting, certainty};
      const bool differ = std::any_of(list->begin(), list->end(),
                                      [&](FigureId id) { return context_.index.figure(id).value != context_.index.figure(list->front()).value; });
      const FigureId first = list->front();
      return {first, differ && certainty == Certainty::likely ? Certainty::possible : certainty};
    }
    return {};
  }

  const Context& context_;
  const Wanted& wanted_;
  const Figure& near_;
  std::string core_;
  Fund fund_ = Fund::none;
  std::string id_;
  std::vector<FigureId> equal_, ending_;
};

}  // namespace

Draft make_draft(Rule rule, Form form, std::vector<CheckOperand> operands) {
  Draft out;
  out.rule = rule;
  out.form = form;
  out.operands = std::move(operands);
  return out;
}

Draft not_checkable(Rule rule, FigureId stated, OperandRole role, Why why) {
  Draft out = make_draft(rule, Form::equal, {{stated, role, 1}});
  out.why = why;
  return out;
}

Found find_level(const Context& context, const Wanted& wanted) { return Search(context, wanted).run(); }

bool is_part_of(const Context& context, FigureId figure, std::string_view core_name) {
  for (const FigureId id : context.index.about(figure))
    if (context.index.figure(id).aspect == Aspect::share && !core_name.empty() && context.index.of_core(id) == core_name) return true;
  return false;
}

bool is_level(const Figure& f) {
  return f.aspect == Aspect::level && (f.kind == Kind::amount || f.kind == Kind::count) && f.range_end == RangeEnd::none;
}

namespace {

std::vector<Reading> readings_of(const Context& context, const Draft& draft) {
  std::vector<Reading> out;
  out.reserve(draft.operands.size());
  for (const CheckOperand& o : draft.operands) out.push_back(reading(context.index.figure(o.figure)));
  return out;
}

}  // namespace

bool draft_holds(const Context& context, const Draft& draft) { return holds(draft, printed_terms(draft, readings_of(context, draft))); }

Certainty certainty_of_suggested(const Context& context, const Draft& draft, int telling) {
  const std::vector<Reading> readings = readings_of(context, draft);
  const std::vector<Term> terms = printed_terms(draft, readings);
  if (holds(draft, terms)) return Certainty::stated;
  // Both in units of the finest digit that is printed.
  int finest = readings.front().value.exponent();
  for (const Reading& r : readings) finest = std::min(finest, r.value.exponent());
  if (digits_in_units_of(readings.front().value, finest) < telling) return Certainty::possible;
  for (std::size_t i = 0; i < terms.size(); ++i) {
    const auto wanted = solve({draft.form, draft.expression}, terms, i);
    if (!wanted || wanted->sign() <= 0) continue;
    if (is_slip_of_digits(readings[i].value, wanted->rounded(-finest))) return Certainty::stated;
  }
  return Certainty::possible;
}

FigureId level_of(const Context& context, FigureId derived) {
  const Figure& f = context.index.figure(derived);
  if (f.subject != no_id) return is_level(context.index.figure(f.subject)) ? f.subject : no_id;
  const std::string_view name = context.index.core_name(derived);
  for (FigureId step = 1; step <= 8 && step <= derived; ++step) {
    const FigureId id = derived - step;
    const Figure& g = context.index.figure(id);
    if (g.sentence != f.sentence) break;
    if (context.index.usable(id) && is_level(g) && context.index.core_name(id) == name && same_period(f, g)) return id;
  }
  return no_id;
}

}  // namespace gouji::audit
