#include "audit/reconcile.h"

#include <algorithm>
#include <map>
#include <queue>
#include <set>

#include "audit/digits.h"
#include "audit/suspects.h"

namespace gouji::audit {
namespace {

bool is_finding(const Check& c) { return c.verdict == Verdict::inconsistent || c.verdict == Verdict::suspect_unit; }

class Reconciler {
 public:
  Reconciler(const Context& context, std::vector<Judged>& judged, const std::vector<Judged>& doubts, std::vector<Check>& checks)
      : judged_(judged),
        checks_(checks),
        explainer_(context),
        suspects_(context, judged, doubts, checks),
        found_(suspects_.find()),
        open_(checks.size()) {
    for (std::uint32_t i = 0; i < checks.size(); ++i) open_[i] = is_finding(checks[i]);
    of_finding_.resize(checks.size());
    for (std::uint32_t s = 0; s < found_.size(); ++s)
      for (const std::uint32_t i : found_[s].mended) of_finding_[i].push_back(s);
  }

  // The suspect that mends most goes first. What a suspect mends only shrinks as findings are given their cause, so one whose rank has
  // sunk goes back into the queue: every suspect is looked at once a finding that it mends.
  void run() {
    assign_known();
    for (std::uint32_t s = 0; s < found_.size(); ++s) queue_.push({rank(found_[s]), s});
    while (!queue_.empty()) {
      const auto [then, s] = queue_.top();
      queue_.pop();
      Suspect& suspect = found_[s];
      std::erase_if(suspect.mended, [&](std::uint32_t i) { return !open_[i]; });
      if (suspect.mended.empty() || score(suspect) <= 0) continue;
      if (rank(suspect) < then)
        queue_.push({rank(suspect), s});
      else if (suspect.mended.size() > 1 || stands_out(s))
        assign(suspect);
    }
    for (std::uint32_t i = 0; i < checks_.size(); ++i)
      if (open_[i] && checks_[i].verdict == Verdict::inconsistent) judged_[i].likely = explainer_.of_sum(judged_[i]);
  }

 private:
  // What a rule knows the cause of: rows that are missing or doubled, which no figure can be blamed for.
  void assign_known() {
    std::map<FigureId, std::uint32_t> roots;
    for (std::uint32_t i = 0; i < checks_.size(); ++i) {
      const Draft& draft = judged_[i].draft;
      if (!open_[i] || draft.known.cause == Cause::none) continue;
      const auto [root, first] = roots.try_emplace(draft.known_once, i);
      if (!first) checks_[i].caused_by = root->second;
      judged_[i].likely = draft.known;
      open_[i] = false;
    }
  }

  struct Rank {
    int score = 0, likely = 0;
    std::int64_t early = 0;  // the first in reading order
    friend auto operator<=>(const Rank&, const Rank&) = default;
  };
  static int score(const Suspect& s) {
    constexpr int weight_of_finding = 4;
    return weight_of_finding * static_cast<int>(s.mended.size()) + s.evidence;
  }
  // A share is rather wrong than its amounts, unless a slip explains one of them.
  static int likely(const Suspect& s) { return 2 * strength(s.explanation.cause) + (s.recomputed ? 3 : 0); }
  static Rank rank(const Suspect& s) { return {score(s), likely(s), -static_cast<std::int64_t>(s.figure)}; }

  // A single sum that fails says that something in it is wrong, not what: one of its figures must have more against it than the others.
  bool stands_out(std::uint32_t index) const {
    const Suspect& best = found_[index];
    // 减少0.92亿元，增长7.5%: either word may be the wrong one, unless another relation speaks against one of them.
    const Draft& finding = judged_[best.mended.front()].draft;
    if (finding.form == Form::change_rate && finding.operands.front().sign < 0) return best.evidence > 0;
    for (const std::uint32_t s : of_finding_[best.mended.front()]) {
      const Suspect& other = found_[s];
      if (s == index || other.figure == best.figure) continue;
      const auto open = std::count_if(other.mended.begin(), other.mended.end(), [&](std::uint32_t i) { return open_[i] != 0; });
      const int rival = score(other) - 4 * static_cast<int>(static_cast<std::ptrdiff_t>(other.mended.size()) - open);
      if (rival >= score(best) && likely(other) >= likely(best)) return false;
    }
    return true;
  }

  // Where the wrong figure is itself what is stated, the arithmetic shows best what it should be; an error says more than a 尾差.
  std::uint32_t report_of(const Suspect& suspect) const {
    const auto order = [&](std::uint32_t i) {
      const Check& c = checks_[i];
      return std::tuple(c.severity, c.stated == suspect.figure ? 0 : 1, i);
    };
    return *std::min_element(suspect.mended.begin(), suspect.mended.end(), [&](std::uint32_t a, std::uint32_t b) { return order(a) < order(b); });
  }

  void assign(const Suspect& suspect) {
    const std::uint32_t root = report_of(suspect);
    for (const std::uint32_t i : suspect.mended) {
      checks_[i].blamed = Blame{suspect.figure, suspect.would_be};
      if (i != root) checks_[i].caused_by = root;
    }
    judged_[root].likely = suspect.explanation;
    judged_[root].mends = static_cast<std::uint32_t>(suspect.mended.size());
    for (const std::uint32_t i : suspects_.asked_and_mended(suspect))
      if (checks_[i].caused_by == no_id) checks_[i].caused_by = root;
    for (const std::uint32_t i : suspect.mended) open_[i] = false;
  }

  std::vector<Judged>& judged_;
  std::vector<Check>& checks_;
  Explainer explainer_;
  Suspects suspects_;
  std::vector<Suspect> found_;
  std::vector<char> open_;
  std::vector<std::vector<std::uint32_t>> of_finding_;
  std::priority_queue<std::pair<Rank, std::uint32_t>> queue_;
};

}  // namespace

void reconcile(const Context& context, std::vector<Judged>& judged, const std::vector<Judged>& doubts, std::vector<Check>& checks) {
  const bool any = std::any_of(checks.begin(), checks.end(), is_finding);
  if (any) Reconciler(context, judged, doubts, checks).run();
}

}  // namespace gouji::audit
