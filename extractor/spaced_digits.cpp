#include "extractor/spaced_digits.h"

#include <algorithm>

namespace gouji::extractor::numeral {
namespace {

// A chain of single digits, with perhaps a point, from `at`: where it ends and where its spaces stand.
struct Chain {
  Offset end = 0;
  std::vector<Offset> spaces;
  int digits = 0;
  bool counting = true;  // 1 2 3 …
};

Chain read_chain(std::string_view text, Offset at) {
  Chain chain;
  bool point = false;
  int last = 0;
  for (Offset cursor = at;;) {
    const Character c = character_at(text, cursor);
    const int digit = digit_value(c.code);
    if (digit < 0 || is_digit(character_at(text, cursor + c.size).code)) break;  // a run of two digits is set close
    chain.counting = chain.counting && digit == last + 1;
    last = digit;
    ++chain.digits;
    chain.end = cursor + c.size;
    cursor = chain.end;
    const Offset gap = cursor;
    const bool space = character_at(text, cursor).code == U' ';
    if (space) ++cursor;
    const Character p = character_at(text, cursor);
    if (!point && is_point(p.code) &&
        (is_digit(character_at(text, cursor + p.size).code) ||
         (character_at(text, cursor + p.size).code == U' ' && is_digit(character_at(text, cursor + p.size + 1).code)))) {
      point = true;
      if (space) chain.spaces.push_back(gap);
      cursor += p.size;
      if (character_at(text, cursor).code == U' ') chain.spaces.push_back(cursor++);
      chain.counting = false;
      continue;
    }
    if (!space || !is_digit(p.code)) break;
    const Character next = character_at(text, cursor);
    if (is_digit(character_at(text, cursor + next.size).code)) {  // the next run is set close: no chain at all
      chain.spaces.clear();
      break;
    }
    chain.spaces.push_back(gap);
  }
  const char32_t behind = character_at(text, skip_spaces(text, chain.end, 1)).code;
  const bool sense = is_han(behind) || behind == U'%' || behind == 0xFF05 || one_of(behind, U"‰—、，。；）)");
  if (!sense || (chain.counting && chain.digits > 2)) chain.spaces.clear();
  return chain;
}

}  // namespace

Offset ClosedUp::original(Offset at, bool end) const {
  const auto last = end ? std::lower_bound(removed_at.begin(), removed_at.end(), at) : std::upper_bound(removed_at.begin(), removed_at.end(), at);
  return at + static_cast<Offset>(last - removed_at.begin());
}

ClosedUp close_up(std::string_view text) {
  ClosedUp out;
  std::vector<Offset> spaces;
  Offset done = 0;
  for (std::size_t at = text.find(' '); at != std::string_view::npos; at = text.find(' ', at + 1)) {
    if (at < done || at == 0) continue;
    const auto here = static_cast<Offset>(at);
    const Character before = character_before(text, here);
    if (!is_digit(before.code)) continue;
    const Character after = character_at(text, here + 1);
    if (!is_digit(after.code) && !is_point(after.code)) continue;
    const Offset begin = here - before.size;
    const char32_t previous = character_before(text, begin).code;
    if (is_digit(previous) || is_point(previous) || previous == U',') continue;
    const Chain chain = read_chain(text, begin);
    done = std::max(done, chain.end);
    spaces.insert(spaces.end(), chain.spaces.begin(), chain.spaces.end());
  }
  if (spaces.empty()) return out;
  out.text.reserve(text.size());
  Offset from = 0;
  for (const Offset space : spaces) {
    out.text.append(text.substr(from, space - from));
    out.removed_at.push_back(static_cast<Offset>(out.text.size()));
    from = space + 1;
  }
  out.text.append(text.substr(from));
  return out;
}

}  // namespace gouji::extractor::numeral
