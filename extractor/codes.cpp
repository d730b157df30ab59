// Telephone numbers, codes, versions and names made of digits, letters and signs.
#include "extractor/arabic_numerals.h"
#include "extractor/measures.h"
#include "extractor/number_classes.h"
#include "model/words.h"

namespace gouji::extractor::numeral {
namespace {

// Words before a telephone number, a code, the number of a column; words behind a number that is a name (12345热线).
constexpr const WordList& phone_words = words<"电话 手机 传真 热线 联系方式 拨打 手机号 手机号码 尾号 电话号码 投诉 监督举报">;
constexpr const WordList& code_words = words<"编码 代码 编号 账号 帐号 卡号 索引号 备案 邮编 备案号 证号 科目 标识码 信用代码 序号 ICP备 公网安备">;
constexpr const WordList& column_words = words<"行次 栏次">;
constexpr const WordList& numbered_names =
    words<"热线 服务热线 浏览器 专线 政务 便民 市民 工程 计划 国道 省道 医院 平台 急救 指数 空间 政策 机制 模式 行动 版">;

Label label(Offset begin, Offset end, NumberClass number_class) { return {{begin, end}, number_class, {}}; }

bool is_ascii_alnum(char32_t c) { return is_digit(c) || is_letter(c); }
bool joins(char32_t c) { return one_of(c, U".．-_/@+:&#＋－–—·"); }

// The end of a token of letters and digits joined by signs: IPv6, PM2.5, GB/T 1-2016's "1-2016", 1+5+N.
Offset token_end(std::string_view text, Offset at) {
  for (;;) {
    const Character c = character_at(text, at);
    if (is_ascii_alnum(c.code)) {
      at += c.size;
    } else if (joins(c.code) && is_ascii_alnum(character_at(text, at + c.size).code)) {
      at += c.size;
    } else {
      return at;
    }
  }
}

Offset letters_begin(std::string_view text, Offset floor, Offset at) {
  for (;;) {
    const Character c = character_before(text, at);
    if (at <= floor || !(is_letter(c.code) || c.code == U'_')) return at;
    at -= c.size;
  }
}

bool is_currency_code(std::string_view word) {
  return word == "RMB" || word == "CNY" || word == "USD" || word == "US" || word == "HK" || word == "HKD" || word == "EUR" || word == "JPY" ||
         word == "GBP";
}

// Digits glued to letters: a name, unless the letters are a unit behind (20kg) or a currency before (USD100).
std::optional<Label> read_glued(const Context& c, Offset at, Offset end) {
  const Character previous = character_before(c.text, at);
  const bool letter_before = at > c.floor && (is_letter(previous.code) || (one_of(previous.code, U"_@#")));
  if (letter_before) {
    const Offset begin = letters_begin(c.text, c.floor, at);
    if (!is_currency_code(c.text.substr(begin, at - begin))) {
      const bool version = (previous.code == U'v' || previous.code == U'V') && at - begin == previous.size;
      const Offset stop = token_end(c.text, end);
      return label(std::min(begin, at), stop,
                   version                               ? NumberClass::version
                   : count_digits(c.text, at, stop) >= 6 ? NumberClass::code
                                                         : NumberClass::name);
    }
  }
  // Joined by a sign to letters before: B-2, No.3.
  if (one_of(previous.code, U"-－") && ends_with(c.text, at - previous.size, "号")) return label(at, token_end(c.text, end), NumberClass::code);
  if (at > c.floor && one_of(previous.code, U"-./") && is_letter(character_before(c.text, at - previous.size).code)) {
    return label(letters_begin(c.text, c.floor, at - previous.size), token_end(c.text, end), NumberClass::name);
  }
  Offset number_end = end;
  if (is_point(character_at(c.text, end).code)) number_end = end_of_digits(c.text, end + character_at(c.text, end).size);
  const Character next = character_at(c.text, number_end);
  if (next.code == U'@') return label(at, token_end(c.text, number_end), NumberClass::name);
  if (is_letter(next.code)) {
    const auto unit = c.library->units().prefix(c.text.substr(number_end));
    if (unit && !is_letter(character_at(c.text, number_end + static_cast<Offset>(unit.length)).code)) return std::nullopt;
    return label(at, token_end(c.text, number_end), NumberClass::name);
  }
  if (next.code == U'.' && is_letter(character_at(c.text, number_end + 1).code)) return label(at, token_end(c.text, number_end), NumberClass::name);
  return std::nullopt;
}

// Chains of digits joined by one sign, without letters.
struct Chain {
  char32_t sign = 0;
  int parts = 1;
  int longest = 0, last_digits = 0;
  bool leading_zero = false, point = false, letter = false;
  Offset end = 0;
};
Chain read_chain(std::string_view text, Offset at) {
  Chain chain;
  const auto part = [&](Offset begin) {
    Offset end = end_of_digits(text, begin);
    const int digits = count_digits(text, begin, end);
    chain.longest = std::max(chain.longest, digits);
    chain.last_digits = digits;
    if (digits > 1 && digit_value(character_at(text, begin).code) == 0) chain.leading_zero = true;
    return end;
  };
  chain.end = part(at);
  for (;;) {
    const Character sign = character_at(text, chain.end);
    const char32_t code = sign.code == 0xFF0B ? U'+' : sign.code == 0xFF0E ? U'.' : sign.code == 0x30FB || sign.code == 0x2022 ? U'·' : sign.code;
    if (!one_of(code, U"-/+.·－–—*×") || (chain.sign != 0 && code != chain.sign)) break;
    const Offset next = chain.end + sign.size;
    const Character first = character_at(text, next);
    if (code == U'+' && is_letter(first.code)) {
      chain.letter = true;
      chain.sign = code;
      chain.end = next + first.size;
      ++chain.parts;
      break;
    }
    if (!is_digit(first.code)) break;
    chain.sign = code;
    chain.end = part(next);
    ++chain.parts;
  }
  return chain;
}

std::optional<Label> read_chained(const Context& c, Offset at) {
  const Chain chain = read_chain(c.text, at);
  if (chain.sign == 0) return std::nullopt;
  const Character behind = character_at(c.text, chain.end);
  const bool measured = unit_follows(c, chain.end) || is_point(behind.code) || behind.code == U',';
  switch (chain.sign) {
    case U'.':
      if (chain.parts >= 3) return label(at, chain.end, at == c.block_begin ? NumberClass::heading : NumberClass::version);
      if (begins_with(c.text, chain.end, "版")) return label(at, chain.end, NumberClass::version);
      // "1.1 总体情况" opens a section; "1.1亿元" is a number.
      if (at == c.block_begin && !measured && chain.longest <= 2 && is_han(character_at(c.text, skip_spaces(c.text, chain.end, 4)).code) &&
          skip_spaces(c.text, chain.end, 4) != chain.end) {
        return label(at, chain.end, NumberClass::heading);
      }
      return std::nullopt;
    case U'·':
      return label(at, chain.end, NumberClass::name);
    case U'+': {
      const bool name =
          chain.letter || c.quoted(at) || (chain.longest <= 2 && !measured && behind.code != U'=' && behind.code != 0xFF1D && is_han(behind.code));
      if (!name) return std::nullopt;
      return label(at, token_end(c.text, chain.end), NumberClass::name);
    }
    case U'*':
    case U'×': {
      const bool hours = begins_with(c.text, chain.end, "小时") || begins_with(c.text, chain.end, "全") || begins_with(c.text, chain.end, "”") ||
                         begins_with(c.text, chain.end, "服务");
      if (chain.parts == 2 && hours && chain.last_digits <= 2) return label(at, chain.end, NumberClass::name);
      return std::nullopt;
    }
    case U'/':
      if (chain.parts > 2 || chain.leading_zero || chain.longest > 6) return label(at, token_end(c.text, chain.end), NumberClass::code);
      return std::nullopt;
    default: {
      const bool hyphen = chain.sign == U'-' || chain.sign == U'－';
      const bool plain = hyphen && !measured;
      if (chain.parts > 2 || chain.leading_zero || plain || (chain.longest > 8 && !measured))
        return label(at, token_end(c.text, chain.end), NumberClass::code);
      return std::nullopt;
    }
  }
}

// Digits of a web address: the run of ASCII around holds :// or www.
std::optional<Label> read_address(const Context& c, Offset at, Offset end) {
  constexpr Offset longest = 256;
  const auto visible = [](char ch) { return ch > 0x20 && ch < 0x7F; };
  Offset begin = at;
  while (begin > c.floor && at - begin < longest && visible(c.text[begin - 1])) --begin;
  const std::string_view before = c.text.substr(begin, at - begin);
  if (before.size() < 4 || (before.find("://") == std::string_view::npos && before.find("www.") == std::string_view::npos)) return std::nullopt;
  while (end < c.text.size() && visible(c.text[end])) ++end;
  return label(begin, end, NumberClass::furniture);
}

bool in_brackets(const Context& c, Offset at, Offset end) {
  return one_of(character_before(c.text, at).code, U"（([【［") && one_of(character_at(c.text, end).code, U"）)]】］");
}

}  // namespace

bool names_its_number(std::string_view behind) { return numbered_names.prefix(behind) != 0; }

std::optional<Label> read_phone(const Context& c, Offset at, Offset end) {
  const int digits = count_digits(c.text, at, end);
  const int first = digit_value(character_at(c.text, at).code);
  const auto dashed = [&](Offset from, int low, int high) -> Offset {
    const Character dash = character_at(c.text, from);
    if (!is_dash(dash.code)) return 0;
    const Offset stop = end_of_digits(c.text, from + dash.size);
    const int n = count_digits(c.text, from + dash.size, stop);
    return n >= low && n <= high ? stop : 0;
  };
  if (first == 0 && (digits == 3 || digits == 4)) {
    Offset stop = dashed(end, 7, 8);
    const Character close = character_at(c.text, end);
    if (stop == 0 && is_close_bracket(close.code)) {  // (0734)6811234
      const Offset tail = end_of_digits(c.text, end + close.size);
      const int n = count_digits(c.text, end + close.size, tail);
      stop = n == 7 || n == 8 ? tail : 0;
    }
    if (stop != 0) {
      if (const Offset extension = dashed(stop, 1, 8)) stop = extension;
      return label(at, stop, NumberClass::phone);
    }
  }
  if (digits == 3 && (begins_with(c.text, at, "400") || begins_with(c.text, at, "800"))) {
    const Offset middle = dashed(end, 3, 4);
    const Offset stop = middle != 0 ? dashed(middle, 3, 4) : 0;
    if (stop != 0) return label(at, stop, NumberClass::phone);
  }
  const Character behind = character_at(c.text, end);
  if (digits == 11 && first == 1 && digit_value(character_at(c.text, at + character_at(c.text, at).size).code) >= 3 && !is_point(behind.code) &&
      !unit_follows(c, end)) {
    return label(at, end, NumberClass::phone);
  }
  if (digits >= 3 && digits <= 12 && !is_point(behind.code) && !(digits < 7 && unit_follows(c, end)) &&
      word_before(c.text, c.floor, at, phone_words)) {
    return label(at, is_dash(behind.code) ? token_end(c.text, end) : end, NumberClass::phone);
  }
  return std::nullopt;
}

std::optional<Label> read_code(const Context& c, Offset at, Offset end) {
  if (auto out = read_address(c, at, end)) return out;
  if (auto out = read_glued(c, at, end)) return out;
  if (auto out = read_chained(c, at)) return out;
  const Character behind = character_at(c.text, end);
  if (behind.code == U'#' || behind.code == 0xFF03) return label(at, end, NumberClass::name);
  if (c.quoted(at) && at == c.quote_begin && is_point(behind.code)) {  // “6.30”
    const Offset stop = end_of_digits(c.text, end + behind.size);
    if (stop == c.quote_end) return label(at, stop, NumberClass::name);
  }
  if (is_point(behind.code) && is_digit(character_at(c.text, end + behind.size).code)) return std::nullopt;
  const int digits = count_digits(c.text, at, end);
  const bool measured = unit_follows(c, end);
  const int first = digit_value(character_at(c.text, at).code);
  const bool grouping = (behind.code == U',' || behind.code == 0xFF0C) && digits <= 3;
  if (digits > 18 || (digits >= 12 && !measured) || (digits > 1 && first == 0 && !measured)) return label(at, end, NumberClass::code);
  if (!measured && (digits == 3 || digits == 5 || digits == 7) && in_brackets(c, at, end) && (digits > 3 || first == 2))
    return label(at, end, NumberClass::code);
  if (!measured && word_before(c.text, c.floor, at, code_words)) return label(at, end, NumberClass::code);
  if (!measured && digits <= 3 && word_before(c.text, c.floor, at, column_words)) return label(at, end, NumberClass::column_number);
  if (!measured && (digits == 5 || digits == 7) && first == 2 && is_han(behind.code)) {
    const std::int64_t group = small_value(c.text, at, at + 3);
    if (group >= 201 && group <= 235) return label(at, end, NumberClass::code);
  }
  // The code at the head of a row: "205       教育支出", "2050202".
  if (!measured && at == c.block_begin && first == 2 && (digits == 3 || digits == 5 || digits == 7)) {
    const std::int64_t group = small_value(c.text, at, at + 3);
    const Offset gap = skip_spaces(c.text, end, 64);
    const bool row = gap - end >= 2 && is_han(character_at(c.text, gap).code);
    if (group >= 201 && group <= 235 && (row || (digits > 3 && (gap == c.text.size() || gap - end >= 2)))) return label(at, end, NumberClass::code);
  }
  const Offset next_at = skip_spaces(c.text, end, 1);
  if (!grouping && digits <= 6 && is_han(character_at(c.text, next_at).code)) {
    if (names_its_number(c.text.substr(next_at))) return label(at, end, NumberClass::name);
  }
  if (c.quoted(at) && !measured && !grouping) return label(at, end, NumberClass::name);
  return std::nullopt;
}

}  // namespace gouji::extractor::numeral
