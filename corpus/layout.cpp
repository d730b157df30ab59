#include "corpus/layout.h"

#include <algorithm>
#include <array>

#include "corpus/characters.h"

namespace gouji::corpus {
namespace {

constexpr unsigned columns = 256;  // wider lines are not wrapped prose

constexpr unsigned least_han = 10;        // in a line of prose
constexpr unsigned least_han_narrow = 4;  // where the print is narrow
constexpr unsigned narrow = 44;           // columns

bool is_prose(const Line& line, unsigned han) {
  return line.role == LineRole::text && line.tabs == 0 && line.han >= han && line.gaps == 0 && line.right() < columns;
}

// The commonest column, neighbours counted with it; the larger one when two are as common.
class Histogram {
 public:
  void add(unsigned column) {
    ++count_[std::min(column, columns - 1)];
    ++total_;
  }
  unsigned total() const { return total_; }
  std::uint16_t commonest() const {
    unsigned best = 0, most = 0;
    for (unsigned c = 1; c + 1 < columns; ++c) {
      const unsigned n = count_[c - 1] + 2 * count_[c] + count_[c + 1];
      if (n >= most && n > 0) {
        most = n;
        best = c;
      }
    }
    return static_cast<std::uint16_t>(best);
  }
  std::uint16_t smallest_common() const {  // the smallest column that is not an outlier
    unsigned sum = 0;
    for (unsigned c = 0; c < columns; ++c) {
      sum += count_[c];
      if (count_[c] > 0 && sum * 8 >= total_) return static_cast<std::uint16_t>(c);
    }
    return 0;
  }

 private:
  std::array<unsigned, columns> count_{};
  unsigned total_ = 0;
};

bool breaks_off(const Line& line) { return !ends_sentence(line.last) && line.last != U'；' && line.last != U'：'; }

// In wrapped print most long lines break off inside a sentence and none is very long.
bool is_wrapped(const std::vector<Line>& lines) {
  unsigned wide = 0, broken = 0, endless = 0;
  for (const Line& line : lines) {
    if (line.tabs > 0 || line.width < 40) continue;
    ++wide;
    if (line.width > 200) ++endless;
    if (breaks_off(line)) ++broken;
  }
  return wide >= 8 && broken * 100 >= wide * 45 && endless * 10 <= wide;
}

// A short text, or one that is mostly tables: a third of its long lines of prose, three at least, end at one margin, and none passes it; most of
// these break off. Paragraphs a line each end anywhere.
bool ends_at_margin(const std::vector<Line>& lines) {
  constexpr unsigned ragged = 4, widest = 120;
  unsigned margin = 0;
  for (const Line& line : lines)
    if (is_prose(line, least_han)) margin = std::max(margin, line.right());
  if (margin < 40 || margin > widest) return false;
  unsigned wide = 0, full = 0, broken = 0;
  for (const Line& line : lines) {
    if (!is_prose(line, least_han) || line.width < 40) continue;
    ++wide;
    if (line.right() + ragged < margin) continue;
    ++full;
    if (breaks_off(line)) ++broken;
  }
  return full >= 3 && full * 3 >= wide && broken * 2 > full;
}

// The right margin of print so narrow that its lines are short: a third of them end at it, inside their sentences, and hardly any
// reaches beyond. 0: there is none.
unsigned narrow_margin(const std::vector<Line>& lines) {
  constexpr unsigned ragged = 4;  // columns that a line stays short of it, for a number that would not fit
  std::array<unsigned, narrow + 1> ends{}, broken{};
  unsigned total = 0, beyond = 0;
  bool in_cell = false;  // of a table in cell lines: its further lines have no TAB
  for (const Line& line : lines) {
    in_cell = line.tabs > 0 || (in_cell && line.blanks_before == 0 && !line.empty());
    if (in_cell || !is_prose(line, least_han_narrow)) continue;
    ++total;
    if (line.right() > narrow) {
      ++beyond;
      continue;
    }
    ++ends[line.right()];
    if (breaks_off(line)) ++broken[line.right()];
  }
  if (total < 24 || beyond * 20 > total) return 0;
  for (unsigned margin = narrow; margin >= 16; --margin) {
    unsigned full = 0, open = 0;
    for (unsigned c = margin - ragged + 1; c <= margin; ++c) {
      full += ends[c];
      open += broken[c];
    }
    if (full * 3 >= total && open * 4 >= full * 3) return margin;
    if ((beyond += ends[margin]) * 20 > total) return 0;
  }
  return 0;
}

}  // namespace

Layout detect_layout(const std::vector<Line>& lines) {
  return is_wrapped(lines) || ends_at_margin(lines) || narrow_margin(lines) > 0 ? measure_wrapped(lines) : Layout{};
}

Layout measure_wrapped(const std::vector<Line>& lines) {
  Layout layout;
  layout.wrapped = true;
  const unsigned han = narrow_margin(lines) > 0 ? least_han_narrow : least_han;
  Histogram all_left, all_width;
  for (const Line& line : lines) {
    if (!is_prose(line, han)) continue;
    all_left.add(line.indent);
    all_width.add(line.width);
  }
  std::uint32_t page = 0;
  layout.page_of.reserve(lines.size());
  for (std::size_t first = 0; first < lines.size(); ++page) {
    Histogram left, right;
    std::size_t at = first;
    do {
      if (is_prose(lines[at], han)) {
        left.add(lines[at].indent);
        right.add(lines[at].right());
      }
      layout.page_of.push_back(page);
      ++at;
    } while (at < lines.size() && !lines[at].page_start);
    Margins margins;
    margins.left = left.total() > 0 ? left.smallest_common() : all_left.commonest();
    margins.right = right.total() >= 4 ? right.commonest() : static_cast<std::uint16_t>(margins.left + all_width.commonest());
    layout.pages.push_back(margins);
    first = at;
  }
  unsigned prose = 0, moved_in = 0;
  for (std::size_t i = 0; i < lines.size(); ++i) {
    if (!is_prose(lines[i], han)) continue;
    ++prose;
    if (lines[i].indent >= layout.pages[layout.page_of[i]].left + 2) ++moved_in;
  }
  layout.first_line_indent = moved_in * 20 >= prose && moved_in * 2 <= prose;
  return layout;
}

}  // namespace gouji::corpus
