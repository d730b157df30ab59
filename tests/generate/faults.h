// Plants one fault in a clean report, and sees to it that the report itself shows it: at least one stated relation must break beyond rounding.
#pragma once

#include "generate/random.h"
#include "generate/report.h"

namespace gouji::generate {

// False (and the report as it was) where the report offers no place for such a fault.
bool plant(Report& report, FaultKind kind, Random& random);

}  // namespace gouji::generate
