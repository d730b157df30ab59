// What the labels of rows say beside a name: a year (2022年末…余额), and where a table is laid on its side the basis of the row's
// figures (预算数 | 决算数 | 增减额 | 增减率 below each other).
#pragma once

#include <vector>

#include "extractor/table_rows.h"

namespace gouji::extractor {

// Of one row, from its name: the year at its beginning goes to `row.period` and out of the name.
void take_period(RowMeaning& row);

// Where every row that has a name is called by a basis or a change, the rows take what their names say and have no name of their own.
void settle_bases(std::vector<RowMeaning>& rows, const patterns::Library& library);

}  // namespace gouji::extractor
