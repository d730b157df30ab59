// The numbers that headings and list items start with: 第一部分, 一、 （一） 1. 1、 （1） 1） ① 1.1 一是 —— ●, in full-width or
// ASCII characters.
#pragma once

#include <cstdint>
#include <string_view>

#include "model/document.h"

namespace gouji::corpus {

struct Numbering {
  NumberStyle style = NumberStyle::none;
  std::uint16_t value = 0;  // 0: the style has none
  std::uint32_t bytes = 0;  // of the number itself: "（一）"
  std::uint32_t skip = 0;   // of the number and the white space after it
  bool automatic =
      false;  // Arabic digits and an ASCII space: a converter's print of an automatic number, whose digits may be Chinese in the original
  explicit operator bool() const { return style != NumberStyle::none; }
};

// Of a text that starts without white space.
Numbering parse_numbering(std::string_view text);

// Styles that may open a section; the others only start list items.
bool may_open_section(NumberStyle style);

}  // namespace gouji::corpus
