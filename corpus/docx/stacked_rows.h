// Rows that stand stacked in one: a converter from print put a whole column into each cell, a line for each row, and columns that it did
// not tell apart between TABs of one cell.
#pragma once

#include <string_view>

#include "corpus/draft.h"

namespace gouji::corpus::docx {

// Parts such rows: all cells that hold anything hold as many lines (three or more), and one holds nothing but numbers.
void part_stacked_rows(std::string_view text, TableDraft& table);

}  // namespace gouji::corpus::docx
