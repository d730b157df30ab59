#include "audit/suspects.h"

#include <algorithm>
#include <stdexcept>

#include "audit/digits.h"
#include "audit/what_if.h"

namespace gouji::audit {
namespace {

// Bounds against hostile input: a what-if is only tried where it stays cheap.
constexpr std::size_t most_operands = 512;
constexpr std::size_t most_checks_of_a_figure = 64;

bool fails(const Check& c) { return c.verdict == Verdict::inconsistent || c.verdict == Verdict::suspect_unit; }
bool held(const Check& c) { return c.verdict == Verdict::exact || c.verdict == Verdict::rounding; }
bool asked(const Check& c, const Judged& j) { return c.verdict == Verdict::query && j.draft.why == Why::none && j.draft.form != Form::not_less; }

bool is_rate(Form form) { return form == Form::quotient || form == Form::change_rate || form == Form::growth || form == Form::formula; }

// What holds though it is only possible says little.
constexpr int weight_of_held = 4, weight_of_possible = 1, weight_of_asked = 1;
// That a relation which fails asks for the very number that stands elsewhere under the same name is no chance.
constexpr int weight_of_repeat = 3;

}  // namespace

Suspects::Suspects(const Context& context, const std::vector<Judged>& judged, const std::vector<Judged>& doubts, const std::vector<Check>& checks)
    : context_(context), judged_(judged), doubts_(doubts), checks_(checks), explainer_(context) {
  for (std::uint32_t i = 0; i < checks.size(); ++i) {
    if (!fails(checks[i]) || !tried(i)) continue;
    for (const CheckOperand& o : judged[i].draft.operands)
      if (touching_.try_emplace(o.figure).second) order_.push_back(o.figure);
  }
  if (order_.empty()) return;
  const auto note = [&](const std::vector<CheckOperand>& operands, std::uint32_t index, std::vector<std::uint32_t> Touching::*list) {
    for (const CheckOperand& o : operands) {
      const auto found = touching_.find(o.figure);
      if (found != touching_.end()) (found->second.*list).push_back(index);
    }
  };
  for (std::uint32_t i = 0; i < checks.size(); ++i)
    if (fails(checks[i]) || held(checks[i]) || asked(checks[i], judged[i])) note(judged[i].draft.operands, i, &Touching::checks);
  for (std::uint32_t i = 0; i < doubts.size(); ++i) note(doubts[i].draft.operands, i, &Touching::doubts);
}

bool Suspects::tried(std::uint32_t check) const { return judged_[check].draft.operands.size() <= most_operands; }

Suspect Suspects::suspect(FigureId figure, const Decimal& would_be, const Touching& touching) const {
  Suspect out;
  out.figure = figure;
  out.would_be = would_be;
  for (const std::uint32_t i : touching.checks) {
    const bool good = holds_with(context_.extraction, judged_[i], figure, would_be);
    if (fails(checks_[i])) {
      if (good && tried(i)) out.mended.push_back(i);
    } else if (held(checks_[i])) {
      if (!good) out.evidence -= judged_[i].draft.certainty == Certainty::stated ? weight_of_held : weight_of_possible;
    } else if (good) {
      out.evidence += weight_of_asked;
    }
  }
  for (const std::uint32_t i : touching.doubts)
    if (holds_with(context_.extraction, doubts_[i], figure, would_be))
      out.evidence += doubts_[i].draft.form == Form::equal ? weight_of_repeat : weight_of_possible;
  if (out.mended.empty()) return out;
  const Judged& first = judged_[out.mended.front()];
  out.recomputed = is_rate(first.draft.form) && first.draft.operands.front().figure == figure;
  out.explanation = explainer_.of_figure(figure, would_be, first);
  const bool total = first.draft.operands.front().figure == figure;
  if (total && out.mended.size() == 1 && strength(out.explanation.cause) == 0) {
    const Explanation sum = explainer_.of_sum(first);
    if (sum.cause != Cause::none && sum.cause != Cause::row_missing) out.explanation = sum;
  }
  return out;
}

// The values that one finding asks for, narrowed by the others that the figure stands in.
void Suspects::add_of_figure(FigureId id, const Touching& touching, std::vector<Suspect>& out) const {
  if (touching.checks.size() > most_checks_of_a_figure || touching.doubts.size() > most_checks_of_a_figure) return;
  const Figure& f = context_.index.figure(id);
  std::vector<Mending> ways;
  for (const std::uint32_t i : touching.checks) {
    if (!fails(checks_[i]) || !tried(i)) continue;
    const auto& operands = judged_[i].draft.operands;
    const auto at = std::find_if(operands.begin(), operands.end(), [&](const CheckOperand& o) { return o.figure == id; });
    if (auto way = mending(context_.extraction, judged_[i], static_cast<std::size_t>(at - operands.begin()))) ways.push_back(std::move(*way));
  }
  if (ways.empty()) return;
  for (const std::uint32_t i : touching.doubts) {
    const auto& operands = doubts_[i].draft.operands;
    if (doubts_[i].draft.form != Form::equal || operands.size() > most_operands) continue;
    const auto at = std::find_if(operands.begin(), operands.end(), [&](const CheckOperand& o) { return o.figure == id; });
    if (auto way = mending(context_.extraction, doubts_[i], static_cast<std::size_t>(at - operands.begin()))) ways.push_back(std::move(*way));
  }
  const std::size_t first = out.size();
  for (const Mending& seed : ways) {
    Mending narrowed = seed;
    for (const Mending& other : ways) {
      if (!narrowed.allowed.meets(other.allowed)) continue;
      narrowed.allowed = {std::max(narrowed.allowed.low, other.allowed.low), std::min(narrowed.allowed.high, other.allowed.high)};
      if (other.exact && !narrowed.exact) narrowed = {other.value, narrowed.allowed, true};
    }
    const Decimal value = choose_value(f, narrowed);
    const bool known =
        std::any_of(out.begin() + static_cast<std::ptrdiff_t>(first), out.end(), [&](const Suspect& s) { return s.would_be == value; });
    if (known) continue;
    Suspect found = suspect(id, value, touching);
    if (found.mended.empty()) continue;
    // One share tells an amount only roughly: no value to name.
    const bool rough = !narrowed.exact && (f.value - value).abs() < narrowed.allowed.width() * Decimal(10);
    const bool vague = rough && found.mended.size() == 1 && !found.recomputed && strength(found.explanation.cause) == 0;
    if (!vague) out.push_back(std::move(found));
  }
}

std::vector<Suspect> Suspects::find() const {
  std::vector<Suspect> out;
  for (const FigureId figure : order_) {
    try {
      add_of_figure(figure, touching_.at(figure), out);
    } catch (const std::overflow_error&) {  // numbers that no report prints: nobody is blamed
    }
  }
  return out;
}

std::vector<std::uint32_t> Suspects::asked_and_mended(const Suspect& suspect) const {
  std::vector<std::uint32_t> out;
  for (const std::uint32_t i : touching_.at(suspect.figure).checks)
    if (asked(checks_[i], judged_[i]) && holds_with(context_.extraction, judged_[i], suspect.figure, suspect.would_be)) out.push_back(i);
  return out;
}

}  // namespace gouji::audit
