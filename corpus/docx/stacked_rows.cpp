#include "corpus/docx/stacked_rows.h"

#include <algorithm>
#include <utility>
#include <vector>

#include "corpus/cell_rows.h"

namespace gouji::corpus::docx {
namespace {

constexpr std::uint32_t least_lines = 3;

bool is_number_line(std::string_view line) {
  static constexpr std::string_view signs = "0123456789.,%-+ \t";
  return line.find_first_of("0123456789") != std::string_view::npos && line.find_first_not_of(signs) == std::string_view::npos;
}

class Parting {
 public:
  Parting(std::string_view text, const TableDraft& table) : text_(text), table_(table) {}

  bool run() {
    out_.cells.reserve(table_.cells.size());
    out_.parts.reserve(table_.parts.size());
    bool parted = false;
    std::uint32_t reached = 0;  // rows above this one hold cells that reach down
    for (std::size_t first = 0; first < table_.cells.size();) {
      std::size_t last = first;
      const std::uint32_t row = table_.cells[first].row;
      for (; last < table_.cells.size() && table_.cells[last].row == row; ++last) {
        if (table_.cells[last].row_span > 1) reached = std::max(reached, row + table_.cells[last].row_span);
      }
      const std::uint32_t lines = row < reached ? 0 : stacked_lines(first, last);
      if (lines == 0) {
        copy(first, last);
      } else {
        part(first, last, lines);
        parted = true;
      }
      first = last;
    }
    return parted;
  }

  // The table with its rows parted; what is not of the grid stays as it was.
  void move_to(TableDraft& table) {
    table.rows += more_rows_;
    table.cells = std::move(out_.cells);
    table.parts = std::move(out_.parts);
  }

 private:
  std::string_view line(const CellDraft& cell, std::uint32_t part) const {
    const TextRange range = table_.parts[cell.first + part];
    return text_.substr(range.begin, range.size());
  }

  // The lines of each cell of a stacked row; 0: it is none.
  std::uint32_t stacked_lines(std::size_t first, std::size_t last) const {
    std::uint32_t lines = 0, filled = 0;
    bool numbers = false;
    for (std::size_t i = first; i < last; ++i) {
      const CellDraft& cell = table_.cells[i];
      if (cell.parts == 0) continue;
      if (lines == 0) lines = cell.parts;
      if (cell.parts != lines || lines < least_lines || !may_part(cell)) return 0;
      bool all = true;
      for (std::uint32_t part = 0; part < cell.parts; ++part) all = all && is_number_line(line(cell, part));
      numbers = numbers || all;
      ++filled;
    }
    return numbers && filled >= 2 ? lines : 0;
  }

  // A cell over several columns has a piece for each in every line, or no TAB at all.
  bool may_part(const CellDraft& cell) const {
    std::uint32_t whole = 0;
    for (std::uint32_t part = 0; part < cell.parts; ++part) {
      const std::string_view content = line(cell, part);
      const auto tabs = static_cast<std::uint32_t>(std::count(content.begin(), content.end(), '\t'));
      if (tabs == 0) {
        ++whole;
      } else if (tabs + 1 != cell.column_span) {
        return false;
      }
    }
    return whole == 0 || whole == cell.parts;
  }

  void copy(std::size_t first, std::size_t last) {
    for (std::size_t i = first; i < last; ++i) {
      const CellDraft& from = table_.cells[i];
      CellDraft& cell = out_.add_cell(from.row + more_rows_, from.column);
      cell.row_span = from.row_span;
      cell.column_span = from.column_span;
      for (std::uint32_t part = 0; part < from.parts; ++part) out_.add_part(table_.parts[from.first + part]);
    }
  }

  void part(std::size_t first, std::size_t last, std::uint32_t lines) {
    for (std::uint32_t k = 0; k < lines; ++k) {
      for (std::size_t i = first; i < last; ++i) add_line(table_.cells[i], k, table_.cells[first].row + more_rows_ + k);
    }
    more_rows_ += lines - 1;
  }

  void add_line(const CellDraft& from, std::uint32_t k, std::uint32_t row) {
    if (from.parts == 0 || line(from, k).find('\t') == std::string_view::npos) {
      out_.add_cell(row, from.column).column_span = from.column_span;
      if (from.parts > 0) out_.add_part(table_.parts[from.first + k]);
      return;
    }
    const TextRange range = table_.parts[from.first + k];
    std::uint32_t begin = range.begin;
    for (std::uint32_t column = from.column; column < from.column + from.column_span; ++column) {
      const auto end = static_cast<std::uint32_t>(std::min<std::size_t>(text_.find('\t', begin), range.end));
      out_.add_cell(row, column);
      const TextRange piece = trimmed(text_, {begin, end});
      if (!piece.empty()) out_.add_part(piece);
      begin = std::min(end + 1, range.end);
    }
  }

  std::string_view text_;
  const TableDraft& table_;
  TableDraft out_;
  std::uint32_t more_rows_ = 0;
};

}  // namespace

void part_stacked_rows(std::string_view text, TableDraft& table) {
  Parting parting(text, table);
  if (parting.run()) parting.move_to(table);
}

}  // namespace gouji::corpus::docx
