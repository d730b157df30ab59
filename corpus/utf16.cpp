#include "corpus/utf16.h"

#include <algorithm>

namespace gouji::corpus {
namespace {

// Chinese characters, punctuation and full-width forms.
constexpr bool is_everyday(char32_t c) {
  return (c >= 0x4E00 && c <= 0x9FFF) || (c >= 0x3000 && c <= 0x303F) || (c >= 0xFF00 && c <= 0xFFEF) || (c >= 0x2000 && c <= 0x206F);
}

}  // namespace

Conversion decode_utf16(std::string_view bytes, ByteOrder order, std::uint64_t bom_bytes) {
  ConversionBuilder builder(bytes.size() / 2 * 3);
  builder.skip(bom_bytes);
  const auto unit = [&](std::size_t at) {
    const auto first = static_cast<unsigned char>(bytes[at]), second = static_cast<unsigned char>(bytes[at + 1]);
    return static_cast<char32_t>(order == ByteOrder::little ? first | (second << 8U) : (first << 8U) | second);
  };
  std::size_t at = bom_bytes;
  Conversion& out = builder.out();
  while (at + 2 <= bytes.size()) {
    const char32_t high = unit(at);
    if (high < 0xD800 || high > 0xDFFF) {
      builder.add(high, 2);
      out.characters += high >= 0x80 ? 1 : 0;
      out.common += is_everyday(high) ? 1 : 0;
      at += 2;
      continue;
    }
    if (high > 0xDBFF) break;
    if (at + 4 > bytes.size()) {
      out.cut_off = true;
      break;
    }
    const char32_t low = unit(at + 2);
    if (low < 0xDC00 || low > 0xDFFF) break;
    builder.add(0x10000 + ((high - 0xD800) << 10U) + (low - 0xDC00), 4);
    ++out.characters;
    at += 4;
  }
  if (at + 1 == bytes.size()) out.cut_off = true;
  out.failed_at = at;
  return builder.take();
}

namespace {

// Of the first units in this byte order, how many in a hundred are characters that a report is made of.
unsigned plausible_units(std::string_view bytes, ByteOrder order) {
  constexpr std::size_t sample = 1U << 16U;
  std::size_t plausible = 0, units = 0;
  for (std::size_t at = 0; at + 2 <= bytes.size() && units < sample; at += 2, ++units) {
    const auto first = static_cast<unsigned char>(bytes[at]), second = static_cast<unsigned char>(bytes[at + 1]);
    const unsigned unit = order == ByteOrder::little ? first | (second << 8U) : (first << 8U) | second;
    const bool ascii = (unit >= 0x20 && unit < 0x7F) || (unit >= 9 && unit <= 13);
    plausible += ascii || is_everyday(unit) ? 1 : 0;
  }
  return units == 0 ? 0 : static_cast<unsigned>(plausible * 100 / units);
}

}  // namespace

Utf16Guess guess_utf16(std::string_view bytes) {
  const std::string_view sample = bytes.substr(0, 1U << 17U);
  if (sample.find('\0') == std::string_view::npos) return {};  // a line end or a digit has a zero byte
  const auto zeros = static_cast<std::size_t>(std::count(sample.begin(), sample.end(), '\0'));
  const auto ascii =
      static_cast<std::size_t>(std::count_if(sample.begin(), sample.end(), [](char c) { return (c >= ' ' && c < 0x7F) || c == '\n'; }));
  if (ascii * 20 >= (sample.size() - zeros) * 19 && zeros * 4 < sample.size())
    return {};  // ASCII with stray zeros: pairs of letters would look Chinese
  const unsigned little = plausible_units(bytes, ByteOrder::little), big = plausible_units(bytes, ByteOrder::big);
  if (std::max(little, big) < 85) return {};
  return {true, little >= big ? ByteOrder::little : ByteOrder::big};
}

}  // namespace gouji::corpus
