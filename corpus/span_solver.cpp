#include "corpus/span_solver.h"

#include <algorithm>
#include <functional>

namespace gouji::corpus {
namespace {

constexpr double never = 1e9;

// Cuts `width` columns into `cells` consecutive runs at the least cost; earlier runs as short as possible among equals.
struct Cut {
  std::vector<std::uint32_t> spans;
  double cost = never;
};

Cut cut(std::size_t cells, std::size_t width, const std::function<double(std::size_t, std::size_t, std::size_t)>& cost) {
  std::vector<double> best((cells + 1) * (width + 1), never);
  std::vector<std::uint32_t> span((cells + 1) * (width + 1), 0);
  const auto at = [&](std::size_t cell, std::size_t column) { return cell * (width + 1) + column; };
  best[at(cells, width)] = 0;
  for (std::size_t cell = cells; cell-- > 0;) {
    const std::size_t after = cells - cell - 1;  // columns that the cells behind it take at least
    for (std::size_t from = cell; from + after < width; ++from) {
      for (std::size_t to = from + 1; to + after <= width; ++to) {
        const double value = best[at(cell + 1, to)] >= never ? never : cost(cell, from, to) + best[at(cell + 1, to)];
        if (value + 1e-9 >= best[at(cell, from)]) continue;
        best[at(cell, from)] = value;
        span[at(cell, from)] = static_cast<std::uint32_t>(to - from);
      }
    }
  }
  Cut out;
  out.cost = best[0];
  if (out.cost >= never) return out;
  for (std::size_t cell = 0, column = 0; cell < cells; ++cell) {
    out.spans.push_back(span[at(cell, column)]);
    column += out.spans.back();
  }
  return out;
}

// How many of the first n things are so: counts over a stretch in one step.
class Counts {
 public:
  template <class Is>
  Counts(std::size_t n, Is is) {
    for (std::size_t i = 0; i < n; ++i) sums_.push_back(sums_.back() + (is(i) ? 1U : 0U));
  }
  unsigned in(std::size_t from, std::size_t to) const { return from < to ? sums_[to] - sums_[from] : 0; }

 private:
  std::vector<unsigned> sums_{0};
};

// What it costs to head the cells [from, to).
class HeadingCost {
 public:
  explicit HeadingCost(const std::vector<HeadedCell>& below)
      : below_(below),
        blanks_(below.size(), [&](std::size_t i) { return below[i].blank; }),
        starts_(below.size(), [&](std::size_t i) { return below[i].starts_block == HeadedCell::Start::yes; }),
        again_(below.size(), [&](std::size_t i) { return below[i].starts_block == HeadedCell::Start::again; }),
        totals_(below.size(), [&](std::size_t i) { return below[i].starts_block == HeadedCell::Start::maybe; }) {}

  double operator()(std::size_t from, std::size_t to) const {
    if (to - from == 1) return below_[from].blank ? 0 : 0.3;
    const double start = from == 0 || below_[from].starts_block != HeadedCell::Start::no ? 0 : 0.25;
    // Whole blocks can stand under one heading: 公用经费 over twice 科目编码, 科目名称, 决算数.
    const bool whole = from == 0 || below_[from].starts_block == HeadedCell::Start::again;
    const bool ends_whole = to == below_.size() || below_[to].starts_block == HeadedCell::Start::again;
    const double again = (whole && ends_whole ? 0.2 : 1) * again_.in(from + 1, to);
    return start + blanks_.in(from, to) + starts_.in(from + 1, to) + again + 0.2 * totals_.in(from + 1, to);
  }

 private:
  const std::vector<HeadedCell>& below_;
  Counts blanks_, starts_, again_, totals_;
};

}  // namespace

std::vector<std::uint32_t> spans_over(const std::vector<bool>& parent_blank, const std::vector<HeadedCell>& below) {
  const HeadingCost heading(below);
  const Cut found = cut(parent_blank.size(), below.size(), [&](std::size_t cell, std::size_t from, std::size_t to) {
    return heading(from, to) + (parent_blank[cell] && to - from > 1 ? 1 : 0);
  });
  return found.cost <= 0.5 ? found.spans : std::vector<std::uint32_t>{};
}

RowPair spans_around(const std::vector<HeadsColumns>& names, const std::vector<HeadedCell>& below, const std::vector<CellKind>& columns) {
  const std::size_t parents = names.size();
  if (below.size() >= columns.size() || columns.size() - below.size() >= parents) return {};
  const std::size_t reaching = columns.size() - below.size(), width = columns.size();
  const HeadingCost heading(below);
  const Counts texts(width, [&](std::size_t c) { return columns[c] == CellKind::text; });
  // State: parent, cells below used so far; the columns used are those and the reaching parents before.
  const std::size_t states = below.size() + 1;
  std::vector<double> best((parents + 1) * (reaching + 1) * states, never);
  std::vector<std::uint32_t> step(best.size(), 0);  // 0: reaches down, else how many it heads
  const auto at = [&](std::size_t p, std::size_t r, std::size_t b) { return (p * (reaching + 1) + r) * states + b; };
  best[at(parents, reaching, below.size())] = 0;
  for (std::size_t p = parents; p-- > 0;) {
    for (std::size_t r = 0; r <= reaching; ++r) {
      for (std::size_t b = 0; b <= below.size(); ++b) {
        double& least = best[at(p, r, b)];
        const std::size_t column = r + b;
        if (r < reaching && column < width) {
          const double value = best[at(p + 1, r + 1, b)] + (is_value(columns[column]) ? 0.05 : 0) + (names[p] == HeadsColumns::several ? 0.3 : 0);
          if (value < least) {
            least = value;
            step[at(p, r, b)] = 0;
          }
        }
        for (std::size_t n = 1; b + n <= below.size(); ++n) {
          const double cost = heading(b, b + n) + (n == 1 ? 0.3 : 0) +
                              (names[p] == HeadsColumns::several ? 0 : 0.4 * texts.in(column, std::min(column + n, width))) +
                              (names[p] == HeadsColumns::one ? 0.6 : 0);
          const double value = best[at(p + 1, r, b + n)] + cost;
          if (value < least) {
            least = value;
            step[at(p, r, b)] = static_cast<std::uint32_t>(n);
          }
        }
      }
    }
  }
  RowPair out;
  if (best[at(0, 0, 0)] > 0.8) return out;
  for (std::size_t p = 0, r = 0, b = 0; p < parents; ++p) {
    const std::uint32_t n = step[at(p, r, b)];
    out.reaches_down.push_back(n == 0);
    out.spans.push_back(n == 0 ? 1 : n);
    (n == 0 ? r : b) += n == 0 ? 1 : n;
  }
  return out;
}

std::vector<std::uint32_t> spans_by_kind(const std::vector<CellKind>& cells, const std::vector<CellKind>& columns) {
  std::size_t numbers = 0;
  for (const CellKind kind : cells) numbers += is_value(kind) ? 1 : 0;
  if (numbers == 0) return {};
  const Counts of_text(columns.size(), [&](std::size_t c) { return columns[c] == CellKind::text; });
  const Counts of_numbers(columns.size(), [&](std::size_t c) { return columns[c] == CellKind::number; });
  const Counts of_measures(columns.size(), [&](std::size_t c) { return columns[c] == CellKind::measure; });
  const Cut found = cut(cells.size(), columns.size(), [&](std::size_t cell, std::size_t from, std::size_t to) {
    const unsigned text = of_text.in(from, to), number = of_numbers.in(from, to), measure = of_measures.in(from, to);
    const auto length = static_cast<double>(to - from);
    const double open = length - text - number - measure;
    switch (cells[cell]) {
      case CellKind::number:
        return 4 * text + 0.3 * measure + 0.2 * open + 5 * (length - 1);
      case CellKind::measure:
        return 4 * text + 0.3 * number + 0.2 * open + 5 * (length - 1);
      case CellKind::text:
        return 0.2 * (number + measure) + 0.1 * (length - 1);
      case CellKind::blank:
        break;
    }
    return length > 1 ? 0.15 * (length - 1) + 0.2 * (number + measure) : 0;  // a blank hardly ever covers numbers
  });
  return found.cost < 3 ? found.spans : std::vector<std::uint32_t>{};
}

}  // namespace gouji::corpus
