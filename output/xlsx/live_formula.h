// A check's arithmetic as a spreadsheet formula over the cells of its operands: what the report states is computed anew from the
// others. Which formula is read from the operands' roles; it is taken only if its value is the check's own `computed`, so that a
// workbook never shows another arithmetic than the audit's. Pure.
#pragma once

#include <functional>
#include <optional>
#include <string>

#include "output/report.h"

namespace gouji::output::xlsx {

struct LiveFormula {
  std::string expression;  // without "="; canonical units
  double value = 0;
};

// `cell` names the cell with a figure's canonical value. nullopt where the check computed nothing, its roles give no
// formula, or the formula would be longer than a cell takes (8192 characters).
std::optional<LiveFormula> live_formula(const Report& report, const Check& check, const std::function<std::string(FigureId)>& cell);

}  // namespace gouji::output::xlsx
