#include "corpus/cell_lines.h"

#include <algorithm>

#include "corpus/cell_grid.h"
#include "corpus/cell_rows.h"
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
    if (line.inner_tabs > 0) ++rows_on_lines;  // also behind a line end inside a cell
    if (line.tabs == 0) continue;
    ++cells;
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

  // The rows of lines [first, end).
  RawTable rows(std::uint32_t end) const {
    RawTable table;
    table.cells.reserve(end - first_);
    table.parts.reserve(end - first_);
    table.begin_row(first_);
    bool inner_tabs = false;
    for (std::uint32_t i = first_; i < end; ++i) {
      const Line& line = lines_[i];
      inner_tabs = inner_tabs || line.inner_tabs > 0;
      if (line.tabs > 0) {
        if (i > first_ && starts_row(i)) {
          table.rows.back().sure_end = !is_word_print() || empty_line_above(i);
          table.begin_row(i);
        }
        begin_cells(i, table);
      } else if (print_.line_rows) {
        add_pieces(i, table);
      } else {
        table.add_part(trimmed({line.begin, line.end}));
      }
    }
    if (!print_.line_rows && inner_tabs) split_at_inner_tabs(decoded_, table);
    return table;
  }

  bool is_word_print() const { return print_.cell_gap == 0 && print_.row_gap == 1 && !print_.line_rows; }

 private:
  bool belongs(std::uint32_t at) const {
    const Line& line = lines_[at];
    if (line.role != LineRole::text) return false;
    if (line.tabs > 0) return line.blanks_before <= print_.row_gap;
    if (line.blanks_before == 0) return !print_.line_rows || goes_on_in_row(at);
    if (is_bare_number(line) && cell_follows(at, print_.row_gap)) return true;
    if (print_.row_gap == 1) return line.blanks_before == 1 && cell_follows(at, 1);
    return line.blanks_before < print_.cell_gap && cell_follows(at, print_.row_gap);
  }

  // Rows on lines: a line end inside a cell, the rest of the row behind it.
  bool goes_on_in_row(std::uint32_t at) const {
    const Line& line = lines_[at];
    if (line.inner_tabs > 0) return true;
    return line.characters <= 40 && line.stops == 0 && at + 1 < lines_.size() && lines_[at + 1].blanks_before == 0 &&
           (lines_[at + 1].tabs > 0 || lines_[at + 1].inner_tabs > 0);
  }

  // A cell line comes before a gap of more than `most` blank lines.
  bool cell_follows(std::uint32_t at, std::uint16_t most) const {
    for (std::uint32_t i = at + 1; i < lines_.size() && i < at + look_ahead; ++i) {
      if (lines_[i].blanks_before > most) return false;
      if (lines_[i].tabs > 0) return true;
    }
    return false;
  }

  bool starts_row(std::uint32_t i) const {
    const Line& line = lines_[i];
    if (print_.line_rows) return true;
    // An empty cell is printed without the page's white space around it.
    const bool after_empty = print_.cell_gap > 0 && lines_[i - 1].empty();
    const int gap = after_empty ? std::max(1, print_.row_gap - print_.cell_gap - 1) : print_.row_gap;
    return line.blanks_before >= gap;
  }

  // Is one of the blank lines above line i empty, or do all have blanks on them and belong to a cell?
  bool empty_line_above(std::uint32_t i) const {
    constexpr std::uint32_t far = 400;
    const std::uint32_t end = lines_[i].start, begin = i == 0 ? 0 : lines_[i - 1].end;
    bool empty = true, first = true;
    for (std::uint32_t at = end - begin > far ? end - far : begin; at < end; ++at) {
      const char c = decoded_[at];
      if (c == '\r') continue;
      if (c != '\n') {
        empty = false;
        continue;
      }
      if (empty && !first) return true;
      first = false;
      empty = true;
    }
    return false;
  }

  // The cells that a line with TABs opens: one, or where rows stand on lines one for each TAB.
  void begin_cells(std::uint32_t i, RawTable& table) const {
    const Line& line = lines_[i];
    table.begin_cell();
    if (!print_.line_rows) {
      table.add_part(trimmed({line.begin, line.end}));
      return;
    }
    if (!line.empty()) {
      for (unsigned t = 1; t < line.tabs; ++t) table.begin_cell();
    }
    add_pieces(i, table);
  }

  // The pieces of a line between TABs: the first goes on with the open cell, each further one is a cell.
  void add_pieces(std::uint32_t i, RawTable& table) const {
    const Line& line = lines_[i];
    std::uint32_t from = line.begin;
    const std::uint32_t end = i + 1 < lines_.size() ? lines_[i + 1].start : static_cast<std::uint32_t>(decoded_.size());
    for (std::uint32_t at = line.begin; at < end && decoded_[at] != '\n' && decoded_[at] != '\r'; ++at) {
      if (decoded_[at] != '\t') continue;
      table.add_part(trimmed({from, std::max(from, std::min(at, line.end))}));
      table.begin_cell();
      from = at + 1;
    }
    table.add_part(trimmed({std::min(from, line.end), line.end}));
  }

  TextRange trimmed(TextRange range) const { return corpus::trimmed(decoded_, range); }

  std::string_view decoded_;
  const std::vector<Line>& lines_;
  std::uint32_t first_;
  Print print_;
};

struct CellCounts {
  std::uint32_t cells = 0, wide_rows = 0, rows = 0;
  std::uint64_t characters = 0, largest = 0;  // bytes of all cells and of the largest
};

CellCounts count_cells(const RawTable& table) {
  CellCounts counts;
  counts.rows = static_cast<std::uint32_t>(table.rows.size());
  counts.cells = static_cast<std::uint32_t>(table.cells.size());
  for (const RawRow& row : table.rows) counts.wide_rows += row.cells > 1 ? 1 : 0;
  for (const RawCell& cell : table.cells) {
    std::uint64_t bytes = 0;
    for (std::uint32_t p = cell.first; p < cell.first + cell.parts; ++p) bytes += table.parts[p].size();
    counts.characters += bytes;
    counts.largest = std::max(counts.largest, bytes);
  }
  return counts;
}

// Rows of several cells; not one cell that holds the whole article (a page's frame), not paragraphs that a TAB indents.
bool is_table(const std::vector<Line>& lines, std::uint32_t first, std::uint32_t last, const RawTable& table) {
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
  const CellCounts counts = count_cells(table);
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

void add_fallen_numbers(const std::vector<Line>& lines, std::uint32_t from, std::uint32_t to, RawTable& table) {
  for (std::uint32_t i = from; i < to; ++i) {
    table.begin_row(i);
    table.begin_cell();
    table.add_part({lines[i].begin, lines[i].end});
  }
}

// Finds one table after the other and puts together what one blank line too many, or a table inside a cell, had parted.
class CellTables {
 public:
  CellTables(std::string_view decoded, std::vector<Line>& lines) : decoded_(decoded), lines_(lines) {}

  std::vector<TableRegion> run() {
    std::vector<TableRegion> out;
    for (std::uint32_t i = 0; i < lines_.size();) {
      if (lines_[i].tabs == 0 || lines_[i].role != LineRole::text || stands_above(decoded_, lines_, i)) {
        ++i;
        continue;
      }
      i = std::max(i, end_of_lines_above(i));
      if (i >= lines_.size() || lines_[i].tabs == 0) continue;
      const Region region(decoded_, lines_, i);
      std::uint32_t end = region.find_end();
      RawTable table = region.rows(end);
      if (!is_table(lines_, i, end, table)) {
        i = end - i <= retried ? i + 1 : end;
        continue;
      }
      if (region.is_word_print()) end = take_parted(end, table);
      const bool guessed = join_cut_rows(decoded_, table);
      trim_blank_cells(table, !region.is_word_print());
      const std::uint32_t fallen = end_of_fallen_numbers(lines_, end);
      add_fallen_numbers(lines_, end, fallen, table);
      end = fallen;
      for (std::uint32_t l = i; l < end; ++l) lines_[l].role = LineRole::cell;
      add_tables(table, end, guessed, out);
      i = end;
    }
    return out;
  }

 private:
  static constexpr std::uint32_t retried = 64;  // lines of a region that is no table but may hold one
  static constexpr std::size_t nested = 3;      // tables in a cell, one after the other

  // Lines that a converter prints as cells though they stand above the table: a title, the office and the unit, set with tabs.
  std::uint32_t end_of_lines_above(std::uint32_t first) const {
    constexpr std::uint32_t most = 6;
    for (std::uint32_t i = first + 1; i < lines_.size() && i < first + most; ++i) {
      const Line& line = lines_[i];
      if (line.role != LineRole::text || line.blanks_before > 2) break;
      if (line.tabs == 0 && i + 1 < lines_.size() && lines_[i + 1].tabs > 0 && is_unit_line(content(decoded_, line), line)) return i + 1;
    }
    return first;
  }

  // Tables that touch are parted where one's title stands in a row of its own.
  void add_tables(const RawTable& table, std::uint32_t end, bool guessed, std::vector<TableRegion>& out) const {
    std::size_t first = 0;
    for (std::size_t r = 1; r <= table.rows.size(); ++r) {
      if (r < table.rows.size() && !(r - first >= 3 && names_table(table, r) && !names_table(table, r - 1))) continue;
      TableDraft draft = grid_of_cells(decoded_, first == 0 && r == table.rows.size() ? table : table.rows_between(first, r));
      if (guessed && draft.doubt.empty()) draft.doubt = "a row that a blank line cuts in two was joined because it is as wide as its neighbours then";
      out.push_back({table.rows[first].line, r < table.rows.size() ? table.rows[r].line : end, std::move(draft)});
      first = r;
    }
  }

  // A row with nothing but a table's title or number in it.
  bool names_table(const RawTable& table, std::size_t r) const {
    TextRange only;
    for (std::uint32_t c = table.rows[r].first; c < table.rows[r].first + table.rows[r].cells; ++c) {
      const RawCell& cell = table.cells[c];
      if (cell.parts > 1 || (cell.parts == 1 && !only.empty())) return false;
      if (cell.parts == 1) only = table.parts[cell.first];
    }
    if (only.empty() || only.size() > 400) return false;
    return is_table_title(decoded_.substr(only.begin, only.size()), measure_part(decoded_, {}, only, 0));
  }

  std::uint32_t take_parted(std::uint32_t end, RawTable& table) const {
    for (bool more = true; more;) {
      more = false;
      std::vector<RawTable> parts;
      std::uint32_t at = end;
      for (std::size_t n = 0; n < nested && follows(at); ++n) {
        const Region region(decoded_, lines_, at);
        const std::uint32_t part_end = region.find_end();
        parts.push_back(region.rows(part_end));
        at = part_end;
        std::vector<const RawTable*> all;
        for (const RawTable& part : parts) all.push_back(&part);
        if (n == 0 && lines_[end].blanks_before == 2 && continues(decoded_, table, parts.front())) {
          table.append(parts.front());
          more = true;
        } else if (resume_after_nested(table, all)) {
          more = true;
        }
        if (more) {
          end = at;
          break;
        }
      }
    }
    return end;
  }

  bool follows(std::uint32_t at) const {
    return at < lines_.size() && lines_[at].role == LineRole::text && lines_[at].tabs > 0 && lines_[at].blanks_before <= 4 &&
           !stands_above(decoded_, lines_, at);
  }

  std::string_view decoded_;
  std::vector<Line>& lines_;
};

}  // namespace

std::vector<TableRegion> find_cell_tables(std::string_view decoded, std::vector<Line>& lines) { return CellTables(decoded, lines).run(); }

}  // namespace gouji::corpus
