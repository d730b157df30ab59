// Faults that leave out or double a row of a table or a part of a list. The relations become those that the changed report states.
#pragma once

#include "generate/random.h"
#include "generate/report.h"

namespace gouji::generate {

// The figures that went with it (Figure::gone); none: no place for it this time.
std::vector<FigureId> leave_out(Report& report, Random& random);
// The figures that were printed again, as figures of their own.
std::vector<FigureId> double_up(Report& report, Random& random);

}  // namespace gouji::generate
