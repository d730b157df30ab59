#include "extractor/plain_quantity.h"

#include "extractor/chinese_numerals.h"
#include "extractor/measures.h"

namespace gouji::extractor::numeral {
namespace {

constexpr int most_integer_digits = 12, most_fraction_digits = 6;  // further ones are for the grammar

// Digits of ASCII with at most one point between them, into `q`; false where there is more to it.
bool read_digits(std::string_view text, PlainQuantity& q) {
  Offset at = q.begin;
  const auto run = [&](int most) {
    int digits = 0;
    for (; at < text.size() && text[at] >= '0' && text[at] <= '9'; ++at, ++digits) {
      if (digits == most) return 0;
      q.coefficient = q.coefficient * 10 + (text[at] - '0');
    }
    return digits;
  };
  if (run(most_integer_digits) == 0) return false;
  if (at < text.size() && text[at] == '.') {
    ++at;
    q.fraction_digits = run(most_fraction_digits);
    if (q.fraction_digits == 0) return false;
  }
  q.number_end = at;
  return true;
}

// What stands before it is no sign, no currency and no word that compares.
bool begins_plainly(const Context& c, Offset at) {
  const Offset stop = skip_blanks_before(c.text, at, 2);
  if (one_of(character_before(c.text, stop).code, U"负負币")) return false;
  return stop <= c.floor || !c.library->comparators().suffix(c.text.substr(c.floor, stop - c.floor));
}

// What follows neither goes on with the number (余, 至, 角) nor compares it (以上).
bool ends_plainly(const Context& c, Offset end, bool unit_of_one_han) {
  const char32_t next = character_at(c.text, end).code;
  if (next == 0 || one_of(next, U"，。；、）：”》")) return true;
  if (unit_of_one_han || !is_han(next) || one_of(next, U"多余至到整正零") || chinese_character(next).token != Token::none) return false;
  return !c.library->comparators().prefix(c.text.substr(end));
}

}  // namespace

std::optional<PlainQuantity> read_plain_quantity(const Context& c, Offset at) {
  PlainQuantity q;
  q.begin = at;
  if (!read_digits(c.text, q)) return std::nullopt;
  q.unit_begin = q.number_end + (q.number_end < c.text.size() && c.text[q.number_end] == ' ' ? 1 : 0);
  const Character sign = character_at(c.text, q.unit_begin);
  const bool spaced_office = sign.code == U'部' && q.unit_begin != q.number_end;  // "2024 部门"
  if (!(is_han(sign.code) || one_of(sign.code, U"%％")) || spaced_office || character_at(c.text, q.unit_begin + sign.size).code == U' ')
    return std::nullopt;
  const auto match = c.library->units().prefix(c.text.substr(q.unit_begin));
  if (!match || match.entry->duration) return std::nullopt;
  const bool one_character = match.length == sign.size;
  if (one_character && multiplier_power(sign.code) != 0) return std::nullopt;  // 万 alone multiplies
  q.unit = match.entry;
  q.end = q.unit_begin + static_cast<Offset>(match.length);
  // A unit that ends in letters is one only where the word ends with it.
  if (is_letter(character_before(c.text, q.end).code) || !ends_plainly(c, q.end, one_character && is_han(sign.code)) || !begins_plainly(c, at))
    return std::nullopt;
  return q;
}

}  // namespace gouji::extractor::numeral
