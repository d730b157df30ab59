#include "extractor/prose_numerals.h"

#include "extractor/chinese_numerals.h"

namespace gouji::extractor::numeral {
namespace {

bool money_or_rate(const Quantity& q) { return q.numeral.kind == Kind::amount || q.numeral.kind == Kind::ratio; }

// A lone numeral in running text: only money and rates are figures (两元, 三成, 一倍), and 角 分 块 are too often words.
bool lone_in_prose(std::string_view text, const Quantity& q) {
  if (!q.measured || !money_or_rate(q)) return false;
  const std::string_view unit = text.substr(q.numeral.unit_text.begin, q.numeral.unit_text.size());
  if (unit == "角" || unit == "分" || unit == "毛" || unit == "块" || unit == "成")
    return unit == "成" && !is_han(character_at(text, q.numeral.text.end).code);
  return true;
}

bool in_prose(std::string_view text, const Quantity& q, const Context& context) {
  const bool rate = q.measured && money_or_rate(q);
  if (q.fraction) return true;
  if (context.quoted(q.numeral.text.begin) && !rate) return false;
  if (q.only_multiplier) {                                                    // 万元, 千万人 are no numbers; 近百家, 百余家 are
    const bool stated = q.numeral.comparator_text.end <= q.numeral.text.end;  // 亿元以上项目 names a kind of project
    return q.measured && !q.numeral.comparator_text.empty() && stated;
  }
  const Character next = character_at(text, q.numeral.text.end);
  if (q.characters == 1 && q.measured && q.head.shifted(q.multiplier) >= Decimal(10) && !q.numeral.comparator_text.empty())
    return true;  // 近十家, 十余人
  if (q.characters == 1 || (q.digits_only && !q.positional)) return lone_in_prose(text, q);
  if (q.positional) return rate || (q.measured && q.characters >= 3);
  if (q.measured) return q.numeral.kind != Kind::score;
  return q.numeral.comparator != Comparator::equal || (q.characters >= 3 && !is_han(next.code)) || q.multiplier > 0;
}

// One numeral by itself: a number where a classifier follows, or where it stands alone between signs.
bool lone_anywhere(std::string_view text, const Quantity& q) {
  if (q.measured && !q.fallback) return true;
  const Character before = character_before(text, q.numeral.text.begin);
  const Character next = character_at(text, q.numeral.text.end);
  if (!is_han(next.code)) return !is_han(before.code) || one_of(before.code, U"是为到至第达共负近约超满有等过于");
  return false;
}

}  // namespace

bool is_spoken_number(std::string_view text, const Quantity& q, const Context& context, bool prose) {
  if (prose) return in_prose(text, q, context);
  if (q.fraction) return true;
  if (q.only_multiplier || q.characters == 1) return lone_anywhere(text, q);
  return true;
}

}  // namespace gouji::extractor::numeral
