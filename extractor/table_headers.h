// Where the headers of a table are: it is divided from top to bottom into parts, each with its header rows and its body.
// 绩效自评表 has several (funds, goals, indicators); most tables have one.
#pragma once

#include <cstdint>
#include <vector>

#include "extractor/table_grid.h"
#include "patterns/library.h"

namespace gouji::extractor {

// Rows [first, body) are the header, [body, last) the body. Without a header first == body.
struct TablePart {
  std::uint32_t first = 0, body = 0, last = 0;
  std::vector<std::uint32_t> number_rows;  // 栏次: header rows that count the columns
  std::vector<std::uint32_t> repeated;     // rows of the body that print the header again, on a further page; ascending

  bool is_header(std::uint32_t row) const;
};

std::vector<TablePart> find_parts(const TableGrid& grid, const patterns::Library& library);

// A header's words: without white space, unit in brackets, years and list numbers at their beginning.
std::string header_words(std::string_view label, const patterns::Library& library);
// What a header (its words as header_words has them) names in the library, brackets behind it or not: 项目（按功能分类）.
const patterns::ColumnWord* column_word(std::string_view header, const patterns::Library& library);
// They say what a column holds, or on which basis.
bool is_column_word(std::string_view label, const patterns::Library& library);

}  // namespace gouji::extractor
