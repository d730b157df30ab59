#include "corpus/fragments.h"

#include <algorithm>
#include <array>
#include <cstdint>
#include <iterator>

#include "corpus/characters.h"
#include "corpus/table_region.h"

namespace gouji::corpus {
namespace {

constexpr int slack = 1;          // characters that two parts may seem to share, or that may seem to lie between them
constexpr int decimal_slack = 3;  // the same where a number and its decimals meet: nothing else fits there
constexpr int past_indents = 8;   // characters: no paragraph is moved in so far, so where it meets a line's end it was that line
constexpr std::size_t rows = 4;   // lines of text that one line can be printed on
constexpr unsigned longest = 400;

// A part of a printed line between gaps, columns in characters.
struct Segment {
  TextRange range;
  int from = 0, to = 0;
  std::size_t line = 0;
  char32_t first = 0, last = 0;
  unsigned width = 0;   // display columns
  bool number = false;  // its second character is a digit
};

constexpr bool is_point(char32_t c) { return c == '.' || c == U'．' || is_private_use(c); }

// Adds the run of Chinese characters at `at` to a segment whose last character stands in `column`; moves `column` to the last
// of them. Returns where the run ends.
std::uint32_t take_common_han(std::string_view decoded, std::uint32_t at, std::uint32_t line_end, int& column, Segment& s) {
  const auto end = static_cast<std::uint32_t>(end_of_common_han(decoded.substr(0, line_end), at));
  if (end == at) return at;
  const unsigned characters = (end - at) / 3;
  column += static_cast<int>(characters);
  s.width += 2 * characters;
  s.to = column + 1;
  s.range.end = end;
  s.last = character_at(decoded, end - 3).code;
  return end;
}

void append_segments(std::string_view decoded, const Line& line, std::size_t index, std::vector<Segment>& out) {
  int column = 0, blanks = 2;
  for (std::uint32_t at = line.start; at < line.end; ++column) {
    if (decoded[at] == ' ') {  // most of what is no Han in a printed line
      ++blanks;
      ++at;
      continue;
    }
    const Character c = character_at(decoded, at);
    if (is_space(c.code)) {
      ++blanks;
    } else {
      if (blanks >= 2 || out.empty() || out.back().line != index) out.push_back({{at, at}, column, column, index, c.code, 0, 0, false});
      Segment& s = out.back();
      s.width += static_cast<unsigned>(column - s.to) + display_width(c.code);
      if (column == s.from + 1) s.number = is_digit(c.code);
      s.range.end = at + c.bytes;
      s.to = column + 1;
      s.last = c.code == '.' && is_han(s.last) ? U'。' : c.code;
      blanks = 0;
      at = take_common_han(decoded, at + c.bytes, line.end, column, s);
      continue;
    }
    at += c.bytes;
  }
}

bool ends(char32_t c) { return ends_sentence(c) || c == U'；' || c == U'：' || c == ':' || c == ';'; }

bool is_decimal(const Segment& left, const Segment& right) { return is_digit(left.last) && is_point(right.first); }

bool meet(const Segment& left, const Segment& right) {
  const int most = is_decimal(left, right) ? decimal_slack : slack;
  return right.from >= left.to - most && right.from <= left.to + most;
}

// How the parts of several lines lie: over each other; with a hole that another line may fill; as one line; or as one line in
// which a number of the line added last meets its decimals.
enum class Fit : std::uint8_t { over, hole, beside, decimal };

// Parts of one character can seem to stand in one column: an opening bracket and what it opens.
bool may_share(const Segment& left, const Segment& right) {
  return right.from > left.from || is_decimal(left, right) || left.last == '(' || left.last == U'（' || left.last == U'“';
}

// 一、 alone on its line
bool is_number_alone(const Segment& s) { return s.last == U'、' && s.to - s.from <= 3; }

// `sorted` by where the parts end. Without decimals that ask for it, a part is not put before one that is printed above it.
Fit fit(const std::vector<Segment>& sorted, std::size_t added) {
  Fit found = Fit::beside;
  bool turned = false, decimals = false;
  unsigned gaps = 0;
  for (std::size_t i = 1; i < sorted.size(); ++i) {
    const Segment& left = sorted[i - 1];
    const Segment& right = sorted[i];
    if (left.line == right.line) {
      // Nothing fills the gaps, or the one before a number: a row of a table, whose label begins where another above it ends.
      if (right.from > left.to + 2) gaps += is_digit(right.first) ? 2 : 1;
      continue;
    }
    const bool decimal = is_decimal(left, right);
    if (right.from < left.to - (decimal ? decimal_slack : slack) || !may_share(left, right)) return Fit::over;
    if (!meet(left, right)) {
      found = Fit::hole;
      continue;
    }
    if (is_point(right.first) && right.number && !decimal) return Fit::over;  // decimals without their number
    if (right.first == U'…') return Fit::over;                                // ……: a row left open in a table
    // The rest of a paragraph and, below it, the next one moved in.
    const bool new_paragraph = right.line > left.line && !decimal && !is_digit(left.last);
    if ((new_paragraph || (ends(left.last) && !is_digit(right.first))) && right.from < past_indents) return Fit::over;
    decimals = decimals || decimal;
    turned = turned || (left.line > right.line && !decimal && !is_number_alone(left));
    if (decimal && found == Fit::beside && (left.line == added || right.line == added)) found = Fit::decimal;
  }
  return (turned || gaps >= 2) && !decimals ? Fit::hole : found;
}

bool can_take_part(std::string_view decoded, const Line& line) {
  const bool page_number = line.page_end && line.digits == line.characters && line.digits <= 3;
  const std::string_view content = decoded.substr(line.begin, line.end - line.begin);
  const bool apart = line.indent >= past_indents || line.gaps > 0;  // as a unit line stands, at the right
  if (apart && line.commas > 0 && line.characters <= 60 && is_unit_line(content, line)) return false;
  if (line.last == U'表' && is_table_title(content, line)) return false;
  return line.role == LineRole::text && !line.empty() && line.tabs == 0 && line.inner_tabs == 0 && line.characters < longest && !page_number;
}

class Joiner {
 public:
  Joiner(std::string_view decoded, const std::vector<TextRange>& marks, const std::vector<Line>& lines)
      : decoded_(decoded), marks_(marks), lines_(lines) {}

  std::vector<Line> run() {
    out_.reserve(lines_.size());
    for (std::size_t i = 0; i < lines_.size();) {
      const std::size_t end = can_take_part(decoded_, lines_[i]) ? grow(i) : i + 1;
      if (end == i + 1) {
        out_.push_back(lines_[i]);
      } else {
        write(i, end);
      }
      i = end;
    }
    return std::move(out_);
  }

 private:
  // One past the last of the lines from `first` on that were one line; if they are several, segments_ are its parts in order.
  std::size_t grow(std::size_t first) {
    parts_ = segments_of(first);
    std::size_t end = first + 1;
    for (std::size_t next = end; next < lines_.size() && next < first + rows; ++next) {
      if (!can_take_part(decoded_, lines_[next]) || lines_[next].blanks_before > 1 || lines_[next].page_start) break;
      add_parts(segments_of(next));
      const Fit found = fit(parts_, next);
      if (found == Fit::over) break;
      if (found == Fit::hole || (found == Fit::beside && decimals_follow(next))) continue;  // a line further down may settle it
      segments_ = parts_;
      end = next + 1;
    }
    return end;
  }

  // The line ends in a number whose decimals stand on the next line: it belongs there.
  bool decimals_follow(std::size_t line) {
    if (line + 1 >= lines_.size() || !is_digit(lines_[line].last)) return false;
    const Segment last = segments_of(line).back();
    const std::vector<Segment>& below = segments_of(line + 1);
    return std::any_of(below.begin(), below.end(), [&](const Segment& s) { return is_decimal(last, s) && meet(last, s); });
  }

  // Merges the segments of a line into the parts; both are in the order in which they end.
  void add_parts(const std::vector<Segment>& more) {
    merged_.clear();
    std::merge(parts_.begin(), parts_.end(), more.begin(), more.end(), std::back_inserter(merged_),
               [](const Segment& a, const Segment& b) { return a.to < b.to; });
    parts_.swap(merged_);
  }

  // Lines are looked at again from each line above them: their segments are kept for the few lines until then.
  const std::vector<Segment>& segments_of(std::size_t line) {
    Segments& kept = recent_[line % recent_.size()];
    if (kept.line != line) {
      kept.segments.clear();
      append_segments(decoded_, lines_[line], line, kept.segments);
      kept.line = line;
    }
    return kept.segments;
  }

  void write(std::size_t first, std::size_t end) {
    unsigned column = lines_[segments_.front().line].indent;
    for (std::size_t s = 0; s < segments_.size(); ++s) {
      Line part = measure_part(decoded_, marks_, segments_[s].range, column);
      column += segments_[s].width;
      part.glued = s > 0;
      if (s == 0) {
        part.blanks_before = lines_[first].blanks_before;
        part.page_start = lines_[first].page_start;
      }
      part.page_end = s + 1 == segments_.size() && lines_[end - 1].page_end;
      out_.push_back(part);
    }
  }

  std::string_view decoded_;
  const std::vector<TextRange>& marks_;
  const std::vector<Line>& lines_;
  struct Segments {
    std::size_t line = SIZE_MAX;
    std::vector<Segment> segments;
  };
  std::array<Segments, 2 * rows> recent_;
  std::vector<Segment> segments_, parts_, merged_;
  std::vector<Line> out_;
};

}  // namespace

void rejoin_fragments(std::string_view decoded, const std::vector<TextRange>& marks, std::vector<Line>& lines) {
  lines = Joiner(decoded, marks, lines).run();
}

}  // namespace gouji::corpus
