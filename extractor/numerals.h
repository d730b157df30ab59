// Finds every number in a text and says what it is and what it is worth; knows nothing of indicators or documents.
// Arabic, full-width, grouped, Chinese, mixed and 大写 numerals; ranges; percentages, 成, 倍, 翻番; multipliers 万 and 亿; comparators;
// dates and periods; ordinals, codes, telephone numbers and names, which are no figures.
//
// Values are in canonical units (元, fraction of 1, plain count). Limits: 18 integer and 12 fraction digits; a longer run of
// digits is a code. Pure functions; a Library is shared by threads.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "model/figure.h"
#include "patterns/library.h"

namespace gouji::extractor {

struct Numeral {
  TextRange text;       // with printed unit and 余/多, without comparator words before it; offsets into the text given
  TextRange number;     // digits, sign, point, grouping; Chinese numerals whole
  TextRange unit_text;  // "万元", "个百分点", "%"; empty without one
  NumberClass number_class = NumberClass::number;
  Decimal value;         // canonical
  std::string fraction;  // "1/3" where value is not finite
  std::string unit;      // canonical code ("CNY", "1", "pp", "x", classifier), "" without one
  Kind kind = Kind::other;
  int decimals = 0;  // XBRL's, of the canonical value
  bool exact = false;
  Comparator comparator = Comparator::equal;
  TextRange comparator_text;            // "不少于", "约", "余": may stand before or after
  RangeEnd range_end = RangeEnd::none;  // low is followed at once by its high in the result
  Period period;                        // of class date and period; a month without its year has year 0: to be had from the sentence
  bool chinese = false;                 // written in Chinese numerals
};

// What the numeral is worth becomes what the figure is worth: kind, value, unit, decimals, comparator; not where it stands.
inline void take_value(Figure& figure, const Numeral& numeral, NamePool& names) {
  figure.kind = numeral.kind;
  figure.value = numeral.value;
  figure.fraction = names.intern(numeral.fraction);
  figure.unit = {names.intern(numeral.unit), numeral.unit.empty() ? Origin::none : Origin::stated};
  figure.decimals = static_cast<std::int16_t>(numeral.decimals);
  figure.exact = numeral.exact;
  figure.comparator = numeral.comparator;
}

struct ScanOptions {
  // Running text of a report: a lone Chinese numeral with a classifier (一个, 两家, 三项工作) is idiom, not a figure. Off (`gouji
  // numbers`): 五, 十 and 五个苹果 are numbers too, and 数十亿 is a range.
  bool prose = true;
};

// Every number of `text` in reading order. Every run of digits (ASCII, full-width) of the text lies in exactly one result.
// `text` is one block's text (no line ends).
// Numerals do not overlap, but for 数十亿 (prose off), whose two ends stand over the same text. A class that is no figure has the
// value of its one number and an empty `number` where it has none or several (dates, 1+5+N).
// The memory of `room` is used for the result; what it holds is dropped.
std::vector<Numeral> scan(std::string_view text, const patterns::Library& library, ScanOptions options = {}, std::vector<Numeral> room = {});

}  // namespace gouji::extractor
