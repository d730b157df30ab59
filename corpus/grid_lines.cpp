#include "corpus/grid_lines.h"

#include <algorithm>
#include <map>
#include <utility>

namespace gouji::corpus {
namespace {

using Kind = Segment::Kind;

std::uint32_t y_step(const Line& line) { return 1 + std::min<std::uint32_t>(line.blanks_before, 3); }

// How much the numbers of a page stand under each other, by their right edges or by their middles: how many others there are to each,
// summed up.
std::size_t common_places(const std::vector<PrintedRow>& rows) {
  std::map<std::pair<std::uint32_t, unsigned>, std::size_t> ends, middles;
  for (const PrintedRow& row : rows) {
    for (const Segment& s : row.segments) {
      if (s.kind != Kind::number || s.width() < 3) continue;
      ++ends[{row.page, s.to}];
      ++middles[{row.page, s.from + s.to}];
    }
  }
  const auto pairs = [](const auto& places) {
    std::size_t sum = 0;
    for (const auto& [place, count] : places) sum += count * (count - 1);
    return sum;
  };
  return std::max(pairs(ends), pairs(middles));
}

// How far the headings stand over the numbers below them.
std::size_t headed_columns(const std::vector<PrintedRow>& rows) {
  std::vector<char> numbers(600, 0);
  for (const PrintedRow& row : rows) {
    for (const Segment& s : row.segments) {
      for (unsigned c = s.from; s.kind == Kind::number && s.width() >= 3 && c < s.to && c < numbers.size(); ++c) numbers[c] = 1;
    }
  }
  std::size_t headed = 0;
  for (const PrintedRow& row : rows) {
    for (const Segment& s : row.segments) {
      if (s.kind == Kind::number) return headed;
      for (unsigned c = s.from; c < s.to && c < numbers.size(); ++c) headed += numbers[c] != 0 ? 1 : 0;
    }
  }
  return headed;
}

// Is `a` the better measure of columns? The ends of numbers tell, and where no label stands before them the headings.
bool is_better(const std::vector<PrintedRow>& a, const std::vector<PrintedRow>& b) {
  const std::size_t ends_a = common_places(a), ends_b = common_places(b);
  return ends_a != ends_b ? ends_a > ends_b : headed_columns(a) > headed_columns(b);
}

std::vector<PrintedRow> take_rows(std::string_view decoded, const std::vector<Line>& lines, std::uint32_t first, std::uint32_t last,
                                  Measure measure) {
  std::vector<PrintedRow> out;
  std::uint32_t y = 0, page = 0;
  bool new_page = false;
  for (std::uint32_t i = first; i < last; ++i) {
    const Line& line = lines[i];
    if (line.page_start || line.role == LineRole::page_number) new_page = true;
    y += y_step(line);
    if (line.role != LineRole::aligned) continue;
    if (new_page && !out.empty()) ++page;
    new_page = false;
    out.push_back({i, y, page, {}, {}});
    out.back().segments.reserve(line.gaps + 1U);
    append_segments(decoded, line, measure, 2, y, out.back().segments);
  }
  return out;
}

}  // namespace

std::vector<PrintedRow> read_rows(std::string_view decoded, const std::vector<Line>& lines, std::uint32_t first, std::uint32_t last) {
  std::vector<PrintedRow> characters = take_rows(decoded, lines, first, last, Measure::characters);
  std::vector<PrintedRow> display = take_rows(decoded, lines, first, last, Measure::display);
  return is_better(display, characters) ? display : characters;
}

}  // namespace gouji::corpus
