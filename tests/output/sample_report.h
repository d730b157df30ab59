// A report made by hand (an invented county office), with one of everything that writers print.
#pragma once

#include "output/report.h"

namespace gouji::output::testing {

Report sample_report();

}  // namespace gouji::output::testing
