// Rows whose names are known to divide a whole stand beside each other, whatever their numbering and indentation say: 公务接待费 is no part
// of 公务用车购置及运行维护费, though 其中 stands under that and no number before this. Source: patterns/data/partitions.toml.
#pragma once

#include <vector>

#include "extractor/table_rows.h"

namespace gouji::extractor {

// Sets the parents of such rows right: of three parts and more, in short tables (others have codes). O(rows × spellings) for 200 rows at most.
void settle_divided_rows(std::vector<RowMeaning>& rows, const patterns::Library& library);

}  // namespace gouji::extractor
