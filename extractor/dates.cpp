#include "extractor/dates.h"

#include "extractor/chinese_numerals.h"
#include "extractor/parts_of_year.h"
#include "model/words.h"

namespace gouji::extractor::numeral {
namespace {

// 09:03, 09:03:35 behind a date or alone.
Offset read_clock(std::string_view text, const Part& hour) {
  const auto two = [&](Offset from, int limit) -> Offset {
    const Part p = read_part(text, from);
    return p && !p.chinese && p.digits == 2 && p.value < limit ? p.end : 0;
  };
  if (!hour || hour.chinese || hour.digits > 2 || hour.value > 24) return 0;
  const Character colon = character_at(text, hour.end);
  if (colon.code != U':' && colon.code != 0xFF1A) return 0;
  Offset end = two(hour.end + colon.size, 60);
  if (end == 0) return 0;
  const Character again = character_at(text, end);
  if (again.code == colon.code)
    if (const Offset seconds = two(end + again.size, 60)) end = seconds;
  return is_digit(character_at(text, end).code) || is_point(character_at(text, end).code) ? 0 : end;
}

Label date(Offset begin, Offset end, Period period) {
  const bool whole_year = period.month == 1 && period.to_month == 12 && period.to_year == period.year;
  if (whole_year && period.known()) period = {period.year};  // 2023年1—12月
  Label out;
  out.text = {begin, end};
  out.period = period;
  out.number_class = period.day != 0 || (period.month != 0 && period.to_month == 0) ? NumberClass::date : NumberClass::period;
  return out;
}

// 2022-04-11, 2022/4/11, 2022.4.11, 2019.03; `year` stands before `at`.
std::optional<Label> read_separated(std::string_view text, Offset begin, const Part& year) {
  const Character separator = character_at(text, year.end);
  if (!one_of(separator.code, U"-/.－．")) return std::nullopt;
  const Part month = read_part(text, year.end + separator.size);
  if (!month || month.chinese || !is_month(month.value) || month.digits > 2) return std::nullopt;
  Period period;
  period.year = year_of(year.value);
  period.month = small(month.value);
  const Character second = character_at(text, month.end);
  if (second.code == separator.code) {
    const Part day = read_part(text, month.end + second.size);
    if (!day || day.chinese || !is_day(day.value) || day.digits > 2) return std::nullopt;
    period.day = small(day.value);
    Offset end = day.end;
    if (const Offset clock = read_clock(text, read_part(text, skip_spaces(text, end)))) end = clock;
    if (begins_with(text, end, "日")) end += 3;
    return date(begin, end, period);
  }
  if (month.digits != 2 || is_digit(second.code) || is_point(second.code)) return std::nullopt;
  const bool leading_zero = digit_value(character_at(text, year.end + separator.size).code) == 0;
  if (is_point(separator.code) && !leading_zero) return std::nullopt;  // 2022.12 may be a number
  if (one_of(character_at(text, skip_spaces(text, month.end)).code, U"万亿元人%％个年")) return std::nullopt;
  return date(begin, month.end, period);
}

// Behind 2023年: 末, 度, months, a second year; `end` stands behind 年.
Label read_year(std::string_view text, Offset begin, Offset end, int year) {
  Period period;
  period.year = year_of(year);
  for (const std::string_view last : words<"末 底 终">) {
    if (!begins_with(text, end, last)) continue;
    period.month = 12;
    period.day = 31;
    Label out = date(begin, end + 3, period);
    out.number_class = NumberClass::period;
    return out;
  }
  const Offset plain = end;
  for (const std::string_view word : words<"度 初 以来">)
    if (begins_with(text, end, word)) {
      end += static_cast<Offset>(word.size());
      break;
    }
  Offset inner = 0;
  if (end == plain && read_in_year(text, end, inner, period)) end = inner;
  if (const Offset joined = after_join(text, end)) {  // 2023年—2025年, 2022年1月至2023年6月
    const Part second = read_part(text, joined);
    const Offset second_year = second && is_full_year(second) && second.value > year ? after_word(text, second.end, "年") : 0;
    if (second_year != 0 && period.day == 0 && period.to_month == 0) {
      Period other;
      other.year = year_of(second.value);
      Offset other_end = second_year;
      if (period.month != 0 && !(read_in_year(text, second_year, other_end, other) && other.day == 0 && other.to_month == 0))
        return date(begin, end, period);
      if (period.month == 0 && begins_with(text, other_end, "度")) other_end += 3;
      period.to_year = other.year;
      period.to_month = other.month;
      end = other_end;
    }
  }
  return date(begin, end, period);
}

// 2021—2025年, 2021-25年, 2020－2022; 2022、2023年.
std::optional<Label> read_years(std::string_view text, Offset begin, const Part& first) {
  if (const Offset joined = after_join(text, first.end)) {
    const Part second = read_part(text, joined);
    const bool short_year = second && second.digits == 2 && second.value > first.value % 100;
    if (second && (is_full_year(second) ? second.value > first.value : short_year)) {
      const Offset year_end = after_word(text, second.end, "年");
      const Character after = character_at(text, second.end);
      if (year_end != 0 || (is_full_year(second) && !is_digit(after.code) && !is_dash(after.code) && !is_point(after.code))) {
        Period period;
        period.year = year_of(first.value);
        period.to_year = year_of(is_full_year(second) ? second.value : first.value / 100 * 100 + second.value);
        Offset end = year_end != 0 ? year_end : second.end;
        if (begins_with(text, end, "度")) end += 3;
        return date(begin, end, period);
      }
    }
  }
  Offset at = first.end;
  for (int i = 0; i < 8; ++i) {
    const Character c = character_at(text, at);
    if (!one_of(c.code, U"、和与及,，/")) break;
    const Part next = read_part(text, at + c.size);
    if (!next || !is_full_year(next)) break;
    at = next.end;
    if (after_word(text, at, "年") != 0) {
      Period period;
      period.year = year_of(first.value);
      return date(begin, first.end, period);
    }
  }
  // The year of a form without 年: 2022决算数, （2023）.
  static constexpr std::string_view fiscal[] = {"决算", "预算", "执行", "财年", "学年"};
  Period period;
  period.year = year_of(first.value);
  for (const std::string_view word : fiscal)
    if (begins_with(text, first.end, word)) return date(begin, first.end, period);
  if (is_open_bracket(character_before(text, begin).code) && is_close_bracket(character_at(text, first.end).code))
    return date(begin, first.end, period);
  return std::nullopt;
}

}  // namespace

std::optional<Label> read_date(std::string_view text, Offset at) {
  const Part first = read_part(text, at);
  if (!first) return std::nullopt;
  const Offset next_at = skip_spaces(text, first.end);
  const Character next = character_at(text, next_at);
  const bool positional_year = first.chinese && first.digits == 2 && first.value >= 49 && first.value <= 99 && read_chinese(text, at).positional;
  if (next.code == U'年' && (is_full_year(first) || positional_year)) {
    const Offset end = next_at + next.size;
    if (begins_with(text, end, "代")) return date(at, end + 3, {});
    return read_year(text, at, end, positional_year ? 1900 + first.value : first.value);
  }
  if (next.code == U'年' && begins_with(text, next_at, "年代") && first.value % 10 == 0) return date(at, next_at + 6, {});
  if (begins_with(text, next_at, "世纪")) {
    Label out = date(at, next_at + 6, {});
    if (first.value < 15 || first.value > 22) return std::nullopt;  // 半个世纪, 5世纪 are rare and harmless
    return out;
  }
  if (is_full_year(first)) {
    if (auto out = read_separated(text, at, first)) return out;
    if (auto out = read_years(text, at, first)) return out;
  }
  Period period;
  Offset end = 0;
  if (const Offset begin = before_january(text, at); begin < at && read_first_months(text, first, end, period)) return date(begin, end, period);
  if (const Offset begin = before_first_months(text, at); begin < at && read_in_year(text, begin, end, period)) return date(begin, end, period);
  if (is_month(first.value) && (read_quarter(text, first, false, end, period) || read_month_and_day(text, first, end, period))) {
    Label out = date(at, end, period);
    if (period.month != 0 && period.to_month == 0) out.number_class = NumberClass::date;
    return out;
  }
  if (next.code == U'日' && is_day(first.value) && !first.chinese) {
    const Offset day_end = next_at + next.size;
    for (const std::string_view duration : words<"内 以内 之内 以上 以下 均 游 元 夜 后">)
      if (begins_with(text, day_end, duration)) return std::nullopt;
    period.day = small(first.value);
    return date(at, day_end, period);
  }
  if (next.code == U'时' && first.value <= 24 && !one_of(character_at(text, next_at + next.size).code, U"期代间空候")) {
    Offset time_end = next_at + next.size;
    if (const Part minute = read_part(text, time_end); minute && minute.value < 60 && begins_with(text, minute.end, "分")) time_end = minute.end + 3;
    Label out = date(at, time_end, {});
    out.number_class = NumberClass::date;
    return out;
  }
  if (const Offset clock = read_clock(text, first)) {
    const char32_t before = character_before(text, at).code;
    if (one_of(before, U"比按为例")) return std::nullopt;
    Label out = date(at, clock, {});
    out.number_class = NumberClass::date;
    return out;
  }
  return std::nullopt;
}

std::optional<Label> read_half_year(std::string_view text, Offset at) {
  Period period;
  Offset end = 0;
  if (at < 3 || !begins_with(text, at, "半年") || !read_in_year(text, at - 3, end, period)) return std::nullopt;
  if (one_of(character_before(text, at - 3).code, U"以之")) return std::nullopt;  // 5万元以上半年内…
  return date(at - 3, end, period);
}

std::optional<Label> read_plan(std::string_view text, Offset at, bool quoted) {
  const auto digit = [&](Offset where) -> int {
    const ChineseCharacter c = chinese_character(character_at(text, where).code);
    return c.token == Token::digit ? static_cast<int>(c.value) : 0;
  };
  Period period;
  if (begins_with(text, at, "十")) {
    int number = digit(at + 3);
    Offset end = at + 6;
    if (number == 5 && digit(at + 6) != 5) {  // 十五
      if (!quoted) return std::nullopt;
      number = 0;
      end = at + 3;
    }
    if (!begins_with(text, end, "五") || is_chinese_numeral(character_at(text, end + 3).code)) return std::nullopt;
    if (number == 0 && !quoted) return std::nullopt;
    period.year = year_of(2001 + 5 * number);
    period.to_year = year_of(2005 + 5 * number);
    return date(at, end + 3, period);
  }
  const int number = digit(at);
  if (!quoted || number < 6 || !begins_with(text, at + 3, "五") || character_at(text, at + 6).code != 0x201D) return std::nullopt;
  period.year = year_of(1951 + 5 * number);
  period.to_year = year_of(1955 + 5 * number);
  return date(at, at + 6, period);
}

}  // namespace gouji::extractor::numeral
