// The findings of a report in the order in which a person reads them: errors before warnings, each in the report's own order.
#pragma once

#include <cstddef>
#include <vector>

#include "output/report.h"

namespace gouji::output {

struct Finding {
  std::size_t check = 0;         // index into report.checks
  std::size_t number = 1;        // as the reader counts them
  std::size_t consequences = 0;  // checks that fail for the same cause
};

std::vector<Finding> findings_in_order(const Report& report);

}  // namespace gouji::output
