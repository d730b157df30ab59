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

constexpr bool is_line_end(char32_t c) {
  if (c < 0x85) return c >= '\n' && c <= '\r';
  return c == 0x85 || c == 0x2028 || c == 0x2029;
}

constexpr bool is_ascii_digit(char c) { return c >= '0' && c <= '9'; }

// Measures one line, character by character, or runs of like characters at once.
class Meter {
 public:
  explicit Meter(std::uint32_t start, unsigned column = 0) : column_(column) { line_.start = line_.begin = line_.end = start; }

  // Takes the character `c` at `at`, which is no line end, and of spaces, Chinese characters and digits the run that it opens.
  // Returns where that ends. No mark starts inside a run: it opens with a bracket.
  std::uint32_t take(std::string_view text, std::uint32_t at, Character c) {
    if (c.code == ' ') return take_blanks(text, at);
    if (is_space(c.code)) {
      space(c.code);
      return at + c.bytes;
    }
    if (leads_common_han(text[at])) return take_han(text, at, c);
    if (is_ascii_digit(text[at])) return take_digits(text, at, c);
    add(c, at);
    return at + c.bytes;
  }

  // A mark stands at this place.
  void skip_mark() { skipped_ = true; }

  Line finish() {
    if (line_.characters == 0) count(line_.tabs, tabs_);
    return line_;
  }
  bool blank() const { return line_.characters == 0 && tabs_ == 0; }

 private:
  // A run that opens with `first`: what add() does for each of its characters, for all of them at once.
  std::uint32_t take_han(std::string_view text, std::uint32_t at, Character first) {
    const auto end = static_cast<std::uint32_t>(end_of_common_han(text, at));
    const unsigned characters = (end - at) / 3;
    open(first.code, at);
    count(line_.han, characters);
    add_run(characters, 2 * characters, end, character_at(text, end - 3).code);
    return end;
  }

  std::uint32_t take_digits(std::string_view text, std::uint32_t at, Character first) {
    std::uint32_t end = at + 1;
    while (end < text.size() && is_ascii_digit(text[end])) ++end;
    open(first.code, at);
    count(line_.digits, end - at);
    add_run(end - at, end - at, end, static_cast<unsigned char>(text[end - 1]));
    return end;
  }

  void add_run(unsigned characters, unsigned columns, std::uint32_t end, char32_t last) {
    count(line_.characters, characters);
    line_.end = end;
    line_.last = last;
    widen(columns);
    blank_columns_ = tabs_ = 0;
    skipped_ = false;
  }

  std::uint32_t take_blanks(std::string_view text, std::uint32_t at) {
    const std::uint32_t from = at;
    while (at < text.size() && text[at] == ' ') ++at;
    column_ += at - from;
    blank_columns_ += at - from;
    skipped_ = true;
    return at;
  }

  // Before the character `c` at `at` is added: it begins the line, or white space before it counts.
  void open(char32_t c, std::uint32_t at) {
    if (line_.characters != 0) return inner_space(c);
    line_.begin = at;
    line_.first = c;
    line_.indent = static_cast<std::uint16_t>(std::min(column_, 65535U));
    from_ = column_;
    count(line_.tabs, tabs_);
  }

  // A character that is no white space.
  void add(Character c, std::uint32_t at) {
    open(c.code, at);
    const char32_t read = is_full_stop_of_han(c.code) ? U'。' : c.code;
    visible(read);
    line_.end = at + c.bytes;
    line_.last = read;
    widen(display_width(c.code));
    blank_columns_ = tabs_ = 0;
    skipped_ = false;
  }

  void widen(unsigned columns) {
    column_ += columns;
    line_.width = static_cast<std::uint16_t>(std::min(column_ - from_, 65535U));
  }

  void space(char32_t c) {
    skipped_ = true;
    if (c == '\t') {
      ++tabs_;
      return;
    }
    const unsigned width = display_width(c);
    column_ += width;
    blank_columns_ += width;
  }

  void inner_space(char32_t c) {
    if (!skipped_) return;
    line_.spaced = true;
    if (tabs_ != 0) count(line_.inner_tabs, tabs_);
    if (blank_columns_ >= 2) count(line_.gaps);
    if (blank_columns_ == 1 && display_width(c) == 2 && display_width(line_.last) == 2) count(line_.single_spaces);
  }

  // Some fonts print 。 as an ASCII point: after a Chinese character it is one.
  bool is_full_stop_of_han(char32_t c) const { return c == '.' && (is_han(line_.last) || line_.last == U'”' || line_.last == U'）'); }

  void visible(char32_t c) {
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
  bool skipped_ = false;  // white space or a mark stands before the next character
  unsigned column_ = 0, from_ = 0, blank_columns_ = 0, tabs_ = 0;
};

class Splitter {
 public:
  Splitter(std::string_view decoded, const std::vector<TextRange>& marks) : decoded_(decoded), marks_(marks) {}

  bool run() {
    std::uint32_t at = 0;
    const auto end = static_cast<std::uint32_t>(decoded_.size());
    std::uint32_t next_mark = begin_of_mark();
    Meter meter(0);
    while (at < end) {
      if (at == next_mark) {
        at = marks_[mark_++].end;
        next_mark = begin_of_mark();
        meter.skip_mark();
        continue;
      }
      const Character c = character_at(decoded_, at);
      if (!is_line_end(c.code)) {
        at = meter.take(decoded_, at, c);
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
  std::uint32_t begin_of_mark() const { return mark_ < marks_.size() ? marks_[mark_].begin : UINT32_MAX; }

  void keep(Meter& meter) {
    if (meter.blank()) {
      if (blanks_ < 65535) ++blanks_;
      return;
    }
    Line line = meter.finish();
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
  const std::string_view text = decoded.substr(0, part.end);
  Meter meter(part.begin, column);
  for (std::uint32_t at = part.begin; at < part.end;) {
    if (mark != marks.end() && mark->begin == at) {
      at = (mark++)->end;
      meter.skip_mark();
      continue;
    }
    at = meter.take(text, at, character_at(decoded, at));
  }
  return meter.finish();
}

}  // namespace gouji::corpus
