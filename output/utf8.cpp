#include "output/utf8.h"

#include <array>

namespace gouji::output {
namespace {

constexpr char32_t replacement = 0xFFFD;

struct Span {
  char32_t first, last;
};

// East_Asian_Width W and F of Unicode 15, neighbouring blocks joined; unassigned gaps inside a block count as wide.
constexpr std::array<Span, 13> wide{{{0x1100, 0x115F},
                                     {0x2E80, 0x303E},
                                     {0x3041, 0x33FF},
                                     {0x3400, 0x4DBF},
                                     {0x4E00, 0xA4CF},
                                     {0xA960, 0xA97C},
                                     {0xAC00, 0xD7A3},
                                     {0xF900, 0xFAFF},
                                     {0xFE30, 0xFE6F},
                                     {0xFF01, 0xFF60},
                                     {0xFFE0, 0xFFE6},
                                     {0x1F300, 0x1FAFF},
                                     {0x20000, 0x3FFFD}}};
constexpr std::array<Span, 6> zero{{{0x0000, 0x001F}, {0x007F, 0x009F}, {0x0300, 0x036F}, {0x200B, 0x200F}, {0xFE00, 0xFE0F}, {0xFEFF, 0xFEFF}}};

template <std::size_t N>
bool in(const std::array<Span, N>& spans, char32_t c) {
  for (const Span& span : spans) {
    if (c < span.first) return false;
    if (c <= span.last) return true;
  }
  return false;
}

}  // namespace

CodePoint code_point(std::string_view text, std::size_t at) {
  const auto byte = [&](std::size_t i) { return i < text.size() ? static_cast<unsigned char>(text[i]) : 0U; };
  const unsigned lead = byte(at);
  if (lead < 0x80) return {lead, 1};
  const std::size_t length = lead >= 0xF0 ? 4 : (lead >= 0xE0 ? 3 : 2);
  if (lead < 0xC2 || lead > 0xF4) return {replacement, 1};
  char32_t value = lead & (0xFFU >> (length + 1));
  for (std::size_t i = 1; i < length; ++i) {
    if ((byte(at + i) & 0xC0U) != 0x80U) return {replacement, 1};
    value = (value << 6) | (byte(at + i) & 0x3FU);
  }
  const bool overlong = (length == 3 && value < 0x800) || (length == 4 && value < 0x10000);
  if (overlong || value > 0x10FFFF || (value >= 0xD800 && value <= 0xDFFF)) return {replacement, 1};
  return {value, length};
}

bool valid_utf8(std::string_view text) {
  for (std::size_t i = 0; i < text.size();) {
    const auto byte = [&](std::size_t at) { return unsigned{static_cast<unsigned char>(text[at])}; };
    if (byte(i) < 0x80) {
      ++i;
      continue;
    }
    // Nearly every other character: a lead that any two continuations may follow.
    if (i + 3 <= text.size() && byte(i) - 0xE1U <= 0x0EU && byte(i) != 0xED && ((byte(i + 1) ^ 0x80U) | (byte(i + 2) ^ 0x80U)) < 0x40) {
      i += 3;
      continue;
    }
    const CodePoint c = code_point(text, i);
    if (c.length == 1) return false;
    i += c.length;
  }
  return true;
}

std::string replace_invalid_utf8(std::string_view text) {
  std::string out;
  out.reserve(text.size());
  for (std::size_t i = 0; i < text.size();) {
    const CodePoint c = code_point(text, i);
    if (c.length == 1 && c.value == replacement) {
      out += "\xEF\xBF\xBD";
    } else {
      out.append(text, i, c.length);
    }
    i += c.length;
  }
  return out;
}

int column_width(char32_t character) {
  if (in(zero, character)) return 0;
  return in(wide, character) ? 2 : 1;
}

std::size_t display_width(std::string_view text) {
  std::size_t width = 0;
  for (std::size_t i = 0; i < text.size();) {
    const CodePoint c = code_point(text, i);
    width += static_cast<std::size_t>(column_width(c.value));
    i += c.length;
  }
  return width;
}

}  // namespace gouji::output
