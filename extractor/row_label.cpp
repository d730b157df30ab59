#include "extractor/row_label.h"

#include <algorithm>
#include <array>

#include "extractor/characters.h"
#include "model/words.h"

namespace gouji::extractor {
namespace {

struct Counted {
  int value = 0;
  std::size_t length = 0;  // bytes
  bool han = false;
};

// 1…99 in ASCII or Chinese digits at the beginning.
Counted count_at(std::string_view text) {
  static constexpr std::array<std::string_view, 9> han{"一", "二", "三", "四", "五", "六", "七", "八", "九"};
  Counted out;
  while (out.length < text.size() && out.length < 3 && is_ascii_digit(text[out.length])) out.value = out.value * 10 + (text[out.length++] - '0');
  if (out.length > 0) return out;
  out.han = true;
  bool tens = false;
  while (out.length + 3 <= text.size()) {
    const std::string_view c = text.substr(out.length, 3);
    const auto digit = std::find_if(han.begin(), han.end(), [&](std::string_view d) { return begins(c, d); });
    if (digit != han.end()) {
      const int value = static_cast<int>(digit - han.begin()) + 1;
      out.value = tens ? out.value + value : value;
    } else if (c == "十") {
      out.value = out.value == 0 ? 10 : out.value * 10;
      tens = true;
    } else {
      break;
    }
    out.length += 3;
  }
  return out;
}

// ①…⑳
int circled(std::string_view text) {
  if (text.size() < 3 || text[0] != '\xE2' || text[1] != '\x91') return 0;
  const int value = static_cast<unsigned char>(text[2]) - 0x9F;
  return value >= 1 && value <= 20 ? value : 0;
}

// Takes a list number from the beginning of `text`.
bool take_number(std::string_view& text, RowLabel& out) {
  if (const int value = circled(text); value > 0) {
    out.style = "①";
    out.ordinal = value;
    text.remove_prefix(3);
    return true;
  }
  std::string_view rest = text;
  const bool open = drop_prefix(rest, words<"（ (">);
  const Counted number = count_at(rest);
  if (number.value == 0 || number.value > 99) return false;
  rest.remove_prefix(number.length);
  std::string mark;
  if (open) {
    if (!drop_prefix(rest, words<"） )">)) return false;
    mark = "）";
  } else if (drop_prefix(rest, words<"、 ， ,">)) {
    mark = "、";
  } else if (!number.han && (rest.starts_with(".") || rest.starts_with("．")) && !is_ascii_digit(rest.size() > 1 ? rest[1] : ' ')) {
    drop_prefix(rest, words<". ．">);
    mark = ".";
  } else if (!number.han && drop_prefix(rest, words<") ）">)) {
    mark = ")";
  } else {
    return false;
  }
  out.style = std::string(open ? "（" : "") + (number.han ? "一" : "1") + mark;
  out.ordinal = number.value;
  text = rest;
  return true;
}

bool take_of_which(std::string_view& text) {
  const bool taken = drop_prefix(text, words<"其中： 其中: 其中, 其中， #其中： #">);
  return taken || (text.size() > 6 && drop_prefix(text, words<"其中">));
}

// 指标1：清淤长度.
void drop_indicator_number(std::string_view& text) {
  std::string_view rest = text;
  if (!drop_prefix(rest, words<"指标">)) return;
  const std::size_t before = rest.size();
  while (!rest.empty() && is_ascii_digit(rest.front())) rest.remove_prefix(1);
  if (rest.size() == before || !drop_prefix(rest, words<"： : 、 .">) || rest.empty()) return;
  text = rest;
}

void take_code(std::string_view& text, RowLabel& out) {
  std::size_t digits = 0;
  while (digits < text.size() && is_ascii_digit(text[digits])) ++digits;
  if (digits == text.size() || !is_subject_code(text.substr(0, digits))) return;
  std::string_view rest = text.substr(digits);
  drop_prefix(rest, words<"- — | 、">);
  if (rest.empty() || !is_han(rest, 0)) return;
  out.code = text.substr(0, digits);
  text = rest;
}

// 产出指标（50分）: the weight is a figure of its own.
void drop_weight(std::string_view& text) {
  std::string_view rest = text;
  if (!drop_suffix(rest, words<"分） 分)">)) return;
  const std::size_t end = rest.size();
  while (!rest.empty() && (is_ascii_digit(rest.back()) || rest.back() == '.')) rest.remove_suffix(1);
  if (rest.size() == end || !drop_suffix(rest, words<"（ (">) || rest.empty()) return;
  text = rest;
}

}  // namespace

bool is_subject_code(std::string_view text) {
  return (text.size() == 3 || text.size() == 5 || text.size() == 7) && std::all_of(text.begin(), text.end(), is_ascii_digit) && text[0] != '0';
}

RowLabel read_row_label(std::string_view label) {
  RowLabel out;
  std::string_view text = label;
  out.of_which = take_of_which(text);
  take_number(text, out);
  out.of_which = take_of_which(text) || out.of_which;
  drop_indicator_number(text);
  if (out.style.empty() && drop_prefix(text, words<"—— — － - ● ▲ ★ *">)) out.style = "—";
  take_code(text, out);
  drop_suffix(text, words<"： :">);
  drop_weight(text);
  out.name = text;
  return out;
}

}  // namespace gouji::extractor
