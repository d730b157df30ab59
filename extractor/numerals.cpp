#include "extractor/numerals.h"

#include <array>
#include <bit>
#include <cstring>
#include <string_view>

#include "extractor/arabic_numerals.h"
#include "extractor/chinese_numerals.h"
#include "extractor/plain_quantity.h"
#include "extractor/prose_numerals.h"
#include "extractor/quantities.h"
#include "extractor/spaced_digits.h"
#include "patterns/negative_search.h"

namespace gouji::extractor {
namespace {

using namespace numeral;

constexpr Offset longest_quote = 48;  // bytes: a name in quotation marks is short

// The three-byte characters at which the scanner stops, by their last two bytes (a few others share these and are looked at
// more closely): numerals, full-width digits, opening quotation marks, ① ⑴ ⒈ ㈠.
constexpr std::array<std::uint64_t, 64> stop_bits() {
  std::array<std::uint64_t, 64> bits{};
  const auto add = [&](char32_t c) { bits[c >> 6U & 63U] |= std::uint64_t{1} << (c & 63U); };
  for (const char32_t c : chinese_beginnings) add(c);
  for (const char32_t c : std::u32string_view(U"“《〇")) add(c);
  for (char32_t c = 0xFF10; c <= 0xFF19; ++c) add(c);
  for (char32_t c = 0x2460; c <= 0x3289; ++c)
    if (is_circled_number(c)) add(c);
  return bits;
}
constexpr auto stops = stop_bits();

// One forward pass; every byte that cannot begin a number is stepped over by one look.
class Scanner {
 public:
  Scanner(std::string_view text, const patterns::Library& library, ScanOptions options, std::vector<Numeral> room)
      : text_(text), options_(options), negatives_(library, text), found_(std::move(room)) {
    found_.clear();
    context_.text = text;
    context_.library = &library;
    context_.block_begin = skip_spaces(text, 0, 1 << 20);
    while (context_.block_begin < text.size() && text[context_.block_begin] == '\t')
      context_.block_begin = skip_spaces(text, context_.block_begin + 1, 1 << 20);
  }

  std::vector<Numeral> run() {
    const auto size = static_cast<Offset>(text_.size());
    while (at_ < size) {
      const auto byte = static_cast<unsigned char>(text_[at_]);
      if (byte < 0x80) {
        if (byte >= '0' && byte <= '9')
          arabic(at_);
        else
          ++at_;
      } else if (byte >= 0xE0 && byte < 0xF0) {
        const Offset stop = pass_over(at_);
        if (stop == at_)
          three_bytes();
        else
          at_ = stop;
      } else {
        at_ += character_at(text_, at_).size;
      }
    }
    return std::move(found_);
  }

 private:
  // The first place at or after `at` that is no well-formed character of three bytes, or one that is a stop.
  Offset pass_over(Offset at) const {
    for (; at + 4 <= text_.size(); at += 3) {
      // Lead and two continuations at one look; E0 may begin an overlong form and is left to the decoder.
      std::uint32_t three = 0;  // and one byte that does not matter
      std::memcpy(&three, text_.data() + at, sizeof three);
      if constexpr (std::endian::native == std::endian::big) three = __builtin_bswap32(three);
      if ((three & 0xC0C0F0U) != 0x8080E0U || (three & 0xFFU) == 0xE0U) break;
      if ((stops[three >> 8U & 63U] >> (three >> 16U & 63U) & 1U) != 0) break;
    }
    return at;
  }

  void three_bytes() {
    const Character character = character_at(text_, at_);
    const char32_t c = character.code;
    if (c >= 0x4E00) {
      if (may_begin_chinese(c)) return chinese(c);
      if (is_digit(c)) return arabic(at_);
    } else if (c == U'“') {
      open_quote(U"”");
    } else if (c == U'《') {
      open_quote(U"》");
    } else if (c == U'〇') {
      return chinese(c);
    } else if (c >= 0x2460 && is_circled_number(c)) {
      return emit(Label{{at_, at_ + 3}, NumberClass::list_number, {}});
    }
    at_ += character.size;
  }

  void open_quote(std::u32string_view close) {
    const Offset begin = at_ + 3;
    for (Offset i = begin; i < text_.size() && i - begin <= longest_quote;) {
      const Character c = character_at(text_, i);
      if (c.code == close[0]) {
        context_.quote_begin = begin;
        context_.quote_end = i;
        return;
      }
      i += c.size;
    }
  }

  // A name of the library that covers `at`, whole runs of digits included.
  bool negative(Offset at) {
    const auto* const found = negatives_.covering(at);
    if (found == nullptr || found->range.begin < context_.floor) return false;
    const auto& hit = *found;
    if (ends_with(text_, hit.range.end, "分") && begins_with(text_, hit.range.end, "之")) return false;  // 十分之一
    Label label{hit.range, hit.entry->number_class, {}};
    const Character last = character_before(text_, label.text.end);
    if (is_digit(last.code)) label.text.end = end_of_digits(text_, label.text.end);
    emit(label);
    return true;
  }

  void arabic(Offset at) {
    if (negative(at)) return;
    if (plainly_measured(at) || is_measured_in_line(context_, at)) {
      if (const auto plain = read_plain_quantity(context_, at)) return emit(*plain);
    } else if (const auto label = read_arabic_label(context_, at)) {
      return emit(*label);
    }
    auto quantity = read_quantity(context_, at);
    if (!quantity) return emit(Label{{at, end_of_number(at)}, NumberClass::code, {}});
    emit_quantity(*quantity);
  }

  // Most numbers of a report: digits, in threes (25,256) or not, between a Han and 万元, 亿, 元, %; no label looks like that.
  bool plainly_measured(Offset at) const {
    const Character before = character_before(text_, at);
    if (!is_han(before.code) || before.code == U'第') return false;
    const auto digit = [&](Offset i) { return i < text_.size() && text_[i] >= '0' && text_[i] <= '9'; };
    const auto group = [&](Offset i) { return text_[i] == ',' && digit(i + 1) && digit(i + 2) && digit(i + 3) && !digit(i + 4); };
    Offset end = at;
    while (end - at < 16 && digit(end)) ++end;
    for (int groups = 0; groups < 4 && end - at <= 3U + 4U * static_cast<unsigned>(groups) && end < text_.size() && group(end); ++groups) end += 4;
    while (end < text_.size() && end - at < 20 && (digit(end) || text_[end] == '.')) ++end;
    return one_of(character_at(text_, end).code, U"万亿元%％");
  }

  Offset end_of_number(Offset at) const {
    Offset end = end_of_digits(text_, at);
    const Character point = character_at(text_, end);
    if (is_point(point.code) && is_digit(character_at(text_, end + point.size).code)) end = end_of_digits(text_, end + point.size);
    return end;
  }

  void chinese(char32_t c) {
    if (negative(at_)) return;
    if (c == U'翻') {
      if (auto q = read_doubling(context_, at_)) return emit(*q);
      at_ += 3;
      return;
    }
    if (c == U'数' || c == U'几') return vague();
    if (c == U'半') {
      if (const auto half = read_half_year(text_, at_)) return emit(*half);
      at_ += 3;
      return;
    }
    const ChineseNumber n = read_chinese(text_, at_);
    if (!n) {
      at_ += 3;
      return;
    }
    if (options_.prose && plain_word(n)) return emit_word(n);
    if (const auto label = read_chinese_label(context_, at_, n.end)) return emit(*label);
    auto quantity = read_quantity(context_, at_);
    if (!quantity) {
      at_ = n.end;
      return;
    }
    if (is_spoken_number(text_, *quantity, context_, options_.prose)) return emit_quantity(*quantity);
    Quantity low = *quantity;  // 一千 of 一千到两千万元
    if (const auto high = read_range_end(context_, low); high && low.characters > 1 && is_spoken_number(text_, *high, context_, options_.prose))
      return emit_quantity(*quantity);
    emit(Label{{at_, std::max(n.end, end_of_digits(text_, n.end))}, context_.quoted(at_) ? NumberClass::name : NumberClass::part_of_word, {}});
  }

  // A lone numeral before a Han that neither measures nor ranks: a word (一项, 两区, 三农).
  bool plain_word(const ChineseNumber& n) const {
    if (n.characters != 1) return false;
    const Character next = character_at(text_, n.end);
    if (!is_han(next.code) || one_of(next.code, U"年月日号时季世届级等强中次流是元圆成倍美欧英日港澳韩余多来分之番百千万亿人块部章节编篇条款"))
      return false;
    const char32_t before = character_before(text_, at_).code;
    if (one_of(before, U"近约超逾过足上满破") && n.value >= Decimal(10)) return false;
    if (next.code == U'个' && one_of(character_at(text_, n.end + next.size).code, U"百千基")) return false;
    return !one_of(before, U"第其（(翻");
  }

  void vague() {
    if (auto both = read_vague(context_, at_)) {
      if (options_.prose) return emit(Label{both->first.numeral.text, NumberClass::part_of_word, {}});
      add(std::move(both->first.numeral));
      return emit(both->second);
    }
    at_ += 3;
  }

  void emit_quantity(Quantity& first) {
    bracketed_negative(first);
    if (auto second = read_range_end(context_, first)) {
      add(std::move(first.numeral));
      return emit(*second);
    }
    formula_factor(first);
    emit(first);
  }

  // A whole cell "（1,234.56）" is negative.
  void bracketed_negative(Quantity& q) const {
    const TextRange n = q.numeral.number;
    const Character open = character_before(text_, n.begin);
    const Character close = character_at(text_, n.end);
    if (n.begin != context_.block_begin + open.size || !is_open_bracket(open.code) || !is_close_bracket(close.code)) return;
    if (q.measured || skip_spaces(text_, n.end + close.size, 64) != text_.size()) return;
    q.numeral.value = -q.numeral.value;
    q.numeral.text = q.numeral.number = {n.begin - open.size, n.end + close.size};
    q.after = n.end + close.size;
  }

  // "98人/编制110人*100%": the factor of a formula states nothing.
  bool formula_factor(Quantity& q) const {
    const Character sign = character_before(text_, skip_spaces_before(text_, q.numeral.text.begin));
    if (!one_of(sign.code, U"*×＊") || q.numeral.kind != Kind::ratio || q.numeral.value != Decimal(1)) return false;
    q.numeral.number_class = NumberClass::name;
    return true;
  }

  // A new result, made where it stays.
  Numeral& add() {
    if (found_.empty()) found_.reserve(std::min<std::size_t>((text_.size() - at_) / 28 + 1, 4096));
    return found_.emplace_back();
  }
  void add(Numeral&& numeral) { add() = std::move(numeral); }

  void emit(const PlainQuantity& q) {
    Numeral& n = add();
    n.text = {q.begin, q.end};
    n.number = {q.begin, q.number_end};
    n.unit_text = {q.unit_begin, q.end};
    n.kind = q.unit->kind;
    n.number_class = number_class_of(n.kind);
    n.value = Decimal(q.coefficient, q.unit->power - q.fraction_digits);
    n.decimals = q.fraction_digits - q.unit->power;
    n.unit = q.unit->code.empty() ? text_.substr(q.unit_begin, q.end - q.unit_begin) : std::string_view(q.unit->code);
    n.exact = n.kind == Kind::count && q.unit->countable && q.unit->power <= 0 && q.fraction_digits == 0;
    advance(q.end);
  }

  void emit(Quantity& q) {
    const Offset end = q.numeral.text.end;
    add(std::move(q.numeral));
    advance(end);
  }

  void emit(const Label& label) {
    Numeral& n = add();
    n.text = label.text;
    n.number_class = label.number_class;
    n.period = label.period;
    if (label.number_class != NumberClass::date && label.number_class != NumberClass::period) read_label_value(n);
    advance(label.text.end);
  }

  // A numeral that is part of a word, and what it is worth.
  void emit_word(const ChineseNumber& number) {
    Numeral& n = add();
    n.text = n.number = {number.begin, number.end};
    n.number_class = context_.quoted(number.begin) ? NumberClass::name : NumberClass::part_of_word;
    n.chinese = true;
    n.value = number.value;
    advance(number.end);
  }

  // The one number inside a label; several have no value.
  void read_label_value(Numeral& n) const {
    int numbers = 0;
    for (Offset at = n.text.begin; at < n.text.end;) {
      const Character c = character_at(text_, at);
      const bool digit = is_digit(c.code);
      Offset end = at + c.size;
      if (digit || is_chinese_numeral(c.code)) {
        const ChineseNumber chinese = digit ? ChineseNumber{} : read_chinese(text_, at);
        end = digit ? end_of_digits(text_, at) : chinese.end;
        end = std::min(std::max(end, at + c.size), n.text.end);
        const std::int64_t value = digit ? small_value(text_, at, end) : 0;
        ++numbers;
        n.number = {at, end};
        n.chinese = !digit;
        n.value = digit                ? Decimal(std::max<std::int64_t>(value, 0))
                  : end == chinese.end ? chinese.value
                                       : read_chinese(text_.substr(0, end), at).value;
        if (value < 0) numbers = 2;
      }
      at = end;
    }
    if (numbers != 1) {
      n.number = {};
      n.value = Decimal();
    }
  }

  void advance(Offset end) {
    context_.floor = end;
    at_ = std::max(end, at_ + 1);
  }

  std::string_view text_;
  ScanOptions options_;
  Context context_;
  patterns::NegativeSearch negatives_;
  Offset at_ = 0;
  std::vector<Numeral> found_;
};

}  // namespace

std::vector<Numeral> scan(std::string_view text, const patterns::Library& library, ScanOptions options, std::vector<Numeral> room) {
  const ClosedUp closed = close_up(text);
  if (closed.text.empty()) return Scanner(text, library, options, std::move(room)).run();
  std::vector<Numeral> found = Scanner(closed.text, library, options, std::move(room)).run();
  const auto back = [&](TextRange& range) {
    if (!range.empty()) range = {closed.original(range.begin, false), closed.original(range.end, true)};
  };
  for (Numeral& n : found) {
    back(n.text);
    back(n.number);
    back(n.unit_text);
    back(n.comparator_text);
  }
  return found;
}

}  // namespace gouji::extractor
