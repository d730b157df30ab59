#include "audit/auditor.h"

#include <algorithm>
#include <stdexcept>

#include "audit/check_id.h"
#include "audit/corroborate.h"
#include "audit/coverage.h"
#include "audit/describe.h"
#include "audit/duplicates.h"
#include "audit/exchanged.h"
#include "audit/feasibility.h"
#include "audit/figure_index.h"
#include "audit/precision.h"
#include "audit/questions.h"
#include "audit/reconcile.h"
#include "audit/rules/rules.h"
#include "audit/scope_notes.h"
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

struct All {
  std::vector<Judged> judged;
  std::vector<Judged> doubts;  // what fails and is only possible: no checks of theirs
  std::vector<Judged> lists;   // 其中 whose parts may be more or fewer than all: nor these
  std::vector<Check> checks;   // one for each of `judged`
};

// The drafts that are worth a check, judged, and their checks without words.
void judge_all(const FigureIndex& index, const Extraction& extraction, std::vector<Draft> drafts, All& all) {
  all.judged.reserve(drafts.size());
  all.checks.reserve(drafts.size());
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
    const bool fails = failed(judgement.verdict);
    if (!temper(draft, readings, judgement)) {
      if (fails)
        all.doubts.push_back({std::move(draft), std::move(judgement)});
      else if (draft.form == Form::at_most)
        all.lists.push_back({std::move(draft), std::move(judgement)});
      continue;
    }
    Check& check = all.checks.emplace_back();
    check.rule = draft.rule;
    check.verdict = judgement.verdict;
    check.severity = judgement.severity;
    check.stated = draft.operands.empty() ? no_id : draft.operands.front().figure;
    all.judged.push_back({std::move(draft), std::move(judgement)});
  }
}

// The doubts of these indexes (in order) become findings.
void promote(const std::vector<std::size_t>& sure, All& all) {
  for (const std::size_t i : sure) {
    Judged& doubt = all.doubts[i];
    doubt.draft.certainty = Certainty::stated;
    Check& check = all.checks.emplace_back();
    check.rule = doubt.draft.rule;
    check.verdict = doubt.judgement.verdict;
    check.severity = doubt.judgement.severity;
    check.stated = doubt.draft.operands.front().figure;
    all.judged.push_back(std::move(doubt));
  }
  for (std::size_t k = sure.size(); k-- > 0;) all.doubts.erase(all.doubts.begin() + static_cast<std::ptrdiff_t>(sure[k]));
}

// Sums of tables that nobody was sure of are findings where two cells that changed places mend them.
void promote_exchanged(const Context& context, All& all) {
  std::vector<const Judged*> sums;
  std::vector<std::size_t> asked;
  for (std::size_t i = 0; i < all.judged.size(); ++i) {
    const bool fails = all.checks[i].verdict == Verdict::query && all.judged[i].draft.certainty == Certainty::likely;
    if (fails && all.judged[i].draft.form == Form::sum) asked.push_back(i), sums.push_back(&all.judged[i]);
  }
  std::vector<std::size_t> doubts;
  for (std::size_t i = 0; i < all.doubts.size(); ++i)
    if (all.doubts[i].draft.form == Form::sum) doubts.push_back(i), sums.push_back(&all.doubts[i]);
  std::vector<std::size_t> sure;
  for (const std::size_t s : mended_by_exchange(context, sums)) {
    if (s >= asked.size()) {
      sure.push_back(doubts[s - asked.size()]);
      continue;
    }
    Check& check = all.checks[asked[s]];
    check.verdict = all.judged[asked[s]].judgement.verdict = Verdict::inconsistent;
    check.severity = all.judged[asked[s]].judgement.severity = Severity::error;
    all.judged[asked[s]].draft.certainty = Certainty::stated;
  }
  promote(sure, all);
}

// A check that no draft of a rule stands behind.
Check& add_check(All& all, Rule rule, Verdict verdict, Severity severity, std::vector<CheckOperand> operands) {
  Check& check = all.checks.emplace_back();
  check.rule = rule;
  check.verdict = verdict;
  check.severity = severity;
  check.stated = operands.front().figure;
  check.operands = std::move(operands);
  return check;
}

// A check for each set of relations that cannot hold together.
void add_conflicts(const std::vector<Conflict>& conflicts, const Describer& describer, All& all) {
  for (const Conflict& conflict : conflicts) {
    std::vector<CheckOperand> operands;
    std::vector<const Judged*> members;
    for (const std::uint32_t i : conflict.checks) {
      members.push_back(&all.judged[i]);
      for (const CheckOperand& o : all.judged[i].draft.operands) {
        const bool known = std::any_of(operands.begin(), operands.end(), [&](const CheckOperand& k) { return k.figure == o.figure; });
        if (!known) operands.push_back({o.figure, OperandRole::part, 1});
      }
    }
    const bool sure = conflict.beyond_truncation;
    Check& check = add_check(all, Rule::identity, sure ? Verdict::inconsistent : Verdict::query, sure ? Severity::warning : Severity::note, operands);
    describer.describe_joint(members, check);
  }
}

void add_questions(const Questions& questions, const Describer& describer, All& all) {
  for (const Question& question : questions) {
    std::vector<CheckOperand> operands;
    for (const FigureId id : question.figures) operands.push_back({id, operands.empty() ? OperandRole::left : OperandRole::right, 1});
    describer.describe_question(question, add_check(all, question.rule, Verdict::query, Severity::note, std::move(operands)));
  }
}

// What the ledger says of the relations as a whole; the first conflict is the next check.
Obligation joint_obligation(const JointResult& joint, const All& all, Language language) {
  const bool zh = language == Language::zh;
  Obligation out;
  out.text = "联立核对：" + std::to_string(joint.relations) + "项关系，" + std::to_string(joint.figures) + "个数";
  out.ran = joint.figures_unchecked == 0;
  if (!joint.conflicts.empty()) out.check = static_cast<std::uint32_t>(all.checks.size());
  if (!out.ran)
    out.why =
        std::to_string(joint.figures_unchecked) + (zh ? "个数的关系过多，未能联立" : " figures stand in more relations than are solved together");
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

  All all;
  judge_all(index, extraction, without_duplicates(std::move(drafts)), all);
  promote(corroborated(context, all.doubts, all.lists), all);
  promote_exchanged(context, all);
  std::vector<Judged>& judged = all.judged;
  std::vector<Check>& checks = all.checks;
  doubt_confirmed_differences(extraction, judged, checks);
  note_known_differences(context, judged, checks);
  reconcile(context, judged, all.doubts, checks);
  const Describer describer(document, extraction, panels, options.language);
  for (std::size_t i = 0; i < checks.size(); ++i) {
    if (options.texts == Texts::all || is_told(checks[i].verdict))
      describer.describe(judged[i], checks[i]);
    else
      describer.say_why(judged[i].judgement, checks[i]);
  }
  std::vector<Obligation> obligations = coverage(context, judged, all.doubts, checks, options);
  const JointResult joint = check_jointly(context, judged, checks);
  if (joint.relations > 0) obligations.push_back(joint_obligation(joint, all, options.language));
  add_conflicts(joint.conflicts, describer, all);
  for (std::size_t i = 0; i < judged.size(); ++i) checks[i].operands = std::move(judged[i].draft.operands);
  add_questions(ask(context), describer, all);
  if (options.texts == Texts::all) identify(document, extraction, checks);
  return {std::move(checks), std::move(obligations)};
}

}  // namespace gouji::audit
