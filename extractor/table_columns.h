// What the columns of a part of a table mean: their labels joined from the header rows, role, kind, unit, period, basis; where
// blocks stand side by side; and which column totals which.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "extractor/table_headers.h"
#include "model/panel.h"

namespace gouji::extractor {

struct ColumnMeaning {
  PanelColumn panel;                // role, label, total
  std::vector<std::string> labels;  // from the top: "事业收入", "其中：教育收费"
  std::optional<Kind> kind;         // what the header says of the numbers
  Aspect aspect = Aspect::level;
  std::optional<UnitHint> unit;  // of the header: （万元）, 人
  Period period;
  int years_from_report = 0;  // 上年: -1, where the header says so and no year
  bool relative = false;
  Basis basis = Basis::none;
  Fund fund = Fund::none;
  bool comparators = false;  // ≥, ≤, =: what its targets are, in the column beside
  std::string name;          // what the label adds to the name of a row: "基本支出"; "" for 2022年决算数, 金额, 合计
};

// Columns [first, last) of a part.
struct ColumnBlock {
  std::uint32_t first = 0, last = 0;
  std::vector<ColumnMeaning> columns;
};

// What a cell of such a column says of the target in its row; none: it is another word (定性).
std::optional<Comparator> comparator_of(std::string_view label, const patterns::Library& library);

// The blocks of a part, from the left. Every column of the grid is in one block.
std::vector<ColumnBlock> read_columns(const TableGrid& grid, const TablePart& part, const patterns::Library& library);

}  // namespace gouji::extractor
