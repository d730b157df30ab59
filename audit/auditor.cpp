#include "audit/auditor.h"

#include <stdexcept>
#include <unordered_map>

#include "audit/check_id.h"
#include "audit/describe.h"
#include "audit/duplicates.h"
#include "audit/figure_index.h"
#include "audit/precision.h"
#include "audit/reconcile.h"
#include "audit/rules/rules.h"
#include "audit/verdict.h"

namespace gouji::audit {
namespace {

Judgement judge_safely(const Draft& draft, const std::vector<Reading>& readings, const std::vector<Kind>& kinds, bool rounding_note) {
  try {
    return judge(draft, readings, kinds, rounding_note);
  } catch (const std::overflow_error&) {  // numbers that no report prints
    Judgement out;
    out.why = Why::beyond_range;
    return out;
  }
}

bool failed(Verdict v) { return v == Verdict::inconsistent || v == Verdict::suspect_unit; }

bool is_held(Verdict v) { return v == Verdict::exact || v == Verdict::rounding; }

// A person is told of it, in words.
bool is_told(Verdict v) { return !is_held(v) && v != Verdict::not_checkable; }

// Two figures of one name that differ, each confirmed by the sums or shares of its own place: not a slip of the pen but, in all
// likelihood, two meanings. Asked, not found.
void doubt_confirmed_differences(const Extraction& extraction, const std::vector<Judged>& judged, std::vector<Check>& checks) {
  std::vector<bool> confirmed(extraction.figures.size());
  for (std::size_t i = 0; i < checks.size(); ++i)
    if (is_held(checks[i].verdict) && judged[i].draft.form != Form::equal && judged[i].draft.certainty == Certainty::stated)
      for (const CheckOperand& o : judged[i].draft.operands) confirmed[o.figure] = true;
  for (std::size_t i = 0; i < checks.size(); ++i) {
    Check& c = checks[i];
    const std::vector<CheckOperand>& operands = judged[i].draft.operands;
    if (operands.empty() || judged[i].draft.form != Form::equal || !judged[i].draft.label.empty() || !failed(c.verdict)) continue;
    const Interval odd = reading(extraction.figures[operands.front().figure]).printed;
    bool other_confirmed = false;
    for (std::size_t k = 1; k < operands.size(); ++k)
      other_confirmed |= confirmed[operands[k].figure] && !odd.meets(reading(extraction.figures[operands[k].figure]).printed);
    if (!confirmed[operands.front().figure] || !other_confirmed) continue;
    c.verdict = Verdict::query;
    c.severity = Severity::note;
  }
}

// So far off that the operand found by its name must be another one: more than five points of a growth, a tenth of the rest.
bool far_off(const Draft& draft, const std::vector<Reading>& readings, const Judgement& judgement) {
  const Rational off = judgement.difference.abs();
  if (draft.form == Form::growth || draft.form == Form::change_rate) return Rational(Decimal(5, -2)) < off;
  return Rational(readings.front().value.abs()) < off * Rational(Decimal(10));
}

// What is only likely is asked, not found; false where nothing is left to say.
bool temper(const Draft& draft, const std::vector<Reading>& readings, Judgement& judgement) {
  if (draft.certainty == Certainty::possible && draft.obligations.empty()) return is_held(judgement.verdict);
  if (draft.certainty == Certainty::stated || !(failed(judgement.verdict) || judgement.verdict == Verdict::explained)) return true;
  if (draft.form != Form::not_less && draft.obligations.empty() && far_off(draft, readings, judgement)) return false;
  judgement.verdict = Verdict::query;
  judgement.severity = Severity::note;
  return true;
}

// The obligations in the order in which they were met, each with the check that speaks for it: a finding before what holds, what ran
// before what did not.
std::vector<Obligation> coverage_of(const std::vector<Judged>& judged, const std::vector<Check>& checks) {
  const auto rank = [](const Check& c) { return failed(c.verdict) ? 3 : c.verdict == Verdict::not_checkable ? 1 : 2; };
  std::vector<Obligation> out;
  std::unordered_map<std::string, std::size_t> place;
  for (std::uint32_t i = 0; i < judged.size(); ++i) {
    for (const std::string& text : judged[i].draft.obligations) {
      const auto [at, fresh] = place.try_emplace(text, out.size());
      if (fresh) out.push_back({text, i, false, {}});
      Obligation& o = out[at->second];
      if (rank(checks[i]) > rank(checks[o.check])) o.check = i;
    }
  }
  for (Obligation& o : out) {
    o.ran = rank(checks[o.check]) > 1;
    if (!o.ran) o.why = checks[o.check].why;
  }
  return out;
}

// The drafts that are worth a check, judged, and their checks without words.
void judge_all(const FigureIndex& index, const Extraction& extraction, std::vector<Draft> drafts, std::vector<Judged>& judged,
               std::vector<Check>& checks) {
  judged.reserve(drafts.size());
  checks.reserve(drafts.size());
  std::vector<Reading> readings;
  std::vector<Kind> kinds;
  for (Draft& draft : drafts) {
    readings.clear();
    kinds.clear();
    for (const CheckOperand& o : draft.operands) {
      readings.push_back(reading(index.figure(o.figure)));
      kinds.push_back(index.figure(o.figure).kind);
    }
    Judgement judgement = judge_safely(draft, readings, kinds, extraction.facts.rounding_note);
    if (!temper(draft, readings, judgement)) continue;
    Check& check = checks.emplace_back();
    check.rule = draft.rule;
    check.verdict = judgement.verdict;
    check.severity = judgement.severity;
    check.stated = draft.operands.empty() ? no_id : draft.operands.front().figure;
    judged.push_back({std::move(draft), std::move(judgement)});
  }
}

}  // namespace

Audited audit(const Document& document, Extraction& extraction, const patterns::Library& library, const Options& options) {
  infer_decimals(document, extraction);
  const FigureIndex index(extraction);
  const PanelIndex panels(extraction);
  const Context context{document, extraction, library, index, panels};
  std::vector<Draft> drafts;
  run_rules(context, drafts);

  std::vector<Judged> judged;
  std::vector<Check> checks;
  judge_all(index, extraction, without_duplicates(std::move(drafts)), judged, checks);
  doubt_confirmed_differences(extraction, judged, checks);
  reconcile(extraction, judged, checks);
  const Describer describer(document, extraction, panels, options.language);
  for (std::size_t i = 0; i < checks.size(); ++i) {
    if (options.texts == Texts::all || is_told(checks[i].verdict))
      describer.describe(judged[i].draft, judged[i].judgement, checks[i]);
    else
      describer.say_why(judged[i].judgement, checks[i]);
    checks[i].operands = std::move(judged[i].draft.operands);
  }
  if (options.texts == Texts::all) identify(document, extraction, checks);
  std::vector<Obligation> coverage = coverage_of(judged, checks);
  return {std::move(checks), std::move(coverage)};
}

}  // namespace gouji::audit
