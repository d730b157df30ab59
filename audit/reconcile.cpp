#include "audit/reconcile.h"

#include <algorithm>
#include <set>
#include <unordered_map>

namespace gouji::audit {
namespace {

// Bounds against hostile input: a what-if is only tried where it stays cheap.
constexpr std::size_t most_operands = 64;
constexpr std::size_t most_checks_of_a_figure = 64;
constexpr std::size_t most_findings = 400;

bool is_finding(const Check& c) { return c.verdict == Verdict::inconsistent || c.verdict == Verdict::suspect_unit; }
bool is_held(const Check& c) { return c.verdict == Verdict::exact || c.verdict == Verdict::rounding; }

// What if this figure were that value?
struct Candidate {
  FigureId figure = no_id;
  Decimal would_be;
  std::vector<std::uint32_t> mended;  // findings that would hold
  std::size_t broken = 0;             // held checks that would not
  bool recomputed = false;            // a rate or share that is only recomputed from printed amounts
  int score() const { return static_cast<int>(mended.size()) - static_cast<int>(broken); }
};

class Reconciler {
 public:
  Reconciler(const Extraction& extraction, const std::vector<Judged>& judged, std::vector<Check>& checks)
      : extraction_(extraction), judged_(judged), checks_(checks) {
    for (std::uint32_t i = 0; i < checks.size(); ++i)
      if (is_finding(checks[i])) open_.insert(i);
    if (open_.empty() || open_.size() > most_findings) return;
    // Only an operand of a finding is ever tried.
    std::vector<bool> tried(extraction.figures.size());
    for (const std::uint32_t i : open_)
      for (const CheckOperand& o : judged[i].draft.operands) tried[o.figure] = true;
    for (std::uint32_t i = 0; i < checks.size(); ++i) {
      if (!is_finding(checks[i]) && !is_held(checks[i])) continue;
      for (const CheckOperand& o : judged[i].draft.operands)
        if (tried[o.figure]) of_figure_[o.figure].push_back(i);
    }
  }

  void run() {
    if (open_.size() > most_findings) return;
    find_candidates();
    while (!open_.empty()) {
      const Candidate* best = best_candidate();
      if (best == nullptr) return;
      assign(*best);
    }
  }

 private:
  Reading reading_of(const CheckOperand& o) const { return reading(extraction_.figures[o.figure]); }

  std::vector<Term> terms_of(const Draft& draft) const {
    std::vector<Reading> readings;
    readings.reserve(draft.operands.size());
    for (const CheckOperand& o : draft.operands) readings.push_back(reading_of(o));
    return printed_terms(draft, readings);
  }

  // Holds check `index` when `figure` is `value`?
  bool holds_with(std::uint32_t index, FigureId figure, const Decimal& value) const {
    const Judged& j = judged_[index];
    if (j.draft.operands.size() > most_operands) return false;
    std::vector<Term> terms = terms_of(j.draft);
    for (std::size_t i = 0; i < terms.size(); ++i) {
      if (j.draft.operands[i].figure != figure) continue;
      const Interval old = terms[i].range;
      terms[i].range = {value - (terms[i].value - old.low), value + (old.high - terms[i].value)};
      terms[i].value = value;
    }
    return holds(j.draft, terms);
  }

  Candidate candidate(FigureId figure, const Decimal& would_be) const {
    Candidate out;
    out.figure = figure;
    out.would_be = would_be;
    const auto& touching = of_figure_.at(figure);
    if (touching.size() > most_checks_of_a_figure) return {};
    for (const std::uint32_t i : touching) {
      const bool good = holds_with(i, figure, would_be);
      if (is_held(checks_[i]) && !good) ++out.broken;
      if (open_.contains(i) && good) out.mended.push_back(i);
    }
    return out;
  }

  std::optional<Decimal> would_be(std::uint32_t index, std::size_t operand) const {
    const Judged& j = judged_[index];
    const Reading r = reading_of(j.draft.operands[operand]);
    if (j.judgement.slip) {
      if (j.judgement.slip->operand != operand) return std::nullopt;
      return r.value.shifted(j.judgement.slip->power);
    }
    const auto solved = solve({j.draft.form, j.draft.expression}, terms_of(j.draft), operand);
    if (!solved || solved->sign() < 0) return std::nullopt;
    return solved->rounded(std::min(r.decimals, 12));
  }

  // Every operand of every finding, with the value that would mend it: tried once.
  void find_candidates() {
    for (const std::uint32_t index : open_) {
      const Draft& draft = judged_[index].draft;
      if (draft.operands.size() > most_operands) continue;
      const bool rate = draft.form == Form::quotient || draft.form == Form::change_rate || draft.form == Form::growth || draft.form == Form::formula;
      for (std::size_t i = 0; i < draft.operands.size(); ++i) {
        const auto value = would_be(index, i);
        if (!value) continue;
        Candidate c = candidate(draft.operands[i].figure, *value);
        c.recomputed = i == 0 && rate;
        if (!c.mended.empty()) candidates_.push_back(std::move(c));
      }
    }
  }

  // Of those that still mend something; nullptr for none.
  const Candidate* best_candidate() {
    Candidate* best = nullptr;
    bool tie = false;
    for (Candidate& c : candidates_) {
      std::erase_if(c.mended, [&](std::uint32_t i) { return !open_.contains(i); });
      if (c.mended.empty()) continue;
      const bool better = best == nullptr || c.score() > best->score() || (c.score() == best->score() && c.recomputed && !best->recomputed);
      if (better) {
        best = &c;
        tie = false;
      } else if (c.score() == best->score() && c.figure != best->figure && c.recomputed == best->recomputed) {
        tie = true;
      }
    }
    // A single sum that fails says that something in it is wrong, not what.
    if (best != nullptr && best->mended.size() == 1 && tie && !best->recomputed) return nullptr;
    return best;
  }

  void assign(const Candidate& best) {
    const std::vector<std::uint32_t> mended = best.mended;
    const std::uint32_t root = mended.front();
    for (const std::uint32_t i : mended) {
      checks_[i].blamed = Blame{best.figure, best.would_be};
      if (i != root) checks_[i].caused_by = root;
      open_.erase(i);
    }
    std::erase_if(candidates_, [&](const Candidate& c) {
      return std::none_of(c.mended.begin(), c.mended.end(), [&](std::uint32_t i) { return open_.contains(i); });
    });
  }

  const Extraction& extraction_;
  const std::vector<Judged>& judged_;
  std::vector<Check>& checks_;
  std::set<std::uint32_t> open_;
  std::vector<Candidate> candidates_;
  std::unordered_map<FigureId, std::vector<std::uint32_t>> of_figure_;
};

}  // namespace

void reconcile(const Extraction& extraction, const std::vector<Judged>& judged, std::vector<Check>& checks) {
  Reconciler(extraction, judged, checks).run();
}

}  // namespace gouji::audit
