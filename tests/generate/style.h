// Style: how one report is written, drawn once a report, so that a report is consistent with itself and differs from the next.
#pragma once

#include <string>

#include "generate/random.h"

namespace gouji::generate {

struct Unit {
  std::string name;  // 万元
  int exponent = 0;  // 10^4
  int decimals = 2;
};

struct Style {
  Unit money{"万元", 4, 2}, table_money{"万元", 4, 2};
  bool trim = false;  // zeros at the end of an amount's decimals in prose
  bool trim_table = false;
  bool group = false;  // 1,234.56 in prose
  bool group_table = false;
  int percent_decimals = 2;
  bool trim_percent = false;
  bool zero_blank = true;    // in tables; else "0" or "0.00"
  bool whole_zero = false;   // a zero is printed "0", not "0.00"
  unsigned numbering = 0;    // of headings
  bool ascii_marks = false;  // ':' ';' for ：；
  std::string separator;     // of listed parts
};

Style department_style(Random& random);
Style government_style(Random& random);

}  // namespace gouji::generate
