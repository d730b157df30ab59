#include "extractor/chinese_numerals.h"

#include <array>
#include <utility>

#include "extractor/arabic_numerals.h"

namespace gouji::extractor::numeral {
namespace {

constexpr std::int64_t ten_thousand = 10'000, hundred_million = 100'000'000;
constexpr int max_characters = 64;  // a longer run is no number; keeps hostile input linear
constexpr int max_digits = 30;

struct Numeral {
  char32_t character;
  Token token;
  std::int64_t value;
};
constexpr std::array numerals = {
    Numeral{U'零', Token::zero, 0},
    Numeral{U'〇', Token::zero, 0},
    Numeral{U'○', Token::zero, 0},
    Numeral{U'一', Token::digit, 1},
    Numeral{U'二', Token::digit, 2},
    Numeral{U'三', Token::digit, 3},
    Numeral{U'四', Token::digit, 4},
    Numeral{U'五', Token::digit, 5},
    Numeral{U'六', Token::digit, 6},
    Numeral{U'七', Token::digit, 7},
    Numeral{U'八', Token::digit, 8},
    Numeral{U'九', Token::digit, 9},
    Numeral{U'两', Token::digit, 2},
    Numeral{U'兩', Token::digit, 2},
    Numeral{U'幺', Token::digit, 1},
    Numeral{U'壹', Token::digit, 1},
    Numeral{U'贰', Token::digit, 2},
    Numeral{U'貳', Token::digit, 2},
    Numeral{U'弍', Token::digit, 2},
    Numeral{U'叁', Token::digit, 3},
    Numeral{U'參', Token::digit, 3},
    Numeral{U'叄', Token::digit, 3},
    Numeral{U'肆', Token::digit, 4},
    Numeral{U'伍', Token::digit, 5},
    Numeral{U'陆', Token::digit, 6},
    Numeral{U'陸', Token::digit, 6},
    Numeral{U'柒', Token::digit, 7},
    Numeral{U'捌', Token::digit, 8},
    Numeral{U'玖', Token::digit, 9},
    Numeral{U'十', Token::unit, 10},
    Numeral{U'拾', Token::unit, 10},
    Numeral{U'百', Token::unit, 100},
    Numeral{U'佰', Token::unit, 100},
    Numeral{U'千', Token::unit, 1000},
    Numeral{U'仟', Token::unit, 1000},
    Numeral{U'万', Token::big, ten_thousand},
    Numeral{U'萬', Token::big, ten_thousand},
    Numeral{U'亿', Token::big, hundred_million},
    Numeral{U'億', Token::big, hundred_million},
    Numeral{U'廿', Token::tens, 20},
    Numeral{U'卅', Token::tens, 30},
    Numeral{U'点', Token::point, 0},
    Numeral{U'點', Token::point, 0},
};

// One bit for each value of the low twelve bits of a code point that a numeral has.
constexpr std::array<std::uint64_t, 64> make_filter() {
  std::array<std::uint64_t, 64> bits{};
  for (const Numeral& n : numerals) bits[n.character >> 6 & 63U] |= std::uint64_t{1} << (n.character & 63U);
  return bits;
}
constexpr auto filter = make_filter();
constexpr bool may_be_numeral(char32_t c) { return (filter[c >> 6 & 63U] >> (c & 63U) & 1U) != 0; }

// Where a numeral stands in `numerals`, by its code point modulo the smallest number that tells them all apart.
consteval std::size_t find_modulus() {
  for (std::size_t modulus = numerals.size();; ++modulus) {
    std::array<bool, 1024> taken{};
    bool apart = true;
    for (const Numeral& n : numerals) apart = apart && !std::exchange(taken.at(n.character % modulus), true);
    if (apart) return modulus;
  }
}
constexpr std::size_t modulus = find_modulus();
constexpr std::array<std::uint8_t, modulus> make_places() {
  std::array<std::uint8_t, modulus> places{};  // of one that is no numeral's: the first
  for (std::size_t i = 0; i < numerals.size(); ++i) places[numerals[i].character % modulus] = static_cast<std::uint8_t>(i);
  return places;
}
constexpr auto places = make_places();

// Reads the integer part token by token. Sections of 万 and 亿 are closed as they come; a digit that the grammar cannot
// place ends the number before it.
class Reader {
 public:
  Reader(std::string_view text, Offset at) : text_(text), at_(at) {}

  ChineseNumber read() {
    number_.begin = at_;
    number_.end = at_;
    while (number_.characters < max_characters && step()) {
    }
    finish_integer();
    if (number_) read_fraction();
    return number_;
  }

 private:
  // Takes one token; false when it cannot belong to the number.
  bool step() {
    const Character c = character_at(text_, at_);
    if (is_digit(c.code)) return arabic();
    ChineseCharacter t = chinese_character(c.code);
    if (positional_run() && pending_digits_ > 0 && (c.code == U'洞' || c.code == U'拐')) {
      t = c.code == U'洞' ? ChineseCharacter{Token::zero, 0} : ChineseCharacter{Token::digit, 7};
    }
    bool taken = false;
    switch (t.token) {
      case Token::digit:
        taken = digit(t.value);
        break;
      case Token::zero:
        return zero(c);
      case Token::unit:
        taken = unit(t.value);
        break;
      case Token::big:
        taken = big(t.value);
        break;
      case Token::tens:
        taken = tens(t.value);
        break;
      case Token::point:
      case Token::none:
        return false;
    }
    if (taken) accept(c);
    return taken;
  }

  void accept(Character c) {
    at_ += c.size;
    number_.end = at_;
    ++number_.characters;
  }

  bool positional_run() const { return last_multiplier_ == 0; }

  bool digit(std::int64_t value) {
    if (pending_digits_ > 0) {
      if (!positional_run() || pending_digits_ >= 18) return false;
      pending_ = pending_ * 10 + value;
    } else {
      pending_ = value;
    }
    ++pending_digits_;
    any_digit_ = true;
    return true;
  }

  // A zero inside 一百零一 is taken, but the number does not end with it.
  bool zero(Character c) {
    if (positional_run()) {
      if (pending_digits_ >= 18) return false;
      pending_ *= 10;
      ++pending_digits_;
      any_digit_ = true;
      accept(c);
      return true;
    }
    if (pending_digits_ > 0 || zero_) return false;
    zero_ = true;
    at_ += c.size;
    ++number_.characters;
    return true;
  }

  bool tens(std::int64_t value) {
    if (pending_digits_ > 0 || (last_small_ != 0 && last_small_ <= 10)) return false;
    section_ += value;
    last_small_ = 10;
    any_digit_ = true;
    return multiplied(10);
  }

  bool unit(std::int64_t value) {
    if (last_small_ != 0 && value >= last_small_) return false;
    if (pending_digits_ > 1 && !(positional_run() && leading_zero_only())) return false;
    if (pending_digits_ == 0 && last_multiplier_ != 0 && value != 10 && !zero_) return false;
    if (pending_digits_ == 0 && value == 10) any_digit_ = true;
    section_ += (pending_digits_ == 0 || pending_ == 0 ? 1 : pending_) * value;
    last_small_ = value;
    return multiplied(value);
  }
  bool leading_zero_only() const { return pending_ < 10; }

  bool big(std::int64_t value) {
    if (pending_digits_ > 4 && !arabic_pending_) return false;
    std::int64_t below = section_ + pending_;
    const bool bare = below == 0 && wan_ == 0 && yi_ == 0 && last_multiplier_ == 0 && pending_digits_ == 0;
    if (bare) below = 1;
    if (value == ten_thousand) {
      if (below == 0 || wan_ != 0 || below > 999'999'999'999) return false;
      wan_ = below * ten_thousand;
      tail_power_ = 4;
    } else {
      const int inner = below == 0 && wan_ != 0 ? 4 : 0;
      below += wan_;
      if (below == 0 || yi_ != 0 || below > 99'999'999'999) return false;
      yi_ = below;
      wan_ = 0;
      tail_power_ = 8 + inner;
    }
    section_ = 0;
    last_small_ = 0;
    multiplied(value);
    ends_big_ = true;
    return true;
  }

  bool multiplied(std::int64_t value) {
    pending_ = 0;
    pending_digits_ = 0;
    arabic_pending_ = false;
    last_multiplier_ = value;
    zero_ = false;
    ends_big_ = false;
    return true;
  }

  // A run of digits inside: "1百01", "1万600", "四千230"; it must fit below the multiplier before it.
  bool arabic() {
    const bool first = number_.characters == 0;
    if ((!first && last_multiplier_ == 0) || pending_digits_ > 0) return false;
    const Offset end = end_of_digits(text_, at_);
    const int digits = count_digits(text_, at_, end);
    const std::int64_t value = small_value(text_, at_, end);
    if (digits > 12 || value < 0 || (!first && value >= last_multiplier_)) return false;
    const Character after = character_at(text_, end);
    if (!first && (is_point(after.code) || after.code == U',' || (digits == 4 && begins_with(text_, end, "年")))) return false;
    pending_ = value;
    pending_digits_ = digits;
    arabic_pending_ = true;
    any_digit_ = true;
    zero_ = zero_ || (!first && digits > 1);
    number_.characters += digits;
    at_ = end;
    number_.end = end;
    return true;
  }

  void finish_integer() {
    at_ = number_.end;
    if (!number_) return;
    // 三万五 is 35000, 两千六 2600, 一百二 120; 一万零五 is 10005.
    std::int64_t rest = pending_;
    if (pending_digits_ == 1 && last_multiplier_ >= 100 && !zero_ && pending_ > 0) rest = pending_ * (last_multiplier_ / 10);
    const auto low = static_cast<Decimal::Coefficient>(wan_) + section_ + rest;
    number_.digits_only = last_multiplier_ == 0;
    number_.positional = number_.digits_only && pending_digits_ > 1;
    number_.only_multiplier = !any_digit_;
    number_.tail_power = ends_big_ && pending_digits_ == 0 ? tail_power_ : 0;
    Decimal::Coefficient value = static_cast<Decimal::Coefficient>(yi_) * hundred_million + low;
    integer_ = value;
    for (int i = 0; i < number_.tail_power; ++i) value /= 10;
    number_.head = Decimal(value, 0);
    number_.value = Decimal(value, number_.tail_power);
  }

  // 点 and digits one by one, then perhaps 万 or 亿, which multiplies all of it.
  void read_fraction() {
    const Character point = character_at(text_, number_.end);
    if (chinese_character(point.code).token != Token::point) return;
    Offset at = number_.end + point.size;
    Decimal::Coefficient value = integer_;
    int digits = 0;
    int total = 0;
    for (Decimal::Coefficient v = value; v != 0; v /= 10) ++total;
    for (; digits < 18 && total < max_digits; ++digits, ++total) {
      const Character c = character_at(text_, at);
      const ChineseCharacter t = chinese_character(c.code);
      const int arabic = digit_value(c.code);
      if (arabic < 0 && t.token != Token::digit && t.token != Token::zero) break;
      value = value * 10 + (arabic >= 0 ? arabic : static_cast<int>(t.value));
      at += c.size;
    }
    const ChineseCharacter after = chinese_character(character_at(text_, at).code);
    if (digits == 0 || after.token == Token::unit) return;  // 三点三十分 is a time
    int power = 0;
    for (ChineseCharacter t = after; t.token == Token::big && power < 12; t = chinese_character(character_at(text_, at).code)) {
      power += t.value == ten_thousand ? 4 : 8;
      at += character_at(text_, at).size;
    }
    number_.end = at;
    number_.characters += digits + 1;
    number_.has_point = true;
    number_.positional = false;
    number_.head = Decimal(value, -digits);
    number_.tail_power = power;
    number_.value = Decimal(value, power - digits);
  }

  std::string_view text_;
  Offset at_;
  ChineseNumber number_;
  std::int64_t yi_ = 0, wan_ = 0, section_ = 0, pending_ = 0;
  int pending_digits_ = 0;
  std::int64_t last_small_ = 0, last_multiplier_ = 0;
  int tail_power_ = 0;
  bool zero_ = false, any_digit_ = false, arabic_pending_ = false, ends_big_ = false;
  Decimal::Coefficient integer_ = 0;
};

}  // namespace

ChineseCharacter chinese_character(char32_t c) {
  if (!may_be_numeral(c)) return {};
  const Numeral& n = numerals[places[c % modulus]];
  return n.character == c ? ChineseCharacter{n.token, n.value} : ChineseCharacter{};
}

bool is_chinese_numeral(char32_t c) {
  const Token token = chinese_character(c).token;
  return token != Token::none && token != Token::point;
}

ChineseNumber read_chinese(std::string_view text, Offset at) { return Reader(text, at).read(); }

}  // namespace gouji::extractor::numeral
