#include "output/tally.h"

#include <algorithm>
#include <numeric>

namespace gouji::output {

std::uint64_t VerdictCounts::total() const { return std::accumulate(counts.begin(), counts.end(), std::uint64_t{0}); }

VerdictCounts count_verdicts(const std::vector<Check>& checks) {
  VerdictCounts out;
  for (const Check& check : checks) out.add(check.verdict);
  return out;
}

void Tally::add(const Report& report) {
  inputs += std::max<std::uint64_t>(1, report.document.meta.paths.size());
  ++documents;
  figures += report.extraction.figures.size();
  for (const Check& check : report.checks) {
    checks.add(check.verdict);
    if (is_finding(check)) ++findings;
  }
}

void Tally::add(const Refusal& /*refusal*/) {
  ++inputs;
  ++refusals;
}

}  // namespace gouji::output
