#include "corpus/aligned_grid.h"

#include <algorithm>
#include <cmath>
#include <string>

#include "corpus/aligned_segments.h"
#include "corpus/characters.h"
#include "corpus/grid_columns.h"
#include "corpus/grid_header.h"
#include "corpus/grid_header_cells.h"
#include "corpus/grid_lines.h"
#include "corpus/grid_rows.h"
#include "corpus/numbering.h"
#include "corpus/squeezed.h"

namespace gouji::corpus {
namespace {

using Kind = Segment::Kind;

class GridReader {
 public:
  GridReader(std::string_view decoded, std::vector<Line>& lines, std::uint32_t first, std::uint32_t last) : decoded_(decoded), lines_(lines) {
    rows_ = read_rows(decoded, lines, first, last);
  }

  TableDraft run() {
    TableDraft draft;
    draft.layout = TableLayout::aligned_columns;
    if (rows_.empty()) return draft;
    body_ = find_body();
    place_first_page();
    for (std::size_t at = end_of_page(body_); at < rows_.size(); at = end_of_page(at)) place_later_page(at);
    write(draft);
    return draft;
  }

 private:
  std::string_view text(const Segment& s) const { return decoded_.substr(s.range.begin, s.range.size()); }
  std::size_t end_of_page(std::size_t at) const {
    const std::uint32_t page = rows_[at].page;
    while (at < rows_.size() && rows_[at].page == page) ++at;
    return at;
  }

  static bool is_year(std::string_view s) { return s.size() == 4 && (s.starts_with("19") || s.starts_with("20")); }
  static bool is_code(std::string_view s) {
    return s.size() >= 3 && s.size() <= 9 && std::all_of(s.begin(), s.end(), [](char c) { return c >= '0' && c <= '9'; });
  }
  static bool is_small(std::string_view s) {
    return s.size() <= 2 && std::all_of(s.begin(), s.end(), [](char c) { return c >= '0' && c <= '9'; });
  }

  // 栏次  1  2  3: the numbers of the columns, alone or behind their name.
  bool numbers_columns(const PrintedRow& row) const {
    unsigned count = 0;
    int before = 0;
    for (const Segment& s : row.segments) {
      if (s.kind == Kind::text) continue;
      if (s.kind == Kind::dash || !is_small(text(s))) return false;
      const int value = std::stoi(std::string(text(s)));
      if (value != before + 1 && count > 0) return false;
      before = value;
      ++count;
    }
    const Squeezed label(text(row.segments.front()), true, 12);
    return count >= 3 ? count + 1 >= row.segments.size() : count > 0 && (label.view() == "栏次" || label.view() == "行次");
  }

  bool is_data(const PrintedRow& row) const {
    bool label = false, number = false;
    for (const Segment& s : row.segments) {
      const std::string_view t = text(s);
      if (s.kind == Kind::text) {
        label = true;
      } else if (s.kind == Kind::number) {
        if (is_year(t)) continue;
        number = true;
        if (t.size() >= 3) return true;
      }
    }
    return number && (label || numbers_columns(row));
  }

  bool is_one_label(const PrintedRow& row) const { return row.segments.size() == 1 && row.segments.front().kind == Kind::text; }

  // Nothing but a line that begins where the label does.
  bool goes_on(const PrintedRow& row, const Segment& label) const {
    return is_one_label(row) && row.segments.front().from + 1 >= label.from && row.segments.front().from <= label.from + 1;
  }

  // The first line below the header.
  std::size_t find_body() const {
    std::size_t at = 0;
    const std::size_t end = end_of_page(0);
    while (at < end && !is_data(rows_[at])) ++at;
    if (at == end) return end == 1 ? 0 : std::min<std::size_t>(1, rows_.size() - 1);
    const auto label = std::find_if(rows_[at].segments.begin(), rows_[at].segments.end(), [](const Segment& s) { return s.kind == Kind::text; });
    std::size_t above = 0;
    if (label == rows_[at].segments.end()) {  // its label is wrapped around it
      std::size_t below = 1;
      while (at + below < end && below <= 3 && is_one_label(rows_[at + below])) ++below;
      above = std::max<std::size_t>(below - 1, 1);
    } else if (at + 1 < end && goes_on(rows_[at + 1], *label)) {  // three lines of it: one above as one below
      above = at > 0 && goes_on(rows_[at - 1], *label) ? 1 : 0;
    }
    while (at > 0 && above > 0 && is_one_label(rows_[at - 1])) {
      --at;
      --above;
    }
    while (at > 0 && is_one_label(rows_[at - 1]) && starts_item(text(rows_[at - 1].segments.front()))) --at;
    return at;
  }

  static bool starts_item(std::string_view t) { return t.starts_with("其中") || t.starts_with("注") || static_cast<bool>(parse_numbering(t)); }

  std::vector<Segment> segments_of(std::size_t first, std::size_t last) const {
    std::vector<Segment> out;
    for (std::size_t i = first; i < last; ++i) out.insert(out.end(), rows_[i].segments.begin(), rows_[i].segments.end());
    return out;
  }

  // The columns of the first page, those of the header that stand over none among them.
  void place_first_page() {
    ColumnModel model = find_columns(segments_of(body_, end_of_page(body_)), segments_of(0, body_));
    header_ = read_header(decoded_, segments_of(0, body_), model.columns);
    if (header_.cells.empty() && body_ > 0) {  // none, or too much for one: its lines are rows
      body_ = 0;
      model = find_columns(segments_of(body_, end_of_page(body_)), {});
    }
    const std::size_t end = end_of_page(body_);
    const auto& leaves = header_.leaves;
    const auto gap = [&](std::size_t leaf, std::size_t column) {
      const HeaderCell& cell = header_.cells[leaves[leaf]];
      const Column& c = model.columns[column];
      const double apart = std::max({0.0, double(cell.from) - c.to, double(c.from) - cell.to});
      return apart + 0.25 * std::abs(cell.centre() - c.centre());
    };
    const auto covered = [&](std::size_t leaf) {
      const HeaderCell& cell = header_.cells[leaves[leaf]];
      unsigned under = 0;
      for (const Column& c : model.columns) under = std::max(under, overlap(cell.from, cell.to, c.from, c.to));
      return 3.0 + under;
    };
    const std::vector<std::uint32_t> column_of_leaf =
        match_in_order(leaves.size(), model.columns.size(), gap, covered, [&](std::size_t c) { return 8.0 + std::min(model.columns[c].cells, 6U); });
    const std::vector<std::uint32_t> grid_of = merge_in_order(column_of_leaf, model);
    set_columns(body_, end, model, grid_of);
  }

  // The grid's columns from the headings and the columns below them: both run from left to right, those without a partner go between by
  // where they stand. Returns the grid's column of each of the model's.
  std::vector<std::uint32_t> merge_in_order(const std::vector<std::uint32_t>& column_of_leaf, const ColumnModel& model) {
    const auto& leaves = header_.leaves;
    grid_of_leaf_.assign(leaves.size(), 0);
    std::vector<std::uint32_t> grid_of(model.columns.size(), 0);
    std::size_t c = 0;
    const auto add_column = [&](const Column& column) {
      if (columns_.size() < most_grid_columns) columns_.push_back(column);
      return static_cast<std::uint32_t>(columns_.size() - 1);
    };
    for (std::size_t leaf = 0; leaf < leaves.size(); ++leaf) {
      const HeaderCell& cell = header_.cells[leaves[leaf]];
      std::size_t stop = column_of_leaf[leaf];
      if (stop == no_column) {
        stop = c;
        const auto next = std::find_if(column_of_leaf.begin() + static_cast<std::ptrdiff_t>(leaf), column_of_leaf.end(),
                                       [](std::uint32_t x) { return x != no_column; });
        const std::size_t most = next == column_of_leaf.end() ? model.columns.size() : *next;
        while (stop < most && model.columns[stop].centre() < cell.centre()) ++stop;
        for (; c < stop; ++c) grid_of[c] = add_column(model.columns[c]);
        Column blank;
        blank.from = cell.from;
        blank.to = cell.to;
        grid_of_leaf_[leaf] = add_column(blank);
      } else {
        for (; c < stop; ++c) grid_of[c] = add_column(model.columns[c]);
        grid_of_leaf_[leaf] = grid_of[c] = add_column(model.columns[c]);
        ++c;
      }
    }
    for (; c < model.columns.size(); ++c) grid_of[c] = add_column(model.columns[c]);
    return grid_of;
  }

  void set_columns(std::size_t first, std::size_t last, const ColumnModel& model, const std::vector<std::uint32_t>& grid_of) {
    std::size_t s = 0;
    for (std::size_t i = first; i < last; ++i) {
      for (std::size_t k = 0; k < rows_[i].segments.size(); ++k) rows_[i].columns.push_back(grid_of[model.column_of[s++]]);
    }
  }

  std::string squeezed(std::size_t first, std::size_t last) const {
    std::string out;
    for (std::size_t i = first; i < last; ++i) {
      for (const Segment& s : rows_[i].segments) out += Squeezed(text(s), true, 200).view();
    }
    return out;
  }

  // Its lines take the role `furniture` and follow the table.
  bool drop_repeated_header(std::size_t first, std::size_t end) {
    if (body_ == 0 || first + body_ > end) return false;
    if (head_.empty()) head_ = squeezed(0, body_);
    if (squeezed(first, first + body_) != head_) return false;
    for (std::size_t i = first; i < first + body_; ++i) {
      lines_[rows_[i].line].role = LineRole::furniture;
      rows_[i].segments.clear();
    }
    return true;
  }

  // A later page may print the header again and its columns in other places.
  void place_later_page(std::size_t first) {
    const std::size_t end = end_of_page(first);
    const bool headed = drop_repeated_header(first, end);
    const std::vector<Segment> segments = segments_of(first, end);
    const ColumnModel model = find_columns(segments, {});
    const auto apart = [&](std::size_t a, std::size_t b) {
      const Column &from = model.columns[a], &to = columns_[b];
      double cost = 0.15 * std::abs(double(from.to) - to.to);
      if (to.cells == 0) cost += 3;
      if (to.cells > 0 && from.values != to.values) cost += 5;
      return cost;
    };
    std::vector<std::uint32_t> grid_of = match_in_order(
        model.columns.size(), columns_.size(), apart, [](std::size_t) { return 20.0; },
        [&](std::size_t c) { return columns_[c].cells == 0 ? 0.1 : 1.5; });
    std::size_t values = 0;
    bool shifted = false;
    for (std::size_t c = 0; c < grid_of.size(); ++c) {
      if (grid_of[c] == no_column) {
        doubt_ = "a page's columns do not match those of the page before";
        grid_of[c] = nearest_column(model.columns[c]);
        continue;
      }
      Column& column = columns_[grid_of[c]];
      if (model.columns[c].values) {
        ++values;
        shifted = shifted || std::abs(double(column.to) - model.columns[c].to) > 6;
      }
      column.values = column.values || model.columns[c].values;
      column.cells += model.columns[c].cells;
    }
    const auto all = std::count_if(columns_.begin(), columns_.end(), [](const Column& c) { return c.values; });
    if (shifted && !headed && values < static_cast<std::size_t>(all))
      doubt_ = "columns shift behind a page's end and some are blank there: which is which is not sure";
    set_columns(first, end, model, grid_of);
  }

  std::uint32_t nearest_column(const Column& column) const {
    std::uint32_t best = 0;
    for (std::uint32_t c = 1; c < columns_.size(); ++c) {
      if (std::abs(columns_[c].centre() - column.centre()) < std::abs(columns_[best].centre() - column.centre())) best = c;
    }
    return best;
  }

  // Columns of codes (205, 20502): numbers without separators left of a column of labels.
  std::uint64_t code_columns() const {
    std::vector<std::uint32_t> codes(columns_.size(), 0), others(columns_.size(), 0);
    for (std::size_t i = body_; i < rows_.size(); ++i) {
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

  std::vector<RowLine> row_lines(std::uint64_t codes) const {
    std::vector<unsigned> widest(columns_.size(), 1);
    for (std::size_t i = body_; i < rows_.size(); ++i) {
      for (std::size_t k = 0; k < rows_[i].segments.size(); ++k) {
        unsigned& most = widest[rows_[i].columns[k]];
        if (rows_[i].segments[k].kind == Kind::text) most = std::max(most, rows_[i].segments[k].width());
      }
    }
    std::vector<RowLine> out;
    for (std::size_t i = body_; i < rows_.size(); ++i) {
      const PrintedRow& row = rows_[i];
      RowLine line;
      line.y = row.y;
      line.page = row.page;
      line.alone = !row.segments.empty() && numbers_columns(row);
      for (std::size_t k = 0; k < row.segments.size(); ++k) {
        const Segment& s = row.segments[k];
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
    return out;
  }

  void write(TableDraft& draft) {
    write_header(header_, grid_of_leaf_, columns_.size(), draft);
    const std::uint32_t base = header_.rows;
    // Lines of a repeated header stand between rows and hold nothing.
    rows_.erase(
        std::remove_if(rows_.begin() + static_cast<std::ptrdiff_t>(body_), rows_.end(), [](const PrintedRow& r) { return r.segments.empty(); }),
        rows_.end());
    const std::uint64_t codes = code_columns();
    const std::vector<RowLine> lines = row_lines(codes);
    const RowCut cut = cut_rows(lines, codes != 0);
    std::size_t segments = 0;
    for (const PrintedRow& row : rows_) segments += row.segments.size();
    const bool blanks = cut.first.size() * columns_.size() <= 16 * segments + 1024;
    for (std::size_t r = 0; r < cut.first.size(); ++r) {
      const std::size_t end = r + 1 < cut.first.size() ? cut.first[r + 1] : lines.size();
      write_row(static_cast<std::uint32_t>(base + r), body_ + cut.first[r], body_ + end, blanks, draft);
    }
    draft.columns = std::max(draft.columns, static_cast<std::uint32_t>(columns_.size()));
    if (cut.cost > 2.0 * static_cast<double>(cut.first.size()) && cut.first.size() > 1) doubt_ = "which printed lines make a row is not sure";
    if (header_.rows > 3) doubt_ = "the header has more levels than tables have: what heads what is not sure";
    draft.doubt = doubt_;
  }

  // The parts of a row in the order of its cells.
  void write_row(std::uint32_t row, std::size_t first, std::size_t last, bool blanks, TableDraft& draft) const {
    struct Piece {
      std::uint32_t column, line;
      TextRange range;
    };
    std::vector<Piece> pieces;
    for (std::size_t i = first; i < last; ++i) {
      for (std::size_t k = 0; k < rows_[i].segments.size(); ++k)
        pieces.push_back({rows_[i].columns[k], static_cast<std::uint32_t>(i), rows_[i].segments[k].range});
    }
    std::stable_sort(pieces.begin(), pieces.end(), [](const Piece& a, const Piece& b) { return a.column < b.column; });
    std::size_t p = 0;
    for (std::uint32_t c = 0; c < columns_.size(); ++c) {
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

  std::string_view decoded_;
  std::vector<Line>& lines_;
  std::vector<PrintedRow> rows_;
  std::size_t body_ = 0;  // the first row below the header
  std::string head_;      // the header's text without blanks
  Header header_;
  std::vector<std::uint32_t> grid_of_leaf_;
  std::vector<Column> columns_;
  std::string_view doubt_;
};

}  // namespace

TableDraft read_aligned_grid(std::string_view decoded, std::vector<Line>& lines, std::uint32_t first, std::uint32_t last) {
  return GridReader(decoded, lines, first, last).run();
}

}  // namespace gouji::corpus
