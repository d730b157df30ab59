#include "corpus/lines.h"

#include <algorithm>
#include <array>
#include <limits>

#include "corpus/characters.h"

namespace gouji::corpus {
namespace {

constexpr bool is_line_end(char32_t c) {
  if (c < 0x85) return c >= '\n' && c <= '\r';
  return c == 0x85 || c == 0x2028 || c == 0x2029;
}

constexpr bool is_ascii_digit(char c) { return c >= '0' && c <= '9'; }

// What a character that is no white space counts as.
enum class Counted : std::uint8_t { other, han, digit, stop, comma, ascii_comma };
struct Look {
  Counted counted = Counted::other;
  std::uint8_t width = 0;
};

constexpr Look look_at(char32_t c) {
  const auto width = static_cast<std::uint8_t>(display_width(c));
  if (is_han(c)) return {Counted::han, width};
  if (is_digit(c)) return {Counted::digit, width};
  if (ends_sentence(c) || c == U'；' || c == ';') return {Counted::stop, width};
  if (c == U'，' || c == U'、' || c == U'：' || c == ':') return {Counted::comma, width};
  return {c == ',' ? Counted::ascii_comma : Counted::other, width};
}

// The looks of the characters that are met most, one load each: ASCII, Chinese punctuation, full-width forms.
template <char32_t first, std::size_t size>
constexpr std::array<Look, size> looks() {
  std::array<Look, size> out;
  for (std::size_t i = 0; i < size; ++i) out[i] = look_at(first + static_cast<char32_t>(i));
  return out;
}
constexpr auto ascii_looks = looks<0, 0x80>();
constexpr auto punctuation_looks = looks<0x3000, 0x40>();
constexpr auto full_width_looks = looks<0xFF00, 0x60>();

inline Look look(char32_t c) {
  if (c < ascii_looks.size()) return ascii_looks[c];
  if (c - 0xFF00 < full_width_looks.size()) return full_width_looks[c - 0xFF00];
  if (c - 0x3000 < punctuation_looks.size()) return punctuation_looks[c - 0x3000];
  return look_at(c);
}

template <class T>
T saturated(unsigned n) {
  return static_cast<T>(std::min<unsigned>(n, std::numeric_limits<T>::max()));
}

// Measures one line, character by character, or runs of like characters at once. Counts are plain numbers until the line ends.
class Meter {
 public:
  explicit Meter(std::uint32_t start, unsigned column = 0) : column_(column) { line_.start = line_.begin = line_.end = start; }

  // Takes the character at `at`, which is no line end, and of spaces, Chinese characters and digits the run that it opens.
  // Returns where that ends. No mark starts inside a run: it opens with a bracket.
  std::uint32_t take(std::string_view text, std::uint32_t at) {
    if (opens_run(text[at])) return take_run(text, at);
    if (text[at] == ' ') return take_blanks(text, at);
    return take_one(character_at(text, at), at);
  }

  // Chinese characters or digits, most of a text: neither line ends nor marks nor white space.
  static bool opens_run(char c) { return leads_common_han(c) || is_ascii_digit(c); }
  std::uint32_t take_run(std::string_view text, std::uint32_t at) { return leads_common_han(text[at]) ? take_han(text, at) : take_digits(text, at); }

  // A character of another kind.
  std::uint32_t take_one(Character c, std::uint32_t at) {
    if (is_space(c.code))
      space(c.code);
    else
      add(c, at);
    return at + c.bytes;
  }

  std::uint32_t take_blanks(std::string_view text, std::uint32_t at) {
    const std::uint32_t from = at;
    while (at < text.size() && text[at] == ' ') ++at;
    column_ += at - from;
    blank_columns_ += at - from;
    skipped_ = true;
    return at;
  }

  // A mark stands at this place.
  void skip_mark() { skipped_ = true; }

  Line finish() {
    if (characters_ == 0) leading_tabs_ += tabs_;
    line_.tabs = saturated<std::uint16_t>(leading_tabs_);
    line_.width = saturated<std::uint16_t>(width_);
    line_.characters = saturated<std::uint16_t>(characters_);
    line_.digits = saturated<std::uint16_t>(digits_);
    line_.han = saturated<std::uint16_t>(han_);
    line_.gaps = saturated<std::uint16_t>(gaps_);
    line_.single_spaces = saturated<std::uint16_t>(single_spaces_);
    line_.inner_tabs = saturated<std::uint8_t>(inner_tabs_);
    line_.stops = saturated<std::uint8_t>(stops_);
    line_.commas = saturated<std::uint8_t>(commas_);
    return line_;
  }
  bool blank() const { return characters_ == 0 && tabs_ == 0; }

 private:
  // A run that opens with `first`: what add() does for each of its characters, for all of them at once.
  std::uint32_t take_han(std::string_view text, std::uint32_t at) {
    const auto end = static_cast<std::uint32_t>(end_of_common_han(text, at));
    const unsigned characters = (end - at) / 3;
    open(text, at);
    han_ += characters;
    add_run(characters, 2 * characters, end, character_at(text, end - 3).code);
    return end;
  }

  std::uint32_t take_digits(std::string_view text, std::uint32_t at) {
    std::uint32_t end = at + 1;
    while (end < text.size() && is_ascii_digit(text[end])) ++end;
    open(text, at);
    digits_ += end - at;
    add_run(end - at, end - at, end, static_cast<unsigned char>(text[end - 1]));
    return end;
  }

  void open(std::string_view text, std::uint32_t at) {
    if (characters_ == 0 || skipped_) open(character_at(text, at).code, at);
  }

  void add_run(unsigned characters, unsigned columns, std::uint32_t end, char32_t last) {
    characters_ += characters;
    column_ += columns;
    width_ = column_ - from_;
    line_.end = end;
    line_.last = last;
    blank_columns_ = tabs_ = 0;
    skipped_ = false;
  }

  // Before the character `c` at `at` is added: it begins the line, or white space before it counts.
  void open(char32_t c, std::uint32_t at) {
    if (characters_ != 0) return inner_space(c);
    line_.begin = at;
    line_.first = c;
    line_.indent = saturated<std::uint16_t>(column_);
    from_ = column_;
    leading_tabs_ += tabs_;
  }

  // A character that is no white space.
  void add(Character c, std::uint32_t at) {
    open(c.code, at);
    const char32_t read = is_full_stop_of_han(c.code) ? U'。' : c.code;
    const Look seen = look(read);
    switch (seen.counted) {
      case Counted::han:
        ++han_;
        break;
      case Counted::digit:
        ++digits_;
        break;
      case Counted::stop:
        ++stops_;
        break;
      case Counted::comma:
        ++commas_;
        break;
      case Counted::ascii_comma:
        commas_ += is_digit(line_.last) ? 0 : 1;
        break;
      case Counted::other:
        break;
    }
    add_run(1, read == c.code ? seen.width : display_width(c.code), at + c.bytes, read);
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
    inner_tabs_ += tabs_;
    if (blank_columns_ >= 2) ++gaps_;
    if (blank_columns_ == 1 && display_width(c) == 2 && display_width(line_.last) == 2) ++single_spaces_;
  }

  // Some fonts print 。 as an ASCII point: after a Chinese character it is one.
  bool is_full_stop_of_han(char32_t c) const { return c == '.' && (is_han(line_.last) || line_.last == U'”' || line_.last == U'）'); }

  Line line_;
  bool skipped_ = false;  // white space or a mark stands before the next character
  unsigned column_ = 0, from_ = 0, width_ = 0, blank_columns_ = 0, tabs_ = 0, leading_tabs_ = 0;
  unsigned characters_ = 0, digits_ = 0, han_ = 0, gaps_ = 0, single_spaces_ = 0, inner_tabs_ = 0, stops_ = 0, commas_ = 0;
};

class Splitter {
 public:
  Splitter(std::string_view decoded, const std::vector<TextRange>& marks) : decoded_(decoded), marks_(marks) {}

  bool run() {
    constexpr std::size_t bytes_of_a_line = 32;  // of a table set a cell a line
    lines_.reserve(std::min(decoded_.size() / bytes_of_a_line + 1, max_lines));
    std::uint32_t at = 0;
    const auto end = static_cast<std::uint32_t>(decoded_.size());
    std::uint32_t next_mark = begin_of_mark();
    Meter meter(0);
    while (at < end) {
      if (Meter::opens_run(decoded_[at])) {
        at = meter.take_run(decoded_, at);
        continue;
      }
      if (at == next_mark) {
        at = marks_[mark_++].end;
        next_mark = begin_of_mark();
        meter.skip_mark();
        continue;
      }
      if (decoded_[at] == ' ') {
        at = meter.take_blanks(decoded_, at);
        continue;
      }
      const Character c = character_at(decoded_, at);
      if (!is_line_end(c.code)) {
        at = meter.take_one(c, at);
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
    at = meter.take(text, at);
  }
  return meter.finish();
}

}  // namespace gouji::corpus
