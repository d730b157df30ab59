// A label as wide as its column, or wider, is printed with one blank before the number beside it: "城市基础设施配套费收入 1200",
// "青禾县 81070". Whether such a number is a cell of its own or stands in a name (第 3 中学) the other rows of the table tell.
#pragma once

#include <string_view>
#include <vector>

#include "corpus/grid_lines.h"

namespace gouji::corpus {

// Parts row's segment k at the blank at byte `at` of `decoded`, which stands in column x.
void part_at(std::string_view decoded, PrintedRow& row, std::size_t k, std::uint32_t at, unsigned x);

// A sentence has blanks of its own: 完成造林 1200 亩，抚育 3500 亩。
bool is_sentence(std::string_view text);

// Parts labels and numbers where the row is then made like another row of the table, or like two others so parted. O(characters).
void part_fused_numbers(std::string_view decoded, Measure measure, std::vector<PrintedRow>& rows);

}  // namespace gouji::corpus
