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
  std::vector<TableRegion> nested{};  // tables inside its cells, in reading order; they cover no lines
  std::uint32_t cell = no_id;         // of a nested one: the cell that it stands in
};

// A unit line (单位：万元), alone or beside the name of the reporting office.
bool is_unit_line(std::string_view content, const Line& line);
// A title line: 表 1：…, 附表2, 2021年收支决算总表.
bool is_table_title(std::string_view content, const Line& line);

// Notes the title and the unit line that stand in the table's own first rows, alone in theirs.
void mark_names_inside(std::string_view decoded, TableDraft& table);

// Gives the title and unit lines above each table the role `caption` and notes them in the draft.
void mark_captions(std::string_view decoded, std::vector<Line>& lines, std::vector<TableRegion>& tables);

// The captions of figures, and of tables that are pictures (图1 …, 表 2 …), get the same role. Call it last.
void mark_figure_captions(std::string_view decoded, std::vector<Line>& lines);

}  // namespace gouji::corpus
