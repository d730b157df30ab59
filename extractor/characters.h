// Small questions about characters of UTF-8 text; no state, no allocation.
#pragma once

#include <algorithm>
#include <cstddef>
#include <cstring>
#include <string_view>

#include "model/words.h"

namespace gouji::extractor {

constexpr bool is_ascii_digit(char c) { return c >= '0' && c <= '9'; }

// ０…９
constexpr bool is_wide_digit(std::string_view text, std::size_t at) {
  return text.size() >= at + 3 && text[at] == '\xEF' && text[at + 1] == '\xBC' && static_cast<unsigned char>(text[at + 2]) >= 0x90 &&
         static_cast<unsigned char>(text[at + 2]) <= 0x99;
}

// Bytes of the character that begins at `at` (never beyond the end).
constexpr std::size_t character_length(std::string_view text, std::size_t at) {
  const auto lead = static_cast<unsigned char>(text[at]);
  const std::size_t length = lead < 0x80 ? 1 : lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4;
  return std::min(length, text.size() - at);
}

// Where the character that ends at `end` begins.
constexpr std::size_t character_before(std::string_view text, std::size_t end) {
  std::size_t at = end - 1;
  while (at > 0 && (static_cast<unsigned char>(text[at]) & 0xC0U) == 0x80U) --at;
  return at;
}

// Space, TAB, no-break space, ideographic space, zero-width space and BOM.
constexpr bool is_space(std::string_view text, std::size_t at) {
  const char c = text[at];
  if (c == ' ' || c == '\t' || c == '\n' || c == '\r') return true;
  const std::string_view rest = text.substr(at);
  return rest.starts_with("\u3000") || rest.starts_with("\u00A0") || rest.starts_with("\u200B") || rest.starts_with("\uFEFF");
}

// Whether one of the characters may be a space (see is_space); most clauses have none.
inline bool may_have_space(std::string_view text) {
  for (std::size_t at = 0; at < text.size();) {
    const auto byte = static_cast<unsigned char>(text[at]);
    if (static_cast<unsigned char>(byte - 0xE4U) <= 5) {  // Han: most of the text
      at += 3;
      continue;
    }
    if (byte <= 0x20 || byte == 0xC2 || byte == 0xE2 || byte == 0xEF || (byte == 0xE3 && text.substr(at).starts_with("\u3000"))) return true;
    at += character_length(text, at);
  }
  return false;
}

// CJK unified ideographs of the basic block and extension A.
constexpr bool is_han(std::string_view text, std::size_t at) {
  const auto lead = static_cast<unsigned char>(text[at]);
  return lead >= 0xE4 && lead <= 0xE9;
}

constexpr std::string_view trim_left(std::string_view text) {
  while (!text.empty() && is_space(text, 0)) text.remove_prefix(character_length(text, 0));
  return text;
}
constexpr std::string_view trim_right(std::string_view text) {
  while (!text.empty()) {
    const std::size_t last = character_before(text, text.size());
    if (!is_space(text, last)) break;
    text.remove_suffix(text.size() - last);
  }
  return text;
}
constexpr std::string_view trim(std::string_view text) { return trim_right(trim_left(text)); }

// Code points of a text.
constexpr std::size_t length_in_characters(std::string_view text) {
  std::size_t count = 0;
  for (std::size_t at = 0; at < text.size(); at += character_length(text, at)) ++count;
  return count;
}

}  // namespace gouji::extractor
