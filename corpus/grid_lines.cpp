#include "corpus/grid_lines.h"

#include <algorithm>
#include <array>
#include <map>
#include <unordered_set>
#include <utility>

#include "corpus/broken_numbers.h"
#include "corpus/characters.h"
#include "corpus/fused_numbers.h"

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

// How far the headings stand over the numbers below them, in thousandths of their width: they are wider where Chinese counts double.
std::size_t headed_share(const std::vector<PrintedRow>& rows) {
  std::vector<char> numbers(600, 0);
  for (const PrintedRow& row : rows) {
    for (const Segment& s : row.segments) {
      for (unsigned c = s.from; s.kind == Kind::number && s.width() >= 3 && c < s.to && c < numbers.size(); ++c) numbers[c] = 1;
    }
  }
  std::size_t headed = 0, width = 0;
  const auto share = [&] { return width == 0 ? 0 : headed * 1000 / width; };
  for (const PrintedRow& row : rows) {
    for (const Segment& s : row.segments) {
      if (s.kind == Kind::number) return share();
      width += s.width();
      for (unsigned c = s.from; c < s.to && c < numbers.size(); ++c) headed += numbers[c] != 0 ? 1 : 0;
    }
  }
  return share();
}

// How far the headings and the numbers end from each other at the table's right edge.
unsigned apart_at_right(const std::vector<PrintedRow>& rows) {
  unsigned headings = 0, numbers = 0;
  for (const PrintedRow& row : rows) {
    for (const Segment& s : row.segments) {
      if (s.kind == Kind::number && s.width() >= 3) {
        numbers = std::max(numbers, s.to);
      } else if (numbers == 0) {
        headings = std::max(headings, s.to);
      }
    }
  }
  return headings > numbers ? headings - numbers : numbers - headings;
}

// The same of labels beside numbers, by where they begin: those of a table of indicators, whose few numbers are 10 and ≥95%.
std::size_t common_beginnings(const std::vector<PrintedRow>& rows) {
  std::map<std::pair<std::uint32_t, unsigned>, std::size_t> begin;
  for (const PrintedRow& row : rows) {
    if (std::none_of(row.segments.begin(), row.segments.end(), [](const Segment& s) { return s.kind == Kind::number; })) continue;
    for (std::size_t i = 1; i < row.segments.size(); ++i)
      if (row.segments[i].kind == Kind::text) ++begin[{row.page, row.segments[i].from}];
  }
  std::size_t sum = 0;
  for (const auto& [place, count] : begin) sum += count * (count - 1);
  return sum;
}

// Is `a` the better measure of columns? The ends of numbers tell, and where they tell little the beginnings of labels; where they stand under
// each other in both, as one row's do, the table's right edge, and then the headings.
bool is_better(const std::vector<PrintedRow>& a, const std::vector<PrintedRow>& b) {
  const std::size_t ends_a = common_places(a), ends_b = common_places(b);
  if (std::max(ends_a, ends_b) < 2 * a.size()) {
    const std::size_t begin_a = common_beginnings(a), begin_b = common_beginnings(b);
    if (begin_a + ends_a != begin_b + ends_b) return begin_a + ends_a > begin_b + ends_b;
  }
  if (ends_a != ends_b) return ends_a > ends_b;
  const unsigned apart_a = apart_at_right(a), apart_b = apart_at_right(b);
  return apart_a != apart_b ? apart_a < apart_b : headed_share(a) > headed_share(b);
}

// Where segments of each page begin that stand apart from what is left of them.
std::map<std::pair<std::uint32_t, unsigned>, unsigned> left_edges(const std::vector<PrintedRow>& rows) {
  std::map<std::pair<std::uint32_t, unsigned>, unsigned> out;
  for (const PrintedRow& row : rows) {
    for (std::size_t i = 1; i < row.segments.size(); ++i)
      if (row.segments[i].from >= row.segments[i - 1].to + 2) ++out[{row.page, row.segments[i].from}];
    if (row.segments.size() == 1 && row.segments[0].from >= 8) ++out[{row.page, row.segments[0].from}];
  }
  return out;
}

// "产出指标（50分） 质量指标": a label as wide as its column leaves one blank before the next one, which begins where others of its
// column do.
class FullLabels {
 public:
  FullLabels(std::string_view decoded, Measure measure, const std::vector<PrintedRow>& rows)
      : decoded_(decoded), measure_(measure), edges_(left_edges(rows)) {}

  void part(PrintedRow& row) const {
    for (std::size_t i = 0; i < row.segments.size(); ++i) {
      if (row.segments[i].kind != Kind::text) continue;
      const Segment s = row.segments[i];
      if (is_sentence(decoded_.substr(s.range.begin, s.range.size()))) continue;
      unsigned x = s.from;
      for (std::uint32_t at = s.range.begin; at < s.range.end;) {
        const Character c = character_at(decoded_, at);
        const bool inside = at >= s.range.begin + word && at + c.bytes + word <= s.range.end;
        if (is_space(c.code) && inside && !beside_digit(at, at + c.bytes) && begins(row.page, x + 1)) {
          part_at(decoded_, row, i, at, x);
          break;
        }
        x += measure_ == Measure::display ? display_width(c.code) : 1;
        at += c.bytes;
      }
    }
  }

 private:
  static constexpr std::uint32_t word = 6;  // bytes: two characters

  // 次年 1 月完工: print sets numbers in words apart.
  bool beside_digit(std::uint32_t before, std::uint32_t behind) const {
    const auto digit = [&](std::uint32_t at) { return decoded_[at] >= '0' && decoded_[at] <= '9'; };
    return digit(before - 1) || digit(behind);
  }

  bool begins(std::uint32_t page, unsigned x) const {
    constexpr unsigned least = 2;
    unsigned count = 0;
    for (unsigned at = x == 0 ? 0 : x - 1; at <= x + 1; ++at) {
      const auto found = edges_.find({page, at});
      if (found != edges_.end()) count += found->second;
    }
    return count >= least;
  }

  std::string_view decoded_;
  Measure measure_;
  std::map<std::pair<std::uint32_t, unsigned>, unsigned> edges_;
};

// "特定目标类 松材线虫病防治": two labels with one blank between them, of which one stands alone in another row.
class KnownLabels {
 public:
  KnownLabels(std::string_view decoded, Measure measure, const std::vector<PrintedRow>& rows) : decoded_(decoded), measure_(measure) {
    any_ = std::any_of(rows.begin(), rows.end(), [&](const PrintedRow& row) {
      return std::any_of(row.segments.begin(), row.segments.end(), [&](const Segment& s) { return may_be_two(s); });
    });
    for (std::size_t r = 0; any_ && r < rows.size(); ++r)
      for (const Segment& s : rows[r].segments)
        if (s.kind == Kind::text && s.range.size() >= shortest && s.range.size() <= longest) known_.insert(text(s.range));
  }

  bool any() const { return any_; }

  void part(PrintedRow& row) const {
    for (std::size_t k = 0; k < row.segments.size(); ++k) {
      const Segment s = row.segments[k];
      if (!may_be_two(s)) continue;
      unsigned x = s.from;
      for (std::uint32_t at = s.range.begin; at < s.range.end;) {
        const Character c = character_at(decoded_, at);
        if (is_space(c.code) && is_known({s.range.begin, at}, {at + c.bytes, s.range.end})) {
          part_at(decoded_, row, k, at, x);
          break;
        }
        x += measure_ == Measure::display ? display_width(c.code) : 1;
        at += c.bytes;
      }
    }
  }

 private:
  static constexpr std::uint32_t shortest = 9, longest = 60;  // bytes

  std::string_view text(TextRange range) const { return decoded_.substr(range.begin, range.size()); }
  bool may_be_two(const Segment& s) const {
    return s.kind == Kind::text && s.range.size() > 2 * shortest && text(s.range).find(' ') != std::string_view::npos && !is_sentence(text(s.range));
  }
  bool is_known(TextRange left, TextRange right) const {
    return left.size() >= shortest && right.size() >= shortest && (known_.count(text(left)) > 0 || known_.count(text(right)) > 0);
  }

  std::string_view decoded_;
  Measure measure_;
  std::unordered_set<std::string_view> known_;
  bool any_ = false;
};

// A table with a column for ≥ and one for the unit prints "≥ 1200" and "48 次" with one blank where the columns nearly touch.
class ValueParts {
 public:
  ValueParts(std::string_view decoded, Measure measure, const std::vector<PrintedRow>& rows) : decoded_(decoded), measure_(measure) {
    for (const PrintedRow& row : rows) {
      for (const Segment& s : row.segments) {
        const std::string_view t = text(s);
        if (s.kind != Kind::text || t.size() > 18) continue;
        comparators_ = comparators_ || is_comparator(t);
        units_ = units_ || t == "计量单位" || t == "度量单位" || t == "指标单位";
      }
    }
  }

  bool any() const { return comparators_ || units_; }

  void part(PrintedRow& row) const {
    for (std::size_t k = 0; k < row.segments.size(); ++k) {
      const std::string_view t = text(row.segments[k]);
      const std::size_t blank = place_between(t);
      if (blank == std::string_view::npos) continue;
      unsigned x = row.segments[k].from;
      for (std::size_t at = 0; at < blank; at += character_at(t, at).bytes)
        x += measure_ == Measure::display ? display_width(character_at(t, at).code) : 1;
      part_at(decoded_, row, k, row.segments[k].range.begin + static_cast<std::uint32_t>(blank), x);
    }
  }

 private:
  std::string_view text(const Segment& s) const { return decoded_.substr(s.range.begin, s.range.size()); }

  // The blank at which the text falls into cells: behind ≥, before it, between number and unit.
  std::size_t place_between(std::string_view t) const {
    constexpr std::size_t longest_unit = 9;  // bytes
    const std::size_t first = t.find(' '), last = t.rfind(' ');
    if (first == std::string_view::npos || last + 1 == t.size()) return std::string_view::npos;
    if (comparators_ && is_comparator(t.substr(0, first))) return first;
    if (comparators_ && is_comparator(t.substr(last + 1))) return last;
    const bool unit = first == last && kind_of(t.substr(0, first)) == Kind::number && t.size() - first - 1 <= longest_unit;
    return units_ && unit ? first : std::string_view::npos;
  }
  static bool is_comparator(std::string_view s) {
    static constexpr std::array<std::string_view, 10> signs{"≥", "≤", "＞", "＜", "＝", "=", ">", "<", ">=", "<="};
    return std::find(signs.begin(), signs.end(), s) != signs.end();
  }

  std::string_view decoded_;
  Measure measure_;
  bool comparators_ = false, units_ = false;
};

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
  part_fused_numbers(decoded, measure, out);
  const ValueParts values(decoded, measure, out);
  if (values.any())
    for (PrintedRow& row : out) values.part(row);
  const KnownLabels known(decoded, measure, out);
  if (known.any())
    for (PrintedRow& row : out) known.part(row);
  const FullLabels labels(decoded, measure, out);
  for (PrintedRow& row : out) labels.part(row);
  return out;
}

}  // namespace

std::vector<PrintedRow> read_rows(std::string_view decoded, const std::vector<Line>& lines, std::uint32_t first, std::uint32_t last) {
  std::vector<PrintedRow> characters = take_rows(decoded, lines, first, last, Measure::characters);
  std::vector<PrintedRow> display = take_rows(decoded, lines, first, last, Measure::display);
  std::vector<PrintedRow>& rows = is_better(display, characters) ? display : characters;
  mark_broken_numbers(decoded, rows);
  return std::move(rows);
}

}  // namespace gouji::corpus
