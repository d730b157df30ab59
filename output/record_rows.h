// A figure and a check as one row of a table, the same for every writer of tables (CSV, XLSX): flat, one column a field of
// docs/record_format.md, "" where the record says null. Lists stand in one cell, their elements parted by " | ".
// Pure; every row has as many cells as there are columns.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "model/across.h"
#include "output/printed_figures.h"
#include "output/report.h"

namespace gouji::output {

struct RowColumn {
  std::string_view name;
  bool number = false;  // holds a decimal or an integer; text otherwise
};
using Row = std::vector<std::string>;

std::span<const RowColumn> figure_columns();
Row figure_row(const Report& report, const PrintedFigures& index, FigureId id);

std::span<const RowColumn> check_columns();
Row check_row(const Report& report, const PrintedFigures& index, const Check& check);
// Of a check across documents: the same columns; `document` and `path` are those of the stated figure, the last document's.
Row across_row(const AcrossCheck& check);

}  // namespace gouji::output
