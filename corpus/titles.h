// The report's own title near its top, also where it is broken over lines ("…2023年部门" / "整体支出绩效自评报告"), and the
// line below it that says where it was delivered ("——2026年1月8日在…会议上").
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "corpus/lines.h"

namespace gouji::corpus {

// Could a title end with this line?
bool ends_title(std::string_view content, const Line& line);

// Looks for the title among the lines from `first` on, up to the first running text; gives its lines the role `title`.
// Returns the first line of the title, or lines.size().
std::uint32_t mark_title(std::string_view decoded, std::vector<Line>& lines, std::uint32_t first, std::uint32_t last);

// A web page's article can start below its title: the nearest line above it that could be one becomes the title.
void recall_title(std::string_view decoded, std::vector<Line>& lines, std::uint32_t article);

// ——2026年1月8日在某市第五届人民代表大会第五次会议上: no item of a list, though a dash opens it.
bool is_delivery_line(std::string_view content);

// Joins that line where it is broken in two.
void join_delivery_line(std::string_view decoded, std::vector<Line>& lines, std::uint32_t first, std::uint32_t last);

}  // namespace gouji::corpus
