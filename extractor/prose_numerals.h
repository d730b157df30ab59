// Chinese numerals in running text: which are numbers and which are parts of words (一般, 统一, 三公, 十分).
#pragma once

#include <array>

#include "extractor/quantities.h"

namespace gouji::extractor::numeral {

inline constexpr std::u32string_view chinese_beginnings = U"零一二三四五六七八九十百千万亿两兩幺壹贰貳弍叁參叄肆伍陆陸柒捌玖拾佰仟萬億廿卅翻数几半";

constexpr std::array<std::uint64_t, (0xA000 - 0x4E00) / 64> beginning_bits() {
  std::array<std::uint64_t, (0xA000 - 0x4E00) / 64> bits{};
  for (const char32_t c : chinese_beginnings) bits[(c - 0x4E00) / 64] |= std::uint64_t{1} << ((c - 0x4E00) % 64);
  return bits;
}
inline constexpr auto chinese_beginning_bits = beginning_bits();

// A Han that may begin a Chinese number, 翻一番, 数十 or stand in 上半年; one look in a table of bits.
inline bool may_begin_chinese(char32_t c) {
  return c >= 0x4E00 && c < 0xA000 && (chinese_beginning_bits[(c - 0x4E00) / 64] >> ((c - 0x4E00) % 64) & 1U) != 0;
}

// `quantity` begins with a Chinese numeral. Prose asks for more than a lone numeral with a classifier.
bool is_spoken_number(std::string_view text, const Quantity& quantity, const Context& context, bool prose);

}  // namespace gouji::extractor::numeral
