#include "extractor/parts_of_year.h"

#include "extractor/arabic_numerals.h"
#include "extractor/chinese_numerals.h"

namespace gouji::extractor::numeral {

Part read_part(std::string_view text, Offset at) {
  const Character c = character_at(text, at);
  if (is_digit(c.code)) {
    const Offset end = end_of_digits(text, at);
    const int digits = count_digits(text, at, end);
    if (digits > 4) return {};
    return {static_cast<int>(small_value(text, at, end)), digits, end, false};
  }
  if (!is_chinese_numeral(c.code)) return {};
  const ChineseNumber n = read_chinese(text, at);
  if (!n || n.has_point || n.tail_power != 0 || n.characters > 4 || n.only_multiplier) return {};
  const Decimal::Coefficient value = n.value.coefficient();
  if (value > 9999) return {};
  return {static_cast<int>(value), n.positional ? n.characters : (value < 10 ? 1 : 2), n.end, true};
}

Offset after_word(std::string_view text, Offset at, std::string_view word) {
  const Offset begin = skip_spaces(text, at);
  return begins_with(text, begin, word) ? begin + static_cast<Offset>(word.size()) : 0;
}

Offset after_join(std::string_view text, Offset at) {
  Offset begin = skip_spaces(text, at, 1);
  const Offset start = begin;
  for (int i = 0; i < 2; ++i) {
    const Character c = character_at(text, begin);
    if (!is_dash(c.code)) break;
    begin += c.size;
  }
  if (begin == start) {
    const Character c = character_at(text, begin);
    if (c.code != U'至' && c.code != U'到') return 0;
    begin += c.size;
  }
  return skip_spaces(text, begin, 1);
}

bool read_quarter(std::string_view text, const Part& first, bool up_to, Offset& end, Period& period) {
  if (!first || first.value < 1 || first.value > 4) return false;
  Part last = first;
  if (const Offset joined = after_join(text, first.end)) {
    if (const Part second = read_part(text, joined); second && second.value <= 4 && second.value > first.value) last = second;
  }
  const Offset done = after_word(text, last.end, "季度");
  if (done == 0) return false;
  period.month = small(up_to ? 1 : first.value * 3 - 2);
  period.to_year = period.year;
  period.to_month = small(last.value * 3);
  end = done;
  return true;
}

bool read_month_and_day(std::string_view text, const Part& first, Offset& end, Period& period) {
  if (!first || !is_month(first.value)) return false;
  if (const Offset month_end = after_word(text, first.end, "月")) {
    period.month = small(first.value);
    end = month_end;
    if (begins_with(text, end, "份")) end += 3;
    const Offset day_at = skip_spaces(text, end);
    const Part day = read_part(text, day_at);
    if (day && is_day(day.value) && end == month_end) {
      Offset day_end = after_word(text, day.end, "日");
      if (day_end == 0) day_end = after_word(text, day.end, "号");
      // 2024年5月30 without 日 at the end of a line or before a gap.
      const char32_t behind = character_at(text, day.end).code;
      if (day_end == 0 && period.year != 0 && !day.chinese && day.digits <= 2 && (behind == 0 || is_space(behind))) day_end = day.end;
      if (day_end != 0) {
        period.day = small(day.value);
        end = day_end;
        return true;
      }
    }
    if (begins_with(text, end, "底") || begins_with(text, end, "末") || begins_with(text, end, "初")) end += 3;
    if (const Offset joined = after_join(text, end)) {  // 1月至6月
      const Part second = read_part(text, joined);
      const Offset second_end = second && is_month(second.value) && second.value > first.value ? after_word(text, second.end, "月") : 0;
      const Part day_after = second_end != 0 ? read_part(text, second_end) : Part{};
      if (second_end != 0 && !(day_after && after_word(text, day_after.end, "日") != 0)) {
        period.to_year = period.year;
        period.to_month = small(second.value);
        end = begins_with(text, second_end, "份") ? second_end + 3 : second_end;
      }
    }
    return true;
  }
  const Offset joined = after_join(text, first.end);  // 1—6月
  if (joined == 0) return false;
  const Part second = read_part(text, joined);
  if (!second || !is_month(second.value) || second.value <= first.value) return false;
  const Offset month_end = after_word(text, second.end, "月");
  if (month_end == 0) return false;
  period.month = small(first.value);
  period.to_year = period.year;
  period.to_month = small(second.value);
  end = begins_with(text, month_end, "份") ? month_end + 3 : month_end;
  return true;
}

bool read_first_months(std::string_view text, const Part& last, Offset& end, Period& period) {
  if (!last || last.value < 2 || !is_month(last.value)) return false;
  Offset done = after_word(text, last.end, "个月");
  if (done == 0) done = after_word(text, last.end, "月");
  if (done == 0) return false;
  period.month = 1;
  period.to_year = period.year;
  period.to_month = small(last.value);
  end = begins_with(text, done, "份") ? done + 3 : done;
  return true;
}

bool read_in_year(std::string_view text, Offset at, Offset& end, Period& period) {
  const Offset begin = skip_spaces(text, at);
  if (begins_with(text, begin, "上半年") || begins_with(text, begin, "下半年")) {
    const bool first = begins_with(text, begin, "上");
    period.month = small(first ? 1 : 7);
    period.to_year = period.year;
    period.to_month = small(first ? 6 : 12);
    end = begin + 9;
    return true;
  }
  const bool up_to = begins_with(text, begin, "前");
  if (up_to || begins_with(text, begin, "第")) {
    const Part part = read_part(text, begin + 3);
    return read_quarter(text, part, up_to, end, period) || (up_to && read_first_months(text, part, end, period));
  }
  const Part first = read_part(text, begin);
  return read_quarter(text, first, false, end, period) || read_month_and_day(text, first, end, period);
}

Offset before_first_months(std::string_view text, Offset at) {
  const Character before = character_before(text, at);
  if (before.code != U'前') return at;
  const Offset begin = at - before.size;
  const Character previous = character_before(text, begin);
  const bool of_year = previous.code == U'年' && one_of(character_before(text, begin - previous.size).code, U"今去上本明");  // not 三年前5个月
  return !of_year && one_of(previous.code, U"目以之提当日年月此先") ? at : begin;
}

Offset before_january(std::string_view text, Offset at) {
  const Character join = character_before(text, at);
  if (join.code != U'至' && join.code != U'到' && !is_dash(join.code)) return at;
  const Character first = character_before(text, at - join.size);
  const Offset begin = at - join.size - first.size;
  return first.code == U'元' && !is_digit(character_before(text, begin).code) && !one_of(character_before(text, begin).code, U"万亿千百") ? begin
                                                                                                                                          : at;
}

}  // namespace gouji::extractor::numeral
