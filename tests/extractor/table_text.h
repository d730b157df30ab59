// Tables written in small ("a|b" a row) as a converter prints them in cell lines, and the figures that come of them.
#pragma once

#include <sstream>
#include <string>
#include <vector>

#include "extraction.h"

namespace gouji::test {

// Rows of cells: a TAB before each cell, a blank line behind each row, two behind the table.
inline std::string cell_lines(const std::string& rows) {
  std::istringstream in(rows);
  std::string out;
  for (std::string row; std::getline(in, row);) {
    std::istringstream cells(row);
    for (std::string cell; std::getline(cells, cell, '|');) {
      const auto begin = cell.find_first_not_of(' ');
      out += "\t" + (begin == std::string::npos ? std::string() : cell.substr(begin, cell.find_last_not_of(' ') - begin + 1)) + "\n";
    }
    out += "\n";
  }
  return out + "\n";
}

inline std::string report(const std::string& title, const std::string& rows) {
  return "松溪县水务局2023年度部门决算说明\n本年支出426.92万元。\n" + title + "\n" + cell_lines(rows) + "说明到此为止。\n";
}

// The lines of the figures in tables, as extraction.h prints them, with " @row/column" of the labels behind.
inline std::vector<std::string> figures(const Extracted& e) {
  std::vector<std::string> out;
  for (FigureId id = 0; id < e.extraction.figures.size(); ++id) {
    const Figure& f = e.extraction.figures[id];
    if (f.table != no_id) out.push_back(e.line(id) + " " + f.value.str() + " " + f.unit.value.str());
  }
  return out;
}

}  // namespace gouji::test
