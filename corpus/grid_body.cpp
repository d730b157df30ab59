#include "corpus/grid_body.h"

#include <algorithm>
#include <bit>
#include <iterator>
#include <string>

#include "corpus/characters.h"
#include "corpus/grid_rows.h"
#include "corpus/merged_labels.h"
#include "corpus/numbering.h"
#include "corpus/squeezed.h"

namespace gouji::corpus {
namespace {

using Kind = Segment::Kind;

bool is_small(std::string_view s) {
  return s.size() <= 2 && std::all_of(s.begin(), s.end(), [](char c) { return c >= '0' && c <= '9'; });
}

// A row of the grid: the printed rows that hold its cells.
struct BodyRow {
  std::vector<std::uint32_t> printed;
};

class BodyWriter {
 public:
  BodyWriter(std::string_view decoded, std::vector<PrintedRow>& rows, std::size_t first, const std::vector<Column>& columns, const Band& band)
      : decoded_(decoded), rows_(rows), first_(first), columns_(columns), band_(band), base_rows_(0) {}

  std::string_view run(TableDraft& draft) {
    base_rows_ = draft.rows;
    groups_ = band_.headed && !band_.sentences ? group_columns() : 0;
    if (groups_ != 0) take_labels();
    cut();
    if (groups_ != 0) place_groups();
    std::size_t segments = 0;
    for (const PrintedRow& row : rows_) segments += row.segments.size();
    const bool blanks = body_.size() * columns_.size() <= 16 * segments + 1024;
    for (std::uint32_t r = 0; r < body_.size(); ++r) write_row(r, blanks, draft);
    return doubt_;
  }

 private:
  struct Piece {
    std::uint32_t column, line;
    TextRange range;
  };

  std::string_view text(const Segment& s) const { return decoded_.substr(s.range.begin, s.range.size()); }
  bool is_group(std::uint32_t column) const { return column < 64 && (groups_ >> column & 1U) != 0; }

  // The columns of labels left of the innermost one, in a form: 一级指标, 二级指标.
  std::uint64_t group_columns() const {
    std::uint32_t value = 0, own = no_column;
    while (value < columns_.size() && !columns_[value].values) ++value;
    if (value == columns_.size()) return 0;
    for (std::uint32_t c = 0; c < value; ++c)
      if (columns_[c].cells > 0) own = c;
    return own == no_column || own == 0 ? 0 : (std::uint64_t{1} << own) - 1;
  }

  // Which printed rows make a row of the grid; those that hold nothing but group labels are in none.
  void cut() {
    std::vector<std::uint32_t> printed;
    for (std::uint32_t i = static_cast<std::uint32_t>(first_); i < rows_.size(); ++i) {
      const auto& at = rows_[i].columns;
      if (std::any_of(at.begin(), at.end(), [&](std::uint32_t c) { return !is_group(c); })) printed.push_back(i);
    }
    if (printed.empty() && first_ < rows_.size()) {  // nothing but labels: they are the rows
      groups_ = 0;
      for (std::uint32_t i = static_cast<std::uint32_t>(first_); i < rows_.size(); ++i) printed.push_back(i);
    }
    if (band_.sentences) {
      if (!printed.empty()) body_.push_back({printed});
      return;
    }
    const std::uint64_t codes = code_columns();
    const std::vector<RowLine> lines = row_lines(printed, codes);
    const RowCut cut = cut_rows(lines, codes != 0, band_.headed);
    for (std::size_t r = 0; r < cut.first.size(); ++r) {
      const std::size_t end = r + 1 < cut.first.size() ? cut.first[r + 1] : lines.size();
      body_.push_back({{printed.begin() + cut.first[r], printed.begin() + static_cast<std::ptrdiff_t>(end)}});
    }
    if (cut.cost > 2.0 * static_cast<double>(cut.first.size()) && cut.first.size() > 1) doubt_ = "which printed lines make a row is not sure";
  }

  // A row of numbers without a label of its own has the one that stands beside them, wherever it is set: 总分, over all columns of labels.
  void take_labels() {
    const auto own = static_cast<std::uint32_t>(std::bit_width(groups_));
    for (std::size_t i = first_; i < rows_.size(); ++i) {
      auto& at = rows_[i].columns;
      bool label = false, value = false;
      std::size_t beside = at.size();
      for (std::size_t k = 0; k < at.size(); ++k) {
        label = label || at[k] == own;
        value = value || rows_[i].segments[k].is_value();
        if (is_group(at[k])) beside = k;
      }
      if (label || !value || beside == at.size() || !names_total(text(rows_[i].segments[beside]))) continue;
      at[beside] = own;
      totals_.push_back(static_cast<std::uint32_t>(i));
    }
  }

  static bool names_total(std::string_view label) {
    const Squeezed squeezed(label, true, 60);
    const std::string_view text = squeezed.view();
    for (const std::string_view word : {"合计", "总计", "小计", "总分", "得分", "等级"})
      if (text.find(word) != std::string_view::npos) return true;
    return false;
  }

  // The labels of groups, between the rows that are none's.
  void place_groups() {
    const auto groups = static_cast<std::size_t>(std::bit_width(groups_));
    labels_.resize(groups);
    label_cells_.resize(groups);
    for (std::size_t r = 0; r < body_.size();) {
      std::size_t end = r;
      while (end < body_.size() && !is_total(body_[end])) ++end;
      if (end > r) place_groups(r, end);
      r = end + 1;
    }
  }

  bool is_total(const BodyRow& row) const {
    return std::any_of(row.printed.begin(), row.printed.end(),
                       [&](std::uint32_t i) { return std::binary_search(totals_.begin(), totals_.end(), i); });
  }

  void place_groups(std::size_t first, std::size_t last) {
    std::vector<RowPlace> places;
    for (std::size_t r = first; r < last; ++r)
      places.push_back({static_cast<double>(rows_[body_[r].printed.front()].y), static_cast<double>(rows_[body_[r].printed.back()].y)});
    const std::size_t from = first == 0 ? first_ : body_[first - 1].printed.back() + 1U;
    const std::size_t to = last == body_.size() ? rows_.size() : body_[last].printed.front();
    std::vector<std::vector<Segment>> columns(labels_.size());
    for (std::size_t i = from; i < to; ++i)
      for (std::size_t k = 0; k < rows_[i].segments.size(); ++k)
        if (is_group(rows_[i].columns[k])) columns[rows_[i].columns[k]].push_back(rows_[i].segments[k]);
    const auto found = find_merged_labels(decoded_, places, columns);
    for (std::size_t c = 0; c < columns.size(); ++c) {
      const auto base = static_cast<std::uint32_t>(labels_[c].size());
      for (MergedLabel cell : found[c]) {
        cell.first_row += static_cast<std::uint32_t>(first);
        cell.last_row += static_cast<std::uint32_t>(first);
        cell.first += base;
        cell.last += base;
        label_cells_[c].push_back(cell);
      }
      labels_[c].insert(labels_[c].end(), columns[c].begin(), columns[c].end());
    }
  }

  // Columns of codes (205, 20502): numbers without separators left of a column of labels.
  std::uint64_t code_columns() const {
    std::vector<std::uint32_t> codes(columns_.size(), 0), others(columns_.size(), 0);
    for (std::size_t i = first_; i < rows_.size(); ++i) {
      for (std::size_t k = 0; k < rows_[i].segments.size(); ++k) {
        const Segment& s = rows_[i].segments[k];
        if (s.kind == Kind::number) ++(is_code(text(s)) && !is_year(text(s)) ? codes : others)[rows_[i].columns[k]];
      }
    }
    std::uint64_t out = 0;
    for (std::size_t c = 0; c + 1 < columns_.size(); ++c) {
      if (codes[c] >= 2 && others[c] * 5 <= codes[c] && !columns_[c + 1].values) out |= std::uint64_t{1} << c;
    }
    return out;
  }

  std::vector<RowLine> row_lines(const std::vector<std::uint32_t>& printed, std::uint64_t codes) const {
    std::vector<unsigned> widest(columns_.size(), 1);
    for (const std::uint32_t i : printed) {
      for (std::size_t k = 0; k < rows_[i].segments.size(); ++k) {
        unsigned& most = widest[rows_[i].columns[k]];
        if (rows_[i].segments[k].kind == Kind::text) most = std::max(most, rows_[i].segments[k].width());
      }
    }
    std::vector<RowLine> out;
    for (const std::uint32_t i : printed) {
      const PrintedRow& row = rows_[i];
      RowLine line;
      line.y = row.y;
      line.page = row.page;
      line.alone = !row.segments.empty() && numbers_columns(decoded_, row);
      for (std::size_t k = 0; k < row.segments.size(); ++k) {
        const Segment& s = row.segments[k];
        if (is_group(row.columns[k])) continue;
        const std::uint64_t bit = std::uint64_t{1} << row.columns[k];
        if (s.is_value()) {
          ((codes & bit) != 0 && is_code(text(s)) ? line.codes : line.values) |= bit;
        } else {
          line.texts.push_back(row_text(s, row.columns[k], widest[row.columns[k]]));
        }
      }
      out.push_back(std::move(line));
    }
    return out;
  }

  RowLine::Text row_text(const Segment& s, std::uint32_t column, unsigned widest) const {
    RowLine::Text out;
    const std::string_view t = text(s);
    out.column = column;
    out.width = double(s.width()) / widest;
    out.room = widest - s.width();
    out.starts_item = starts_item(t);
    int open = 0, lowest = 0;
    char32_t last = 0;
    for (std::size_t at = 0; at < t.size();) {
      const Character c = character_at(t, at);
      at += c.bytes;
      last = c.code;
      if (c.code == U'（' || c.code == '(' || c.code == U'“' || c.code == U'《') ++open;
      if (c.code == U'）' || c.code == ')' || c.code == U'”' || c.code == U'》') --open;
      lowest = std::min(lowest, open);
    }
    out.stays_open = open > 0 || last == U'、' || last == U'，' || last == U'和' || last == U'及';
    out.closes = lowest < 0;
    out.complete = last == U'：' || last == ':';
    return out;
  }

  // The parts of a row in the order of its cells.
  void write_row(std::uint32_t r, bool blanks, TableDraft& draft) {
    std::vector<Piece> pieces;
    for (const std::uint32_t i : body_[r].printed)
      for (std::size_t k = 0; k < rows_[i].segments.size(); ++k)
        if (!is_group(rows_[i].columns[k])) pieces.push_back({rows_[i].columns[k], i, rows_[i].segments[k].range});
    std::stable_sort(pieces.begin(), pieces.end(), [](const Piece& a, const Piece& b) { return a.column < b.column; });
    const std::uint32_t row = base_rows_ + r;
    std::size_t p = 0;
    for (std::uint32_t c = 0; c < columns_.size(); ++c) {
      if (is_group(c)) {
        write_label(r, c, row, draft);
        continue;
      }
      if (p == pieces.size() || pieces[p].column != c) {
        if (blanks) draft.add_cell(row, c);
        continue;
      }
      draft.add_cell(row, c);
      while (p < pieces.size() && pieces[p].column == c) {
        TextRange range = pieces[p].range;
        const std::uint32_t line = pieces[p].line;
        for (++p; p < pieces.size() && pieces[p].column == c && pieces[p].line == line; ++p) range.end = pieces[p].range.end;
        draft.add_part(range);
      }
    }
  }

  // A label beside all rows, over which no heading stands, is that heading: 项目资金（万元）.
  bool give_to_header(std::uint32_t column, TableDraft& draft) const {
    for (CellDraft& cell : draft.cells) {
      if (cell.row >= base_rows_ || cell.column != column || cell.column_span > 1) continue;
      if (cell.parts > 0) return false;
      cell.first = static_cast<std::uint32_t>(draft.parts.size());
      for (const Segment& s : labels_[column]) draft.parts.push_back(s.range);
      cell.parts = static_cast<std::uint32_t>(labels_[column].size());
      return true;
    }
    return false;
  }

  // The label that begins in row r, if one does.
  void write_label(std::uint32_t r, std::uint32_t column, std::uint32_t row, TableDraft& draft) {
    const std::vector<MergedLabel>& cells = label_cells_[column];
    const bool beside_all = cells.size() == 1 && cells.front().last > cells.front().first && cells.front().last_row == body_.size();
    if (r == 0 && beside_all && give_to_header(column, draft)) given_ |= std::uint64_t{1} << column;
    if ((given_ >> column & 1U) != 0) {
      draft.add_cell(row, column);
      return;
    }
    const auto cell = std::lower_bound(cells.begin(), cells.end(), r, [](const MergedLabel& m, std::uint32_t at) { return m.first_row < at; });
    if (cell == cells.end() || cell->first_row != r) {
      const bool covered = cell != cells.begin() && std::prev(cell)->last_row > r;
      if (!covered) draft.add_cell(row, column);
      return;
    }
    draft.add_cell(row, column).row_span = cell->last_row - cell->first_row;
    for (std::uint32_t i = cell->first; i < cell->last; ++i) draft.add_part(labels_[column][i].range);
  }

  std::string_view decoded_;
  std::vector<PrintedRow>& rows_;
  std::size_t first_;
  const std::vector<Column>& columns_;
  const Band& band_;
  std::uint32_t base_rows_;
  std::uint64_t given_ = 0;            // columns whose label went to the header
  std::uint64_t groups_ = 0;           // columns of labels that may reach over several rows
  std::vector<std::uint32_t> totals_;  // printed rows whose label reaches over the columns of groups
  std::vector<BodyRow> body_;
  std::vector<std::vector<Segment>> labels_;  // by column
  std::vector<std::vector<MergedLabel>> label_cells_;
  std::string_view doubt_;
};

}  // namespace

bool is_year(std::string_view s) { return s.size() == 4 && (s.starts_with("19") || s.starts_with("20")); }

bool is_code(std::string_view s) {
  std::size_t digits = 0;
  for (std::size_t at = 0; at < s.size(); ++digits) {
    const Character c = character_at(s, at);
    if (!is_digit(c.code)) return false;
    at += c.bytes;
  }
  return digits >= 3 && digits <= 9;
}

bool starts_item(std::string_view t) { return t.starts_with("其中") || t.starts_with("注") || static_cast<bool>(parse_numbering(t)); }

bool numbers_columns(std::string_view decoded, const PrintedRow& row) {
  unsigned count = 0;
  int before = 0;
  for (const Segment& s : row.segments) {
    if (s.kind == Kind::text) continue;
    const std::string_view text = decoded.substr(s.range.begin, s.range.size());
    if (s.kind == Kind::dash || !is_small(text)) return false;
    const int value = std::stoi(std::string(text));
    if (value != before + 1 && count > 0) return false;
    before = value;
    ++count;
  }
  const Segment& front = row.segments.front();
  const Squeezed label(decoded.substr(front.range.begin, front.range.size()), true, 12);
  return count >= 3 ? count + 1 >= row.segments.size() : count > 0 && (label.view() == "栏次" || label.view() == "行次");
}

std::string_view write_body(std::string_view decoded, std::vector<PrintedRow>& rows, std::size_t first, const std::vector<Column>& columns,
                            const Band& band, TableDraft& draft) {
  return BodyWriter(decoded, rows, first, columns, band).run(draft);
}

}  // namespace gouji::corpus
