#include "corpus/cell_rows.h"

#include <algorithm>
#include <map>

#include "corpus/aligned_segments.h"
#include "corpus/characters.h"

namespace gouji::corpus {
namespace {

constexpr std::uint32_t widest_compared = 64;
constexpr std::size_t tail = 64;  // rows of a table that say what goes on with it
constexpr std::size_t most_nested_rows = 32;

// Digits with few characters besides, none of them before the digits but a comparator: 59.49万件, ≤1179.7万元.
bool is_measure(std::string_view s) {
  unsigned digits = 0, others = 0;
  for (std::size_t at = 0; at < s.size();) {
    const Character c = character_at(s, at);
    at += c.bytes;
    if (is_space(c.code)) continue;
    if (is_digit(c.code)) {
      ++digits;
    } else if (kind_of(s.substr(at - c.bytes, c.bytes)) == Segment::Kind::text && c.code != '.' && c.code != ',' && c.code != U'≥' &&
               c.code != U'≤') {
      if (digits == 0) return false;
      ++others;
    }
  }
  return digits > 0 && others <= 3;
}

bool is_plain(std::string_view s) {
  for (std::size_t at = 0; at < s.size();) {
    const Character c = character_at(s, at);
    if (!is_digit(c.code) && c.code != '.' && c.code != ',' && c.code != '-') return false;
    at += c.bytes;
  }
  return true;
}

// 2023年, 2023年度: a heading, though it begins with digits.
bool names_year(std::string_view s) {
  return (s.starts_with("19") || s.starts_with("20")) && s.size() >= 7 && is_plain(s.substr(0, 4)) && (s.substr(4) == "年" || s.substr(4) == "年度");
}

bool may_stand_in(CellKind cell, CellKind column) {
  return cell == CellKind::blank || column == CellKind::blank || cell == column || (is_value(cell) && is_value(column));
}

// Cells `first` … of two rows put together against the columns' kinds.
struct Fit {
  unsigned numbers = 0, misfits = 0;
};

Fit fit(std::string_view decoded, const RawTable& table, std::uint32_t first, const std::vector<CellKind>& kinds) {
  Fit out;
  for (std::uint32_t c = 0; c < kinds.size(); ++c) {
    const CellKind kind = kind_of_cell(decoded, table, first + c);
    if (!may_stand_in(kind, kinds[c])) ++out.misfits;
    if (is_value(kind) && is_value(kinds[c])) ++out.numbers;
  }
  return out;
}

bool is_blank(const RawTable& table, std::uint32_t cell) { return table.cells[cell].parts == 0; }

// Are there two rows that have as many cells as one of the others only together?
bool has_cut_rows(const RawTable& table, std::uint32_t width) {
  for (std::size_t r = 1; r < table.rows.size(); ++r) {
    if (table.rows[r - 1].cells + table.rows[r].cells == width) return true;
  }
  return false;
}

std::uint32_t tabs_in(std::string_view decoded, TextRange range) {
  return static_cast<std::uint32_t>(std::count(decoded.begin() + range.begin, decoded.begin() + range.end, '\t'));
}

// Adds a printed line to the last cell, or with `split` a cell more for each of its TABs.
void add_line(std::string_view decoded, TextRange range, bool split, RawTable& out) {
  std::uint32_t from = range.begin;
  for (std::uint32_t at = range.begin; split && at < range.end; ++at) {
    if (decoded[at] != '\t') continue;
    out.add_part(trimmed(decoded, {from, at}));
    out.begin_cell();
    from = at + 1;
  }
  out.add_part(trimmed(decoded, {from, range.end}));
}

bool are_blank(const RawTable& table, std::uint32_t first, std::uint32_t count) {
  for (std::uint32_t c = first; c < first + count; ++c) {
    if (!is_blank(table, c)) return false;
  }
  return true;
}

}  // namespace

void RawTable::append(const RawTable& more) {
  const auto part_base = static_cast<std::uint32_t>(parts.size());
  const auto cell_base = static_cast<std::uint32_t>(cells.size());
  parts.insert(parts.end(), more.parts.begin(), more.parts.end());
  for (RawCell cell : more.cells) {
    cell.first += part_base;
    cells.push_back(cell);
  }
  for (RawRow row : more.rows) {
    row.first += cell_base;
    rows.push_back(row);
  }
}

RawTable RawTable::rows_between(std::size_t first, std::size_t last) const {
  RawTable out;
  for (std::size_t r = first; r < last; ++r) {
    out.begin_row(rows[r].line);
    out.rows.back().sure_end = rows[r].sure_end;
    for (std::uint32_t c = rows[r].first; c < rows[r].first + rows[r].cells; ++c) {
      out.begin_cell();
      for (std::uint32_t p = cells[c].first; p < cells[c].first + cells[c].parts; ++p) out.add_part(parts[p]);
    }
  }
  return out;
}

std::uint32_t RawTable::widest() const {
  std::uint32_t most = 0;
  for (const RawRow& row : rows) most = std::max(most, row.cells);
  return most;
}

std::uint32_t RawTable::usual_width(std::size_t last_rows) const {
  std::map<std::uint32_t, std::uint32_t> widths;
  for (std::size_t r = rows.size() > last_rows ? rows.size() - last_rows : 0; r < rows.size(); ++r) ++widths[rows[r].cells];
  std::uint32_t best = 0, most = 0;
  for (const auto& [width, count] : widths) {
    if (count >= most) {
      most = count;
      best = width;
    }
  }
  return best;
}

CellKind kind_of_cell(std::string_view decoded, const RawTable& table, std::uint32_t cell) {
  const RawCell& c = table.cells[cell];
  if (c.parts == 0) return CellKind::blank;
  if (c.parts > 1 || table.parts[c.first].size() > 40) return CellKind::text;
  const std::string_view text = decoded.substr(table.parts[c.first].begin, table.parts[c.first].size());
  if (leads_common_han(text.front())) return CellKind::text;
  if (is_plain(text)) return CellKind::number;
  if (names_year(text)) return CellKind::text;
  if (kind_of(text) == Segment::Kind::dash) return CellKind::number;
  return kind_of(text) == Segment::Kind::number || is_measure(text) ? CellKind::measure : CellKind::text;
}

std::vector<CellKind> kinds_of_columns(std::string_view decoded, const RawTable& table, std::uint32_t width, std::size_t last_rows) {
  struct Count {
    std::uint32_t texts = 0, numbers = 0, measures = 0;
  };
  std::vector<Count> with_values(width), words(width);  // rows of words alone are headings where other rows have values
  std::vector<CellKind> row_kinds(width);
  bool values = false;
  for (std::size_t r = table.rows.size() > last_rows ? table.rows.size() - last_rows : 0; r < table.rows.size(); ++r) {
    const RawRow& row = table.rows[r];
    if (row.cells != width) continue;
    for (std::uint32_t c = 0; c < width; ++c) row_kinds[c] = kind_of_cell(decoded, table, row.first + c);
    const bool has_values = std::any_of(row_kinds.begin(), row_kinds.end(), is_value);
    values = values || has_values;
    for (std::uint32_t c = 0; c < width; ++c) {
      Count& count = (has_values ? with_values : words)[c];
      if (row_kinds[c] == CellKind::text) ++count.texts;
      if (row_kinds[c] == CellKind::number) ++count.numbers;
      if (row_kinds[c] == CellKind::measure) ++count.measures;
    }
  }
  std::vector<CellKind> kinds(width, CellKind::blank);
  for (std::uint32_t c = 0; c < width; ++c) {
    const Count& count = (values ? with_values : words)[c];
    const std::uint32_t of_values = count.numbers + count.measures;
    if (of_values * 2 > count.texts * 3) kinds[c] = count.numbers >= count.measures ? CellKind::number : CellKind::measure;
    if (count.texts > of_values * 2) kinds[c] = CellKind::text;
  }
  return kinds;
}

TextRange trimmed(std::string_view decoded, TextRange range) {
  while (range.begin < range.end && is_space(character_at(decoded, range.begin).code)) range.begin += character_at(decoded, range.begin).bytes;
  while (range.begin < range.end && is_space(character_before(decoded, range.end).code)) range.end -= character_before(decoded, range.end).bytes;
  return range;
}

void split_at_inner_tabs(std::string_view decoded, RawTable& table) {
  const std::uint32_t width = std::max(table.usual_width(), 2U);
  RawTable out;
  bool split = false;
  for (const RawRow& row : table.rows) {
    std::uint32_t tabs = 0;
    for (std::uint32_t c = row.first; c < row.first + row.cells; ++c) {
      for (std::uint32_t p = table.cells[c].first; p < table.cells[c].first + table.cells[c].parts; ++p) tabs += tabs_in(decoded, table.parts[p]);
    }
    const bool here = tabs > 0 && row.cells < width && row.cells + tabs == width;
    split = split || here;
    out.begin_row(row.line);
    out.rows.back().sure_end = row.sure_end;
    for (std::uint32_t c = row.first; c < row.first + row.cells; ++c) {
      out.begin_cell();
      for (std::uint32_t p = table.cells[c].first; p < table.cells[c].first + table.cells[c].parts; ++p) add_line(decoded, table.parts[p], here, out);
    }
  }
  if (split) table = std::move(out);
}

bool join_cut_rows(std::string_view decoded, RawTable& table) {
  const std::uint32_t width = std::max(table.usual_width(), table.widest());
  const bool compared = width >= 2 && width <= widest_compared && has_cut_rows(table, width);
  const std::vector<CellKind> kinds = compared ? kinds_of_columns(decoded, table, width) : std::vector<CellKind>{};
  bool guessed = false;
  std::vector<RawRow> out;
  for (std::size_t r = 0; r < table.rows.size(); ++r) {
    const RawRow row = table.rows[r];
    if (out.empty()) {
      out.push_back(row);
      continue;
    }
    RawRow& above = out.back();
    bool join = !above.sure_end;
    if (!join && compared && above.cells < width && row.cells < width && above.cells + row.cells == width) {
      const bool next_full = r + 1 < table.rows.size() && table.rows[r + 1].cells == width;
      const bool full_beside = next_full || (out.size() >= 2 && out[out.size() - 2].cells == width);
      const Fit found = fit(decoded, table, above.first, kinds);
      // Words alone: the cell that was cut is a heading of the rows below, which begin blank, or the table's own header row.
      const bool heads = found.numbers == 0 && next_full && above.cells == 1 && is_blank(table, table.rows[r + 1].first);
      const bool header = found.numbers == 0 && next_full && out.size() == 1 && row.cells < above.cells;
      join = full_beside && !are_blank(table, above.first, above.cells) && ((found.numbers > 0 && found.misfits == 0) || heads || header);
      guessed = guessed || join;
    }
    if (join) {
      above.cells += row.cells;
      above.sure_end = row.sure_end;
    } else {
      out.push_back(row);
    }
  }
  table.rows = std::move(out);
  return guessed;
}

void trim_blank_cells(RawTable& table, bool trailing) {
  const std::uint32_t width = std::max(table.usual_width(), 2U);
  for (RawRow& row : table.rows) {
    if (row.cells <= width) continue;
    std::uint32_t filled = 0, only = row.first;
    for (std::uint32_t c = row.first; c < row.first + row.cells; ++c) {
      if (is_blank(table, c)) continue;
      ++filled;
      only = c;
    }
    if (filled <= 1) {
      row.first = std::max(row.first + width, only + 1) - width;
      row.cells = width;
    }
    while (trailing && row.cells > width && is_blank(table, row.first + row.cells - 1)) --row.cells;
  }
}

bool continues(std::string_view decoded, const RawTable& table, const RawTable& more) {
  const std::uint32_t width = table.usual_width(tail);
  if (width < 2 || width > widest_compared || more.rows.empty() || more.rows.front().cells != width) return false;
  const RawRow& row = more.rows.front();
  const std::vector<CellKind> kinds = kinds_of_columns(decoded, table, width, tail);
  const Fit found = fit(decoded, more, row.first, kinds);
  const bool numbers = std::any_of(kinds.begin(), kinds.end(), is_value);
  if (numbers && found.numbers > 0 && found.misfits == 0) return true;
  // The blank cells that go on with headings merged downwards; a table's own corner is one blank cell.
  return width >= 4 && are_blank(more, row.first, 2) && found.misfits * 3 <= width && !are_blank(more, row.first, width);
}

bool resume_after_nested(RawTable& table, const std::vector<const RawTable*>& more) {
  const std::uint32_t width = table.usual_width(tail);
  if (width < 3 || more.empty()) return false;
  const RawTable& last = *more.back();
  if (last.rows.size() < 2 || last.rows[1].cells != width) return false;
  std::size_t open = table.rows.size();
  while (open > 0 && open + most_nested_rows > table.rows.size() && table.rows[open - 1].cells * 2 < width) --open;
  if (open == 0 || table.rows[open - 1].cells + last.rows.front().cells != width) return false;
  for (std::size_t t = 0; t + 1 < more.size(); ++t) table.append(*more[t]);
  RawRow& row = table.rows[open - 1];
  const std::uint32_t cell = row.first + row.cells - 1;
  table.cells[cell].parts = static_cast<std::uint32_t>(table.parts.size()) - table.cells[cell].first;
  table.cells.resize(cell + 1);
  table.rows.resize(open);
  const std::size_t rows = table.rows.size();
  table.append(last);
  table.rows[rows - 1].cells += table.rows[rows].cells;
  table.rows.erase(table.rows.begin() + static_cast<std::ptrdiff_t>(rows));
  return true;
}

}  // namespace gouji::corpus
