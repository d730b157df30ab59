// 5—8万元, 3%-5%, 20~30人, 5至8个, 1万(含)-5万元: two ends of one quantity.
#include "extractor/arabic_numerals.h"
#include "extractor/chinese_numerals.h"
#include "extractor/quantities.h"
#include "model/words.h"

namespace gouji::extractor::numeral {
namespace {

// The sign between two ends: where the second begins, or 0. `word`: 至 or 到.
Offset read_join(std::string_view text, Offset at, bool& word) {
  for (const std::string_view inclusive : words<"（含） (含)">)
    if (begins_with(text, at, inclusive)) at += static_cast<Offset>(inclusive.size());
  at = skip_spaces(text, at, 1);
  const Character sign = character_at(text, at);
  word = sign.code == U'至' || sign.code == U'到';
  if (!word && !is_dash(sign.code)) return 0;
  at += sign.size;
  if (!word && is_dash(character_at(text, at).code)) at += character_at(text, at).size;
  return skip_spaces(text, at, 1);
}

bool same_unit(const Quantity& a, const Quantity& b) { return a.numeral.unit == b.numeral.unit && a.numeral.kind == b.numeral.kind; }

}  // namespace

std::optional<Quantity> read_range_end(const Context& context, Quantity& low) {
  bool word = false;
  const Offset at = read_join(context.text, low.after, word);
  if (at == 0 || low.fraction) return std::nullopt;
  const Character first = character_at(context.text, at);
  if (!is_digit(first.code) && !is_chinese_numeral(first.code)) return std::nullopt;
  if (read_date(context.text, at)) return std::nullopt;
  Context behind = context;
  behind.floor = at;
  auto high = read_quantity(behind, at);
  if (!high || high->fraction) return std::nullopt;
  // 从5亿元到8亿元 tells of a change.
  const Offset before = skip_spaces_before(context.text, low.numeral.text.begin);
  if (word && (ends_with(context.text, before, "从") || ends_with(context.text, before, "由"))) return std::nullopt;
  const bool bare_low = !low.measured && low.numeral.unit.empty();
  const bool bare_high = !high->measured && high->numeral.unit.empty();
  if (!bare_low && (bare_high || !same_unit(low, *high))) return std::nullopt;
  Quantity shared = low;
  if (bare_low) {
    shared.unit = high->unit;
    shared.unit_power = high->unit_power;
    shared.measured = high->measured;
    shared.fallback = high->fallback;
    shared.numeral.unit = high->numeral.unit;
    shared.numeral.kind = high->numeral.kind;
    // The multiplier is shared where the number before it is the smaller one: 5—8万元, not 8000—1.2万元.
    if (low.multiplier == 0 && low.head <= high->head) shared.multiplier = high->multiplier;
    // 一千到两千万: the thousand is part of both.
    settle(context.text, shared);
  }
  if (shared.numeral.value > high->numeral.value) return std::nullopt;
  low = shared;
  low.numeral.comparator = Comparator::at_least;
  low.numeral.range_end = RangeEnd::low;
  low.numeral.exact = false;
  high->numeral.comparator = Comparator::at_most;
  high->numeral.range_end = RangeEnd::high;
  high->numeral.exact = false;
  return high;
}

}  // namespace gouji::extractor::numeral
