// Lines that belong to the page, not to the text: page numbers ("14", "- 7 -", "—14—", "第 3 页 共 9 页"), and the lines of a
// table of contents with their dot leaders.
#pragma once

#include <string_view>
#include <vector>

#include "corpus/lines.h"

namespace gouji::corpus {

bool is_page_number(std::string_view content, bool bare_numbers);
bool is_contents_line(std::string_view content);

// Gives the lines their roles. `wrapped`: a bare number alone at a page's edge is a page number too.
void mark_page_lines(std::string_view decoded, std::vector<Line>& lines, bool wrapped);

}  // namespace gouji::corpus
