#include "extractor/plain_quantity.h"

#include "extractor/chinese_numerals.h"
#include "extractor/measures.h"

namespace gouji::extractor::numeral {
namespace {

constexpr int most_integer_digits = 12, most_fraction_digits = 6;  // further ones are for the grammar

// Digits of ASCII, in threes between commas (25,256) or not, with at most one point of any print, into `q`; false where there is more to it.
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
  int digits = run(most_integer_digits);
  if (digits == 0) return false;
  const bool may_group = digits <= 3 && (digits == 1 || text[q.begin] != '0');
  while (may_group && at < text.size() && text[at] == ',') {
    ++at;
    if (run(3) != 3 || (digits += 3) > most_integer_digits) return false;
  }
  if (const Character point = character_at(text, at); is_point(point.code)) {
    at += point.size;
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

// What follows neither goes on with the number (余, 至, 角) nor compares it (以上), nor makes another word of a unit of one Han (`lone`, 0 for none).
// Print may set a space before it.
bool ends_plainly(const Context& c, Offset end, char32_t lone) {
  if (character_at(c.text, end).code == U' ') ++end;
  const Character next = character_at(c.text, end);
  if (next.code == 0 || one_of(next.code, U"，。；、）：”》,;)")) return true;
  if (is_open_bracket(next.code)) return !one_of(character_at(c.text, end + next.size).code, U"含不");  // 5万元（含）以上
  if (!is_han(next.code) || one_of(next.code, U"多余至到整正零") || chinese_character(next.code).token != Token::none) return false;
  return !begins_other_word(lone, next.code) && !c.library->comparators().prefix(c.text.substr(end));
}

}  // namespace

std::optional<PlainQuantity> read_plain_quantity(const Context& c, Offset at) {
  PlainQuantity q;
  q.begin = at;
  if (!read_digits(c.text, q)) return std::nullopt;
  q.unit_begin = q.number_end + (q.number_end < c.text.size() && c.text[q.number_end] == ' ' ? 1 : 0);
  const Character sign = character_at(c.text, q.unit_begin);
  const bool spaced_office = sign.code == U'部' && q.unit_begin != q.number_end;  // "2024 部门"
  if (!(is_han(sign.code) || one_of(sign.code, U"%％")) || spaced_office) return std::nullopt;
  if (is_han(sign.code) && character_at(c.text, q.unit_begin + sign.size).code == U' ') return std::nullopt;  // 公 里
  const auto match = c.library->units().prefix(c.text.substr(q.unit_begin));
  if (!match || match.entry->duration) return std::nullopt;
  const bool one_character = match.length == sign.size;
  if (one_character && multiplier_power(sign.code) != 0) return std::nullopt;  // 万 alone multiplies
  q.unit = match.entry;
  q.end = q.unit_begin + static_cast<Offset>(match.length);
  // A unit that ends in letters is one only where the word ends with it.
  if (is_letter(character_before(c.text, q.end).code) || !begins_plainly(c, at) ||
      !ends_plainly(c, q.end, one_character && is_han(sign.code) ? sign.code : 0))
    return std::nullopt;
  return q;
}

}  // namespace gouji::extractor::numeral
