// The pieces of a date, and the parts of a year: months, quarters, halves (1—6月, 前三季度, 上半年, 12月31日).
#pragma once

#include "extractor/width.h"
#include "model/period.h"

namespace gouji::extractor::numeral {

// An integer inside a date: digits, or Chinese numerals (positional for years).
struct Part {
  int value = -1;
  int digits = 0;
  Offset end = 0;
  bool chinese = false;
  explicit operator bool() const { return value >= 0; }
};

Part read_part(std::string_view text, Offset at);

constexpr bool is_year(int value) { return value >= 1900 && value <= 2100; }
inline bool is_full_year(const Part& part) { return part.digits == 4 && is_year(part.value); }
constexpr bool is_month(int value) { return value >= 1 && value <= 12; }
constexpr bool is_day(int value) { return value >= 1 && value <= 31; }

// `word` behind up to two spaces: its end, or 0.
Offset after_word(std::string_view text, Offset at, std::string_view word);
// A sign or word that joins two ends of a span: — - ~ 至 到; its end, or 0.
Offset after_join(std::string_view text, Offset at);

inline std::int8_t small(int value) { return static_cast<std::int8_t>(value); }
inline std::int16_t year_of(int value) { return static_cast<std::int16_t>(value); }

// What these read goes into `period`, whose year stays as it is (0: unknown). False: nothing there.

// 一季度, 1—3季度 behind its first part; `up_to`: 前 stands before it.
bool read_quarter(std::string_view text, const Part& first, bool up_to, Offset& end, Period& period);
// 12月31日, 1—6月, 3月底 behind the first part.
bool read_month_and_day(std::string_view text, const Part& first, Offset& end, Period& period);
// 前11月, 前5个月 behind its number: from January on.
bool read_first_months(std::string_view text, const Part& last, Offset& end, Period& period);
// Any of them, 上半年 and 下半年 from `at` on.
bool read_in_year(std::string_view text, Offset at, Offset& end, Period& period);

// Where the 前 of 前三季度, 前11月 stands, when it stands before `at` and ends no other word (目前, 以前); else `at`.
Offset before_first_months(std::string_view text, Offset at);
// Where 元 of 元至5月, 元-5月 stands, when it and what joins it stand before `at`; else `at`.
Offset before_january(std::string_view text, Offset at);

}  // namespace gouji::extractor::numeral
