// Characters as a report prints them: decoding UTF-8 that is known to be valid, white space, display width, and the few
// classes that the layout is read by. No I/O, no state.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>

namespace gouji::corpus {

struct Character {
  char32_t code = 0;
  std::uint8_t bytes = 1;
};

// `at` < text.size() and text is valid UTF-8 (a decoder made it).
constexpr Character character_at(std::string_view text, std::size_t at) {
  const auto byte = [&](std::size_t i) { return static_cast<char32_t>(static_cast<unsigned char>(text[at + i])); };
  const char32_t lead = byte(0);
  if (lead < 0x80) return {lead, 1};
  if (lead < 0xE0) return {((lead & 0x1FU) << 6U) | (byte(1) & 0x3FU), 2};
  if (lead < 0xF0) return {((lead & 0x0FU) << 12U) | ((byte(1) & 0x3FU) << 6U) | (byte(2) & 0x3FU), 3};
  return {((lead & 0x07U) << 18U) | ((byte(1) & 0x3FU) << 12U) | ((byte(2) & 0x3FU) << 6U) | (byte(3) & 0x3FU), 4};
}

// The character that ends at `end` (> 0).
inline Character character_before(std::string_view text, std::size_t end) {
  std::size_t at = end - 1;
  while (at > 0 && (static_cast<unsigned char>(text[at]) & 0xC0U) == 0x80U) --at;
  return character_at(text, at);
}

// U+4000–U+9FFF, the Chinese characters in everyday use: three bytes each with a lead byte of their own (E4–E9), so that runs
// of them, the bulk of a report, are passed over without decoding.
constexpr bool leads_common_han(char c) { return static_cast<unsigned char>(static_cast<unsigned char>(c) - 0xE4U) <= 5; }

// The end of the run of such characters that starts at `at`; `at` where there is none.
inline std::size_t end_of_common_han(std::string_view text, std::size_t at) {
  while (at < text.size() && leads_common_han(text[at])) at += 3;
  return at;
}

// Layout only: blanks of every width, zero-width characters and line ends; never a character that a reader sees.
constexpr bool is_space(char32_t c) {
  if (c <= 0x20) return c == ' ' || (c >= '\t' && c <= '\r');
  if (c < 0x2000) return c == 0x85 || c == 0xA0 || c == 0xAD || c == 0x1680;
  if (c > 0x2060) return c == 0x3000 || c == 0xFEFF;
  return c <= 0x200F || c == 0x2028 || c == 0x2029 || c == 0x202F || c == 0x205F || c == 0x2060;
}

constexpr bool is_han(char32_t c) {
  return (c >= 0x3400 && c <= 0x9FFF) || (c >= 0xF900 && c <= 0xFAFF) || (c >= 0x20000 && c <= 0x3FFFD) || c == 0x3007;
}
constexpr bool is_digit(char32_t c) { return (c >= '0' && c <= '9') || (c >= 0xFF10 && c <= 0xFF19); }
constexpr bool is_latin(char32_t c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }

// Columns that a character takes in a monospaced print: Chinese and full-width forms two, quotes and dashes of a Chinese
// font as well, white space of no width none.
constexpr unsigned display_width(char32_t c) {
  if (c < 0x1100) return c == 0xAD ? 0 : 1;
  if (c >= 0x3000 && c <= 0xA4CF) return 2;
  if (c >= 0x200B && c <= 0x200F) return 0;
  if (c == 0xFEFF || c == 0x2060) return 0;
  if (c >= 0x2E80 && c <= 0xA4CF) return 2;
  if ((c >= 0xAC00 && c <= 0xD7A3) || (c >= 0xF900 && c <= 0xFAFF) || (c >= 0xFE30 && c <= 0xFE4F)) return 2;
  if ((c >= 0xFF00 && c <= 0xFF60) || (c >= 0xFFE0 && c <= 0xFFE6) || c >= 0x20000) return 2;
  if (c <= 0x115F) return 2;
  return 1;
}

// A font's own character: a report may print its decimal point with one.
constexpr bool is_private_use(char32_t c) { return (c >= 0xE000 && c <= 0xF8FF) || c >= 0xF0000; }

// A full stop of any kind: the sentence is over.
constexpr bool ends_sentence(char32_t c) { return c == U'。' || c == U'！' || c == U'？' || c == U'!' || c == U'?' || c == U'｡' || c == U'．'; }
// A mark after which the sentence cannot be over.
constexpr bool keeps_sentence_open(char32_t c) {
  return c == U'，' || c == U'、' || c == U',' || c == U'（' || c == U'(' || c == U'“' || c == U'《' || c == U'〔';
}

}  // namespace gouji::corpus
