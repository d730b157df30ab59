#include "audit/auditor.h"

#include <algorithm>
#include <iterator>
#include <stdexcept>
#include <unordered_map>

#include "audit/check_id.h"
#include "audit/describe.h"
#include "audit/figure_index.h"
#include "audit/precision.h"
#include "audit/reconcile.h"
#include "audit/rules/rules.h"
#include "audit/verdict.h"

namespace gouji::audit {
namespace {

struct WordsHash {
  std::size_t operator()(const std::vector<std::uint32_t>& words) const {
    std::uint64_t out = words.size();
    for (const std::uint32_t w : words) out = (out ^ (out >> 29) ^ w) * 0x9E3779B97F4A7C15ULL;
    return out ^ (out >> 32);
  }
};

// A relation that two rules found is one check: the surer one.
std::vector<Draft> without_duplicates(std::vector<Draft> drafts) {
  std::unordered_map<std::vector<std::uint32_t>, std::size_t, WordsHash> seen;
  seen.reserve(drafts.size());
  std::vector<Draft> out;
  out.reserve(drafts.size());
  std::vector<std::uint32_t> key;
  for (Draft& draft : drafts) {
    if (draft.operands.empty()) {  // an obligation that could not be run
      out.push_back(std::move(draft));
      continue;
    }
    key.clear();
    for (const CheckOperand& o : draft.operands) key.push_back(o.figure);
    std::sort(key.begin(), key.end());
    const Form form = draft.form == Form::at_most ? Form::sum : draft.form;
    key.push_back(static_cast<std::uint32_t>(form));
    key.push_back(draft.why == Why::none ? 0 : 1);
    const auto [at, fresh] = seen.try_emplace(key, out.size());
    if (fresh) {
      out.push_back(std::move(draft));
      continue;
    }
    Draft& old = out[at->second];
    const bool surer = draft.certainty < old.certainty || (draft.certainty == old.certainty && old.form == Form::at_most);
    if (surer) std::swap(old, draft);
    std::move(draft.obligations.begin(), draft.obligations.end(), std::back_inserter(old.obligations));
  }
  return out;
}

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

// Two figures of one name that differ, each confirmed by the sums or shares of its own place: not a slip of the pen but, in all
// likelihood, two meanings. Asked, not found.
void doubt_confirmed_differences(const std::vector<Judged>& judged, std::vector<Check>& checks, std::size_t figures) {
  std::vector<bool> confirmed(figures);
  for (std::size_t i = 0; i < checks.size(); ++i)
    if (is_held(checks[i].verdict) && judged[i].draft.form != Form::equal && judged[i].draft.certainty == Certainty::stated)
      for (const CheckOperand& o : checks[i].operands) confirmed[o.figure] = true;
  for (std::size_t i = 0; i < checks.size(); ++i) {
    Check& c = checks[i];
    if (c.operands.empty() || judged[i].draft.form != Form::equal || !judged[i].draft.label.empty() || !failed(c.verdict)) continue;
    const Reading& odd = judged[i].readings.front();
    bool other_confirmed = false;
    for (std::size_t k = 1; k < c.operands.size(); ++k)
      other_confirmed |= confirmed[c.operands[k].figure] && !odd.printed.meets(judged[i].readings[k].printed);
    if (!confirmed[c.operands.front().figure] || !other_confirmed) continue;
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

}  // namespace

Audited audit(const Document& document, Extraction& extraction, const patterns::Library& library, const Options& options) {
  infer_decimals(document, extraction);
  const FigureIndex index(extraction);
  const PanelIndex panels(extraction);
  const Context context{document, extraction, library, index, panels};
  std::vector<Draft> drafts;
  run_rules(context, drafts);
  drafts = without_duplicates(std::move(drafts));

  std::vector<Judged> judged;
  std::vector<Check> checks;
  judged.reserve(drafts.size());
  checks.reserve(drafts.size());
  std::vector<Kind> kinds;
  for (Draft& draft : drafts) {
    kinds.clear();
    Judged& j = judged.emplace_back();
    j.readings.reserve(draft.operands.size());
    for (const CheckOperand& o : draft.operands) {
      j.readings.push_back(reading(index.figure(o.figure)));
      kinds.push_back(index.figure(o.figure).kind);
    }
    j.judgement = judge_safely(draft, j.readings, kinds, extraction.facts.rounding_note);
    if (!temper(draft, j.readings, j.judgement)) {
      judged.pop_back();
      continue;
    }
    Check& check = checks.emplace_back();
    check.rule = draft.rule;
    check.verdict = j.judgement.verdict;
    check.severity = j.judgement.severity;
    check.stated = draft.operands.empty() ? no_id : draft.operands.front().figure;
    check.operands = draft.operands;
    j.draft = std::move(draft);
  }
  doubt_confirmed_differences(judged, checks, extraction.figures.size());
  reconcile(judged, checks);
  const Describer describer(document, extraction, panels, options.language);
  CheckIds ids(document, extraction);
  for (std::size_t i = 0; i < checks.size(); ++i) {
    describer.describe(judged[i].draft, judged[i].judgement, checks[i]);
    ids.identify(checks[i]);
  }
  std::vector<Obligation> coverage = coverage_of(judged, checks);
  return {std::move(checks), std::move(coverage)};
}

}  // namespace gouji::audit
