#include "extractor/item_number.h"

#include "extractor/characters.h"
#include "extractor/segmenter.h"
#include "extractor/width.h"

namespace gouji::extractor {
namespace {

// 1…99 in ASCII, full-width or Chinese digits (十二, 二十); circled numbers ①…⑳. 0 where it is none.
int value_of(std::string_view text) {
  constexpr std::u32string_view han = U"〇一二三四五六七八九";
  int value = 0;
  bool tens = false;
  for (std::size_t at = 0; at < text.size(); at += character_length(text, at)) {
    const std::string_view rest = text.substr(at);
    if (is_ascii_digit(text[at])) value = value * 10 + (text[at] - '0');
    if (value > 999) return 0;
    if (static_cast<unsigned char>(text[at]) < 0x80) continue;
    const char32_t code = numeral::character_at(text, at).code;
    if (code == U'十') {
      value = value == 0 ? 10 : value * 10;
      tens = true;
    }
    if (const int d = numeral::digit_value(code); d >= 0) value = value * 10 + d;
    if (const std::size_t d = han.find(code); d != std::u32string_view::npos)
      value = tens ? value + static_cast<int>(d) : value * 10 + static_cast<int>(d);
    if (rest.size() >= 3 && rest[0] == '\xE2' && (rest[1] == '\x91')) value = static_cast<unsigned char>(rest[2]) - 0x9F;
    if (value > 999) return 0;
  }
  return value;
}

}  // namespace

ItemNumber item_number(std::string_view paragraph, const std::vector<Numeral>& numerals) {
  ItemNumber out;
  if (trim_left(paragraph).starts_with("—")) {
    out.style = "—";
    return out;
  }
  if (numerals.empty()) return out;
  const Numeral& first = numerals[0];
  if (first.number_class != NumberClass::list_number && first.number_class != NumberClass::heading) return out;
  const std::string_view before = trim_left(paragraph.substr(0, first.text.begin));
  if (before.size() > 3) return out;
  const std::string_view number = paragraph.substr(first.text.begin, first.text.size());
  out.ordinal = value_of(number);
  out.style = std::string(before);
  for (std::size_t at = 0; at < number.size(); at += character_length(number, at)) {
    const std::string_view c = number.substr(at, character_length(number, at));
    if (is_ascii_digit(c[0]) || is_wide_digit(c, 0))
      out.style += out.style.ends_with('#') ? "" : "#";
    else if (is_han(c, 0))
      out.style += out.style.ends_with('*') ? "" : "*";
    else
      out.style += value_of(c) > 0 ? std::string("#") : std::string(c);
  }
  const std::string_view next = paragraph.substr(first.text.end);
  if (!next.empty() && punctuation_at(next, 0).mark != Mark::none) out.style.append(next.substr(0, character_length(next, 0)));
  return out;
}

}  // namespace gouji::extractor
