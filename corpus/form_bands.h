// A printed form is a stack of bands, each with columns of its own: what was filled in at its top (项目名称, 主管部门), the money with
// its header, the goals of the year, the indicators with theirs. Finds where each begins and how far its header reaches.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "corpus/grid_lines.h"

namespace gouji::corpus {

struct Band {
  std::size_t first = 0, body = 0, last = 0;  // printed rows: [first, body) is the header, [body, last) what stands under it
  bool headed = false;                        // its header was found here; else where it ends is for the reader to find
  bool sentences = false;                     // what stands under the header is one row of sentences, wrapped in their cells
};

// In order, from the first row to the last; one band that is not `headed` where the table is no form. O(segments).
std::vector<Band> find_bands(std::string_view decoded, const std::vector<PrintedRow>& rows);

// A line of headings: at least three of them, or those over a form's goals. No number stands in it.
bool is_heading_line(std::string_view decoded, const std::vector<Segment>& segments);

// The headings over a form's goals: 预期目标, 实际完成情况.
bool heads_goals(std::string_view decoded, const std::vector<Segment>& segments);

}  // namespace gouji::corpus
