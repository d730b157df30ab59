#include "output/coverage_counts.h"

#include <vector>

namespace gouji::output {

CoverageCounts count_coverage(const Report& report) {
  CoverageCounts out;
  out.obligations = report.coverage.size();
  for (const Obligation& o : report.coverage) out.ran += o.ran ? 1 : 0;
  std::vector<bool> checked(report.extraction.figures.size());
  for (const Check& check : report.checks) {
    if (check.verdict == Verdict::not_checkable) continue;
    for (const CheckOperand& o : check.operands)
      if (o.figure < checked.size()) checked[o.figure] = true;
  }
  for (std::size_t i = 0; i < checked.size(); ++i) {
    if (report.extraction.figures[i].role != Role::measure) continue;
    ++out.figures;
    out.figures_checked += checked[i] ? 1 : 0;
  }
  return out;
}

}  // namespace gouji::output
