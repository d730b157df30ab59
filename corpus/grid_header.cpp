#include "corpus/grid_header.h"

#include <algorithm>
#include <climits>
#include <cmath>

#include "corpus/characters.h"

namespace gouji::corpus {
namespace {

constexpr std::size_t most_cells = 96;  // more is no header

double mean(const HeaderCell& cell) { return (cell.top + cell.bottom) / 2; }

void add_line(HeaderCell& cell, const Segment& s) {
  if (cell.lines.empty()) {
    cell.from = s.from;
    cell.to = s.to;
    cell.top = s.line;
  }
  cell.from = std::min(cell.from, s.from);
  cell.to = std::max(cell.to, s.to);
  cell.bottom = s.line;
  cell.lines.push_back(s);
}

// Two lines of one cell: one under the other with their middles or an edge in one place.
bool stand_in_line(const Segment& a, const Segment& b) {
  if (overlap(a.from, a.to, b.from, b.to) == 0) return false;
  return std::abs(a.centre() - b.centre()) <= 1.5 || a.from == b.from || a.to == b.to;
}

// The parts of a segment between its single blanks.
std::vector<Segment> parts_of(std::string_view decoded, const Segment& s) {
  unsigned characters = 0, display = 0;  // which measure the segment's width is in
  for (std::uint32_t at = s.range.begin; at < s.range.end; at += character_at(decoded, at).bytes) {
    ++characters;
    display += display_width(character_at(decoded, at).code);
  }
  const bool counts_characters = s.width() == characters || s.width() != display;
  std::vector<Segment> parts;
  unsigned column = s.from;
  bool blank = true;
  for (std::uint32_t at = s.range.begin; at < s.range.end;) {
    const Character c = character_at(decoded, at);
    const unsigned width = counts_characters ? 1 : display_width(c.code);
    if (is_space(c.code)) {
      blank = true;
    } else {
      if (blank) parts.push_back({{at, at}, column, column, s.line, Segment::Kind::text});
      parts.back().range.end = at + c.bytes;
      parts.back().to = column + width;
      blank = false;
    }
    column += width;
    at += c.bytes;
  }
  return parts;
}

// A line close above or below has a segment with its middle where this one's is, and no wider than `widest`.
bool has_partner(const std::vector<Segment>& segments, const Segment& part, unsigned widest) {
  constexpr unsigned near = 3;
  return std::any_of(segments.begin(), segments.end(), [&](const Segment& other) {
    const unsigned apart = other.line > part.line ? other.line - part.line : part.line - other.line;
    return apart > 0 && apart <= near && overlap(part.from, part.to, other.from, other.to) > 0 && std::abs(part.centre() - other.centre()) <= 1.0 &&
           other.width() <= widest;
  });
}

// "本年收入合 财政拨款收" above "计 入": one blank parts two headings when lines below stand under its parts.
std::vector<Segment> parted(std::string_view decoded, const std::vector<Segment>& segments) {
  std::vector<Segment> out;
  for (const Segment& s : segments) {
    const std::vector<Segment> parts = parts_of(decoded, s);
    const bool words =
        parts.size() >= 2 && s.width() >= 6 && std::all_of(parts.begin(), parts.end(), [](const Segment& p) { return p.width() >= 2; });
    const bool apart = words && !has_partner(segments, s, UINT_MAX) &&
                       std::any_of(parts.begin(), parts.end(), [&](const Segment& p) { return has_partner(segments, p, p.width() + 1); });
    if (apart) {
      out.insert(out.end(), parts.begin(), parts.end());
    } else {
      out.push_back(s);
    }
  }
  return out;
}

class Reader {
 public:
  Reader(const std::vector<Column>& columns, bool own_columns) : columns_(columns), own_columns_(own_columns) {}

  Header run(std::string_view decoded, const std::vector<Segment>& segments) {
    if (segments.empty() || segments.size() > most_cells) return {};
    const std::vector<Segment> parts = parted(decoded, segments);
    measure_step(parts);
    for (const Segment& s : parts) stack(s);
    split_groups_from_middle_cells();
    sort_by_place();
    find_groups();
    return finish();
  }

 private:
  // Lines of one cell are this far apart at most; a print with a blank line after each counts double.
  void measure_step(const std::vector<Segment>& parts) {
    unsigned least = 8;
    for (std::size_t i = 1; i < parts.size(); ++i) {
      if (parts[i].line > parts[i - 1].line) least = std::min(least, parts[i].line - parts[i - 1].line);
    }
    step_ = least >= 8 ? 1 : least;
  }

  void stack(const Segment& s) {
    HeaderCell* best = nullptr;
    for (HeaderCell& cell : cells_) {
      const Segment& last = cell.lines.back();
      if (last.line >= s.line || s.line - last.line > 2 * step_ || !stand_in_line(last, s)) continue;
      if (best == nullptr || std::abs(cell.centre() - s.centre()) < std::abs(best->centre() - s.centre())) best = &cell;
    }
    if (best == nullptr) best = &cells_.emplace_back();
    add_line(*best, s);
  }

  // A heading of three cells stands right above the middle one and looks like its first line: but then its neighbours would stand as
  // high as the two together.
  void split_groups_from_middle_cells() {
    for (std::size_t i = 0; i < cells_.size(); ++i) {
      if (cells_[i].lines.size() < 2) continue;
      HeaderCell upper, lower;
      add_line(upper, cells_[i].lines.front());
      for (std::size_t k = 1; k < cells_[i].lines.size(); ++k) add_line(lower, cells_[i].lines[k]);
      if (!has_neighbours_of(i, upper, lower)) continue;
      cells_[i] = lower;
      cells_.push_back(upper);
    }
  }

  bool has_neighbours_of(std::size_t i, const HeaderCell& upper, const HeaderCell& lower) const {
    const HeaderCell *left = nullptr, *right = nullptr;
    for (std::size_t k = 0; k < cells_.size(); ++k) {
      const HeaderCell& c = cells_[k];
      if (k == i || c.bottom <= upper.bottom) continue;
      if (c.to <= lower.from && (left == nullptr || c.to > left->to)) left = &c;
      if (c.from >= lower.to && (right == nullptr || c.from < right->from)) right = &c;
    }
    if (left == nullptr || right == nullptr) return false;
    const auto beside = [&](const HeaderCell& c) { return c.top > upper.bottom && std::abs(mean(c) - mean(lower)) < 0.5; };
    if (!beside(*left) || !beside(*right)) return false;
    const double middle = (left->from + right->to) / 2.0;
    return std::abs(middle - upper.centre()) <= 2 + 0.15 * (right->to - left->from);
  }

  void sort_by_place() {
    std::stable_sort(cells_.begin(), cells_.end(),
                     [](const HeaderCell& a, const HeaderCell& b) { return a.bottom != b.bottom ? a.bottom > b.bottom : a.centre() < b.centre(); });
  }

  // From the lowest cell up: a cell is put above the cells whose middle it stands in, if they stand below it.
  void find_groups() {
    for (std::uint32_t i = 0; i < cells_.size(); ++i) {
      const Choice choice = own_columns_ && has_own_column(cells_[i]) ? Choice{} : best_children(cells_[i]);
      if (choice.last > choice.first) {
        HeaderCell& group = cells_[i];
        for (std::size_t k = choice.first; k <= choice.last; ++k) {
          group.below.push_back(roots_[k]);
          cells_[roots_[k]].above = i;
        }
        extend(group);
        roots_.erase(roots_.begin() + static_cast<std::ptrdiff_t>(choice.first), roots_.begin() + static_cast<std::ptrdiff_t>(choice.last) + 1);
      } else if (choice.join) {
        join(cells_[roots_[choice.first]], cells_[i]);
        ++forced_;
        continue;
      }
      const auto place =
          std::find_if(roots_.begin(), roots_.end(), [&](std::uint32_t r) { return extent_centre(cells_[r]) > extent_centre(cells_[i]); });
      roots_.insert(place, i);
    }
  }

  // It stands over a column over which no lower cell stands: it heads that one.
  bool has_own_column(const HeaderCell& cell) const {
    return std::any_of(columns_.begin(), columns_.end(), [&](const Column& c) {
      if (overlap(cell.from, cell.to, c.from, c.to) * 2 < cell.to - cell.from) return false;
      return std::none_of(roots_.begin(), roots_.end(), [&](std::uint32_t r) {
        const HeaderCell& root = cells_[r];
        return root.top > cell.bottom && overlap(root.from, root.to, c.from, c.to) > 0;
      });
    });
  }

  struct Choice {
    std::size_t first = 0, last = 0;
    bool join = false;  // it is a line of cell `first`, further up than most
  };

  Choice best_children(const HeaderCell& cell) const {
    Choice best;
    double least = 1e30;
    for (std::size_t a = 0; a < roots_.size(); ++a) {
      double top_mean = -1e30, low_mean = 1e30;
      for (std::size_t b = a; b < roots_.size() && cells_[roots_[b]].top > cell.bottom; ++b) {
        const HeaderCell& root = cells_[roots_[b]];
        top_mean = std::max(top_mean, mean(root));
        low_mean = std::min(low_mean, mean(root));
        const double from = cells_[roots_[a]].from, to = root.to, middle = (from + to) / 2;
        if (cell.centre() < from || cell.centre() > to) continue;
        const double off = std::abs(middle - cell.centre());
        const double cost = off + 4 * (top_mean - low_mean);
        if (b == a) {
          if (root.is_group() || overlap(cell.from, cell.to, root.from, root.to) == 0 || cost + 3 >= least || off > 2) continue;
          least = cost + 3;
          best = {a, a, true};
        } else if (off <= 3 + 0.2 * (to - from) && cost < least) {
          least = cost;
          best = {a, b, false};
        }
      }
    }
    return best;
  }

  double extent_centre(const HeaderCell& cell) const { return (cell.from + cell.to) / 2.0; }

  void extend(HeaderCell& group) {
    for (const std::uint32_t child : group.below) {
      group.from = std::min(group.from, cells_[child].from);
      group.to = std::max(group.to, cells_[child].to);
      group.bottom = std::max(group.bottom, cells_[child].bottom);
    }
  }

  static void join(HeaderCell& cell, HeaderCell& upper) {
    cell.lines.insert(cell.lines.begin(), upper.lines.begin(), upper.lines.end());
    cell.from = std::min(cell.from, upper.from);
    cell.to = std::max(cell.to, upper.to);
    cell.top = upper.top;
    upper.lines.clear();
  }

  Header finish() {
    Header header;
    header.cells = std::move(cells_);
    header.forced = forced_;
    const auto descend = [&](const auto& self, std::uint32_t i, std::uint32_t depth) -> void {
      HeaderCell& cell = header.cells[i];
      cell.depth = depth;
      header.rows = std::max(header.rows, depth + 1);
      if (cell.below.empty()) header.leaves.push_back(i);
      for (const std::uint32_t child : cell.below) self(self, child, depth + 1);
    };
    for (const std::uint32_t root : roots_) descend(descend, root, 0);
    return header;
  }

  const std::vector<Column>& columns_;
  bool own_columns_ = false;
  std::vector<HeaderCell> cells_;
  std::vector<std::uint32_t> roots_;  // cells under no other, left to right
  unsigned step_ = 1;
  std::uint32_t forced_ = 0;
};

}  // namespace

// Print sets headings beside their columns as often as over them, so where a cell stands over a column of its own is believed only if
// as many headings as columns come of it, with fewer levels or fewer lines far from their cells.
Header read_header(std::string_view decoded, const std::vector<Segment>& segments, const std::vector<Column>& columns) {
  Header header = Reader(columns, false).run(decoded, segments);
  if (header.rows < 2) return header;
  Header other = Reader(columns, true).run(decoded, segments);
  const bool as_many = other.leaves.size() == columns.size();
  return as_many && (header.leaves.size() != columns.size() || other.rows < header.rows || other.forced < header.forced) ? other : header;
}

}  // namespace gouji::corpus
