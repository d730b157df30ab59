// What stands behind a number: 余/多, multipliers 万 and 亿, its unit or classifier, and a comparator (以上, 以内, 左右).
#pragma once

#include "extractor/width.h"
#include "model/figure.h"
#include "model/source.h"
#include "patterns/library.h"

namespace gouji::extractor::numeral {

struct Measure {
  const patterns::Unit* unit = nullptr;  // of the library
  TextRange unit_text;                   // multiplier and unit as printed
  TextRange name;                        // the unit without the multiplier
  bool fallback = false;                 // `name` is an unknown classifier
  int power = 0;                         // of the multiplier and the unit together
  int multiplier = 0;                    // of the multiplier alone
  Comparator comparator = Comparator::equal;
  TextRange comparator_text;
  Offset end = 0;    // of number, unit and 余; not of a comparator behind (以上)
  Offset after = 0;  // behind all of it
  bool known() const { return unit != nullptr || fallback; }
};

// `at` is the end of the number. `chinese`: in Chinese numerals a lone classifier must be known. Nothing found: all ranges empty, end = at.
Measure read_measure(std::string_view text, Offset at, const patterns::Library& library, bool chinese);

// A unit of the library begins at `at` and no other word does (12人民币 but not 3分别).
bool begins_unit(std::string_view text, Offset at, const patterns::Library& library);

// The character behind a unit of one Han makes another word of it (12人民币, 3分别).
bool begins_other_word(char32_t unit, char32_t next);

// The power of the multiplier 百 千 万 亿 at `at`, 0 for none.
int multiplier_power(char32_t c);

// Money below the yuan: "1角1分", "零壹分" and 整 behind "123元". Adds to `value` (in yuan) and moves `end`.
bool read_jiao_fen(std::string_view text, Offset& end, Decimal& value);

// The comparator word that ends at `end` and begins at or after `floor`.
struct Before {
  Comparator comparator = Comparator::equal;
  TextRange text;
};
Before read_comparator_before(std::string_view text, Offset floor, Offset end, const patterns::Library& library);

}  // namespace gouji::extractor::numeral
