// The sheets of a working paper. The rows of the figures' sheet are the figures in reading order, so that the others can name
// their cells. Internal to output/xlsx.
#pragma once

#include <string>
#include <vector>

#include "model/across.h"
#include "output/report_view.h"
#include "output/xlsx/workbook.h"

namespace gouji::output::xlsx {

// Names of the sheets, in the page's language; in formulas quoted.
struct SheetNames {
  explicit SheetNames(Language language);
  std::string findings, tie_out, figures, tables, coverage, legend;
};

struct Paper {
  const ReportView& view;
  Workbook& book;
  SheetNames names;
  std::string version;
};

void write_findings(const Paper& paper, Sheet sheet);
void write_tie_out(const Paper& paper, Sheet sheet);
void write_figures(const Paper& paper, Sheet sheet);
void write_tables(const Paper& paper, Sheet sheet);
void write_coverage(const Paper& paper, Sheet sheet);
void write_legend(const Paper& paper, Sheet sheet);

void write_across(Sheet sheet, const std::vector<AcrossCheck>& checks, Language language);

// The columns of the figures' sheet that others refer to.
namespace figure_column {
inline constexpr std::uint32_t printed = 1, number = 2, factor = 3, canonical = 4, exact = 5, records = 6;
}
// And of the tie-out sheet.
namespace tie_column {
inline constexpr std::uint32_t stated = 6, recomputed = 7, difference = 8, records = 14;
}

// "'数字'!$E$12": the cell of a figure.
std::string figure_cell(const Paper& paper, FigureId id, std::uint32_t column);
// Row of a check on the tie-out sheet.
std::uint32_t tie_out_row(std::size_t check);
// How many decimals a figure prints, for the format of its number; 0 where it prints none or is no plain number.
int printed_decimals(const Paper& paper, FigureId id);
Tone tone_of(Verdict verdict);

}  // namespace gouji::output::xlsx
