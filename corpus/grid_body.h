// The rows below a printed header: which printed lines are one row (grid_rows.h), which labels reach over several (merged_labels.h).
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "corpus/draft.h"
#include "corpus/form_bands.h"
#include "corpus/grid_columns.h"
#include "corpus/grid_lines.h"

namespace gouji::corpus {

bool is_year(std::string_view number);
bool is_code(std::string_view number);  // 205, 2050299
// 栏次  1  2  3: the numbers of the columns, alone or behind their name.
bool numbers_columns(std::string_view decoded, const PrintedRow& row);
// 一、 其中： 注: begins a row.
bool starts_item(std::string_view text);

// Adds the rows [first, end) of `rows` to the draft, below what it has. Each segment's column is known; that of a label that reaches over
// several columns is set right. Labels of a headed band may reach over several rows. Why the rows are not sure: empty where they are.
std::string_view write_body(std::string_view decoded, std::vector<PrintedRow>& rows, std::size_t first, const std::vector<Column>& columns,
                            const Band& band, TableDraft& draft);

}  // namespace gouji::corpus
