#include "extractor/quantities.h"

#include "extractor/arabic_numerals.h"
#include "extractor/chinese_numerals.h"
#include "model/words.h"

namespace gouji::extractor::numeral {
namespace {

constexpr int significant_digits = 20;

// A number as printed, before its unit.
struct Printed {
  Offset begin = 0, end = 0;
  Decimal value;  // Chinese: without the 万 or 亿 that it ends with
  int tail_power = 0;
  int integer_digits = 0;
  bool chinese = false;
  ChineseNumber details;
};

std::optional<Printed> read_printed(const Context& c, Offset at) {
  Printed out;
  out.begin = at;
  if (is_digit(character_at(c.text, at).code)) {
    const ArabicNumber n = read_arabic(c.text, at, [&](Offset end) { return unit_follows(c, end); });
    if (n.too_long) return std::nullopt;
    out.end = n.end;
    out.value = n.value;
    out.integer_digits = n.integer_digits;
    const Character multiplier = character_at(c.text, n.end);
    if (n.fraction_digits == 0 && !n.grouped && multiplier_power(multiplier.code) != 0) {
      const Character next = character_at(c.text, n.end + multiplier.size);
      if (is_digit(next.code) || (is_chinese_numeral(next.code) && multiplier_power(next.code) == 0)) {
        const ChineseNumber mixed = read_chinese(c.text, at);
        if (mixed.end > n.end + multiplier.size) {  // 3千5, 13万2, 1亿2千万
          out.end = mixed.end;
          out.value = mixed.head;
          out.tail_power = mixed.tail_power;
          out.chinese = true;
          out.details = mixed;
          out.details.characters = std::max(out.details.characters, 2);
        }
      }
    }
    return out;
  }
  const ChineseNumber n = read_chinese(c.text, at);
  if (!n) return std::nullopt;
  out.end = n.end;
  out.value = n.head;
  out.tail_power = n.tail_power;
  out.chinese = true;
  out.details = n;
  return out;
}

// numerator / denominator: exact where it is finite, else 20 significant digits and the fraction as text.
void divide(Decimal numerator, Decimal denominator, Numeral& out) {
  const Decimal n = numerator.normalized();
  const Decimal d = denominator.normalized();
  Decimal::Coefficient rest = n.coefficient() < 0 ? -n.coefficient() : n.coefficient();
  const Decimal::Coefficient divisor = d.coefficient();
  int exponent = n.exponent() - d.exponent();
  Decimal::Coefficient quotient = rest / divisor;
  rest %= divisor;
  int digits = 0;
  for (Decimal::Coefficient q = quotient; q != 0; q /= 10) ++digits;
  while (rest != 0 && digits < significant_digits) {
    rest *= 10;
    quotient = quotient * 10 + rest / divisor;
    rest %= divisor;
    --exponent;
    if (quotient != 0) ++digits;
  }
  if (rest != 0) {
    if (rest * 2 >= divisor) ++quotient;
    out.fraction = numerator.str() + "/" + denominator.str();
  }
  out.value = Decimal(numerator.sign() < 0 ? -quotient : quotient, exponent);
  out.decimals = -exponent;
}

// 百分之三十点五, 三分之二, 3分之2: `whole` stands before 分之.
bool read_parts_of(const Context& c, const Printed& whole, Quantity& q) {
  if (!begins_with(c.text, whole.end, "分之")) return false;
  Offset at = whole.end + 6;
  const bool negative = begins_with(c.text, at, "负");
  if (negative) at += 3;
  const auto parts = read_printed(c, at);
  const Decimal denominator = whole.value.shifted(whole.tail_power);
  if (!parts || denominator.sign() <= 0 || whole.details.has_point || parts->integer_digits > 12) return false;
  Decimal numerator = parts->value.shifted(parts->tail_power);
  if (denominator.normalized().coefficient() > power_of_ten(15) || numerator.normalized().coefficient() > power_of_ten(15)) return false;
  if (negative) numerator = -numerator;
  q.fraction = true;
  q.numeral.text.end = q.numeral.number.end = parts->end;
  q.after = parts->end;
  divide(numerator, denominator, q.numeral);
  const Decimal d = denominator.normalized();
  if (d.coefficient() == 1) {  // 百分之, 千分之, 万分之: as printed
    q.numeral.value = numerator.shifted(-d.exponent());
    q.numeral.decimals = d.exponent() - numerator.exponent();
  }
  return true;
}

// 1/3 and 1:3 of small whole numbers.
bool read_quotient(const Context& c, const Printed& first, Quantity& q) {
  const Character sign = character_at(c.text, first.end);
  const bool slash = sign.code == U'/' || sign.code == 0xFF0F;
  const bool colon = sign.code == U':' || sign.code == 0xFF1A || sign.code == 0x2236 || sign.code == 0xFE30;
  if (!slash && !colon) return false;
  // 目标1：1290.3平方米 is the first goal.
  for (const std::string_view noun : words<"目标 指标 任务 问题 措施 原因 项目 附件 附表 方案">)
    if (colon && c.text.substr(0, first.begin).ends_with(noun)) return false;
  // 7.7：39.3：53.0 are shares, each a number.
  const Character chained = character_before(c.text, first.begin);
  if (chained.code == sign.code && is_digit(character_before(c.text, first.begin - chained.size).code)) return false;
  if (!is_digit(character_at(c.text, first.end + sign.size).code) || first.chinese) return false;
  const auto second = read_printed(c, first.end + sign.size);
  if (!second || second->chinese || second->value.sign() <= 0 || first.value.exponent() < -6 || second->value.exponent() < -6) return false;
  if (slash && (first.value.exponent() != 0 || second->value.exponent() != 0 || first.value >= second->value || second->value > Decimal(1000) ||
                first.value.is_zero()))
    return false;
  if (colon && (first.value > Decimal(10000) || second->value > Decimal(10000) || first.value.is_zero())) return false;
  const char32_t behind = character_at(c.text, second->end).code;
  if (behind == sign.code || one_of(behind, U"-年月") || (slash && unit_follows(c, second->end) && !one_of(behind, U"以左"))) return false;
  q.fraction = true;
  q.numeral.text.end = q.numeral.number.end = second->end;
  q.after = second->end;
  divide(first.value, second->value, q.numeral);
  return true;
}

// The sign before a number: a minus behind Han needs a unit or a decimal point (增长-5%), else it is a dash (附件-1).
void read_sign(const Context& c, Quantity& q) {
  const Offset at = q.numeral.number.begin;
  if (at <= c.floor) return;
  const Character sign = character_before(c.text, at);
  if (sign.code == U'+' || sign.code == 0xFF0B) {
    const char32_t before = character_before(c.text, at - sign.size).code;
    if (!is_digit(before) && !is_letter(before)) q.numeral.number.begin = q.numeral.text.begin = at - sign.size;
    return;
  }
  if (!is_minus(sign.code)) return;
  const Offset begin = at - sign.size;
  const Character before =
      begin > c.floor ? character_before(c.text, begin) : Character{begin == 0 ? char32_t{0} : character_before(c.text, begin).code, 0};
  if (sign.code == U'负' || sign.code == U'負') {
    if (one_of(before.code, U"正担肩胜欺抱辜自")) return;
  } else if (is_digit(before.code) || is_letter(before.code) || is_dash(before.code) ||
             (begin == c.floor && begin != 0 && (is_han(before.code) || before.code == U'%' || before.code == 0xFF05))) {
    return;
  } else if (is_han(before.code) && !q.measured && q.head.exponent() == 0) {
    return;
  }
  q.numeral.number.begin = q.numeral.text.begin = begin;
  q.head = -q.head;
  q.numeral.value = -q.numeral.value;
  if (!q.numeral.fraction.empty()) q.numeral.fraction.insert(0, "-");
}

struct Currency {
  std::string_view sign;
  const char* code;
};
constexpr Currency currencies[] = {{"HK$", "HKD"}, {"US$", "USD"}, {"￥", "CNY"},  {"¥", "CNY"},   {"＄", "USD"},  {"$", "USD"},
                                   {"€", "EUR"},   {"£", "GBP"},   {"RMB", "CNY"}, {"USD", "USD"}, {"EUR", "EUR"}, {"人民币", "CNY"}};

// ￥5, US$3万: the currency before a number without a unit of its own, or with 元.
void read_currency_before(const Context& c, Quantity& q) {
  const Offset end = skip_spaces_before(c.text, q.numeral.text.begin, 1);
  if (!one_of(character_before(c.text, end).code, U"$＄￥¥€£BDR币")) return;
  for (const Currency& currency : currencies) {
    if (!ends_with(c.text, end, currency.sign) || end - c.floor < currency.sign.size()) continue;
    const bool word = currency.sign == "人民币";
    if (word && (q.measured || (q.multiplier == 0 && q.head.exponent() >= 0))) return;
    if (q.measured && q.numeral.kind != Kind::amount) return;
    q.numeral.kind = Kind::amount;
    q.numeral.number_class = NumberClass::amount;
    q.numeral.unit = currency.code;
    if (!word) q.numeral.text.begin = end - static_cast<Offset>(currency.sign.size());
    return;
  }
}

void apply_measure(const Context& c, Quantity& q, const Measure& m) {
  q.unit = m.unit;
  q.measured = m.known();
  q.fallback = m.fallback;
  q.multiplier += m.multiplier;
  q.unit_power = m.power - m.multiplier;
  if (q.unit_power > 0) {  // 万元 is one unit of the library, its 万 a multiplier all the same
    q.multiplier += q.unit_power;
    q.unit_power = 0;
  }
  q.numeral.unit_text = m.unit_text;
  q.numeral.comparator = m.comparator;
  q.numeral.comparator_text = m.comparator_text;
  q.numeral.text.end = m.end;
  q.after = m.after;
  if (m.unit != nullptr && !m.unit->code.empty())
    q.numeral.unit = m.unit->code;
  else if (m.known()) {
    q.numeral.unit = std::string(c.text.substr(m.name.begin, m.name.size()));
    std::erase(q.numeral.unit, ' ');  // 公 里 of letter-spaced print
  }
}

}  // namespace

void settle(std::string_view text, Quantity& q) {
  Numeral& n = q.numeral;
  if (q.unit != nullptr)
    n.kind = q.unit->duration ? Kind::other : q.unit->kind;
  else if (q.fallback)
    n.kind = Kind::count;
  const int power = q.multiplier + q.unit_power;
  if (!q.fraction) {
    n.value = q.head.shifted(power);
    n.decimals = -n.value.exponent();
  }
  if (q.fraction && !q.measured) {
    n.kind = Kind::ratio;
    n.unit = "1";
    n.number_class = NumberClass::ratio;
    return;
  }
  if (!q.measured) {
    n.number_class = NumberClass::number;
    n.kind = Kind::other;
    // 6398万农村人口: so many of what follows, without a classifier.
    const bool vague_inside = n.comparator_text.end <= n.text.end;  // 960多万
    if (q.multiplier >= 4 && is_han(character_at(text, n.text.end).code) && vague_inside) {
      n.number_class = NumberClass::count;
      n.kind = Kind::count;
    }
  } else {
    n.number_class = number_class_of(n.kind);
  }
  n.exact = n.kind == Kind::count && q.unit != nullptr && q.unit->countable && q.multiplier == 0 && q.head.exponent() == 0 &&
            n.comparator == Comparator::equal;
}

namespace {

// Decimals of 20 integer and 18 fraction digits can be added and compared within 38; a longer number is a code.
bool too_large(const Quantity& q) {
  int digits = q.head.exponent() + q.multiplier + q.unit_power;
  Decimal::Coefficient c = q.head.coefficient();
  for (; c != static_cast<std::int64_t>(c); c /= 10) ++digits;
  for (auto word = static_cast<std::int64_t>(c); word != 0; word /= 10) ++digits;  // nearly always: no division of 128 bits
  return digits > 20;
}

}  // namespace

namespace {

// Digits and nothing else, as in most cells of tables: neither signs nor units are looked for.
bool stands_alone(const Context& c, const Printed& printed) { return !printed.chinese && printed.begin == c.floor && printed.end == c.text.size(); }

}  // namespace

std::optional<Quantity> read_quantity(const Context& c, Offset at) {
  const auto printed = read_printed(c, at);
  if (!printed) return std::nullopt;
  Quantity q;
  q.numeral.number = q.numeral.text = {printed->begin, printed->end};
  q.after = printed->end;
  q.numeral.chinese = printed->chinese;
  q.head = printed->value;
  q.multiplier = printed->tail_power;
  q.characters = printed->details.characters;
  q.only_multiplier = printed->details.only_multiplier;
  q.digits_only = printed->details.digits_only;
  q.positional = printed->details.positional;
  if (stands_alone(c, *printed)) {
    if (too_large(q)) return std::nullopt;
    settle(c.text, q);
    return q;
  }
  const bool parts = read_parts_of(c, *printed, q) || read_quotient(c, *printed, q);
  const Offset number_end = q.numeral.number.end;
  Measure m = read_measure(c.text, number_end, *c.library, printed->chinese || parts);
  if (parts && m.known()) {  // 三分之二以上 keeps its comparator, "1/3个" is no count
    const Measure none{};
    const Comparator comparator = m.comparator;
    m = none;
    m.comparator = comparator;
    m.end = m.after = number_end;
  }
  const bool zero_hour = printed->chinese && printed->value.is_zero() && begins_with(c.text, number_end, "点");
  if (!zero_hour) apply_measure(c, q, m);
  if (too_large(q)) return std::nullopt;
  if (m.unit != nullptr && m.unit->code == "CNY" && q.unit_power == 0 && !q.fraction) {
    Offset end = q.numeral.text.end;
    Decimal value = q.head.shifted(q.multiplier);
    if (read_jiao_fen(c.text, end, value)) {  // 一万元五角
      q.head = value;
      q.multiplier = 0;
    }
    if (end != q.numeral.text.end && m.after == q.numeral.text.end) q.after = end;
    q.numeral.text.end = std::max(end, q.numeral.text.end);
  } else if (printed->chinese && printed->details.characters == 1 && !q.fraction) {  // 肆角叁分
    Offset end = printed->begin;
    Decimal value = 0;
    const Character unit = character_at(c.text, printed->end);
    if (one_of(unit.code, U"角毛") || (unit.code == U'分' && one_of(character_at(c.text, printed->begin).code, U"壹贰叁肆伍陆柒捌玖"))) {
      if (read_jiao_fen(c.text, end, value)) {
        q.head = value;
        q.unit_power = 0;
        q.unit = nullptr;
        q.measured = true;
        q.numeral.kind = Kind::amount;
        q.numeral.unit = "CNY";
        q.numeral.text.end = q.after = end;
        q.numeral.unit_text = {printed->end, end};
      }
    }
  }
  settle(c.text, q);
  read_sign(c, q);
  read_currency_before(c, q);
  const Before before = read_comparator_before(c.text, c.floor, q.numeral.text.begin, *c.library);
  if (!before.text.empty()) {
    const bool recent =
        before.comparator == Comparator::about && q.unit != nullptr && q.unit->duration && begins_with(c.text, before.text.begin, "近");
    const bool keep = recent || (q.numeral.comparator != Comparator::equal && before.comparator == Comparator::about);
    if (!keep) {
      q.numeral.comparator = before.comparator;
      q.numeral.comparator_text = before.text;
    }
  }
  q.numeral.exact = q.numeral.exact && q.numeral.comparator == Comparator::equal;
  return q;
}

std::optional<Quantity> read_doubling(const Context& c, Offset at) {
  Offset cursor = at + 3;
  for (const std::string_view word : words<"了 近 约">)
    if (begins_with(c.text, cursor, word)) cursor += static_cast<Offset>(word.size());
  const auto printed = read_printed(c, cursor);
  if (!printed || !begins_with(c.text, printed->end, "番") || printed->value.exponent() != 0) return std::nullopt;
  const Decimal::Coefficient times = printed->value.coefficient();
  if (times < 1 || times > 20) return std::nullopt;
  Quantity q;
  q.numeral.text = {at, printed->end + 3};
  q.numeral.number = {printed->begin, printed->end};
  q.numeral.unit_text = {printed->end, printed->end + 3};
  q.numeral.value = Decimal(Decimal::Coefficient{1} << static_cast<int>(times), 0);
  q.head = q.numeral.value;
  q.numeral.unit = "x";
  q.numeral.kind = Kind::ratio;
  q.numeral.number_class = NumberClass::ratio;
  q.numeral.chinese = printed->chinese;
  q.after = q.numeral.text.end;
  return q;
}

std::optional<std::pair<Quantity, Quantity>> read_vague(const Context& c, Offset at) {
  const ChineseNumber n = read_chinese(c.text, at + 3);
  const bool tens = n && n.characters > 0 && begins_with(c.text, at + 3, "十");
  if (!n || n.digits_only || (!n.only_multiplier && !tens) || n.has_point) return std::nullopt;
  auto low = read_quantity(c, at + 3);
  if (!low) return std::nullopt;
  low->numeral.text.begin = low->numeral.number.begin = at;
  low->numeral.comparator = Comparator::at_least;
  low->numeral.range_end = RangeEnd::low;
  low->numeral.exact = false;
  Quantity high = *low;
  high.head = low->head.shifted(1);
  settle(c.text, high);
  high.numeral.exact = false;
  high.numeral.comparator = Comparator::at_most;
  high.numeral.range_end = RangeEnd::high;
  return std::pair{*low, high};
}

}  // namespace gouji::extractor::numeral
