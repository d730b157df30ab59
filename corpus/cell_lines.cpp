#include "corpus/cell_lines.h"

#include <algorithm>

#include "corpus/characters.h"

namespace gouji::corpus {
namespace {

constexpr std::uint32_t look_ahead = 16;  // lines; keeps the search linear

// How this converter prints a table: `loose` with its page's white space (a TAB alone on its line, blank lines after every
// cell), or compact (TAB and text on a line); `row_gap` blank lines and more before a TAB start a new row.
struct Print {
  bool loose = false;
  bool line_rows = false;  // a whole row on one line, cells parted by TABs
  std::uint16_t row_gap = 1;
};

bool is_bare_number(const Line& line) { return line.digits > 0 && line.han == 0 && line.characters <= 16 && line.stops == 0; }

Print recognise_print(const std::vector<Line>& lines, std::uint32_t first) {
  Print print;
  unsigned alone = 0, cells = 0, rows_on_lines = 0;
  std::uint16_t least = UINT16_MAX;
  const auto end = static_cast<std::uint32_t>(std::min<std::size_t>(lines.size(), first + look_ahead));
  for (std::uint32_t i = first; i < end; ++i) {
    const Line& line = lines[i];
    if (line.tabs == 0) continue;
    ++cells;
    if (line.empty() && i + 1 < lines.size() && lines[i + 1].tabs == 0 && lines[i + 1].blanks_before == 0) ++alone;
    if (line.inner_tabs > 0) ++rows_on_lines;
    if (i > first) least = std::min(least, line.blanks_before);
  }
  print.loose = alone * 2 > cells && least != UINT16_MAX && least > 0;
  print.line_rows = rows_on_lines * 2 > cells;
  if (print.loose) print.row_gap = static_cast<std::uint16_t>(least + 1);
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
    if (line.tabs > 0) return print_.loose || line.blanks_before < 2;
    if (line.blanks_before == 0) return true;
    if (print_.loose) return line.blanks_before < print_.row_gap && cell_follows(at, UINT16_MAX);
    if (is_bare_number(line)) return cell_follows(at, 1);
    return line.blanks_before == 1 && cell_follows(at, 1);
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
        draft.parts.push_back({row, column++, trimmed({from, at})});
        from = at + 1;
      }
    }
    draft.parts.push_back({row, column, trimmed({from, line.end})});
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
  std::uint64_t cell = 0;
  for (std::size_t i = 0; i < draft.parts.size(); ++i) {
    const CellPart& part = draft.parts[i];
    const bool same_row = i > 0 && part.row == draft.parts[i - 1].row;
    if (!same_row) ++counts.rows;
    if (!same_row || part.column != draft.parts[i - 1].column) {
      ++counts.cells;
      cell = 0;
      if (part.column == 1) ++counts.wide_rows;
    }
    cell += part.decoded.size();
    counts.characters += part.decoded.size();
    counts.largest = std::max(counts.largest, cell);
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

std::vector<TableRegion> find_cell_tables(std::string_view decoded, std::vector<Line>& lines) {
  std::vector<TableRegion> out;
  for (std::uint32_t i = 0; i < lines.size();) {
    if (lines[i].tabs == 0 || lines[i].role != LineRole::text) {
      ++i;
      continue;
    }
    const Region region(decoded, lines, i);
    const std::uint32_t end = region.find_end();
    TableDraft draft = region.cells(end);
    if (is_table(lines, i, end, draft)) {
      for (std::uint32_t l = i; l < end; ++l) lines[l].role = LineRole::cell;
      out.push_back({i, end, std::move(draft)});
    }
    i = end;
  }
  return out;
}

}  // namespace gouji::corpus
