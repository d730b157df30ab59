#include "corpus/cell_grid.h"

#include <algorithm>
#include <string>

#include "corpus/characters.h"
#include "corpus/span_solver.h"
#include "corpus/table_region.h"

namespace gouji::corpus {
namespace {

constexpr std::uint32_t widest_solved = 40;
constexpr std::size_t most_header_rows = 6;

struct Placed {
  std::uint32_t cell = 0, column = 0, column_span = 1, row_span = 1;
  bool covered = false;  // a cell above reaches down over it
};

class GridBuilder {
 public:
  GridBuilder(std::string_view decoded, const RawTable& table) : decoded_(decoded), table_(table), width_(table.widest()) {}

  TableDraft run() {
    usual_ = table_.usual_width();
    kind_of_.reserve(table_.cells.size());
    for (std::uint32_t c = 0; c < table_.cells.size(); ++c) kind_of_.push_back(kind_of_cell(decoded_, table_, c));
    rows_.resize(table_.rows.size());
    for (std::size_t r = 0; r < rows_.size(); ++r) place_in_order(r);
    if (width_ >= 2 && width_ <= widest_solved) {
      header_ = end_of_header();
      kinds_ = kinds_of_columns(decoded_, table_, width_, rows_.size() - header_);
      for (std::size_t r = 0; r < rows_.size(); ++r) known_.push_back(cells(r) == width_ ? 1 : 0);
      place_header();
      place_short_rows();
      for (std::size_t r = 0; r + 1 < rows_.size(); ++r) place_parents(r);
      merge_header_cells_down();
      merge_labels_down();
    }
    return write();
  }

 private:
  std::uint32_t cells(std::size_t r) const { return table_.rows[r].cells; }
  CellKind kind(std::size_t r, std::uint32_t i) const { return kind_of_[table_.rows[r].first + i]; }
  bool blank(std::size_t r, std::uint32_t i) const { return table_.cells[table_.rows[r].first + i].parts == 0; }
  bool has_numbers(std::size_t r) const {
    for (std::uint32_t i = 0; i < cells(r); ++i) {
      if (is_value(kind(r, i))) return true;
    }
    return false;
  }
  bool is_blank(std::size_t r) const {
    for (std::uint32_t i = 0; i < cells(r); ++i) {
      if (!blank(r, i)) return false;
    }
    return true;
  }
  std::string label(std::size_t r, std::uint32_t i) const {
    const RawCell& cell = table_.cells[table_.rows[r].first + i];
    std::string out;
    for (std::uint32_t p = cell.first; p < cell.first + cell.parts && out.size() < 60; ++p) {
      for (std::uint32_t at = table_.parts[p].begin; at < table_.parts[p].end && out.size() < 60;) {
        const Character c = character_at(decoded_, at);
        if (!is_space(c.code)) out.append(decoded_, at, c.bytes);
        at += c.bytes;
      }
    }
    return out;
  }

  // Its cells from the left; the last, if it is no number, reaches to the table's edge.
  void place_in_order(std::size_t r) {
    rows_[r].reserve(cells(r));
    for (std::uint32_t i = 0; i < cells(r); ++i) rows_[r].push_back({table_.rows[r].first + i, i, 1, 1, false});
    if (rows_[r].empty() || cells(r) == width_) return;
    const bool number = is_value(kind(r, cells(r) - 1));
    if (!number || cells(r) == 1) rows_[r].back().column_span = width_ - cells(r) + 1;
    if (number && cells(r) == 1) rows_[r].back().column_span = 1;
  }

  void place_with(std::size_t r, const std::vector<std::uint32_t>& spans) {
    std::uint32_t column = 0;
    for (std::size_t i = 0; i < rows_[r].size(); ++i) {
      rows_[r][i].column = column;
      rows_[r][i].column_span = spans[i];
      column += spans[i];
    }
  }

  // Rows without a number above the first row that has one.
  std::size_t end_of_header() const {
    std::size_t r = 0;
    while (r < rows_.size() && r < most_header_rows && !has_numbers(r)) ++r;
    return r < rows_.size() && cells(r) * 2 >= usual_ ? r : 0;
  }

  // The header's rows above the widest of them, from below: each is told by the row under it.
  void place_header() {
    for (std::size_t r = header_ == 0 ? 0 : header_ - 1; r-- > 0;) {
      if (cells(r) == 1 || cells(r) >= width_) continue;
      if (known_[r + 1] != 0) {
        known_[r] = solve_over(r, r + 1) ? 1 : 0;
      } else if (r + 2 == header_ && cells(header_) == width_) {
        solve_around(r);
      }
    }
  }

  std::vector<HeadedCell> headed(std::size_t r) const {
    static const std::vector<std::string_view> totals{"合计", "小计", "总计", "金额", "总额", "总数"};
    std::vector<HeadedCell> out;
    std::string first;
    for (std::uint32_t i = 0; i < cells(r); ++i) {
      HeadedCell cell;
      cell.blank = blank(r, i);
      const std::string text = label(r, i);
      if (!cell.blank) {
        const bool change = text.starts_with("增减") && (i == 0 || !label(r, i - 1).starts_with("增减"));  // 比上年增减: 增减额, 增减%
        const std::string before = i > 0 ? label(r, i - 1) : std::string();
        const bool named = before.ends_with("名称") || before.ends_with("行次") || before.ends_with("项目");  // 科目名称 | 金额: no total
        const bool total = change || (!named && std::find(totals.begin(), totals.end(), text) != totals.end());
        const bool after_number = i > 0 && kind(r, i) == CellKind::text && is_value(kind(r, i - 1));
        const bool after_blank = i > 0 && blank(r, i - 1) && has_numbers(r);
        using Start = HeadedCell::Start;
        const bool again = !first.empty() && (text == first || text.starts_with(first + "（"));  // 项目（按功能分类）
        cell.starts_block = after_number || after_blank ? Start::yes : again ? Start::again : total ? Start::maybe : Start::no;
        if (first.empty()) first = text;
      }
      out.push_back(cell);
    }
    return out;
  }

  bool solve_over(std::size_t r, std::size_t below) {
    std::vector<bool> blanks;
    for (std::uint32_t i = 0; i < cells(r); ++i) blanks.push_back(blank(r, i));
    const std::vector<std::uint32_t> spans = spans_over(blanks, headed(below));
    if (spans.empty()) return false;
    // The row below may itself stand over several columns a cell.
    std::vector<std::uint32_t> columns;
    std::size_t child = 0;
    for (const std::uint32_t span : spans) {
      std::uint32_t covered = 0;
      for (std::uint32_t k = 0; k < span; ++k) covered += rows_[below][child++].column_span;
      columns.push_back(covered);
    }
    place_with(r, columns);
    return true;
  }

  // Cells of row r that reach into the next row have left nothing there.
  void solve_around(std::size_t r) {
    std::vector<HeadsColumns> names;
    for (std::uint32_t i = 0; i < cells(r); ++i) names.push_back(heads_columns(label(r, i)));
    const RowPair pair = spans_around(names, headed(r + 1), kinds_);
    if (pair.spans.empty()) return;
    place_with(r, pair.spans);
    std::size_t child = 0;
    for (std::size_t i = 0; i < rows_[r].size(); ++i) {
      if (pair.reaches_down[i]) {
        rows_[r][i].row_span = 2;
        continue;
      }
      for (std::uint32_t k = 0; k < pair.spans[i]; ++k) {
        rows_[r + 1][child].column = rows_[r][i].column + k;
        rows_[r + 1][child++].column_span = 1;
      }
    }
    known_[r] = known_[r + 1] = 1;
  }

  // Rows of the body, all with the same number of cells, fewer than the rows above or below them: their numbers tell. A stretch with no
  // full row beside it has columns of its own.
  void place_short_rows() {
    for (std::size_t r = header_; r < rows_.size();) {
      std::size_t end = r + 1;
      while (end < rows_.size() && cells(end) == cells(r)) ++end;
      if (cells(r) > 1 && cells(r) < width_) place_stretch(r, end);
      r = end;
    }
  }

  void place_stretch(std::size_t first, std::size_t last) {
    const bool words_reach = std::any_of(rows_.begin() + static_cast<std::ptrdiff_t>(first), rows_.begin() + static_cast<std::ptrdiff_t>(last),
                                         [&](const std::vector<Placed>& row) { return row.back().column_span > 1; });
    const bool beside_full = (first > 0 && cells(first - 1) == width_) || (last < rows_.size() && cells(last) == width_);
    for (std::size_t r = first; r < last; ++r) {
      if (!has_numbers(r)) continue;
      std::vector<CellKind> own;
      for (std::uint32_t i = 0; i < cells(r); ++i) own.push_back(kind(r, i));
      if (beside_full && fits_in_order(own)) {
        if (words_reach) rows_[r].back().column_span = width_ - cells(r) + 1;  // as the heading above it does
        continue;
      }
      const std::vector<std::uint32_t> spans = beside_full ? spans_by_kind(own, kinds_) : std::vector<std::uint32_t>{};
      if (spans.empty()) {
        doubt_ = true;
        if (words_reach) rows_[r].back().column_span = width_ - cells(r) + 1;
      } else {
        place_with(r, spans);
      }
    }
  }

  // Each cell is of its column's kind from the left: the row only lacks cells at its end.
  bool fits_in_order(const std::vector<CellKind>& own) const {
    bool value = false;
    for (std::size_t c = 0; c < own.size(); ++c) {
      if (own[c] == CellKind::blank) continue;
      if (own[c] != kinds_[c] && !(is_value(own[c]) && is_value(kinds_[c]))) return false;
      value = value || is_value(own[c]);
    }
    return value;
  }

  // A row of words over a stretch of rows that are alike and have more cells than it (按收入性质分 | 按支出性质分).
  void place_parents(std::size_t r) {
    if (r < header_ || has_numbers(r) || cells(r) < 2 || cells(r) >= cells(r + 1) || cells(r + 1) > widest_solved) return;
    if (r + 2 >= rows_.size() || cells(r + 2) != cells(r + 1) || !has_numbers(r + 1)) return;
    solve_over(r, r + 1);
  }

  // In the header a blank cell is the rest of the cell above it.
  void merge_header_cells_down() {
    std::vector<Placed*> above(width_, nullptr);
    for (std::size_t r = 0; r < header_; ++r) {
      if (known_[r] == 0) std::fill(above.begin(), above.end(), nullptr);
      for (std::size_t i = 0; known_[r] != 0 && i < rows_[r].size(); ++i) {
        Placed& cell = rows_[r][i];
        Placed* over = cell.column < width_ ? above[cell.column] : nullptr;
        const bool fits =
            over != nullptr && blank(r, static_cast<std::uint32_t>(i)) && over->column == cell.column && over->column_span == cell.column_span;
        if (fits) {
          ++over->row_span;
          cell.covered = true;
          continue;
        }
        for (std::uint32_t c = cell.column; c < std::min(cell.column + cell.column_span, width_); ++c)
          above[c] = blank(r, static_cast<std::uint32_t>(i)) ? nullptr : &cell;
      }
    }
  }

  // Group labels: a text in one of the first columns, blank cells below it and labels of their own to the right of them.
  void merge_labels_down() {
    first_label_ = width_ > 2 && kinds_[0] == CellKind::number ? 1 : 0;  // behind a column of codes or ordinals
    std::uint32_t labels = first_label_;                                 // columns of text before the first of numbers
    while (labels < width_ && kinds_[labels] == CellKind::text) ++labels;
    for (std::uint32_t c = first_label_; c + 1 < labels; ++c) {
      for (std::size_t r = header_; r < rows_.size();) r = merge_label(r, c);
    }
  }

  const Placed* at(std::size_t r, std::uint32_t column) const { return cells(r) == width_ && column < rows_[r].size() ? &rows_[r][column] : nullptr; }

  // Returns where the next label is to be looked for.
  std::size_t merge_label(std::size_t r, std::uint32_t c) {
    if (at(r, c) == nullptr || blank(r, c) || kind(r, c) != CellKind::text || rows_[r][c].covered) return r + 1;
    std::size_t last = r, next = r + 1;
    for (; next < rows_.size() && at(next, c) != nullptr && blank(next, c); ++next) {
      if (is_blank(next)) continue;
      bool headed_elsewhere = false, labelled = false;
      for (std::uint32_t k = first_label_; k < c; ++k) headed_elsewhere = headed_elsewhere || !blank(next, k);
      for (std::uint32_t k = c + 1; k < width_ && kinds_[k] == CellKind::text; ++k) labelled = labelled || kind(next, k) == CellKind::text;
      if (headed_elsewhere || !labelled) break;
      last = next;
    }
    if (last == r) return r + 1;
    for (std::size_t row = r + 1; row <= last; ++row) rows_[row][c].covered = true;
    rows_[r][c].row_span = static_cast<std::uint32_t>(last - r + 1);
    return last + 1;
  }

  TableDraft write() const {
    TableDraft draft;
    draft.layout = TableLayout::cell_lines;
    draft.cells.reserve(table_.cells.size());
    draft.parts.reserve(table_.parts.size());
    for (std::size_t r = 0; r < rows_.size(); ++r) {
      for (const Placed& placed : rows_[r]) {
        if (placed.covered) continue;
        CellDraft& cell = draft.add_cell(static_cast<std::uint32_t>(r), placed.column);
        cell.column_span = placed.column_span;
        cell.row_span = placed.row_span;
        const RawCell& raw = table_.cells[placed.cell];
        for (std::uint32_t p = raw.first; p < raw.first + raw.parts; ++p) draft.add_part(table_.parts[p]);
      }
    }
    draft.rows = static_cast<std::uint32_t>(rows_.size());
    draft.columns = width_;
    mark_names_inside(decoded_, draft);
    if (doubt_) draft.doubt = "rows have different numbers of cells: which columns their cells cover is not sure";
    return draft;
  }

  std::string_view decoded_;
  const RawTable& table_;
  std::uint32_t width_ = 0, usual_ = 0, first_label_ = 0;
  std::size_t header_ = 0;         // rows of it
  std::vector<CellKind> kinds_;    // of the columns
  std::vector<CellKind> kind_of_;  // of each raw cell
  std::vector<std::vector<Placed>> rows_;
  std::vector<char> known_;  // rows whose cells' columns are known
  bool doubt_ = false;
};

}  // namespace

TableDraft grid_of_cells(std::string_view decoded, const RawTable& table) { return GridBuilder(decoded, table).run(); }

}  // namespace gouji::corpus
