// Panel: a part of a table that has its own header, as the extractor read it: columns with their labels and roles, rows with
// their labels and hierarchy, and which figure stands in which cell. A table is one panel; or several where blocks stand side by
// side (收入 | 支出) or where a new header begins below (绩效自评表: funds, goals, indicators).
//
// Source: the 部门决算 forms (公开01—09表) and 绩效自评表 of the 财政部; see docs/ARCHITECTURE.md. Plain values; indexes, no
// pointers; owned by the Extraction. Threads: a value.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "model/figure.h"

namespace gouji {

enum class ColumnRole : std::uint8_t {
  label,        // 项目, 科目名称, 一级指标
  code,         // 科目编码
  line_number,  // 行次, 栏次, 序号
  unit,         // 计量单位: of the numbers beside it
  value,        // amounts, counts, ratios, scores
  text,         // 备注, 偏差原因
};

struct PanelColumn {
  std::uint32_t column = 0;  // of the table's grid
  ColumnRole role = ColumnRole::value;
  std::string label;  // the header cells from top to bottom, joined by "/": "事业收入/其中：教育收费"; without units and numbering
  std::uint32_t total = no_id;  // index in Panel::columns of the column that states the total of this one (合计 of 基本支出, 项目支出)
  bool of_which = false;        // 其中: `total` may be more than its parts
};

enum class RowKind : std::uint8_t { item, total, subtotal };

struct PanelRow {
  std::uint32_t row = 0;            // of the table's grid
  RowKind kind = RowKind::item;     // 合计, 总计; 小计, 本年收入合计
  std::string label;                // as printed, in one line: "一、财政拨款收入"
  std::string name;                 // without numbering, 其中 and code: "财政拨款收入"
  std::string code;                 // 科目编码
  std::vector<std::string> groups;  // labels of the columns before that of the row's own, from the left: 产出指标, 数量指标
  std::uint32_t parent = no_id;     // index in Panel::rows of the row that states the total of this one
  bool of_which = false;            // 其中: the parent may be more than its parts
  bool doubtful = false;            // an item that may as well be a part of the row above; a total of such items
};

struct Panel {
  TableId table = no_id;
  std::uint32_t block = 0;                    // of side-by-side blocks, from the left
  std::uint32_t first_row = 0, last_row = 0;  // of the grid, header included; half open
  std::uint32_t first_column = 0, last_column = 0;
  std::string title;  // of the table, or the panel's own: "2023年度部门整体支出绩效自评表"
  std::vector<PanelColumn> columns;
  std::vector<PanelRow> rows;   // body rows from top to bottom
  std::vector<FigureId> cells;  // rows × columns: the figure that is the cell's value; no_id where there is none

  FigureId at(std::size_t row, std::size_t column) const { return cells[row * columns.size() + column]; }
};

}  // namespace gouji
