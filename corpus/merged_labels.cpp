#include "corpus/merged_labels.h"

#include <algorithm>
#include <cmath>

namespace gouji::corpus {
namespace {

constexpr std::size_t most_rows = 400, most_lines = 8;

class Solver {
 public:
  static constexpr double never = 1e9;

  Solver(std::string_view decoded, const std::vector<RowPlace>& rows, const std::vector<Segment>& segments)
      : decoded_(decoded), rows_(rows), segments_(segments) {
    for (const Segment& s : segments) {
      widest_ = std::max(widest_, s.width());
      indicators_ = indicators_ || is_whole(s);
    }
    edges_.push_back(rows.front().top - 0.5);
    if (!segments.empty()) edges_.back() = std::min(edges_.back(), segments.front().line - 0.5);
    for (std::size_t r = 1; r < rows.size(); ++r) edges_.push_back((rows[r - 1].bottom + rows[r].top) / 2);
    edges_.push_back(rows.back().bottom + 0.5);
    if (!segments.empty()) edges_.back() = std::max(edges_.back(), segments.back().line + 0.5);
  }

  struct Found {
    std::vector<MergedLabel> cells;
    double cost = never;
  };

  // The least cost, row by row, of having covered `row` rows with `used` segments. `top`: the labels stand beside the first of their rows.
  Found run(bool top) {
    const std::size_t n = rows_.size(), width = segments_.size() + 1;
    best_.assign((n + 1) * width, never);
    from_.assign((n + 1) * width, {});
    best_[0] = 0;
    for (std::size_t row = 0; row < n; ++row) {
      for (std::size_t used = 0; used < width; ++used) {
        if (best_[row * width + used] >= never || !fits(row, used)) continue;
        if (!top || used == 0) take(row, used, row + 1, used, segments_.empty() ? 0 : 1);
        double wraps = used + 1 < width && used > 0 && opens_bracket(segments_[used]) ? 2 : 0;  // （50分） begins no label
        for (std::size_t last = used + 1; last < width && last <= used + most_lines; ++last) {
          if (last > used + 1) wraps += wrap_cost(segments_[last - 2], segments_[last - 1]);
          const double middle = (segments_[used].line + segments_[last - 1].line) / 2.0;
          for (std::size_t end = row + 1; end <= n; ++end) {
            const double place = top ? (rows_[row].top + rows_[row].bottom) / 2 : (edges_[row] + edges_[end]) / 2;
            if (place - middle > 3) break;
            if (middle - place < 3) take(row, used, end, last, 0.2 + wraps + std::abs(middle - place));
          }
        }
      }
    }
    Found found{{}, best_[n * width + width - 1]};
    if (found.cost >= never) return found;
    for (std::size_t row = n, used = width - 1; row > 0;) {
      found.cells.push_back(from_[row * width + used]);
      row = found.cells.back().first_row;
      used = found.cells.back().first;
    }
    std::reverse(found.cells.begin(), found.cells.end());
    return found;
  }

 private:
  // The segments used so far are those above the row, one more or less.
  bool fits(std::size_t row, std::size_t used) const {
    const auto above = std::lower_bound(segments_.begin(), segments_.end(), edges_[row], [](const Segment& s, double y) { return s.line < y; });
    const auto count = static_cast<std::size_t>(above - segments_.begin());
    return used <= count + 1 && count <= used + 1;
  }

  void take(std::size_t row, std::size_t used, std::size_t end, std::size_t last, double cost) {
    const std::size_t width = segments_.size() + 1;
    const double sum = best_[row * width + used] + cost;
    if (sum >= best_[end * width + last]) return;
    best_[end * width + last] = sum;
    from_[end * width + last] = {static_cast<std::uint32_t>(row), static_cast<std::uint32_t>(end), static_cast<std::uint32_t>(used),
                                 static_cast<std::uint32_t>(last)};
  }

  // 数量指标; not 数量指.
  bool is_whole(const Segment& s) const {
    const std::string_view text = decoded_.substr(s.range.begin, s.range.size());
    return text.ends_with("指标") && text.size() > 6;
  }

  // It stands on a line of a row, not between two.
  bool beside_row(const Segment& s) const {
    return std::any_of(rows_.begin(), rows_.end(), [&](const RowPlace& row) { return row.top <= s.line && s.line <= row.bottom; });
  }

  bool opens_bracket(const Segment& s) const {
    const std::string_view text = decoded_.substr(s.range.begin, s.range.size());
    return text.starts_with("（") || text.starts_with('(');
  }

  // A line that did not fill the column ends its label; very short ones are words that the author broke (产出 / 指标).
  double wrap_cost(const Segment& above, const Segment& below) const {
    if (below.line > above.line + 2) return 2;
    if (below.line == above.line) return 0;
    constexpr std::size_t two_characters = 6;  // bytes
    if (opens_bracket(below)) return 0.1;
    const bool words = above.range.size() > two_characters && below.range.size() > two_characters;
    const double rows = words && beside_row(above) && beside_row(below) ? 0.5 : 0;  // each may as well be a row's own
    const std::string_view last = decoded_.substr(above.range.begin, above.range.size());
    if (last.ends_with("）") || last.ends_with(')') || is_whole(above)) return 1.2;
    if (above.width() * 10 >= widest_ * 8 || indicators_) return 0.1 + rows;
    return above.range.size() <= two_characters || below.range.size() <= two_characters ? 0.2 : 1.2;
  }

 public:
  static std::vector<MergedLabel> nearest_rows(const std::vector<RowPlace>& rows, const std::vector<Segment>& segments) {
    std::vector<MergedLabel> out;
    std::uint32_t used = 0;
    for (std::uint32_t row = 0; row < rows.size(); ++row) {
      const double edge = row + 1 < rows.size() ? (rows[row].bottom + rows[row + 1].top) / 2 : 1e30;
      MergedLabel cell{row, row + 1, used, used};
      while (used < segments.size() && segments[used].line <= edge) ++used;
      cell.last = used;
      out.push_back(cell);
    }
    return out;
  }

 private:
  std::string_view decoded_;
  const std::vector<RowPlace>& rows_;
  const std::vector<Segment>& segments_;
  unsigned widest_ = 1;
  bool indicators_ = false;    // its labels end with 指标
  std::vector<double> edges_;  // between rows: edges_[r] is above row r
  std::vector<double> best_;
  std::vector<MergedLabel> from_;
};

}  // namespace

std::vector<std::vector<MergedLabel>> find_merged_labels(std::string_view decoded, const std::vector<RowPlace>& rows,
                                                         const std::vector<std::vector<Segment>>& columns) {
  std::vector<std::vector<MergedLabel>> middle, top;
  double cost_in_the_middle = 0, cost_at_the_top = 0;
  for (const std::vector<Segment>& segments : columns) {
    Solver solver(decoded, rows, segments);
    const bool small = rows.size() <= most_rows && segments.size() <= most_rows;
    const Solver::Found nearest{Solver::nearest_rows(rows, segments), 0};
    for (const bool at_the_top : {false, true}) {
      Solver::Found found = small ? solver.run(at_the_top) : nearest;
      if (found.cost >= Solver::never) found.cells = nearest.cells;
      (at_the_top ? cost_at_the_top : cost_in_the_middle) += found.cost;
      (at_the_top ? top : middle).push_back(std::move(found.cells));
    }
  }
  return cost_at_the_top <= cost_in_the_middle + 0.1 ? top : middle;
}

}  // namespace gouji::corpus
