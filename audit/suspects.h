// Suspects: for every relation that fails, the figures that it could be mended by, each with the value that would mend most and what
// would then hold or break. A figure's relations alone are looked at, so that the cost grows with the findings and not with their square.
#pragma once

#include <cstdint>
#include <unordered_map>
#include <vector>

#include "audit/explain.h"
#include "audit/reconcile.h"

namespace gouji::audit {

// What if this figure were that value?
struct Suspect {
  FigureId figure = no_id;
  Decimal would_be;
  std::vector<std::uint32_t> mended;  // findings that would hold; indexes into checks
  int evidence = 0;                   // of relations that are only likely: mended, less the held ones that would break
  bool recomputed = false;            // a rate or share that is only recomputed from printed amounts
  Explanation explanation;
};

class Suspects {
 public:
  Suspects(const Context& context, const std::vector<Judged>& judged, const std::vector<Judged>& doubts, const std::vector<Check>& checks);

  // Of all findings; those that mend none are left out.
  std::vector<Suspect> find() const;
  // Relations that are only asked about, hold `suspect`'s figure and would be mended too.
  std::vector<std::uint32_t> asked_and_mended(const Suspect& suspect) const;

 private:
  struct Touching {
    std::vector<std::uint32_t> checks, doubts;
  };
  bool tried(std::uint32_t check) const;  // it is not too large
  void add_of_figure(FigureId figure, const Touching& touching, std::vector<Suspect>& out) const;
  Suspect suspect(FigureId figure, const Decimal& would_be, const Touching& touching) const;

  const Context& context_;
  const std::vector<Judged>& judged_;
  const std::vector<Judged>& doubts_;
  const std::vector<Check>& checks_;
  Explainer explainer_;
  std::vector<FigureId> order_;  // the figures of the findings, as they are met
  std::unordered_map<FigureId, Touching> touching_;
};

}  // namespace gouji::audit
