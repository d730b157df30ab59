// A table found among the lines, and the lines above it that say what it is.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "corpus/draft.h"
#include "corpus/lines.h"

namespace gouji::corpus {

struct TableRegion {
  std::uint32_t first = 0, last = 0;  // lines [first, last)
  TableDraft table;
};

// A unit line (单位：万元), alone or beside the name of the reporting office.
bool is_unit_line(std::string_view content, const Line& line);
// A title line: 表 1：…, 附表2, 2021年收支决算总表.
bool is_table_title(std::string_view content, const Line& line);

// Gives the title and unit lines above each table the role `caption` and notes them in the draft.
void mark_captions(std::string_view decoded, std::vector<Line>& lines, std::vector<TableRegion>& tables);

// The captions of figures, and of tables that are pictures (图1 …, 表 2 …), get the same role. Call it last.
void mark_figure_captions(std::string_view decoded, std::vector<Line>& lines);

}  // namespace gouji::corpus
