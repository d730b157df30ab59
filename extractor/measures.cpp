#include "extractor/measures.h"

#include <algorithm>
#include <array>
#include <string>

#include "extractor/arabic_numerals.h"
#include "extractor/chinese_numerals.h"
#include "model/words.h"

namespace gouji::extractor::numeral {
namespace {

// A character that is a unit behind a number but begins another word before these: 12人民币, 3分别, 2023本级, 5成立.
struct WordOf {
  char32_t unit;
  std::u32string_view next;
};
template <std::size_t size>
constexpr std::array<WordOf, size> sorted(std::array<WordOf, size> words) {
  std::sort(words.begin(), words.end(), [](const WordOf& a, const WordOf& b) { return a.unit < b.unit; });
  return words;
}
constexpr auto words_of_units = sorted(std::array{
    WordOf{U'分', U"别类为析解配布期批层局公管散阶支贝"},
    WordOf{U'成', U"立为功果本员绩长就效都交品熟人套形"},
    WordOf{U'本', U"级年市县省区次单报部局院校办着月季期科专"},
    WordOf{U'部', U"门分署队"},
    WordOf{U'期', U"间末初限望"},
    WordOf{U'条', U"件例约"},
    WordOf{U'联', U"系合动网"},
    WordOf{U'处', U"理于置罚分"},
    WordOf{U'家', U"庭"},
    WordOf{U'支', U"出持付撑援部"},
    WordOf{U'组', U"织成建合"},
    WordOf{U'批', U"准复示发"},
    WordOf{U'名', U"称单义录"},
    WordOf{U'户', U"籍均外口"},
    WordOf{U'所', U"有属在需以得"},
    WordOf{U'面', U"积向对临"},
    WordOf{U'点', U"击评"},
    WordOf{U'口', U"径岸"},
    WordOf{U'位', U"于居列置次"},
    WordOf{U'项', U"目"},
    WordOf{U'次', U"要于数级"},
    WordOf{U'台', U"湾风账"},
    WordOf{U'发', U"展放行生挥改布现"},
    WordOf{U'对', U"应于比照接"},
    WordOf{U'起', U"步草点来到"},
    WordOf{U'道', U"路"},
    WordOf{U'元', U"旦宵素件化月"},
    WordOf{U'代', U"表码"},
    WordOf{U'人', U"民均员才口事大力"},
    WordOf{U'度', U"假过"},
    WordOf{U'门', U"户诊"},
    WordOf{U'级', U""},
    WordOf{U'件', U"均"},
    WordOf{U'天', U"然津"},
    WordOf{U'角', U"度色落"},
    WordOf{U'块', U""},
    WordOf{U'毛', U"利"},
    WordOf{U'线', U"上下路"},
    WordOf{U'层', U"面次级"},
    WordOf{U'倍', U"增子籽"},
    WordOf{U'年', U""},
    WordOf{U'例', U"如外行"},
    WordOf{U'片', U"区面"},
    WordOf{U'头', U"部"},
    WordOf{U'场', U"所"},
    WordOf{U'套', U"取"},
    WordOf{U'档', U"案次"},
    WordOf{U'轮', U"流换"},
    WordOf{U'手', U"续段机"},
    WordOf{U'单', U"位独价一项元体个"},
    WordOf{U'页', U"岩"},
    WordOf{U'行', U"政业为动使"},
    WordOf{U'村', U"级民委庄"},
    WordOf{U'县', U"级域城"},
    WordOf{U'乡', U"村镇"},
    WordOf{U'方', U"面案式便法向"},
    WordOf{U'类', U"似"},
    WordOf{U'把', U"握"},
    WordOf{U'品', U"种牌质"},
    WordOf{U'具', U"体有备"},
    WordOf{U'双', U"方向拥"},
    WordOf{U'版', U"权"},
    WordOf{U'堂', U"皇"},
    WordOf{U'段', U"落"},
    WordOf{U'股', U"份东权"},
    WordOf{U'车', U"辆"},
    WordOf{U'里', U"程面"},
    WordOf{U'米', U"粉"},
    WordOf{U'周', U"边期转末"},
    WordOf{U'季', U"节"},
    WordOf{U'环', U"境保比"},
    WordOf{U'步', U"伐骤行"},
    WordOf{U'集', U"中体团聚"},
    WordOf{U'出', U"台口现资租让生入"},
    WordOf{U'包', U"括含"},
    WordOf{U'列', U"入为席支"},
    WordOf{U'顶', U"层"},
    WordOf{U'盘', U"活"},
    WordOf{U'副', U"主书省市县处科"},
    WordOf{U'群', U"众"},
    WordOf{U'样', U"本板"},
    WordOf{U'首', U"次先个批府都"},
    WordOf{U'间', U"接隔"},
});

}  // namespace

bool begins_other_word(char32_t unit, char32_t next) {
  const auto at = std::lower_bound(words_of_units.begin(), words_of_units.end(), unit, [](const WordOf& w, char32_t u) { return w.unit < u; });
  return at != words_of_units.end() && at->unit == unit && one_of(next, at->next);
}

namespace {

// Han that stand behind a number without being its classifier.
constexpr std::u32string_view no_classifier =
    U"的是为和与及或在到至从由比较占等以内中上下不未已有无其之也都则即并而但因对将把被向这那该此各每另共总合完成实增减提升下降同按经全非本余多来约近"
    U"超达等及"
    U"第前后左右分至起止底末初时年月日号联";

// A guard for names of one Han: the character behind must not make another word of it.
bool accepted(std::string_view text, Offset at, std::size_t length, bool spaced) {
  const Character first = character_at(text, at);
  if (!is_han(first.code) || length > first.size) {
    if (is_letter(character_before(text, at + length).code))
      return !is_letter(character_at(text, at + length).code) && !is_digit(character_at(text, at + length).code);
    return true;
  }
  const Character next = character_at(text, at + first.size);
  if (spaced && first.code == U'部') return false;  // "2024 部门"
  return !begins_other_word(first.code, next.code);
}

struct Found {
  const patterns::Unit* unit = nullptr;
  Offset length = 0;
};
// 公 里 in letter-spaced print: the unit without its spaces, and its length with them.
Found find_spaced_unit(std::string_view text, Offset at, const patterns::Library& library) {
  constexpr std::size_t longest = 8;
  std::string closed;
  Offset cursor = at;
  for (std::size_t i = 0; i < longest; ++i) {
    const Character c = character_at(text, cursor);
    if (!is_han(c.code)) break;
    closed += text.substr(cursor, c.size);
    cursor = skip_spaces(text, cursor + c.size, 1);
  }
  const auto match = library.units().prefix(closed);
  if (!match || match.length <= character_at(text, at).size) return {};
  Offset end = at;
  for (std::size_t taken = 0; taken < match.length;) {
    const Character c = character_at(text, end);
    end += c.size;
    taken += is_space(c.code) ? 0 : c.size;
  }
  return {match.entry, end - at};
}

Found find_unit(std::string_view text, Offset at, const patterns::Library& library, bool spaced) {
  const Character first = character_at(text, at);
  if (is_han(first.code) && character_at(text, at + first.size).code == U' ' && is_han(character_at(text, at + first.size + 1).code)) {
    if (const Found found = find_spaced_unit(text, at, library); found.unit != nullptr) return found;
  }
  const auto match = library.units().prefix(text.substr(std::min<std::size_t>(at, text.size())));
  if (!match || !accepted(text, at, match.length, spaced)) return {};
  return {match.entry, static_cast<Offset>(match.length)};
}

// 余 and 多 behind a number, 来 behind tens: where they end, or `at`.
Offset read_more(std::string_view text, Offset at) {
  const Character c = character_at(text, at);
  const char32_t next = character_at(text, at + c.size).code;
  if (c.code == U'余' || c.code == U'餘') return one_of(next, U"额下款量热粮") ? at : at + c.size;
  if (c.code == U'多') return one_of(next, U"少边功式") ? at : at + c.size;
  if (c.code == U'来' && one_of(next, U"个人万亿家件户项元岁天名次年亩篇")) return at + c.size;
  return at;
}

bool is_duration_or_rate(const patterns::Unit& unit) { return unit.duration || unit.kind == Kind::amount || unit.kind == Kind::ratio; }

// （含） between a number and 以上.
Offset skip_inclusive(std::string_view text, Offset at) {
  if (!is_open_bracket(character_at(text, at).code)) return at;
  for (const std::string_view word : words<"（含） (含) （含本数） （不含） (不含)">)
    if (begins_with(text, at, word)) return at + static_cast<Offset>(word.size());
  return at;
}

void read_comparator_after(std::string_view text, Measure& m, const patterns::Library& library) {
  const Offset at = skip_spaces(text, skip_inclusive(text, m.after), 1);
  const auto word = library.comparators().prefix(text.substr(std::min<std::size_t>(at, text.size())));
  const Character first_of_word = character_at(text, at);
  const bool more_word = first_of_word.size == word.length && (first_of_word.code == U'余' || first_of_word.code == U'多');  // read_more
  if (word && !more_word && word.entry->place == patterns::ComparatorPlace::after) {
    const Offset end = at + static_cast<Offset>(word.length);
    // 以下简称, 多元: the word goes on.
    for (const std::string_view other : words<"简称 统称 同 方面 几 内容 问题 情况">)
      if (begins_with(text, end, other)) return;
    if (m.comparator == Comparator::equal || word.entry->comparator != Comparator::about) {
      m.comparator = word.entry->comparator;
      m.comparator_text = {at, end};
    }
    m.after = end;
    return;
  }
  // "90＞S": the number stands on the left, so the sign turns round.
  const Character sign = character_at(text, at);
  Comparator turned = Comparator::equal;
  switch (sign.code) {
    case U'>':
    case 0xFF1E:
      turned = Comparator::less;
      break;
    case U'<':
    case 0xFF1C:
      turned = Comparator::greater;
      break;
    case U'≥':
    case U'≧':
      turned = Comparator::at_most;
      break;
    case U'≤':
    case U'≦':
      turned = Comparator::at_least;
      break;
    default:
      return;
  }
  const char32_t next = character_at(text, skip_spaces(text, at + sign.size)).code;
  if (is_digit(next) || !(is_letter(next) || is_han(next))) return;
  m.comparator = turned;
  m.comparator_text = {at, at + sign.size};
}

}  // namespace

int multiplier_power(char32_t c) {
  switch (c) {
    case U'百':
    case U'佰':
      return 2;
    case U'千':
    case U'仟':
      return 3;
    case U'万':
    case U'萬':
      return 4;
    case U'亿':
    case U'億':
      return 8;
    default:
      return 0;
  }
}

bool begins_unit(std::string_view text, Offset at, const patterns::Library& library) { return find_unit(text, at, library, false).unit != nullptr; }

Measure read_measure(std::string_view text, Offset at, const patterns::Library& library, bool chinese) {
  Measure m;
  m.end = m.after = at;
  Offset more_end = at;
  TextRange more;
  const auto take_more = [&](Offset from) {
    const Offset end = more.empty() ? read_more(text, from) : from;
    if (end != from) more = {from, end};
    return end;
  };
  Offset cursor = skip_spaces(text, at);
  cursor = take_more(cursor);
  cursor = more.empty() ? cursor : skip_spaces(text, cursor);
  const Offset unit_begin = cursor;
  Found found = find_unit(text, cursor, library, cursor != at);
  int multiplier = 0;
  Offset multiplier_end = cursor;
  // 万元 and 千瓦时 are units of the library; 万 before 平方米 is a multiplier.
  while (multiplier < 16) {
    const Character c = character_at(text, cursor);
    const int power = multiplier_power(c.code);
    if (power == 0 || (found.unit != nullptr && found.length > c.size)) break;
    if (begins_with(text, cursor, "百分之") || begins_with(text, cursor + c.size, "分之") || begins_with(text, cursor, "万一") ||
        begins_with(text, cursor, "百强"))
      break;
    multiplier += power;
    cursor += c.size;
    multiplier_end = cursor;
    cursor = take_more(cursor);
    found = find_unit(text, skip_spaces(text, cursor, 1), library, false);
  }
  more_end = more.empty() ? at : more.end;
  Offset name_begin = multiplier > 0 ? skip_spaces(text, cursor, 1) : cursor;
  m.multiplier = multiplier;
  m.power = multiplier;
  if (found.unit != nullptr) {
    m.unit = found.unit;
    m.name = {name_begin, name_begin + found.length};
    m.power += found.unit->power;
    m.unit_text = {unit_begin, m.name.end};
    m.end = m.name.end;
  } else {
    const Character c = character_at(text, cursor);
    const bool spaced = cursor != at && multiplier == 0 && more.empty();
    const Character next = character_at(text, cursor + c.size);
    if (!chinese && !spaced && multiplier == 0 && is_han(c.code) && !one_of(c.code, no_classifier) && !is_chinese_numeral(c.code) &&
        !begins_other_word(c.code, next.code)) {
      m.fallback = true;
      m.name = {cursor, cursor + c.size};
      m.unit_text = {unit_begin, m.name.end};
      m.end = m.name.end;
    } else if (multiplier > 0) {
      m.unit_text = {unit_begin, multiplier_end};
      m.end = std::max(multiplier_end, more_end);
    } else if (!more.empty()) {
      // "5000余，": the end of a clause; 多 of another word is none.
      const Character stop = character_at(text, more.end);
      if (is_han(stop.code)) more = {};
      m.end = more.empty() ? at : more.end;
    }
  }
  m.after = m.end;
  if (more.empty() && m.unit != nullptr && is_duration_or_rate(*m.unit)) {
    const Character c = character_at(text, m.end);  // 1倍多, 2年多
    if ((c.code == U'多' || c.code == U'余') && !one_of(character_at(text, m.end + c.size).code, U"元种样次方家个部层级边功少式地数额")) {
      more = {m.end, m.end + c.size};
      m.end = m.after = more.end;
    }
  }
  if (!more.empty()) {
    m.comparator = Comparator::at_least;
    m.comparator_text = more;
  }
  read_comparator_after(text, m, library);
  return m;
}

bool read_jiao_fen(std::string_view text, Offset& end, Decimal& value) {
  bool any = false;
  int last = 3;  // 角 then 分: 10^-1, 10^-2
  for (;;) {
    Offset at = end;
    const Character zero = character_at(text, at);
    if (zero.code == U'零') at += zero.size;
    const Character c = character_at(text, at);
    const ChineseCharacter chinese = chinese_character(c.code);
    const int digit = chinese.token == Token::digit ? static_cast<int>(chinese.value) : digit_value(c.code);
    if (digit < 0) break;
    const Character unit = character_at(text, at + c.size);
    const int place = unit.code == U'角' || unit.code == U'毛' ? 1 : unit.code == U'分' ? 2 : 0;
    if (place == 0 || (last != 3 && place <= last) || begins_other_word(unit.code, character_at(text, at + c.size + unit.size).code)) break;
    value = value + Decimal(digit, -place);
    last = place;
    end = at + c.size + unit.size;
    any = true;
  }
  for (const std::string_view whole : words<"整 正">) {
    if (!begins_with(text, end, whole)) continue;
    const Character next = character_at(text, end + static_cast<Offset>(whole.size()));
    if (is_han(next.code)) break;
    end += static_cast<Offset>(whole.size());
    break;
  }
  return any;
}

Before read_comparator_before(std::string_view text, Offset floor, Offset end, const patterns::Library& library) {
  const Offset stop = skip_spaces_before(text, end);
  if (stop <= floor) return {};
  const auto word = library.comparators().suffix(text.substr(floor, stop - floor));
  if (!word || word.entry->place != patterns::ComparatorPlace::before) return {};
  const Offset begin = stop - static_cast<Offset>(word.length);
  const Character first = character_at(text, begin);
  const char32_t previous = character_before(text.substr(floor), begin - floor).code;
  // 节约53万元, 附近5个, 不足 as a noun: the word before makes another one of it.
  if (word.length == first.size) {
    if (first.code == U'约' && one_of(previous, U"节集合制公预签契条简违盟誓履毁解特邀缔")) return {};
    if (first.code == U'近' && one_of(previous, U"附最临靠邻新接亲远将逼贴")) return {};
    if (first.code == U'超' && one_of(previous, U"赶反")) return {};
    if (first.code == U'破' && one_of(previous, U"打冲爆")) return {};
  }
  return {word.entry->comparator, {begin, stop}};
}

}  // namespace gouji::extractor::numeral
