// Dates, times of day and periods: 2023年12月31日, 2023年1—6月, 2021—2025年, 二〇二三年, 2022.4.11, 前三季度, “十四五”, 90年代, 09:03.
#pragma once

#include <optional>

#include "extractor/width.h"
#include "model/figure.h"

namespace gouji::extractor::numeral {

// A number that is no figure: its class and where it stands.
struct Label {
  TextRange text;
  NumberClass number_class = NumberClass::name;
  Period period;
};

// `at` is the first digit of an Arabic run or a Chinese numeral. Durations (5年, 三年) are none. A month without its year has
// year 0 (and so is not known()): the reader of the sentence may supply it.
std::optional<Label> read_date(std::string_view text, Offset at);

// `at` is the 半 of 上半年, 下半年 without a year.
std::optional<Label> read_half_year(std::string_view text, Offset at);

// 十四五, 十五五 (also 九五, 八五 in quotes): the plan's years.
std::optional<Label> read_plan(std::string_view text, Offset at, bool quoted);

}  // namespace gouji::extractor::numeral
