// What the rows of a block of columns mean: their labels, codes, and which row totals which: by code (类=Σ款=Σ项), by numbering, by
// 其中, and by the words 合计, 总计, 小计.
#pragma once

#include <vector>

#include "extractor/table_columns.h"

namespace gouji::extractor {

// A row of the body, by block.
struct RowMeaning {
  PanelRow panel;
  std::optional<UnitHint> unit;  // 财政供养人员情况（人）
  Period period;                 // 2022年末…余额: where the row's label says it
  Basis basis = Basis::none;     // 预算数, 决算数 below each other: the rows' own
  Aspect aspect = Aspect::level;
  std::optional<Kind> kind;
  bool relabelled = false;  // label | number | label | number: its cells do not follow the header
};

std::vector<RowMeaning> read_rows(const TableGrid& grid, const TablePart& part, const ColumnBlock& block, const patterns::Library& library);

}  // namespace gouji::extractor
