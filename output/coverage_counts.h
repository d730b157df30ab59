// How much of a report was checked: silence is never a pass. Pure.
#pragma once

#include <cstdint>

#include "output/report.h"

namespace gouji::output {

struct CoverageCounts {
  std::uint64_t obligations = 0, ran = 0;          // of Report::coverage
  std::uint64_t figures = 0, figures_checked = 0;  // measures; those that stand in at least one check that ran
};
CoverageCounts count_coverage(const Report& report);

}  // namespace gouji::output
