// The furniture of a web page around its article: menus, the path to the page, index numbers, print and font buttons, visit
// counters, shares, imprint and record numbers. The article is the stretch between furniture lines that holds
// running text; what stands before its title and after its last line is furniture too. Nothing is dropped: the lines get
// the role `furniture`.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "corpus/lines.h"

namespace gouji::corpus {

struct Article {
  std::uint32_t first = 0, last = 0;  // lines [first, last)
};

bool is_furniture_line(std::string_view content, const Line& line);

// The articles of the text (a file can hold several pages), at least one; all of it when it is no web page. Call it before the
// tables are looked for.
std::vector<Article> mark_furniture(std::string_view decoded, std::vector<Line>& lines);

}  // namespace gouji::corpus
