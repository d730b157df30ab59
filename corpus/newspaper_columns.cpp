#include "corpus/newspaper_columns.h"

#include <algorithm>
#include <array>

#include "corpus/characters.h"

namespace gouji::corpus {
namespace {

constexpr unsigned most_columns = 320;  // characters of a line that are looked at
constexpr std::uint32_t least_lines = 20;
constexpr unsigned least_width = 14;  // characters of a column

// A line with a gap that may be a gutter.
bool is_row(const Line& line) { return line.gaps > 0 && line.tabs == 0; }

// Where a column starts: characters nearly always stand there and nearly never before it.
std::vector<unsigned> column_starts(std::string_view decoded, const std::vector<Line>& lines, std::size_t first, std::size_t last) {
  const auto at_line = [&](std::size_t i) { return lines.begin() + static_cast<std::ptrdiff_t>(i); };
  const auto rows = static_cast<std::uint32_t>(std::count_if(at_line(first), at_line(last), is_row));
  if (rows < least_lines) return {};
  std::array<std::uint32_t, most_columns> covered{};
  for (std::size_t i = first; i < last; ++i) {
    if (!is_row(lines[i])) continue;
    unsigned column = 0;
    for (std::uint32_t at = lines[i].start; at < lines[i].end && column < most_columns; ++column) {
      const Character c = character_at(decoded, at);
      if (!is_space(c.code)) ++covered[column];
      at += c.bytes;
    }
  }
  std::vector<unsigned> starts;
  unsigned from = 0;
  for (unsigned c = least_width; c < most_columns; ++c) {
    if (covered[c] * 10 < rows * 5 || covered[c - 1] * 10 > rows || c - from < least_width) continue;
    starts.push_back(c);
    from = c;
  }
  return starts;
}

struct Part {
  TextRange range;
  unsigned column = 0;  // which newspaper column
};

// Marks that never begin a line of Chinese text.
bool never_begins_line(char32_t c) { return std::u32string_view(U"，。、；：！？）》”’,.;:!?)").find(c) != std::u32string_view::npos; }

// A line seen as characters, as far as it matters.
class Row {
 public:
  Row(std::string_view decoded, const Line& line) : end_(line.end) {
    const std::size_t most = std::min<std::size_t>(most_columns, line.end - line.start);
    codes_.reserve(most);
    offsets_.reserve(most);
    for (std::uint32_t at = line.start; at < line.end && codes_.size() < most_columns;) {
      const Character c = character_at(decoded, at);
      codes_.push_back(c.code);
      offsets_.push_back(at);
      at += c.bytes;
    }
  }
  unsigned size() const { return static_cast<unsigned>(codes_.size()); }
  std::uint32_t offset(unsigned c) const { return c < size() ? offsets_[c] : end_; }

  // Where to cut for a column that starts about `start`; 0 when text runs through.
  unsigned cut_near(unsigned start, unsigned left) const {
    for (const bool wide : {true, false}) {
      for (const unsigned at : {start, start - 1, start + 1, start - 2, start + 2, start - 3, start + 3}) {
        if (at <= left + 1 || at >= size() || !is_space(codes_[at - 1]) || is_space(codes_[at]) || never_begins_line(codes_[at])) continue;
        if (!wide || is_space(codes_[at - 2])) return at;
      }
    }
    return start > left && start < size() && is_space(codes_[start - 1]) && is_space(codes_[start]) ? start : 0;
  }

 private:
  std::vector<char32_t> codes_;
  std::vector<std::uint32_t> offsets_;
  std::uint32_t end_;
};

// A line cut at the blank nearest to each gutter. Empty when the line crosses all gutters that it reaches.
std::vector<Part> cut(std::string_view decoded, const Line& line, const std::vector<unsigned>& starts) {
  const Row row(decoded, line);
  std::vector<Part> parts;
  unsigned left = 0, column = 0;
  bool reached = false, found = false;
  for (unsigned s = 0; s < starts.size() && starts[s] < row.size(); ++s) {
    reached = true;
    const unsigned at = row.cut_near(starts[s], left);
    if (at == 0) continue;
    found = true;
    if (row.offset(left) < row.offset(at)) parts.push_back({{row.offset(left), row.offset(at)}, column});
    left = at;
    column = s + 1;
  }
  if (reached && !found) return {};
  if (row.offset(left) < line.end) parts.push_back({{row.offset(left), line.end}, column});
  return parts;
}

// Prose in the parts, not the numbers and labels of a table.
bool is_prose(const std::vector<Line>& parts) {
  std::uint64_t numbers = 0, marks = 0, characters = 0;
  for (const Line& line : parts) {
    if (line.han == 0 && line.digits > 0) ++numbers;
    marks += line.stops + line.commas;
    characters += line.characters;
  }
  const std::uint64_t n = parts.size();
  return n >= 2 * least_lines && numbers * 20 <= n && marks * 3 >= n && characters >= 8 * n;
}

class PageSplitter {
 public:
  PageSplitter(std::string_view decoded, const std::vector<TextRange>& marks, const std::vector<Line>& lines)
      : decoded_(decoded), marks_(marks), lines_(lines) {}

  // The page's lines in reading order, or none when it is not set in columns.
  std::vector<Line> split(std::size_t first, std::size_t last) {
    starts_ = column_starts(decoded_, lines_, first, last);
    if (starts_.empty()) return {};
    out_.clear();
    parts_.clear();
    started_ = false;
    columns_.assign(starts_.size() + 1, {});
    for (std::size_t i = first; i < last; ++i) add(lines_[i]);
    flush();
    if (!is_prose(parts_)) return {};
    return std::move(out_);
  }

 private:
  void add(const Line& line) {
    const std::vector<Part> cuts = line.tabs > 0 || line.role != LineRole::text ? std::vector<Part>{} : cut(decoded_, line, starts_);
    std::vector<Line> measured;
    for (const Part& part : cuts) measured.push_back(measure_part(decoded_, marks_, part.range, 0));
    const auto filled = std::count_if(measured.begin(), measured.end(), [](const Line& l) { return !l.empty(); });
    started_ = started_ || filled > 1;
    if (cuts.empty() || !started_) {  // a headline, or a line set in the middle above the columns
      flush();
      out_.push_back(line);
      return;
    }
    for (auto& column : columns_) column.blanks = static_cast<std::uint16_t>(std::min(column.blanks + line.blanks_before + 1, 60000));
    for (std::size_t i = 0; i < cuts.size(); ++i) {
      Line& part = measured[i];
      if (part.empty()) continue;
      Column& column = columns_[cuts[i].column];
      part.blanks_before = column.lines.empty() ? std::uint16_t{0} : static_cast<std::uint16_t>(column.blanks - 1);
      column.blanks = 0;
      column.lines.push_back(part);
      if (is_row(line)) parts_.push_back(part);
    }
  }

  // Each column is a page of its own: its margins are.
  void flush() {
    for (Column& column : columns_) {
      if (!column.lines.empty()) column.lines.front().page_start = true;
      out_.insert(out_.end(), column.lines.begin(), column.lines.end());
      column = {};
    }
  }

  struct Column {
    std::vector<Line> lines;
    std::uint16_t blanks = 0;
  };
  std::string_view decoded_;
  const std::vector<TextRange>& marks_;
  const std::vector<Line>& lines_;
  std::vector<unsigned> starts_;
  std::vector<Column> columns_;
  std::vector<Line> out_;
  std::vector<Line> parts_;  // of lines with a gap: prose as wide as the page says nothing of the columns, wherever a blank in it may be
  bool started_ = false;     // a line of several columns was met
};

}  // namespace

bool split_newspaper_columns(std::string_view decoded, const std::vector<TextRange>& marks, std::vector<Line>& lines) {
  const auto at_line = [&](std::size_t i) { return lines.begin() + static_cast<std::ptrdiff_t>(i); };
  std::vector<Line> out;  // written once a page has changed: in most texts none does
  bool changed = false;
  PageSplitter splitter(decoded, marks, lines);
  for (std::size_t first = 0; first < lines.size();) {
    std::size_t last = first + 1;
    while (last < lines.size() && !lines[last].page_start) ++last;
    std::vector<Line> page = last - first >= least_lines ? splitter.split(first, last) : std::vector<Line>{};
    if (!page.empty()) {
      if (!changed) out.assign(lines.begin(), at_line(first));
      changed = true;
      out.insert(out.end(), page.begin(), page.end());
    } else if (changed) {
      out.insert(out.end(), at_line(first), at_line(last));
    }
    first = last;
  }
  if (changed) lines = std::move(out);
  return changed;
}

}  // namespace gouji::corpus
