#include "corpus/numbering.h"

#include <array>
#include <optional>

#include "corpus/characters.h"

namespace gouji::corpus {
namespace {

// Reads the characters of a short prefix one after the other.
class Cursor {
 public:
  explicit Cursor(std::string_view text) : text_(text) {}
  char32_t peek() const { return at_ < text_.size() ? character_at(text_, at_).code : 0; }
  void next() { at_ += character_at(text_, at_).bytes; }
  bool take(char32_t c) {
    if (peek() != c) return false;
    next();
    return true;
  }
  bool take_any(std::u32string_view set) {
    if (at_ >= text_.size() || set.find(peek()) == std::u32string_view::npos) return false;
    next();
    return true;
  }
  std::uint32_t at() const { return at_; }
  void back_to(std::uint32_t at) { at_ = at; }

 private:
  std::string_view text_;
  std::uint32_t at_ = 0;
};

// Up to three digits; 0 when there are none or more.
unsigned take_arabic(Cursor& cursor) {
  unsigned value = 0;
  int digits = 0;
  while (is_digit(cursor.peek())) {
    const char32_t c = cursor.peek();
    value = value * 10 + (c < 0xFF00 ? c - '0' : c - 0xFF10);
    cursor.next();
    if (++digits > 3) return 0;
  }
  return value;
}

// 一 … 九十九; 0 when there is none.
unsigned take_han(Cursor& cursor) {
  static constexpr std::u32string_view digits = U"〇一二三四五六七八九";
  unsigned tens = 0, ones = 0;
  int read = 0;
  for (; read < 4; ++read) {
    const char32_t c = cursor.peek();
    if (c == U'十') {
      tens = ones == 0 ? 1 : ones;
      ones = 0;
    } else if (const auto d = digits.find(c); d != std::u32string_view::npos && c != 0) {
      ones = static_cast<unsigned>(d);
    } else {
      break;
    }
    cursor.next();
  }
  return tens * 10 + ones;
}

using Found = std::optional<std::pair<NumberStyle, unsigned>>;

Found take_ordinal(Cursor& cursor) {  // 第一部分, 第三章, 第2节
  if (!cursor.take(U'第')) return {};
  unsigned value = take_han(cursor);
  if (value == 0) value = take_arabic(cursor);
  if (value == 0) return {};
  if (cursor.take(U'部')) return cursor.take(U'分') ? Found({NumberStyle::part, value}) : Found();
  if (cursor.take_any(U"章编篇")) return Found({NumberStyle::chapter, value});
  if (cursor.take_any(U"节条")) return Found({NumberStyle::article, value});
  return {};
}

Found take_bracketed(Cursor& cursor) {  // （一） (1)
  if (!cursor.take_any(U"（(〔")) return {};
  while (cursor.take(U' ')) {
  }
  const unsigned han = take_han(cursor);
  const unsigned arabic = han == 0 ? take_arabic(cursor) : 0;
  while (cursor.take(U' ')) {
  }
  if (han + arabic == 0 || !cursor.take_any(U"）)〕")) return {};
  cursor.take(U'、');
  return Found({han != 0 ? NumberStyle::han_paren : NumberStyle::arabic_paren, han + arabic});
}

Found take_han_number(Cursor& cursor) {  // 一、 一是
  const unsigned value = take_han(cursor);
  if (value == 0) return {};
  if (cursor.take_any(U"、．.")) return Found({NumberStyle::han_comma, value});
  if (cursor.take(U'是')) return Found({NumberStyle::han_ordinal, value});
  return {};
}

// A year after the dot: "1.2025年部门预算" counts one, "1.25亿元" is a number.
bool year_follows(Cursor cursor) {
  for (int i = 0; i < 4; ++i, cursor.next()) {
    if (!is_digit(cursor.peek())) return false;
  }
  while (cursor.take(U' ')) {
  }
  return cursor.peek() == U'年' || cursor.peek() == U'—' || cursor.peek() == U'-';
}

Found take_decimal(Cursor& cursor, unsigned value) {  // 1.1 部门预算, 2.1.3
  int levels = 1;
  std::uint32_t end = cursor.at();
  while (is_digit(cursor.peek())) {
    value = take_arabic(cursor);
    if (value == 0) return {};
    ++levels;
    end = cursor.at();
    if (!cursor.take(U'.') && !cursor.take(U'．')) break;
  }
  const bool dotted = levels >= 3;
  cursor.back_to(end);
  Cursor after = cursor;
  bool spaced = false;
  while (after.take(U' ')) spaced = true;
  static constexpr std::u32string_view units = U"万亿元千百个人％%倍吨年月日";
  if (levels < 2 || !is_han(after.peek()) || units.find(after.peek()) != std::u32string_view::npos) return {};
  return dotted || spaced ? Found({NumberStyle::decimal, value}) : Found();
}

Found take_arabic_number(Cursor& cursor) {  // 1. 1、 1） 1.1
  const unsigned value = take_arabic(cursor);
  if (value == 0) return {};
  if (cursor.take(U'、')) return Found({NumberStyle::arabic_comma, value});
  if (cursor.take_any(U"）)")) return Found({NumberStyle::arabic_half_paren, value});
  if (is_private_use(cursor.peek())) {
    cursor.next();  // a font's own point
    while (cursor.take(U' ')) {
    }
  } else if (!cursor.take_any(U".．。")) {
    return {};
  }
  if (is_digit(cursor.peek()) && !year_follows(cursor)) return take_decimal(cursor, value);
  return Found({NumberStyle::arabic_dot, value});
}

Found take_symbol(Cursor& cursor) {
  const char32_t c = cursor.peek();
  const auto in = [&](char32_t first, unsigned n) { return c >= first && c < first + n; };
  const auto found = [&](NumberStyle style, char32_t first) {
    cursor.next();
    return Found({style, static_cast<unsigned>(c - first + 1)});
  };
  if (in(0x2460, 20)) return found(NumberStyle::circled, 0x2460);
  if (in(0x2474, 20)) return found(NumberStyle::arabic_paren, 0x2474);
  if (in(0x2488, 20)) return found(NumberStyle::arabic_dot, 0x2488);
  if (in(0x3220, 10)) return found(NumberStyle::han_paren, 0x3220);
  if (c == U'—' || c == U'―' || c == U'─') {
    unsigned dashes = 0;
    while (cursor.take(c)) ++dashes;
    return dashes >= 2 ? Found({NumberStyle::dash, 0U}) : Found();
  }
  if (cursor.take_any(U"●○■□◆◇★▲•·➢")) return Found({NumberStyle::bullet, 0U});
  return {};
}

// Most lines start with a Chinese character that no number starts with.
bool may_start_number(char32_t c) {
  if (c < 0x80) return is_digit(c) || c == '(';
  if (c < 0x4E00 || c > 0x9FFF) return true;
  switch (c) {
    case U'第':
    case U'一':
    case U'二':
    case U'三':
    case U'四':
    case U'五':
    case U'六':
    case U'七':
    case U'八':
    case U'九':
    case U'十':
      return true;
    default:
      return false;
  }
}

}  // namespace

Numbering parse_numbering(std::string_view text) {
  static constexpr std::array<Found (*)(Cursor&), 5> forms{take_ordinal, take_bracketed, take_han_number, take_arabic_number, take_symbol};
  if (text.empty() || !may_start_number(character_at(text, 0).code)) return {};
  for (const auto& form : forms) {
    Cursor cursor(text);
    const Found found = form(cursor);
    if (!found) continue;
    Numbering out{found->first, static_cast<std::uint16_t>(found->second), cursor.at(), cursor.at(), false};
    while (is_space(cursor.peek()) && cursor.peek() != 0) cursor.next();
    out.skip = cursor.at();
    const bool arabic = out.style >= NumberStyle::arabic_dot && out.style <= NumberStyle::arabic_half_paren;
    out.automatic = arabic && out.skip > out.bytes && text[out.bytes] == ' ';
    return out;
  }
  return {};
}

bool may_open_section(NumberStyle style) { return style >= NumberStyle::part && style <= NumberStyle::circled; }

}  // namespace gouji::corpus
