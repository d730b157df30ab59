// The grid of one band of aligned columns (form_bands.h; most tables are one): rows whose label is wrapped around its values become one
// row, header lines become header cells with their spans, the pages one grid. See grid_columns.h, grid_header.h, grid_body.h.
#pragma once

#include <string_view>
#include <vector>

#include "corpus/draft.h"
#include "corpus/form_bands.h"
#include "corpus/grid_columns.h"
#include "corpus/grid_lines.h"
#include "corpus/lines.h"

namespace gouji::corpus {

struct BandGrid {
  TableDraft table;
  std::vector<Column> columns;  // of the grid, from left to right
};

// Reads `rows` [band.first, band.last). Lines of a header that a later page repeats get the role `furniture`.
BandGrid read_band(std::string_view decoded, std::vector<Line>& lines, const std::vector<PrintedRow>& rows, const Band& band);

}  // namespace gouji::corpus
