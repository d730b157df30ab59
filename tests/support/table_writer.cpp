#include "support/table_writer.h"

#include <algorithm>
#include <map>
#include <set>
#include <utility>

namespace gouji::test {
namespace {

const GridCell* at(const Grid& grid, unsigned row, unsigned column) {
  for (const GridCell& cell : grid.cells) {
    if (cell.row <= row && row < cell.row + cell.row_span && cell.column <= column && column < cell.column + cell.column_span) return &cell;
  }
  return nullptr;
}

std::string write_cells(const Grid& grid, const std::string& between_paragraphs) {
  std::string out;
  for (unsigned row = 0; row < grid.rows; ++row) {
    for (unsigned column = 0; column < grid.columns;) {
      const GridCell* cell = at(grid, row, column);
      out += '\t';
      for (std::size_t i = 0; cell->row == row && i < cell->lines.size(); ++i) out += (i > 0 ? between_paragraphs : "") + cell->lines[i];
      out += '\n';
      column += cell->column_span;
    }
    out += '\n';
  }
  return out + "\n";
}

unsigned width_of(const std::string& text, bool wide_han) {
  unsigned width = 0;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const auto byte = static_cast<unsigned char>(text[i]);
    if ((byte & 0xC0U) == 0x80U) continue;
    width += byte >= 0xE0 && wide_han ? 2 : 1;
  }
  return width;
}

bool is_number(const std::string& text) { return !text.empty() && text.find_first_not_of("0123456789.,-%") == std::string::npos; }

bool is_amount(const std::string& text) { return is_number(text) && (text.find('.') != std::string::npos || text == "0"); }  // a code is none

// Lays the cells out on lines; y counts half lines, so that what stands between two lines has a place.
class Page {
 public:
  Page(const Grid& grid, const AlignedPrint& print) : grid_(grid), print_(print) {
    std::vector<unsigned> widths(grid.columns, 2);
    find_amounts();
    for (const GridCell& cell : grid.cells) {
      if (cell.column_span == 1) widths[cell.column] = std::max(widths[cell.column], widest(cell));
    }
    for (const GridCell& cell : grid.cells) {  // a heading wider than what it heads
      unsigned covered = (cell.column_span - 1) * print.gap;
      for (unsigned c = cell.column; c < cell.column + cell.column_span; ++c) covered += widths[c];
      if (widest(cell) > covered) widths[cell.column + cell.column_span - 1] += widest(cell) - covered;
    }
    unsigned x = 0;
    for (const unsigned width : widths) {
      left_.push_back(x);
      x += width;
      right_.push_back(x);
      x += print.gap;
    }
  }

  std::string write() {
    std::string out = rows(0, grid_.header_rows);
    const unsigned on_page = print_.rows_on_page == 0 ? grid_.rows : print_.rows_on_page;
    for (unsigned row = grid_.header_rows, page = 1; row < grid_.rows; row += on_page, ++page) {
      if (row > grid_.header_rows) {
        out += "\n" + std::string(20, ' ') + std::to_string(page) + "\n\f";
        if (print_.repeat_header) out += rows(0, grid_.header_rows);
      }
      out += rows(row, std::min(grid_.rows, row + on_page));
    }
    return out;
  }

 private:
  unsigned widest(const GridCell& cell) const {
    unsigned width = 0;
    for (const std::string& line : cell.lines) width = std::max(width, width_of(line, print_.wide_han));
    return width;
  }

  // Columns of amounts, from each header on: all their numbers are set flush right.
  void find_amounts() {
    band_.assign(grid_.rows, 0);
    for (const GridCell& cell : grid_.cells)
      if (cell.centred) band_[cell.row] = 1;
    for (unsigned row = 1; row < grid_.rows; ++row) band_[row] += band_[row - 1];
    for (const GridCell& cell : grid_.cells)
      for (const std::string& line : cell.lines)
        if (is_amount(line)) amounts_.insert({band_[cell.row], cell.column});
  }

  // Half lines that a row takes: its highest cell's.
  unsigned height(unsigned row) const {
    std::size_t lines = 1;
    for (const GridCell& cell : grid_.cells) {
      if (cell.row == row && cell.row_span == 1) lines = std::max(lines, cell.lines.size());
    }
    return static_cast<unsigned>(2 * lines);
  }

  std::string rows(unsigned first, unsigned last) const {
    std::map<unsigned, std::map<unsigned, std::string>> lines;  // y → x → text
    std::vector<unsigned> top(grid_.rows + 1, 0);
    for (unsigned row = first, y = 100; row <= last; ++row) {
      top[row] = y;
      if (row < last) y += height(row);
    }
    for (const GridCell& cell : grid_.cells) {
      if (cell.row < first || cell.row >= last) continue;
      const unsigned middle = (top[cell.row] + top[cell.row + cell.row_span]) / 2;
      for (std::size_t i = 0; i < cell.lines.size(); ++i) {
        const unsigned y = middle + 2 * static_cast<unsigned>(i) - static_cast<unsigned>(cell.lines.size());
        lines[y][place(cell, cell.lines[i])] = cell.lines[i];
      }
    }
    std::string out;
    unsigned above = lines.empty() ? 0 : lines.begin()->first;
    for (const auto& [y, parts] : lines) {
      for (; y - above >= 4; above += 2) out += '\n';  // rows of blank cells
      above = y;
      unsigned x = 0;
      for (const auto& [from, text] : parts) {
        out += std::string(from - x, ' ') + text;
        x = from + width_of(text, print_.wide_han);
      }
      out += '\n';
    }
    return out;
  }

  unsigned place(const GridCell& cell, const std::string& line) const {
    const unsigned left = left_[cell.column], right = right_[cell.column + cell.column_span - 1], width = width_of(line, print_.wide_han);
    if (cell.row < grid_.header_rows || cell.centred || print_.centred) return left + (right - left - width) / 2;
    return is_number(line) && amounts_.count({band_[cell.row], cell.column}) > 0 ? right - width : left;
  }

  const Grid& grid_;
  const AlignedPrint& print_;
  std::vector<unsigned> left_, right_;
  std::vector<unsigned> band_;                       // of each row: headers above it
  std::set<std::pair<unsigned, unsigned>> amounts_;  // band, column
};

}  // namespace

std::string write_docx_cells(const Grid& grid) { return write_cells(grid, "\n"); }
std::string write_doc_cells(const Grid& grid) { return write_cells(grid, "\n\n"); }

std::string write_line_rows(const Grid& grid) {
  std::string out;
  for (unsigned row = 0; row < grid.rows; ++row) {
    for (const GridCell& cell : grid.cells) {
      if (cell.row != row) continue;
      out += '\t';
      for (std::size_t i = 0; i < cell.lines.size(); ++i) out += (i > 0 ? "\n" : "") + cell.lines[i];
    }
    out += '\n';
  }
  return out;
}

std::string write_aligned_columns(const Grid& grid, const AlignedPrint& print) { return Page(grid, print).write(); }

}  // namespace gouji::test
