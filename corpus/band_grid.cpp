#include "corpus/band_grid.h"

#include <algorithm>
#include <cmath>
#include <span>
#include <string>

#include "corpus/aligned_segments.h"
#include "corpus/characters.h"
#include "corpus/full_rows.h"
#include "corpus/grid_body.h"
#include "corpus/grid_header.h"
#include "corpus/grid_header_cells.h"
#include "corpus/heading_words.h"
#include "corpus/numbering.h"
#include "corpus/squeezed.h"

namespace gouji::corpus {
namespace {

using Kind = Segment::Kind;

class GridReader {
 public:
  GridReader(std::string_view decoded, std::vector<Line>& lines, std::vector<PrintedRow> rows, const Band& band)
      : decoded_(decoded), lines_(lines), rows_(std::move(rows)), band_(band) {}

  BandGrid run() {
    BandGrid grid;
    grid.table.layout = TableLayout::aligned_columns;
    if (rows_.empty()) return grid;
    body_ = band_.headed ? band_.body - band_.first : find_body();
    place_first_page();
    for (std::size_t at = end_of_page(body_); at < rows_.size(); at = end_of_page(at)) place_later_page(at);
    write(grid.table);
    grid.columns = std::move(columns_);
    return grid;
  }

 private:
  std::string_view text(const Segment& s) const { return decoded_.substr(s.range.begin, s.range.size()); }
  std::size_t end_of_page(std::size_t at) const {
    if (at >= rows_.size()) return rows_.size();
    const std::uint32_t page = rows_[at].page;
    while (at < rows_.size() && rows_[at].page == page) ++at;
    return at;
  }

  // 2036, 1958 beside 一、污水处理费收入 are amounts that look like years; so are two that lie far apart.
  bool is_row_of_years(const PrintedRow& row) const {
    constexpr int lifetime = 15;  // of what one header compares
    int first = 0, last = 0;
    bool item = false;
    for (const Segment& s : row.segments) {
      if (s.kind == Kind::text) item |= static_cast<bool>(parse_numbering(text(s)));
      if (s.kind != Kind::number || !is_year(text(s))) continue;
      const int year = std::stoi(std::string(text(s)));
      first = first == 0 ? year : std::min(first, year);
      last = std::max(last, year);
    }
    return last != 0 && (item || last - first > lifetime);
  }

  bool is_data(const PrintedRow& row) const {
    if (row.segments.size() >= 3 && Squeezed(text(row.segments.front()), true, 12).view() == "公式") return true;
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
    return label && !number ? is_row_of_years(row) : number && (label || numbers_columns(decoded_, row));
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
    const std::size_t data = at;
    const auto label = std::find_if(rows_[at].segments.begin(), rows_[at].segments.end(), [](const Segment& s) { return s.kind == Kind::text; });
    std::size_t above = 0;
    if (label == rows_[at].segments.end()) {  // its label is wrapped around it
      std::size_t below = 1;
      while (at + below < end && below <= 3 && is_one_label(rows_[at + below])) ++below;
      above = std::max<std::size_t>(below - 1, 1);
    } else if (at + 1 < end && goes_on(rows_[at + 1], *label)) {  // three lines of it: one above as one below
      above = at > 0 && goes_on(rows_[at - 1], *label) ? 1 : 0;
    }
    // What stands further right than the row's first number is the end of a heading.
    const auto begins_row = [&](const PrintedRow& row) { return row.segments.front().from <= rows_[data].segments.front().from; };
    while (at > 0 && above > 0 && is_one_label(rows_[at - 1]) && begins_row(rows_[at - 1])) {
      --at;
      --above;
    }
    while (at > 0 && is_one_label(rows_[at - 1]) && starts_item(text(rows_[at - 1].segments.front()))) --at;
    return at;
  }

  std::vector<Segment> segments_of(std::size_t first, std::size_t last) const {
    std::vector<Segment> out;
    for (std::size_t i = first; i < last; ++i) out.insert(out.end(), rows_[i].segments.begin(), rows_[i].segments.end());
    return out;
  }

  ColumnHints hints_of_first_page() const {
    ColumnHints hints;
    hints.form = band_.headed;
    for (std::size_t i = body_; i < std::min(rows_.size(), body_ + 2); ++i)
      if (!rows_[i].segments.empty() && numbers_columns(decoded_, rows_[i])) hints.counted = rows_[i].y;
    return hints;
  }

  // Where the print moved numbers to the side there seem to be more columns than headings.
  void take_as_many_as_headings(ColumnModel& model) {
    const std::vector<Segment> header = segments_of(0, body_);
    constexpr std::size_t fewest = 5;  // a few columns are not pushed
    ColumnHints hints = hints_of_first_page();
    hints.most = header_.leaves.size();
    if (band_.headed || hints.most < fewest || hints.most >= model.columns.size()) return;
    const std::span<const PrintedRow> page(rows_.data() + body_, rows_.data() + end_of_page(body_));
    const bool told =
        hints.counted == UINT32_MAX && (columns_without_full_rows(page, header, hints, model) || columns_of_full_rows(page, hints.most, model));
    if (!told) model = find_columns(segments_of(body_, end_of_page(body_)), header, hints);
    header_ = read_header(decoded_, header, model.columns);
  }

  // The columns of the first page, those of the header that stand over none among them.
  void place_first_page() {
    ColumnModel model = find_columns(segments_of(body_, end_of_page(body_)), segments_of(0, body_), hints_of_first_page());
    header_ = read_header(decoded_, segments_of(0, body_), model.columns);
    take_as_many_as_headings(model);
    if (header_.cells.empty() && body_ > 0) {  // none, or too much for one: its lines are rows
      body_ = 0;
      model = find_columns(segments_of(body_, end_of_page(body_)), {});
    }
    const std::size_t end = end_of_page(body_);
    const std::vector<std::uint32_t> column_of_leaf = match_headings(model);
    const std::vector<std::uint32_t> grid_of = merge_in_order(column_of_leaf, model);
    set_columns(body_, end, model, grid_of);
    forget_column_numbers(end);
  }

  // 栏次  1  2  3 says nothing of which columns hold amounts.
  void forget_column_numbers(std::size_t end) {
    for (std::size_t i = body_; i < std::min(end, body_ + 2); ++i) {
      if (rows_[i].segments.empty() || !numbers_columns(decoded_, rows_[i])) continue;
      for (std::size_t k = 0; k < rows_[i].segments.size(); ++k) {
        Column& column = columns_[rows_[i].columns[k]];
        if (rows_[i].segments[k].kind == Kind::number && column.cells > 0) --column.cells;
      }
    }
  }

  // Which of the model's columns each heading stands over. Chinese labels shift what is printed behind them, so that all headings may
  // stand to one side of their columns: the shift is part of what is sought.
  std::vector<std::uint32_t> match_headings(const ColumnModel& model) {
    names_amounts_.clear();
    for (const std::uint32_t leaf : header_.leaves) {
      std::string name;
      for (const Segment& line : header_.cells[leaf].lines) name += Squeezed(text(line), true, 60).view();
      names_amounts_.push_back(names_amounts(name) ? 1 : 0);
    }
    const bool tells = !band_.headed && end_of_page(body_) >= body_ + 4;  // a few rows do not tell how far
    const int most_shifted = tells ? 6 : 0;
    std::vector<std::uint32_t> best;
    double least = 1e30;
    for (int i = 0; i <= 2 * most_shifted; ++i) {
      const int shift = i % 2 == 1 ? (i + 1) / 2 : -i / 2;
      double cost = 0.35 * std::abs(shift);
      std::vector<std::uint32_t> columns = match_shifted(model, shift, cost);
      if (cost >= least) continue;
      least = cost;
      best = std::move(columns);
    }
    return best;
  }

  // The same for one shift; adds what it costs.
  std::vector<std::uint32_t> match_shifted(const ColumnModel& model, int shift, double& sum) const {
    const auto& leaves = header_.leaves;
    const auto gap = [&](std::size_t leaf, std::size_t column) {
      const HeaderCell& cell = header_.cells[leaves[leaf]];
      const Column& c = model.columns[column];
      const double apart = std::max({0.0, double(cell.from) + shift - c.to, double(c.from) - cell.to - shift});
      const double labels = !c.values && c.cells > 1 && names_amounts_[leaf] != 0 ? 4 : 0;
      return apart + labels + 0.25 * std::abs(cell.centre() + shift - c.centre());
    };
    const auto covered = [&](std::size_t leaf) {
      const HeaderCell& cell = header_.cells[leaves[leaf]];
      double under = 0;
      for (const Column& c : model.columns)
        under = std::max(under, std::min<double>(cell.to + shift, c.to) - std::max<double>(double(cell.from) + shift, c.from));
      return 3.0 + under;
    };
    const bool spare = leaves.size() >= model.columns.size();  // every column has a heading, however far to its side it is set
    const auto bare = [&](std::size_t c) { return (spare ? 20.0 : 8.0) + std::min(model.columns[c].cells, 6U); };
    std::vector<std::uint32_t> columns = match_in_order(leaves.size(), model.columns.size(), gap, covered, bare);
    std::vector<char> headed(model.columns.size(), 0);
    for (std::size_t leaf = 0; leaf < columns.size(); ++leaf) {
      sum += columns[leaf] == no_column ? covered(leaf) : gap(leaf, columns[leaf]);
      if (columns[leaf] != no_column) headed[columns[leaf]] = 1;
    }
    for (std::size_t c = 0; c < headed.size(); ++c) sum += headed[c] != 0 ? 0 : bare(c);
    return columns;
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
      for (std::size_t k = 0; k < rows_[i].segments.size(); ++k) {
        const std::uint32_t column = grid_of[model.column_of[s++]];
        // What follows on a line stands in no column before: a cell would hold its neighbour's text.
        const bool follows = k > 0 && rows_[i].segments[k].line == rows_[i].segments[k - 1].line;
        rows_[i].columns.push_back(follows ? std::max(column, rows_[i].columns.back()) : column);
      }
    }
  }

  std::string squeezed(std::size_t first, std::size_t last) const {
    std::string out;
    for (std::size_t i = first; i < last; ++i) {
      for (const Segment& s : rows_[i].segments) out += Squeezed(text(s), true, 200).view();
    }
    return out;
  }

  // Its lines take the role `furniture` and follow the table. What stands above the rest of the first page's header alone in its line was taken
  // for a part of the caption there.
  bool drop_repeated_header(std::size_t first, std::size_t end) {
    if (body_ == 0) return false;
    if (head_.empty()) head_ = squeezed(0, body_);
    std::size_t top = first;
    while (top < end && top < first + 2 && is_one_label(rows_[top]) && squeezed(top, std::min(end, top + body_)) != head_) ++top;
    if (top + body_ > end || squeezed(top, top + body_) != head_) return false;
    std::size_t last = top + body_;  // 栏次 is printed again too
    for (std::size_t own = body_; last < end && own < rows_.size() && numbers_columns_again(own, last); ++own) ++last;
    for (std::size_t i = first; i < last; ++i) {
      lines_[rows_[i].line].role = LineRole::furniture;
      rows_[i].segments.clear();
    }
    return true;
  }

  bool numbers_columns_again(std::size_t own, std::size_t again) const {
    const auto counts = [&](std::size_t i) {  // 栏次 may stand before each side
      const auto is_one = [&](const Segment& s) {
        return s.kind == Kind::number ? s.range.size() <= 2 : Squeezed(text(s), true, 12).view() == "栏次";
      };
      return rows_[i].segments.size() >= 4 && std::all_of(rows_[i].segments.begin(), rows_[i].segments.end(), is_one);
    };
    return rows_[own].page != rows_[again].page && counts(own) && counts(again) && squeezed(own, own + 1) == squeezed(again, again + 1);
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
    if (shifted && !headed && values < static_cast<std::size_t>(all)) {
      doubt_ = "columns shift behind a page's end and some are blank there: which is which is not sure";
    }
    set_columns(first, end, model, grid_of);
  }

  std::uint32_t nearest_column(const Column& column) const {
    std::uint32_t best = 0;
    for (std::uint32_t c = 1; c < columns_.size(); ++c) {
      if (std::abs(columns_[c].centre() - column.centre()) < std::abs(columns_[best].centre() - column.centre())) best = c;
    }
    return best;
  }

  void write(TableDraft& draft) {
    write_header(header_, grid_of_leaf_, columns_.size(), draft);
    // Lines of a repeated header stand between rows and hold nothing.
    rows_.erase(
        std::remove_if(rows_.begin() + static_cast<std::ptrdiff_t>(body_), rows_.end(), [](const PrintedRow& r) { return r.segments.empty(); }),
        rows_.end());
    const std::string_view doubt = write_body(decoded_, rows_, body_, columns_, band_, draft);
    draft.columns = std::max(draft.columns, static_cast<std::uint32_t>(columns_.size()));
    if (!doubt.empty()) doubt_ = doubt;
    if (header_.rows > 3) doubt_ = "the header has more levels than tables have: what heads what is not sure";
    draft.doubt = doubt_;
  }

  std::string_view decoded_;
  std::vector<Line>& lines_;
  std::vector<PrintedRow> rows_;
  const Band& band_;
  std::size_t body_ = 0;  // the first row below the header
  std::string head_;      // the header's text without blanks
  Header header_;
  std::vector<std::uint32_t> grid_of_leaf_;
  std::vector<char> names_amounts_;  // of each heading of a column
  std::vector<Column> columns_;
  std::string_view doubt_;
};

}  // namespace

BandGrid read_band(std::string_view decoded, std::vector<Line>& lines, const std::vector<PrintedRow>& rows, const Band& band) {
  std::vector<PrintedRow> own(rows.begin() + static_cast<std::ptrdiff_t>(band.first), rows.begin() + static_cast<std::ptrdiff_t>(band.last));
  return GridReader(decoded, lines, std::move(own), band).run();
}

}  // namespace gouji::corpus
