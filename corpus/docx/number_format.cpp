#include "corpus/docx/number_format.h"

#include <algorithm>
#include <array>
#include <iterator>

#include "corpus/utf8.h"

namespace gouji::corpus::docx {
namespace {

using Characters = std::u32string_view;

void append(std::string& out, char32_t c) {
  std::array<char, 4> bytes{};
  out.append(bytes.data(), write_utf8(bytes.data(), c));
}

// Each digit by itself.
std::string by_digits(Characters digits, int n) {
  std::string out;
  for (const char digit : std::to_string(n)) append(out, digits[static_cast<std::size_t>(digit - '0')]);
  return out;
}

// One character for each number, and digits beyond them.
std::string from_set(Characters set, int n) {
  if (n < 1 || static_cast<std::size_t>(n) > set.size()) return std::to_string(n);
  std::string out;
  append(out, set[static_cast<std::size_t>(n - 1)]);
  return out;
}

// The set over and over.
std::string around_set(Characters set, int n) { return from_set(set, (n - 1) % static_cast<int>(set.size()) + 1); }

std::string from_range(char32_t first, int size, int n) {
  if (n > size) return std::to_string(n);
  std::string out;
  append(out, first + static_cast<char32_t>(n - 1));
  return out;
}

// A … Z, AA, BB …
std::string by_repeated_letters(char first, int n) {
  constexpr int letters = 26, most = 30;
  const int times = (n - 1) / letters + 1;
  if (times > most) return std::to_string(n);
  return std::string(static_cast<std::size_t>(times), static_cast<char>(first + (n - 1) % letters));
}

std::string roman(int n, bool upper) {
  struct Step {
    int value;
    std::string_view text;
  };
  static constexpr std::array<Step, 13> steps{{{1000, "m"},
                                               {900, "cm"},
                                               {500, "d"},
                                               {400, "cd"},
                                               {100, "c"},
                                               {90, "xc"},
                                               {50, "l"},
                                               {40, "xl"},
                                               {10, "x"},
                                               {9, "ix"},
                                               {5, "v"},
                                               {4, "iv"},
                                               {1, "i"}}};
  constexpr int most = 32767;
  if (n > most) return std::to_string(n);
  std::string out;
  for (const Step& step : steps) {
    for (; n >= step.value; n -= step.value) out += step.text;
  }
  if (upper) std::transform(out.begin(), out.end(), out.begin(), [](char c) { return static_cast<char>(c - 'a' + 'A'); });
  return out;
}

// 一 … 十, 十一 … 九十九, then digits: 一○○.
std::string counted_to_hundred(Characters digits, int n) {
  if (n >= 100) return by_digits(digits, n);
  std::string out;
  if (n >= 20) append(out, digits[static_cast<std::size_t>(n / 10)]);
  if (n >= 10) append(out, U'十');
  if (n % 10 > 0) append(out, digits[static_cast<std::size_t>(n % 10)]);
  return out;
}

// Numbers with 十, 百, 千 and 万.
struct Counting {
  Characters digits;
  Characters places;     // of ten, hundred, thousand, ten thousand
  bool zeros = true;     // 一百零一
  bool one_ten = false;  // 壹拾 for ten alone
  bool ones = true;      // 一百; false: 百
};

std::string counted_below_myriad(const Counting& system, int n, bool leading) {
  std::string out;
  bool zero = !leading;  // a place was left out above what follows
  int divisor = 1000;
  for (std::size_t place = 3; divisor > 0; divisor /= 10, --place) {
    const int digit = n / divisor % 10;
    if (digit == 0) {
      zero = true;
      continue;
    }
    if (zero && system.zeros && (!out.empty() || !leading)) append(out, system.digits[0]);
    zero = false;
    const bool bare_ten = place == 1 && leading && out.empty() && !system.one_ten;
    const bool unsaid = digit == 1 && place > 0 && (bare_ten || !system.ones);
    if (!unsaid) append(out, system.digits[static_cast<std::size_t>(digit)]);
    if (place > 0) append(out, system.places[place - 1]);
  }
  return out;
}

std::string counted(const Counting& system, int n) {
  constexpr int myriad = 10000;
  if (n < myriad) return counted_below_myriad(system, n, true);
  if (n >= myriad * myriad) return std::to_string(n);
  std::string out = counted_below_myriad(system, n / myriad, true);
  append(out, system.places[3]);
  const int rest = n % myriad;
  if (rest == 0) return out;
  return out + counted_below_myriad({system.digits, system.places, false, true, system.ones}, rest, false);  // Word writes no 零 here
}

constexpr Characters han = U"〇一二三四五六七八九", circle_han = U"○一二三四五六七八九", zero_han = U"零一二三四五六七八九",
                     legal_simplified = U"零壹贰叁肆伍陆柒捌玖", legal_traditional = U"零壹貳參肆伍陸柒捌玖",
                     legal_japanese = U"〇壱弐参四伍六七八九", hangul = U"영일이삼사오육칠팔구", full_width = U"０１２３４５６７８９";
constexpr Characters stems = U"甲乙丙丁戊己庚辛壬癸", branches = U"子丑寅卯辰巳午未申酉戌亥";
constexpr Characters aiueo = U"アイウエオカキクケコサシスセソタチツテトナニヌネノハヒフヘホマミムメモヤユヨラリルレロワヲン",
                     aiueo_half = U"ｱｲｳｴｵｶｷｸｹｺｻｼｽｾｿﾀﾁﾂﾃﾄﾅﾆﾇﾈﾉﾊﾋﾌﾍﾎﾏﾐﾑﾒﾓﾔﾕﾖﾗﾘﾙﾚﾛﾜｦﾝ",
                     iroha = U"イロハニホヘトチリヌルヲワカヨタレソツネナラムウヰノオクヤマケフコエテアサキユメミシヱヒモセスン",
                     iroha_half = U"ｲﾛﾊﾆﾎﾍﾄﾁﾘﾇﾙｦﾜｶﾖﾀﾚｿﾂﾈﾅﾗﾑｳヰﾉｵｸﾔﾏｹﾌｺｴﾃｱｻｷﾕﾒﾐｼヱﾋﾓｾｽﾝ", ganada = U"가나다라마바사아자차카타파하",
                     chosung = U"ㄱㄴㄷㄹㅁㅂㅅㅇㅈㅊㅋㅌㅍㅎ", russian = U"абвгдежзиклмнопрстуфхцчшщыэюя", chicago = U"*†‡§";

std::string sexagenary(int n) { return around_set(stems, n) + around_set(branches, n); }

std::string korean_legal(int n) {
  static constexpr std::array<std::string_view, 10> ones{"", "하나", "둘", "셋", "넷", "다섯", "여섯", "일곱", "여덟", "아홉"};
  static constexpr std::array<std::string_view, 10> tens{"", "열", "스물", "서른", "마흔", "쉰", "예순", "일흔", "여든", "아흔"};
  if (n >= 100) return std::to_string(n);
  return std::string(tens[static_cast<std::size_t>(n / 10)]).append(ones[static_cast<std::size_t>(n % 10)]);
}

std::string ordinal(int n) {
  const int last = n % 10, teens = n / 10 % 10;
  const bool plain = teens == 1 || last == 0 || last > 3;
  return std::to_string(n) + (plain ? "th" : last == 1 ? "st" : last == 2 ? "nd" : "rd");
}

std::string repeated(Characters set, int n) {
  constexpr int most = 30;
  const int times = (n - 1) / static_cast<int>(set.size()) + 1;
  if (times > most) return std::to_string(n);
  std::string out;
  for (int i = 0; i < times; ++i) out += around_set(set, n);
  return out;
}

std::string hexadecimal(int n) {
  std::string out;
  for (auto rest = static_cast<unsigned>(n); rest > 0; rest /= 16) out.insert(out.begin(), "0123456789ABCDEF"[rest % 16]);
  return out;
}

struct Format {
  std::string_view name;
  std::string (*print)(int);
};

constexpr Format formats[] = {
    {"aiueo", [](int n) { return around_set(aiueo_half, n); }},
    {"aiueoFullWidth", [](int n) { return around_set(aiueo, n); }},
    {"chicago", [](int n) { return repeated(chicago, n); }},
    {"chineseCounting", [](int n) { return counted_to_hundred(circle_han, n); }},
    {"chineseCountingThousand",
     [](int n) {
       return counted({zero_han, U"十百千万"}, n);
     }},
    {"chineseLegalSimplified",
     [](int n) {
       return counted({legal_simplified, U"拾佰仟萬", true, true}, n);
     }},
    {"chosung", [](int n) { return around_set(chosung, n); }},
    {"decimal", [](int n) { return std::to_string(n); }},
    {"decimalEnclosedCircle", [](int n) { return from_range(0x2460, 20, n); }},
    {"decimalEnclosedCircleChinese", [](int n) { return from_range(0x2460, 20, n); }},
    {"decimalEnclosedFullstop", [](int n) { return from_range(0x2488, 20, n); }},
    {"decimalEnclosedParen", [](int n) { return from_range(0x2474, 20, n); }},
    {"decimalFullWidth", [](int n) { return by_digits(full_width, n); }},
    {"decimalFullWidth2", [](int n) { return by_digits(full_width, n); }},
    {"decimalHalfWidth", [](int n) { return std::to_string(n); }},
    {"decimalZero", [](int n) { return (n < 10 ? "0" : "") + std::to_string(n); }},
    {"ganada", [](int n) { return around_set(ganada, n); }},
    {"hex", [](int n) { return hexadecimal(n); }},
    {"ideographDigital", [](int n) { return by_digits(han, n); }},
    {"ideographEnclosedCircle", [](int n) { return from_range(0x3220, 10, n); }},  // Word prints ㈠, not ㊀
    {"ideographLegalTraditional",
     [](int n) {
       return counted({legal_traditional, U"拾佰仟萬", true, true}, n);
     }},
    {"ideographTraditional", [](int n) { return from_set(stems, n); }},
    {"ideographZodiac", [](int n) { return from_set(branches, n); }},
    {"ideographZodiacTraditional", [](int n) { return n > 60 ? std::to_string(n) : sexagenary(n); }},
    {"iroha", [](int n) { return around_set(iroha_half, n); }},
    {"irohaFullWidth", [](int n) { return around_set(iroha, n); }},
    {"japaneseCounting",
     [](int n) {
       return counted({han, U"十百千万", false, false, false}, n);
     }},
    {"japaneseDigitalTenThousand", [](int n) { return by_digits(han, n); }},
    {"japaneseLegal",
     [](int n) {
       return counted({legal_japanese, U"拾百阡萬", false, true}, n);
     }},
    {"koreanCounting",
     [](int n) {
       return counted({hangul, U"십백천만", false, false, false}, n);
     }},
    {"koreanDigital", [](int n) { return by_digits(hangul, n); }},
    {"koreanDigital2", [](int n) { return by_digits(zero_han, n); }},
    {"koreanLegal", [](int n) { return korean_legal(n); }},
    {"lowerLetter", [](int n) { return by_repeated_letters('a', n); }},
    {"lowerRoman", [](int n) { return roman(n, false); }},
    {"numberInDash", [](int n) { return "- " + std::to_string(n) + " -"; }},
    {"ordinal", [](int n) { return ordinal(n); }},
    {"russianLower", [](int n) { return repeated(russian, n); }},
    {"taiwaneseCounting", [](int n) { return counted_to_hundred(circle_han, n); }},
    {"taiwaneseCountingThousand",
     [](int n) {
       return counted({zero_han, U"十百千萬"}, n);
     }},
    {"taiwaneseDigital", [](int n) { return by_digits(circle_han, n); }},
    {"upperLetter", [](int n) { return by_repeated_letters('A', n); }},
    {"upperRoman", [](int n) { return roman(n, true); }},
};

}  // namespace

std::string format_number(std::string_view format, int n) {
  if (format == "none" || format == "bullet") return {};
  if (n < 1) return n == 0 && format == "decimalZero" ? "00" : std::to_string(n);
  const auto found = std::find_if(std::begin(formats), std::end(formats), [&](const Format& f) { return f.name == format; });
  return found == std::end(formats) ? std::to_string(n) : found->print(n);
}

std::string format_custom_number(std::string_view pattern, int n) {
  const std::string_view first = pattern.substr(0, pattern.find(','));
  std::string out = std::to_string(n);
  constexpr std::size_t widest = 10;
  const bool padded = first.starts_with('0') && first.find_first_not_of("0123456789") == std::string_view::npos;
  if (padded && n >= 0 && first.size() <= widest && out.size() < first.size()) out.insert(0, first.size() - out.size(), '0');
  return out;
}

}  // namespace gouji::corpus::docx
