// Reads a number written in Chinese numerals, 大写 or mixed with digits (三千五百万, 二〇二三, 13万2, 壹佰贰拾万, 二十三点五万).
#pragma once

#include "extractor/width.h"
#include "model/decimal.h"

namespace gouji::extractor::numeral {

enum class Token : std::uint8_t { none, digit, zero, unit, big, tens /*廿 卅*/, point };

struct ChineseCharacter {
  Token token = Token::none;
  std::int64_t value = 0;  // of a digit 1–9, of a unit 10–1000, of a big unit 1e4 or 1e8
};
ChineseCharacter chinese_character(char32_t c);
bool is_chinese_numeral(char32_t c);  // any of them but 点, 洞 and 拐

struct ChineseNumber {
  Offset begin = 0, end = 0;
  Decimal value;  // exponent as printed: 二十三点五万 is 235 × 10^3
  int characters = 0;
  int tail_power = 0;            // 4 or 8 of the 万, 亿 that it ends with, 12 of 万亿; else 0
  Decimal head;                  // value without that tail: 两 of 两千万… is 2000
  bool positional = false;       // 二〇二三, 一七二零
  bool digits_only = false;      // no multiplier in it: one digit, or positional
  bool only_multiplier = false;  // 万, 千万: no digit at all
  bool has_point = false;
  explicit operator bool() const { return end > begin; }
};

// `at` is a Chinese numeral, or the first digit of an Arabic run that a multiplier and further numerals follow (3千5).
ChineseNumber read_chinese(std::string_view text, Offset at);

}  // namespace gouji::extractor::numeral
