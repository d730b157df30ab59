// The label of a row taken apart: "其中：1、业务工作经费（万元）" is numbered 1、, a part of what stands above, and named 业务工作经费.
// Pure.
#pragma once

#include <string>
#include <string_view>

namespace gouji::extractor {

struct RowLabel {
  std::string name;       // without numbering, 其中, code, weight and colon
  std::string code;       // 2050205 before the name
  std::string style;      // of the number: "一、", "（一）", "1、" with the digit 1 for any; "" without one
  int ordinal = 0;        // what it counts
  bool of_which = false;  // 其中 stands before it
};

// `label` is without white space.
RowLabel read_row_label(std::string_view label);

// 201, 20502, 2050205, 30101: a functional or economic code of 政府收支分类科目.
bool is_subject_code(std::string_view text);

}  // namespace gouji::extractor
