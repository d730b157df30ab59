#include "extractor/arabic_numerals.h"

namespace gouji::extractor::numeral {

namespace {

// 预算支出为986 752.25万元: a name right before the number, and decimals behind its one group. 表2 100.00 names a table.
bool is_one_number(std::string_view text, Offset begin, Offset end) {
  const Character before = character_before(text, begin);
  const Character point = character_at(text, end);
  return is_han(before.code) && !one_of(before.code, U"第表图附件号年月日册页章节") && is_point(point.code) &&
         is_digit(character_at(text, end + point.size).code);
}

}  // namespace

Groups read_groups(std::string_view text, Offset begin_of_number, Offset first_end) {
  Groups groups;
  groups.end = first_end;
  for (;;) {
    const Character separator = character_at(text, groups.end);
    const bool space = separator.code == U' ' || is_thin_space(separator.code);
    if (separator.code != U',' && separator.code != 0xFF0C && !space) break;
    if (groups.count > 0 && space != groups.spaced) break;
    const Offset begin = groups.end + separator.size;
    const Offset end = end_of_digits(text, begin);
    if (count_digits(text, begin, end) != 3) break;
    groups.spaced = space;
    groups.doubtful = groups.doubtful || separator.code == 0xFF0C || separator.code == U' ';
    groups.end = end;
    ++groups.count;
  }
  // One group behind a plain space is more likely two numbers ("表 2 100.00"); more digits right behind: no groups at all.
  if (groups.spaced && groups.doubtful && groups.count < 2 && !is_one_number(text, begin_of_number, groups.end)) groups.count = 0;
  if (is_digit(character_at(text, groups.end).code)) groups.count = 0;
  return groups;
}

}  // namespace gouji::extractor::numeral
