#include "audit/scope_notes.h"

#include <algorithm>
#include <map>
#include <optional>
#include <string_view>

namespace gouji::audit {
namespace {

// What one footing counts and another does not.
bool sets_scopes_apart(const Figure& f) {
  for (const std::string_view word :
       {"其他资金", "其他收入", "结转", "结余", "政府性基金", "国有资本", "上级补助", "非财政", "自有资金", "单位资金", "专户"})
    if (f.indicator.view().find(word) != std::string::npos) return true;
  return false;
}

bool telling(const Decimal& value) {
  constexpr Decimal::Coefficient least = 100;  // three digits
  return value.normalized().abs().coefficient() >= least;
}

// Amounts that set scopes apart, by their value; the first of each.
std::map<Decimal, FigureId> known_differences(const Extraction& extraction) {
  std::map<Decimal, FigureId> out;
  for (FigureId id = 0; id < extraction.figures.size(); ++id) {
    const Figure& f = extraction.figures[id];
    if (f.kind == Kind::amount && f.aspect == Aspect::level && f.role == Role::measure && telling(f.value) && sets_scopes_apart(f))
      out.try_emplace(f.value, id);
  }
  return out;
}

bool is_repetition(const Judged& j, const Check& c) {
  const bool differs = c.verdict == Verdict::inconsistent || c.verdict == Verdict::query;
  return differs && j.draft.form == Form::equal && j.draft.rule == Rule::equal && j.draft.label.empty() && j.draft.why == Why::none;
}

}  // namespace

void note_known_differences(const Context& context, std::vector<Judged>& judged, std::vector<Check>& checks) {
  std::optional<std::map<Decimal, FigureId>> known;
  for (std::size_t i = 0; i < checks.size(); ++i) {
    if (!is_repetition(judged[i], checks[i])) continue;
    const auto& operands = judged[i].draft.operands;
    const Decimal& stated = context.index.figure(operands.front().figure).value;
    const auto other =
        std::find_if(operands.begin(), operands.end(), [&](const CheckOperand& o) { return context.index.figure(o.figure).value != stated; });
    if (other == operands.end()) continue;
    if (!known) known = known_differences(context.extraction);
    const auto found = known->find((stated - context.index.figure(other->figure).value).abs());
    if (found == known->end() || std::any_of(operands.begin(), operands.end(), [&](const CheckOperand& o) { return o.figure == found->second; }))
      continue;
    judged[i].likely = {Cause::other_scope, 0, found->second};
    checks[i].verdict = Verdict::query;
    checks[i].severity = Severity::note;
  }
}

}  // namespace gouji::audit
