// What the checks together say of each figure: what a page or a workbook marks it with. Pure.
#pragma once

#include <cstdint>
#include <vector>

#include "output/report.h"

namespace gouji::output {

enum class FigureState : std::uint8_t {
  unchecked,  // no check computes it
  operand,    // only in checks that fail, or were not run, for another reason than itself
  ties_out,   // a check that holds proves it
  asked,      // an auditor would ask: query, unlikely, explained
  blamed,     // the figure whose change would mend a finding
  stated,     // the figure that a finding says does not hold
};

struct FigureMark {
  FigureState state = FigureState::unchecked;
  bool exact = false;  // ties_out: exactly, not only within rounding
};

// By FigureId. The strongest word wins, in the order above.
std::vector<FigureMark> figure_marks(const Report& report);

}  // namespace gouji::output
