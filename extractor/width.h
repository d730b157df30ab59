// Characters as the numeral grammar sees them: one code point at a place, digits of both widths, spaces, signs.
// Our own small tables instead of NFKC, which would turn ，into a comma and ① into 1; offsets stay those of the text.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>

namespace gouji::extractor::numeral {

using Offset = std::uint32_t;

struct Character {
  char32_t code = 0;  // 0 beyond the end
  Offset size = 0;
};

// The general case of character_at: `at` is inside the text.
Character decode(std::string_view text, std::size_t at);

// The character that begins at `at`; a byte that begins none counts as one U+FFFD.
inline Character character_at(std::string_view text, std::size_t at) {
  if (at >= text.size()) return {};
  const auto lead = static_cast<unsigned char>(text[at]);
  if (lead < 0x80) return {lead, 1};
  if (lead >= 0xE1 && lead < 0xF0 && at + 2 < text.size()) {
    const auto second = static_cast<unsigned char>(text[at + 1]), third = static_cast<unsigned char>(text[at + 2]);
    if ((second & 0xC0U) == 0x80U && (third & 0xC0U) == 0x80U) return {(lead & 0x0FU) << 12 | (second & 0x3FU) << 6 | (third & 0x3FU), 3};
  }
  return decode(text, at);
}

Character decode_before(std::string_view text, std::size_t end);

// The character that ends at `end`.
inline Character character_before(std::string_view text, std::size_t end) {
  if (end == 0) return {};
  const auto last = static_cast<unsigned char>(text[end - 1]);
  if (last < 0x80) return {last, 1};
  if (end >= 3 && (static_cast<unsigned char>(text[end - 3]) & 0xF0U) == 0xE0U) {
    const Character c = character_at(text, end - 3);
    if (c.size == 3) return c;
  }
  return decode_before(text, end);
}

// 0–9 of an ASCII or full-width digit, else -1.
constexpr int digit_value(char32_t c) {
  if (c >= U'0' && c <= U'9') return static_cast<int>(c - U'0');
  if (c >= 0xFF10 && c <= 0xFF19) return static_cast<int>(c - 0xFF10);
  return -1;
}
constexpr bool is_digit(char32_t c) { return digit_value(c) >= 0; }

constexpr bool is_letter(char32_t c) {
  return (c >= U'a' && c <= U'z') || (c >= U'A' && c <= U'Z') || (c >= 0xFF21 && c <= 0xFF3A) || (c >= 0xFF41 && c <= 0xFF5A);
}
constexpr bool is_han(char32_t c) { return (c >= 0x4E00 && c <= 0x9FFF) || (c >= 0x3400 && c <= 0x4DBF) || c == 0x3007; }
// Spaces that may stand inside a number and its unit; a TAB separates cells and is none.
constexpr bool is_space(char32_t c) { return c == U' ' || c == 0xA0 || c == 0x3000 || (c >= 0x2000 && c <= 0x200B) || c == 0x202F || c == 0xFEFF; }
constexpr bool is_thin_space(char32_t c) { return c == 0xA0 || c == 0x2009 || c == 0x202F || c == 0x2006; }
// Fonts of some offices print the decimal point as a private-use character.
constexpr bool is_private_use(char32_t c) { return (c >= 0xE000 && c <= 0xF8FF) || (c >= 0xF0000 && c <= 0x10FFFD); }
constexpr bool is_point(char32_t c) { return c == U'.' || c == 0xFF0E || is_private_use(c); }
constexpr bool is_minus(char32_t c) { return c == U'-' || c == 0x2212 || c == 0xFE63 || c == 0xFF0D || c == 0x8D1F || c == 0x8CA0 /*负負*/; }
// Signs that join two ends of a range or two parts of a code.
constexpr bool is_dash(char32_t c) {
  return c == U'-' || c == 0x2212 || c == 0xFE63 || c == 0xFF0D || (c >= 0x2010 && c <= 0x2015) || c == U'~' || c == 0xFF5E || c == 0x301C ||
         c == 0x223C || c == 0x2500;
}
constexpr bool is_open_bracket(char32_t c) { return c == U'(' || c == 0xFF08; }
constexpr bool is_close_bracket(char32_t c) { return c == U')' || c == 0xFF09; }

// The first place at or after `at` that holds no space, at most `limit` spaces on.
inline Offset skip_spaces(std::string_view text, Offset at, int limit = 2) {
  for (; limit > 0; --limit) {
    const Character c = character_at(text, at);
    if (!is_space(c.code)) break;
    at += c.size;
  }
  return at;
}
// The same backwards: the end of what stands before `end`.
inline Offset skip_spaces_before(std::string_view text, Offset end, int limit = 2) {
  for (; limit > 0; --limit) {
    const Character c = character_before(text, end);
    if (!is_space(c.code)) break;
    end -= c.size;
  }
  return end;
}

// The same for the plain spaces of print.
inline Offset skip_blanks_before(std::string_view text, Offset end, int limit) {
  for (; limit > 0 && end > 0 && text[end - 1] == ' '; --limit) --end;
  return end;
}

// Han share their first byte: the last byte of a word tells most of them apart before the rest is compared.
constexpr bool begins_with(std::string_view text, std::size_t at, std::string_view word) {
  if (at > text.size() || text.size() - at < word.size()) return false;
  return word.empty() || (text[at + word.size() - 1] == word.back() && text.substr(at, word.size()) == word);
}
constexpr bool ends_with(std::string_view text, std::size_t end, std::string_view word) {
  if (end > text.size() || end < word.size()) return false;
  return word.empty() || (text[end - 1] == word.back() && text.substr(end - word.size(), word.size()) == word);
}
// `c` is one of the characters of `set`.
constexpr bool one_of(char32_t c, std::u32string_view set) { return c != 0 && set.find(c) != std::u32string_view::npos; }
// The same of a literal, without counting its length first (g++ 12 does so at every call).
template <std::size_t size>
constexpr bool one_of(char32_t c, const char32_t (&set)[size]) {
  for (std::size_t i = 0; i + 1 < size; ++i)
    if (set[i] == c) return c != 0;
  return false;
}

}  // namespace gouji::extractor::numeral
