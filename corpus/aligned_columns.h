// Tables printed as aligned columns (pdftotext -layout): runs of lines whose parts stand apart by two or more blank columns,
// with the label lines wrapped between them. Finds where they stand; aligned_grid.h reads them.
#pragma once

#include <string_view>
#include <vector>

#include "corpus/draft.h"
#include "corpus/layout.h"
#include "corpus/lines.h"
#include "corpus/table_region.h"

namespace gouji::corpus {

// Finds the tables in order and gives their lines the role `aligned`; page numbers inside keep theirs.
std::vector<TableRegion> find_aligned_tables(std::string_view decoded, std::vector<Line>& lines);

// The same for the labels and numbers of charts that wrapped print strews over short lines. After the tables.
std::vector<TableRegion> find_charts(std::string_view decoded, std::vector<Line>& lines);

}  // namespace gouji::corpus
