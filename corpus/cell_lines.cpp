#include "corpus/cell_lines.h"

#include <algorithm>

#include "corpus/characters.h"

namespace gouji::corpus {
namespace {

constexpr std::uint32_t look_ahead = 16;  // lines; keeps the search linear

// How this converter prints a table: blank lines between the cells of a row, blank lines between rows, and whether a whole row
// stands on one line, its cells parted by TABs. A Word file gives 0 and 1; a web page's own white space gives more.
struct Print {
  std::uint16_t cell_gap = 0, row_gap = 1;
  bool line_rows = false;
};

bool is_bare_number(const Line& line) { return line.digits > 0 && line.han == 0 && line.characters <= 16 && line.stops == 0; }

Print recognise_print(const std::vector<Line>& lines, std::uint32_t first) {
  constexpr std::uint16_t widest_gap = 8;
  Print print;
  unsigned cells = 0, rows_on_lines = 0;
  std::uint16_t least = widest_gap, next = widest_gap;
  const auto end = static_cast<std::uint32_t>(std::min<std::size_t>(lines.size(), first + 3 * look_ahead));
  for (std::uint32_t i = first; i < end; ++i) {
    const Line& line = lines[i];
    if (i > first && line.tabs == 0 && line.blanks_before > 1) break;
    if (line.tabs == 0) continue;
    ++cells;
    if (line.inner_tabs > 0) ++rows_on_lines;
    if (i == first || lines[i - 1].empty()) continue;  // an empty cell is printed without the page's white space
    const std::uint16_t gap = line.blanks_before;
    if (gap < least) {
      next = least;
      least = gap;
    } else if (gap > least && gap < next) {
      next = gap;
    }
  }
  print.cell_gap = least == widest_gap ? 0 : least;
  print.row_gap = next == widest_gap ? static_cast<std::uint16_t>(print.cell_gap + 1) : next;
  print.line_rows = rows_on_lines * 2 > cells;
  return print;
}

class Region {
 public:
  Region(std::string_view decoded, const std::vector<Line>& lines, std::uint32_t first)
      : decoded_(decoded), lines_(lines), first_(first), print_(recognise_print(lines, first)) {}

  // One past the last line of the region.
  std::uint32_t find_end() const {
    std::uint32_t at = first_ + 1;
    while (at < lines_.size() && belongs(at)) ++at;
    return at;
  }

  TableDraft cells(std::uint32_t end) const {
    TableDraft draft;
    std::uint32_t row = 0, column = 0;
    for (std::uint32_t i = first_; i < end; ++i) {
      const Line& line = lines_[i];
      if (line.tabs > 0 && i > first_) {
        const bool new_row = line.blanks_before >= print_.row_gap || (print_.line_rows && line.inner_tabs > 0);
        column = new_row ? 0 : column + 1;
        row += new_row ? 1 : 0;
      }
      split_cells(line, row, column, draft);
    }
    return draft;
  }

 private:
  bool belongs(std::uint32_t at) const {
    const Line& line = lines_[at];
    if (line.role != LineRole::text) return false;
    if (line.tabs > 0) return line.blanks_before <= print_.row_gap;
    if (line.blanks_before == 0) return !print_.line_rows;
    if (is_bare_number(line) && cell_follows(at, print_.row_gap)) return true;
    if (print_.row_gap == 1) return line.blanks_before == 1 && cell_follows(at, 1);
    return line.blanks_before < print_.cell_gap && cell_follows(at, print_.row_gap);
  }

  // A cell line comes before a gap of more than `most` blank lines.
  bool cell_follows(std::uint32_t at, std::uint16_t most) const {
    for (std::uint32_t i = at + 1; i < lines_.size() && i < at + look_ahead; ++i) {
      if (lines_[i].blanks_before > most) return false;
      if (lines_[i].tabs > 0) return true;
    }
    return false;
  }

  void split_cells(const Line& line, std::uint32_t row, std::uint32_t& column, TableDraft& draft) const {
    std::uint32_t from = line.begin;
    if (line.inner_tabs > 0) {
      for (std::uint32_t at = line.begin; at < line.end; ++at) {
        if (decoded_[at] != '\t') continue;
        add(row, column++, {from, at}, draft);
        from = at + 1;
      }
    }
    add(row, column, {from, line.end}, draft);
  }

  void add(std::uint32_t row, std::uint32_t column, TextRange range, TableDraft& draft) const {
    if (draft.cells.empty() || draft.cells.back().row != row || draft.cells.back().column != column) draft.add_cell(row, column);
    draft.add_part(trimmed(range));
  }

  TextRange trimmed(TextRange range) const {
    while (range.begin < range.end && is_space(character_at(decoded_, range.begin).code)) range.begin += character_at(decoded_, range.begin).bytes;
    while (range.begin < range.end && is_space(character_before(decoded_, range.end).code)) range.end -= character_before(decoded_, range.end).bytes;
    return range;
  }

  std::string_view decoded_;
  const std::vector<Line>& lines_;
  std::uint32_t first_;
  Print print_;
};

struct CellCounts {
  std::uint32_t cells = 0, wide_rows = 0, rows = 0;
  std::uint64_t characters = 0, largest = 0;  // bytes of all cells and of the largest
};

CellCounts count_cells(const TableDraft& draft) {
  CellCounts counts;
  counts.rows = draft.rows;
  counts.cells = static_cast<std::uint32_t>(draft.cells.size());
  for (const CellDraft& cell : draft.cells) {
    std::uint64_t bytes = 0;
    for (std::uint32_t part = 0; part < cell.parts; ++part) bytes += draft.parts[cell.first + part].size();
    if (cell.column == 1) ++counts.wide_rows;
    counts.characters += bytes;
    counts.largest = std::max(counts.largest, bytes);
  }
  return counts;
}

// Rows of several cells; not one cell that holds the whole article (a page's frame), not paragraphs that a TAB indents.
bool is_table(const std::vector<Line>& lines, std::uint32_t first, std::uint32_t last, const TableDraft& draft) {
  constexpr std::uint64_t article = 3000;  // bytes
  std::uint64_t characters = 0, running = 0;
  std::uint32_t deep = 0, filled = 0;
  for (std::uint32_t i = first; i < last; ++i) {
    const Line& line = lines[i];
    characters += line.characters;
    if (line.characters >= 50 && line.stops > 0) running += line.characters;
    if (line.tabs >= 3) ++deep;
    if (line.characters > 0) ++filled;
  }
  const CellCounts counts = count_cells(draft);
  if (counts.cells < 4 || counts.wide_rows == 0 || filled < 2 || deep * 2 > last - first) return false;
  if (counts.largest > article && counts.largest * 2 > counts.characters) return false;
  return counts.rows >= 2 || running * 2 <= characters;
}

}  // namespace

namespace {

std::string_view content(std::string_view decoded, const Line& line) { return decoded.substr(line.begin, line.end - line.begin); }

// A title or unit line that the converter printed as a cell above the table.
bool stands_above(std::string_view decoded, const std::vector<Line>& lines, std::uint32_t i) {
  const Line& line = lines[i];
  if (line.empty() || line.inner_tabs > 0 || (i + 1 < lines.size() && lines[i + 1].blanks_before == 0)) return false;
  return is_unit_line(content(decoded, line), line) || is_table_title(content(decoded, line), line);
}

// Numbers that a converter let fall out of a table's frame follow it, nothing else on their lines.
std::uint32_t end_of_fallen_numbers(const std::vector<Line>& lines, std::uint32_t from) {
  std::uint32_t at = from;
  while (at < lines.size() && lines[at].role == LineRole::text && lines[at].digits > 0 && lines[at].han == 0 && lines[at].characters <= 40) ++at;
  return at - from >= 2 ? at : from;
}

void add_fallen_numbers(const std::vector<Line>& lines, std::uint32_t from, std::uint32_t to, TableDraft& draft) {
  for (std::uint32_t i = from; i < to; ++i) {
    draft.add_cell(draft.rows, 0);
    draft.add_part({lines[i].begin, lines[i].end});
  }
}

}  // namespace

std::vector<TableRegion> find_cell_tables(std::string_view decoded, std::vector<Line>& lines) {
  constexpr std::uint32_t retried = 64;  // lines of a region that is no table but may hold one
  std::vector<TableRegion> out;
  for (std::uint32_t i = 0; i < lines.size();) {
    if (lines[i].tabs == 0 || lines[i].role != LineRole::text || stands_above(decoded, lines, i)) {
      ++i;
      continue;
    }
    const Region region(decoded, lines, i);
    std::uint32_t end = region.find_end();
    TableDraft draft = region.cells(end);
    if (!is_table(lines, i, end, draft)) {
      i = end - i <= retried ? i + 1 : end;
      continue;
    }
    const std::uint32_t fallen = end_of_fallen_numbers(lines, end);
    add_fallen_numbers(lines, end, fallen, draft);
    end = fallen;
    for (std::uint32_t l = i; l < end; ++l) lines[l].role = LineRole::cell;
    out.push_back({i, end, std::move(draft)});
    i = end;
  }
  return out;
}

}  // namespace gouji::corpus
