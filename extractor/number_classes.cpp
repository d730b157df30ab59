#include "extractor/number_classes.h"

#include <algorithm>

#include "extractor/arabic_numerals.h"
#include "extractor/chinese_numerals.h"
#include "extractor/measures.h"

namespace gouji::extractor::numeral {
namespace {

Label label(Offset begin, Offset end, NumberClass number_class) { return {{begin, end}, number_class, {}}; }

// 〔2020〕7号, （2020）第15号: the year in brackets, from its bracket to 号.
std::optional<Label> read_document_number(const Context& c, Offset at, Offset end) {
  const Character open = character_before(c.text, at);
  if (!one_of(open.code, U"〔[【（(［﹝") || at - open.size < c.floor || count_digits(c.text, at, end) != 4) return std::nullopt;
  const Character close = character_at(c.text, end);
  if (!one_of(close.code, U"〕]】）)］﹞")) return std::nullopt;
  Offset number = skip_spaces(c.text, end + close.size);
  if (begins_with(c.text, number, "第")) number = skip_spaces(c.text, number + 3);
  const Offset number_end = end_of_digits(c.text, number);
  const Offset sign = skip_spaces(c.text, number_end);
  if (number_end == number || !begins_with(c.text, sign, "号")) return std::nullopt;
  return label(at - open.size, sign + 3, NumberClass::document_number);
}

// "第一部分 ........ 12": the page in a line of contents.
std::optional<Label> read_page(const Context& c, Offset at, Offset end) {
  if (end - at > 4 || skip_spaces(c.text, end, 8) != c.text.size()) return std::nullopt;
  const Offset before = skip_spaces_before(c.text, at, 8);
  static constexpr std::string_view leaders[] = {"..", "……", "··", "．．", "…"};
  for (const std::string_view leader : leaders)
    if (ends_with(c.text, before, leader)) return label(at, end, NumberClass::page);
  return std::nullopt;
}

// 2025金秋旅游节: a bare year before a name; no number of things is written so.
std::optional<Label> read_named_year(const Context& c, Offset at, Offset end) {
  if (count_digits(c.text, at, end) != 4) return std::nullopt;
  const std::int64_t year = small_value(c.text, at, end);
  const char32_t next = character_at(c.text, end).code;
  if (year < 1980 || year > 2050 || !is_han(next) || is_chinese_numeral(next) || one_of(next, U"左多") || unit_follows(c, end)) return std::nullopt;
  if (!read_comparator_before(c.text, c.floor, at, *c.library).text.empty()) return std::nullopt;
  Label out = label(at, end, NumberClass::period);
  out.period.year = static_cast<std::int16_t>(year);
  return out;
}

// Behind the number of a rank, a meeting or a kind.
constexpr const WordList& ranks = words<"等奖 等功 级 届 号 强 型 中全会 周年 次会议 次全会 次全体 次常委 次代表 次党代 次人民 次党组 流">;

bool is_list_sign(char32_t c) { return one_of(c, U"、.．，"); }

// Where a list number may stand inside a line: behind a stop, a colon or a gap.
bool opens_item(const Context& c, Offset at) {
  const Offset before = skip_spaces_before(c.text, at, 8);
  if (before <= c.block_begin) return true;
  const Character previous = character_before(c.text, before);
  return before != at || one_of(previous.code, U"。；：;:！？!?，,”）)·—");
}

}  // namespace

bool word_before(std::string_view text, Offset floor, Offset end, const WordList& list) {
  Offset stop = skip_spaces_before(text, end, 4);
  for (int i = 0; i < 2; ++i) {
    const Character c = character_before(text, stop);
    if (!one_of(c.code, U"：:为“\"（(")) break;
    stop = skip_spaces_before(text, stop - c.size, 4);
  }
  if (stop <= floor) return false;
  return list.suffix(text.substr(floor, stop - floor)) != 0;
}

bool unit_follows(const Context& context, Offset at) {
  const Offset begin = skip_spaces(context.text, at);
  if (begin >= context.text.size()) return false;
  const Character c = character_at(context.text, begin);
  if (multiplier_power(c.code) != 0 || c.code == U'余') return true;
  return begins_unit(context.text, begin, *context.library);
}

// 一、 （一） 1. 1、 （1） 第一部分 where the block begins; 2、 （2） inside a line behind a stop.
std::optional<Label> read_heading(const Context& c, Offset at, Offset end, bool chinese) {
  const Character open = character_before(c.text, at);
  const Character behind = character_at(c.text, end);
  const int digits = chinese ? 1 : count_digits(c.text, at, end);
  if (is_open_bracket(open.code) && is_close_bracket(behind.code) && at - open.size >= c.floor && digits <= 2) {
    const Offset begin = at - open.size;
    const bool first = begin == c.block_begin;
    if (!first && is_digit(character_before(c.text, begin).code)) return std::nullopt;
    return label(begin, end + behind.size, first && chinese ? NumberClass::heading : NumberClass::list_number);
  }
  if (one_of(open.code, U"[［【") && one_of(behind.code, U"]］】") && digits <= 2 && at - open.size >= c.floor) {
    return label(at - open.size, end + behind.size, NumberClass::list_number);  // a note: 总值[2]
  }
  const bool first = at == c.block_begin;
  if (first && digits <= 2 && (is_close_bracket(behind.code)))
    return label(at, end + behind.size, chinese ? NumberClass::heading : NumberClass::list_number);
  if (chinese && is_open_bracket(open.code)) return std::nullopt;
  // "2-2025年预算表": a dash behind the number of an attachment.
  if (!chinese && digits <= 2 && is_dash(behind.code) && (first || one_of(open.code, U"：:"))) {
    const Offset next_at = end + behind.size;
    const Offset year_end = end_of_digits(c.text, next_at);
    const bool year = count_digits(c.text, next_at, year_end) == 4 && begins_with(c.text, year_end, "年");
    const char32_t next = character_at(c.text, next_at).code;
    if (year || (is_han(next) && !is_chinese_numeral(next))) return label(at, end, NumberClass::list_number);
  }
  if (digits > 2 || !is_list_sign(behind.code)) return std::nullopt;
  const Offset next_at = skip_spaces(c.text, end + behind.size, 8);
  const Character next = character_at(c.text, next_at);
  if (behind.code == U'，' && !(first && chinese)) return std::nullopt;
  if (chinese) {
    if (first) return label(at, end + behind.size, NumberClass::heading);
    return std::nullopt;
  }
  if (!first && !opens_item(c, at)) return std::nullopt;
  if (is_digit(next.code)) {
    // "3.2025年…" is an item about a year; "1.5亿元" is a number.
    const Offset year_end = end_of_digits(c.text, next_at);
    const bool year = count_digits(c.text, next_at, year_end) == 4 && begins_with(c.text, skip_spaces(c.text, year_end), "年");
    if (!year && !(behind.code == U'、' && first && next_at != end + behind.size)) return std::nullopt;
    return label(at, end + behind.size, NumberClass::list_number);
  }
  if (next.code == 0 && !first) return std::nullopt;
  const bool item = first || is_han(next.code) || one_of(next.code, U"“《（(【〈");
  if (!item || (behind.code != U'、' && is_letter(next.code) && !first)) return std::nullopt;
  return label(at, end + behind.size, NumberClass::list_number);
}

std::optional<Label> read_ordinal(const Context& c, Offset at, Offset end, bool chinese) {
  const Offset before = skip_spaces_before(c.text, at);
  const Character previous = character_before(c.text, before);
  if (previous.code == U'第' && before - previous.size >= c.floor) {
    const Offset begin = before - previous.size;
    Offset unit = skip_spaces(c.text, end);
    static constexpr std::string_view parts[] = {"部分", "章", "节", "编", "篇", "条", "款"};
    for (const std::string_view part : parts)
      if (begin == c.block_begin && begins_with(c.text, unit, part))
        return label(begin, unit + static_cast<Offset>(part.size()), NumberClass::heading);
    return label(begin, end, NumberClass::ordinal);
  }
  const Offset next_at = skip_spaces(c.text, end, 1);
  const std::string_view behind = c.text.substr(std::min<std::size_t>(next_at, c.text.size()));
  const std::string_view rank = behind.substr(0, ranks.prefix(behind));
  const bool other_word = (rank == "强" && begins_with(behind, 0, "强度")) || (!chinese && rank == "流");
  if (!rank.empty() && !other_word) {
    const bool whole = rank == "等奖" || rank == "等功" || rank == "中全会" || rank == "周年";
    const auto length = static_cast<Offset>(whole ? rank.size() : std::string_view("次").size());
    return label(at, next_at + length, rank == "强" || rank == "型" ? NumberClass::name : NumberClass::ordinal);
  }
  if (!chinese && count_digits(c.text, at, end) <= 3 && !is_point(character_at(c.text, end).code)) {
    const bool caption = word_before(c.text, c.floor, at, words<"表 图 附件 附表 附录 专栏">);
    if (caption && !unit_follows(c, end) && !ends_with(c.text, skip_spaces_before(c.text, at), "代表")) return label(at, end, NumberClass::ordinal);
  }
  return std::nullopt;
}

namespace {

// …2023年…: nothing but a date, and the commonest of all labels.
bool is_year_in_line(const Context& c, Offset at, Offset end) {
  return end - at == 4 && at != c.block_begin && is_han(character_before(c.text, at).code) && begins_with(c.text, end, "年");
}

}  // namespace

// What each reader of labels asks for is excluded in turn: brackets, letters, 第 and signs before; years, dates, list signs, ranks and
// names behind; long runs and leading zeros. Print may set a space or two before the number, and one behind it.
bool is_measured_in_line(const Context& c, Offset at) {
  const char32_t before = character_before(c.text, skip_blanks_before(c.text, at, 2)).code;
  if (!(is_han(before) ? before != U'第' && before != U'前' : one_of(before, U"，。；：、"))) return false;
  const auto digits_end = [&](Offset from) {
    while (from < c.text.size() && c.text[from] >= '0' && c.text[from] <= '9') ++from;
    return from;
  };
  const Offset end = digits_end(at);
  const Offset digits = end - at;
  const bool century = digits == 4 && (c.text[at] == '2' || (c.text[at] == '1' && c.text[at + 1] == '9'));  // 2023 may be a year
  if (century || digits > 6 || digits == 0 || (digits > 1 && c.text[at] == '0')) return false;
  const Character sign = character_at(c.text, end);
  const bool point = sign.code == U'.' || sign.code == U'．';
  const Offset number_end = point ? digits_end(end + sign.size) : end;
  if (point && number_end == end + sign.size) return false;
  const Offset unit = number_end + (number_end < c.text.size() && c.text[number_end] == ' ' ? 1 : 0);
  const char32_t behind = character_at(c.text, unit).code;
  if (behind != U'%' && behind != 0xFF05 && (!is_han(behind) || one_of(behind, U"年月日时季世至到版"))) return false;
  if (point) return true;
  const std::string_view rest = c.text.substr(unit);
  return ranks.prefix(rest) == 0 && !names_its_number(rest) && unit_follows(c, end);
}

std::optional<Label> read_arabic_label(const Context& c, Offset at) {
  const Offset end = end_of_digits(c.text, at);
  if (is_year_in_line(c, at, end))
    if (auto out = read_date(c.text, at)) return out;
  if (auto out = read_page(c, at, end)) return out;
  if (auto out = read_document_number(c, at, end)) return out;
  // "1.2025年…" at the head is an item, not a date; a date goes before every other reading.
  if (auto out = read_heading(c, at, end, false)) return out;
  if (auto out = read_phone(c, at, end)) return out;
  if (!is_letter(character_before(c.text, at).code))
    if (auto out = read_date(c.text, at)) return out;
  if (auto out = read_code(c, at, end)) return out;
  if (auto out = read_ordinal(c, at, end, false)) return out;
  return read_named_year(c, at, end);
}

std::optional<Label> read_chinese_label(const Context& c, Offset at, Offset end) {
  if (auto out = read_plan(c.text, at, c.quoted(at))) return out;
  if (auto out = read_date(c.text, at)) return out;
  if (auto out = read_heading(c, at, end, true)) return out;
  const Character next = character_at(c.text, end);
  const Character previous = character_before(c.text, at);
  if (previous.code == U'其' && (next.code == U'，' || next.code == U'是')) return label(at, end, NumberClass::list_number);
  if (next.code == U'是' && end - at == 3 && opens_item(c, at)) return label(at, end + next.size, NumberClass::list_number);
  return read_ordinal(c, at, end, true);
}

}  // namespace gouji::extractor::numeral
