#include "corpus/lines.h"

#include <algorithm>
#include <array>
#include <limits>

#include "corpus/characters.h"

namespace gouji::corpus {
namespace {

template <class T>
void count(T& counter, unsigned by = 1) {
  counter = static_cast<T>(std::min<unsigned>(unsigned{counter} + by, std::numeric_limits<T>::max()));
}

constexpr bool is_line_end(char32_t c) { return (c >= '\n' && c <= '\r') || c == 0x85 || c == 0x2028 || c == 0x2029; }

// Measures one line, character by character.
class Meter {
 public:
  explicit Meter(std::uint32_t start, unsigned column = 0) : column_(column) { line_.start = line_.begin = line_.end = start; }

  void add(Character c, std::uint32_t at) {
    if (is_space(c.code)) {
      space(c.code);
      return;
    }
    if (line_.characters == 0) {
      line_.begin = at;
      line_.first = c.code;
      line_.indent = static_cast<std::uint16_t>(std::min(column_, 65535U));
      from_ = column_;
    } else {
      inner_space(c.code);
    }
    full_stop_ = is_full_stop_of_han(c.code);
    visible(full_stop_ ? U'。' : c.code);
    line_.end = at + c.bytes;
    line_.last = full_stop_ ? U'。' : c.code;
    column_ += display_width(c.code);
    line_.width = static_cast<std::uint16_t>(std::min(column_ - from_, 65535U));
    blank_columns_ = tabs_ = 0;
  }

  Line take() {
    if (line_.characters == 0) count(line_.tabs, tabs_);
    return line_;
  }
  bool blank() const { return line_.characters == 0 && tabs_ == 0; }

 private:
  void space(char32_t c) {
    if (c == '\t') {
      ++tabs_;
      return;
    }
    const unsigned width = display_width(c);
    column_ += width;
    blank_columns_ += width;
  }

  void inner_space(char32_t c) {
    if (tabs_ != 0) count(line_.inner_tabs, tabs_);
    if (blank_columns_ >= 2) count(line_.gaps);
    if (blank_columns_ == 1 && display_width(c) == 2 && display_width(line_.last) == 2) count(line_.single_spaces);
  }

  // Some fonts print 。 as an ASCII point: after a Chinese character it is one.
  bool is_full_stop_of_han(char32_t c) const { return c == '.' && (is_han(line_.last) || line_.last == U'”' || line_.last == U'）'); }

  void visible(char32_t c) {
    if (line_.characters == 0) count(line_.tabs, tabs_);
    count(line_.characters);
    if (is_han(c)) {
      count(line_.han);
    } else if (is_digit(c)) {
      count(line_.digits);
    } else if (ends_sentence(c) || c == U'；' || c == ';') {
      count(line_.stops);
    } else if (c == U'，' || c == U'、' || (c == ',' && !is_digit(line_.last)) || c == U'：' || c == ':') {
      count(line_.commas);
    }
  }

  Line line_;
  bool full_stop_ = false;
  unsigned column_ = 0, from_ = 0, blank_columns_ = 0, tabs_ = 0;
};

class Splitter {
 public:
  Splitter(std::string_view decoded, const std::vector<TextRange>& marks) : decoded_(decoded), marks_(marks) {}

  bool run() {
    std::uint32_t at = 0;
    const auto end = static_cast<std::uint32_t>(decoded_.size());
    Meter meter(0);
    while (at < end) {
      if (mark_ < marks_.size() && marks_[mark_].begin == at) {
        at = marks_[mark_++].end;
        continue;
      }
      const Character c = character_at(decoded_, at);
      if (!is_line_end(c.code)) {
        meter.add(c, at);
        at += c.bytes;
        continue;
      }
      keep(meter);
      at += c.bytes;
      if (c.code == '\r' && at < end && decoded_[at] == '\n') ++at;
      if (c.code == '\f') break_page();
      if (lines_.size() > max_lines) return false;
      meter = Meter(at);
    }
    keep(meter);
    return lines_.size() <= max_lines;
  }

  std::vector<Line> take() { return std::move(lines_); }

 private:
  void keep(Meter& meter) {
    if (meter.blank()) {
      if (blanks_ < 65535) ++blanks_;
      return;
    }
    Line line = meter.take();
    line.blanks_before = blanks_;
    line.page_start = page_;
    blanks_ = 0;
    page_ = false;
    lines_.push_back(line);
  }

  void break_page() {
    page_ = true;
    if (!lines_.empty()) lines_.back().page_end = true;
  }

  std::string_view decoded_;
  const std::vector<TextRange>& marks_;
  std::size_t mark_ = 0;
  std::vector<Line> lines_;
  std::uint16_t blanks_ = 0;
  bool page_ = false;
};

}  // namespace

Result<std::vector<Line>> split_lines(std::string_view decoded, const std::vector<TextRange>& marks) {
  Splitter splitter(decoded, marks);
  if (!splitter.run()) return fail("too_large", "more than " + std::to_string(max_lines) + " lines", "split the file");
  return splitter.take();
}

Line measure_part(std::string_view decoded, const std::vector<TextRange>& marks, TextRange part, unsigned column) {
  auto mark = std::lower_bound(marks.begin(), marks.end(), part.begin, [](TextRange m, std::uint32_t at) { return m.begin < at; });
  Meter meter(part.begin, column);
  for (std::uint32_t at = part.begin; at < part.end;) {
    if (mark != marks.end() && mark->begin == at) {
      at = (mark++)->end;
      continue;
    }
    const Character c = character_at(decoded, at);
    meter.add(c, at);
    at += c.bytes;
  }
  return meter.take();
}

}  // namespace gouji::corpus
