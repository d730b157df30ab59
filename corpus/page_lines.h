// Lines that belong to the page, not to the text: page numbers ("14", "- 7 -", "—14—", "第 3 页 共 9 页"), and the lines of a
// table of contents with their dot leaders.
#pragma once

#include <string_view>
#include <vector>

#include "corpus/lines.h"

namespace gouji::corpus {

bool is_page_number(std::string_view content, bool bare_numbers);
bool is_contents_line(std::string_view content);

// Gives contents lines and page numbers with a sign of their own (dashes, 第 页) their roles; true when the document has several such
// page numbers, so that a bare number is none.
bool mark_page_lines(std::string_view decoded, std::vector<Line>& lines);

// Bare numbers alone on the first or last line of a page, and with `last_line` of the text.
void mark_bare_page_numbers(std::string_view decoded, std::vector<Line>& lines, bool last_line);

}  // namespace gouji::corpus
