#include "corpus/grid_rows.h"

#include <algorithm>
#include <array>
#include <bit>
#include <cmath>

namespace gouji::corpus {
namespace {

constexpr std::size_t most_lines = 9;  // of one row
constexpr double never = 1e9;

// The lines of a row so far: where each column's cell has its lines.
struct Cells {
  std::array<std::uint32_t, 64> sum{}, lines{}, top{};
  std::array<const RowLine::Text*, 64> text{};  // its last line of text
  std::uint64_t columns = 0, firm = 0;          // firm: labels and codes; a value may slip a line in print

  void add(std::uint32_t column, std::uint32_t y, bool is_firm) {
    const std::uint64_t bit = std::uint64_t{1} << column;
    if ((columns & bit) == 0) top[column] = y;
    sum[column] += y;
    ++lines[column];
    columns |= bit;
    if (is_firm) firm |= bit;
  }
};

template <class Use>
void each_bit(std::uint64_t bits, Use use) {
  for (; bits != 0; bits &= bits - 1) use(static_cast<std::uint32_t>(std::countr_zero(bits)));
}

// How far the cells stand from the middle of the row, or from its top where the table sets them there.
double scatter(const Cells& cells, std::uint32_t top, std::uint32_t bottom) {
  double from_middle = 0, from_top = 0, weights = 0;
  const double middle = (top + bottom) / 2.0;
  each_bit(cells.columns, [&](std::uint32_t c) {
    const double weight = (cells.firm >> c & 1U) != 0 ? 2 : 0.5;
    from_middle += weight * std::abs(double(cells.sum[c]) / cells.lines[c] - middle);
    from_top += weight * (cells.top[c] - top);
    weights += weight;
  });
  return std::min(from_middle / weights, from_top / weights + 0.2);
}

class Cutter {
 public:
  Cutter(const std::vector<RowLine>& lines, bool has_codes, bool form) : lines_(lines), has_codes_(has_codes), form_(form) {
    std::array<std::uint32_t, 5> apart{};
    std::uint32_t labelled = 0;
    for (std::size_t i = 0; i < lines.size(); ++i) {
      if (i > 0) ++apart[std::min<std::size_t>(distance(i), apart.size() - 1)];
      if (!lines[i].texts.empty()) ++labelled;
    }
    usual_ = static_cast<std::uint32_t>(std::max_element(apart.begin() + 1, apart.end()) - apart.begin());
    few_labels_ = labelled * 3 < lines.size();
  }

  RowCut run() const {
    const std::size_t n = lines_.size();
    std::vector<double> best(n + 1, never * 1e6);
    std::vector<std::uint32_t> from(n + 1, 0);
    best[0] = 0;
    for (std::size_t first = 0; first < n; ++first) {
      Cells cells;
      double wraps = 0;
      for (std::size_t last = first; last < n && last < first + most_lines; ++last) {
        if (last > first && !may_join(first, last)) break;
        wraps += add(cells, first, last);
        const double cost = best[first] + (last == first ? alone(lines_[first]) : joined(first, last, cells, wraps));
        if (cost < best[last + 1]) {
          best[last + 1] = cost;
          from[last + 1] = static_cast<std::uint32_t>(first);
        }
      }
    }
    RowCut cut;
    cut.cost = best[n];
    for (std::size_t end = n; end > 0; end = from[end]) cut.first.push_back(from[end]);
    std::reverse(cut.first.begin(), cut.first.end());
    return cut;
  }

 private:
  std::uint32_t distance(std::size_t i) const { return std::max<std::uint32_t>(1, lines_[i].y - lines_[i - 1].y); }

  // No two numbers and no two codes in one cell.
  bool may_join(std::size_t first, std::size_t last) const {
    const RowLine& line = lines_[last];
    if (line.alone || lines_[first].alone) return false;
    for (std::size_t i = first; i < last; ++i) {
      if ((lines_[i].values & line.values) != 0 || (lines_[i].codes & line.codes) != 0) return false;
    }
    return true;
  }

  // Adds line `last` to the row's cells; what its being wrapped costs.
  double add(Cells& cells, std::size_t first, std::size_t last) const {
    const RowLine& line = lines_[last];
    double cost = 0;
    if (last > first) {
      const std::uint32_t apart = distance(last);
      if (apart > usual_) cost += 1.5 * std::min(3U, apart - usual_);
      if (line.page != lines_[last - 1].page) cost += 2;
    }
    for (const RowLine::Text& text : line.texts) {
      if ((cells.columns >> text.column & 1U) != 0) cost += wrap_cost(cells.text[text.column], text);
      cells.add(text.column, line.y, true);
      cells.text[text.column] = &text;
    }
    each_bit(line.values, [&](std::uint32_t c) { cells.add(c, line.y, false); });
    each_bit(line.codes, [&](std::uint32_t c) { cells.add(c, line.y, true); });
    return cost;
  }

  static double wrap_cost(const RowLine::Text* above, const RowLine::Text& text) {
    const double item = text.starts_item ? 5 : 0;
    if (above == nullptr) return item;
    if (above->complete) return item + 3;
    if (above->stays_open || text.closes) return item - 1;
    return item + (above->width < 0.7 ? 2 : above->room >= 4 ? 1.6 : above->room >= 2 ? 1.2 : 0);
  }

  double alone(const RowLine& line) const {
    if (line.alone) return 0;
    const bool text = !line.texts.empty(), values = line.values != 0, code = line.codes != 0;
    if (text && values) return has_codes_ && !code ? 0.3 : 0;
    if (text && code) return 0.6;
    if (text) {
      const bool item = line.texts.front().starts_item || line.texts.size() > 1;
      return item ? 0.8 : form_ ? 1.6 : has_codes_ ? 3 : 2.5;
    }
    if (few_labels_) return 0;
    return 6;
  }

  double joined(std::size_t first, std::size_t last, const Cells& cells, double wraps) const {
    bool text = false;
    std::uint64_t values = 0, codes = 0;
    for (std::size_t i = first; i <= last; ++i) {
      text = text || !lines_[i].texts.empty();
      values |= lines_[i].values;
      codes |= lines_[i].codes;
    }
    double cost = 1 + std::max(0.0, wraps) + 4 * scatter(cells, lines_[first].y, lines_[last].y) / usual_;
    if (!text) cost += few_labels_ ? 2 : 5;
    if (values == 0) cost += 1;
    if (has_codes_ && codes == 0) cost += 0.5;
    return cost;
  }

  const std::vector<RowLine>& lines_;
  bool has_codes_ = false, form_ = false, few_labels_ = false;
  std::uint32_t usual_ = 1;  // lines from one to the next
};

}  // namespace

RowCut cut_rows(const std::vector<RowLine>& lines, bool has_codes, bool form) {
  return lines.empty() ? RowCut{} : Cutter(lines, has_codes, form).run();
}

}  // namespace gouji::corpus
