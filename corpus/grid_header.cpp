#include "corpus/grid_header.h"

#include <algorithm>
#include <cmath>
#include <string>
#include <utility>

#include "corpus/heading_words.h"
#include "corpus/parted_headings.h"
#include "corpus/squeezed.h"

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

class Reader {
 public:
  Reader(const std::vector<Column>& columns, bool own_columns) : columns_(columns), own_columns_(own_columns) {}

  Header run(std::string_view decoded, const std::vector<Segment>& segments) {
    decoded_ = decoded;
    if (segments.empty() || segments.size() > most_cells) return {};
    const std::vector<Segment> parts = parted(decoded, segments, columns_);
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
    for (std::size_t i = 0; i < parts.size(); ++i) {
      if (i == 0 || parts[i].line > parts[i - 1].line) printed_.push_back(parts[i].line);
      if (i > 0 && parts[i].line > parts[i - 1].line) least = std::min(least, parts[i].line - parts[i - 1].line);
    }
    step_ = least >= 8 ? 1 : least;
  }

  void stack(const Segment& s) {
    HeaderCell* best = nullptr;
    for (HeaderCell& cell : cells_) {
      const Segment& last = cell.lines.back();
      if (last.line >= s.line || s.line - last.line > 2 * step_ || parts_levels(last.line, s.line) || !stand_in_line(last, s)) continue;
      if (best == nullptr || std::abs(cell.centre() - s.centre()) < std::abs(best->centre() - s.centre())) best = &cell;
    }
    if (best == nullptr && is_rest_of_heading(s)) best = nearest_above(s);
    if (best == nullptr) best = &cells_.emplace_back();
    add_line(*best, s);
  }

  // Nothing is printed between the two lines though others stand closer: between lines of one cell there are those of its neighbours, or
  // none.
  bool parts_levels(std::uint32_t upper, std::uint32_t lower) const {
    return lower - upper > step_ && std::none_of(printed_.begin(), printed_.end(), [&](std::uint32_t y) { return upper < y && y < lower; });
  }

  // One character is no heading (but for 类, 款, 项): the last of one that was wrapped, moved to the side by what stands before it.
  bool is_rest_of_heading(const Segment& s) const {
    constexpr std::uint32_t one_character = 3;
    if (s.range.size() != one_character) return false;
    const std::string_view text = decoded_.substr(s.range.begin, one_character);
    return text != "类" && text != "款" && text != "项";
  }

  HeaderCell* nearest_above(const Segment& s) {
    constexpr double most_apart = 6;
    HeaderCell* best = nullptr;
    for (HeaderCell& cell : cells_) {
      const Segment& last = cell.lines.back();
      const double apart = std::abs(last.centre() - s.centre());
      if (last.line >= s.line || s.line - last.line > 2 * step_ || apart > most_apart) continue;
      const bool nearer = best == nullptr || last.line > best->lines.back().line ||
                          (last.line == best->lines.back().line && apart < std::abs(best->lines.back().centre() - s.centre()));
      if (nearer) best = &cell;
    }
    return best;
  }

  // A heading of three cells stands right above the middle one and looks like its first line: but then its neighbours would stand as
  // high as the two together.
  void split_groups_from_middle_cells() {
    for (std::size_t i = 0; i < cells_.size(); ++i) {
      if (cells_[i].lines.size() < 2) continue;
      HeaderCell upper, lower;
      add_line(upper, cells_[i].lines.front());
      for (std::size_t k = 1; k < cells_[i].lines.size(); ++k) add_line(lower, cells_[i].lines[k]);
      if (!has_neighbours_of(i, upper, lower) && !is_said_again(i, lower) && !completes_orphan(i, upper, lower)) continue;
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

  std::string name_of(const HeaderCell& cell) const {
    std::string out;
    for (const Segment& line : cell.lines) out += Squeezed(decoded_.substr(line.range.begin, line.range.size()), true, 60).view();
    return out;
  }

  // The same heading stands elsewhere, without what is above it here: 公用经费 over the last of three 科目编码.
  bool is_said_again(std::size_t i, const HeaderCell& lower) const {
    constexpr std::size_t two_characters = 6;  // bytes: 合计, 小计, or a part of a wrapped heading
    const std::string own = name_of(lower);
    if (own.size() <= two_characters) return false;
    for (std::size_t k = 0; k < cells_.size(); ++k)
      if (k != i && cells_[k].bottom == lower.bottom && name_of(cells_[k]) == own) return true;
    return false;
  }

  // The cell beside it stands as low as the lower line and under nothing: the upper line heads both.
  bool completes_orphan(std::size_t i, const HeaderCell& upper, const HeaderCell& lower) const {
    const double middle = middle_of_lines();
    if (mean(lower) <= middle) return false;
    for (std::size_t k = 0; k < cells_.size(); ++k) {
      const HeaderCell& c = cells_[k];
      if (k == i || c.top <= upper.bottom || std::abs(mean(c) - mean(lower)) >= 0.5) continue;
      const unsigned from = std::min(c.from, lower.from), to = std::max(c.to, lower.to);
      const bool nothing_between = std::none_of(cells_.begin(), cells_.end(), [&](const HeaderCell& other) {
        return &other != &c && &other != &cells_[i] && other.centre() > from && other.centre() < to;
      });
      const bool covered = std::any_of(cells_.begin(), cells_.end(), [&](const HeaderCell& other) {
        return &other != &cells_[i] && other.bottom < c.top && overlap(other.from, other.to, c.from, c.to) > 0;
      });
      const double off = std::abs(upper.centre() - (from + to) / 2.0);
      if (nothing_between && !covered && off < std::abs(upper.centre() - c.centre()) && off <= 3 + 0.2 * (to - from)) return true;
    }
    return false;
  }

  void sort_by_place() {
    std::stable_sort(cells_.begin(), cells_.end(),
                     [](const HeaderCell& a, const HeaderCell& b) { return a.bottom != b.bottom ? a.bottom > b.bottom : a.centre() < b.centre(); });
  }

  // From the lowest cells up: those that end on one line are put together above the cells whose middle they stand in.
  void find_groups() {
    for (std::uint32_t first = 0, last = 0; first < cells_.size(); first = last) {
      for (last = first; last < cells_.size() && cells_[last].bottom == cells_[first].bottom; ++last) {
      }
      const std::vector<Choice> choices = best_children(first, last);
      const std::vector<std::uint32_t> roots = roots_;
      for (std::uint32_t i = first; i < last; ++i) apply(i, choices[i - first], roots);
    }
    const double middle = middle_of_lines();
    for (const std::uint32_t root : roots_) cost_ += roots_.size() > 1 && cells_[root].top > middle ? orphan_cost(cells_[root]) : 0;
  }

  struct Choice {
    std::size_t first = 0, last = 0;  // of the roots [first, last); none: it heads one column
    bool join = false;                // it is a line of cell `first`, further up than most
  };

  void apply(std::uint32_t i, const Choice& choice, const std::vector<std::uint32_t>& roots) {
    if (choice.join) {
      join(cells_[roots[choice.first]], cells_[i]);
      ++forced_;
      return;
    }
    for (std::size_t k = choice.first; k < choice.last; ++k) {
      cells_[i].below.push_back(roots[k]);
      cells_[roots[k]].above = i;
      roots_.erase(std::find(roots_.begin(), roots_.end(), roots[k]));
    }
    extend(cells_[i]);
    const auto place =
        std::find_if(roots_.begin(), roots_.end(), [&](std::uint32_t r) { return extent_centre(cells_[r]) > extent_centre(cells_[i]); });
    roots_.insert(place, i);
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

  static constexpr double never = 1e30;

  static constexpr double split_block = 1.5, split_repetition = 8;

  // What it costs that a heading of several goes on over root r: with 小计, 合计 or the first of several headings once more begins what
  // stands under another one, and for sure where all that follows is said once more (合计, 出国, 接待, 合计, 出国, 接待).
  std::vector<double> block_starts() const {
    std::vector<std::string> names;
    for (const std::uint32_t root : roots_) names.emplace_back(without_bracket(name_of(cells_[root])));
    std::vector<double> out(names.size(), 0);
    for (std::size_t r = 1; r < names.size(); ++r) {
      const bool total = names[r] == "小计" || names[r] == "合计";
      if (total || (names[r] == names[0] && !cells_[roots_[r]].is_group())) out[r] = split_block;
    }
    for (std::size_t period = 2; period * 2 <= names.size(); ++period) {
      for (std::size_t first = 0, r = 0; r + period < names.size(); ++r) {
        if (names[r].empty() || names[r] != names[r + period]) {
          first = r + 1;
        } else if ((r + 1 - first) % period == 0) {
          out[first] = out[r + 1] = split_repetition;
        }
      }
    }
    return out;
  }

  // What it costs that `cell` stands above the roots [a, b], all of them below it; or, over one, that it is a line of that one.
  double cost_over(const HeaderCell& cell, std::size_t a, std::size_t b) const {
    double top_mean = -never, low_mean = never;
    for (std::size_t k = a; k <= b; ++k) {
      top_mean = std::max(top_mean, mean(cells_[roots_[k]]));
      low_mean = std::min(low_mean, mean(cells_[roots_[k]]));
    }
    const HeaderCell& first = cells_[roots_[a]];
    const double from = first.from, to = cells_[roots_[b]].to, off = std::abs((from + to) / 2 - cell.centre());
    if (cell.centre() < from || cell.centre() > to) return never;
    if (a == b) return first.is_group() || overlap(cell.from, cell.to, first.from, first.to) == 0 || off > 2 ? never : off;
    return off <= 3 + 0.2 * (to - from) ? off + 4 * (top_mean - low_mean) : never;
  }

  std::pair<double, double> extent_of_lines() const {
    double highest = never, lowest = 0;
    for (const HeaderCell& cell : cells_) {
      highest = std::min(highest, cell.top);
      lowest = std::max(lowest, cell.bottom);
    }
    return {highest, lowest};
  }

  // Where cells that reach down over all levels are set.
  double middle_of_lines() const {
    const auto [highest, lowest] = extent_of_lines();
    return (highest + lowest) / 2 + 0.25;
  }

  // A cell below the middle over which no heading stands; less where the middle falls between two lines and it stands on the lower one.
  static constexpr double orphan = 9;
  double orphan_cost(const HeaderCell& cell) const {
    const auto [highest, lowest] = extent_of_lines();
    const bool between_lines = std::fmod(lowest - highest, 2) == 1 && lowest - highest >= 3;
    const bool others_lower = std::any_of(cells_.begin(), cells_.end(), [&](const HeaderCell& c) { return mean(c) >= mean(cell) + 0.5; });
    const bool near_middle = between_lines && others_lower && mean(cell) - (highest + lowest) / 2 <= 0.5;
    return near_middle ? 0.15 * orphan : orphan;
  }

  // What each of the cells [first, last), which end on one line, stands above: in order from left to right, at the least cost. Cells
  // below the line over which none of them stands cost something, for most headers leave none. O(cells · roots²), both few.
  std::vector<Choice> best_children(std::uint32_t first, std::uint32_t last) {
    constexpr double misplaced = 0.5;
    const std::vector<double> starts = block_starts();
    const double middle = middle_of_lines();
    const double later = last < cells_.size() ? 1.0 / 6 : 1;  // a line further up may still cover it
    const std::size_t m = last - first, n = roots_.size(), width = n + 1;
    const auto is_below = [&](std::size_t r) { return cells_[roots_[r]].top > cells_[first].bottom; };
    const auto root_centre = [&](std::size_t r) { return extent_centre(cells_[roots_[r]]); };
    std::vector<double> best((m + 1) * width, never);
    std::vector<std::size_t> taken((m + 1) * width, 0);  // roots that the cell takes; n + 1: the root is left out
    best[m * width + n] = 0;
    for (std::size_t k = m + 1; k-- > 0;) {
      for (std::size_t r = n + 1; r-- > 0;) {
        double& least = best[k * width + r];
        const auto take = [&](double cost, std::size_t how) {
          if (cost >= least) return;
          least = cost;
          taken[k * width + r] = how;
        };
        if (k < m) {
          const HeaderCell& cell = cells_[first + k];
          const bool alone = own_columns_ && has_own_column(cell);
          double inside = 0;
          for (std::size_t b = r; !alone && b < n && is_below(b); ++b) {
            if (b > r) inside += starts[b];
            take(cost_over(cell, r, b) + inside + best[(k + 1) * width + b + 1], b + 1 - r);
          }
          const double left = r > 0 ? root_centre(r - 1) - cell.centre() : 0, right = r < n ? cell.centre() - root_centre(r) : 0;
          take(misplaced * std::max({0.0, left, right}) + best[(k + 1) * width + r], 0);
        }
        const double uncovered = r < n && is_below(r) && mean(cells_[roots_[r]]) > middle ? later * orphan_cost(cells_[roots_[r]]) : 0;
        if (r < n) take(uncovered + best[k * width + r + 1], n + 1);
      }
    }
    std::vector<Choice> choices(m);
    for (std::size_t k = 0, r = 0; k < m || r < n;) {
      const std::size_t how = taken[k * width + r];
      if (how == n + 1) {
        ++r;
        continue;
      }
      choices[k] = {r, r + how, how == 1};
      cost_ += best[k * width + r] - best[(k + 1) * width + r + how];
      r += how;
      ++k;
    }
    return choices;
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
    header.cost = cost_;
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
  std::vector<std::uint32_t> printed_;  // lines, from the top
  std::uint32_t forced_ = 0;
  double cost_ = 0;
  std::string_view decoded_;
};

}  // namespace

// Print sets headings beside their columns as often as over them, so where a cell stands over a column of its own is believed only if
// as many headings as columns come of it, with fewer levels or fewer lines far from their cells.
Header read_header(std::string_view decoded, const std::vector<Segment>& segments, const std::vector<Column>& columns) {
  Header header = Reader(columns, false).run(decoded, segments);
  if (header.rows < 2) return header;
  Header other = Reader(columns, true).run(decoded, segments);
  const bool as_many = other.leaves.size() == columns.size();
  const bool as_likely = other.cost <= header.cost + 2, likelier = other.cost + 3 < header.cost;
  const bool better = header.leaves.size() != columns.size() || other.rows < header.rows || other.forced < header.forced;
  return likelier || (as_many && as_likely && better) ? other : header;
}

}  // namespace gouji::corpus
