#include "extractor/cell_reading.h"

#include <algorithm>
#include <cstdint>

#include "extractor/characters.h"
#include "extractor/quantities.h"
#include "model/words.h"

namespace gouji::extractor {
namespace {

constexpr std::size_t shortest_sentence = 12;
constexpr std::size_t shortest_prose = 24;  // characters; a shorter text with a stop in it is a label with its remark

std::size_t first_digit(std::string_view text) {
  for (std::size_t at = 0; at < text.size(); at += character_length(text, at))
    if (is_ascii_digit(text[at]) || is_wide_digit(text, at)) return at;
  return std::string_view::npos;
}

// ——, 无, …, /, ×: the cell says that there is nothing.
bool says_nothing(std::string_view text) {
  if (text.size() > 24) return false;
  if (text == "无" || text == "不适用" || text == "空") return true;
  for (std::size_t at = 0; at < text.size(); at += character_length(text, at)) {
    const std::string_view c = text.substr(at, character_length(text, at));
    if (!is_space(text, at) && !starts_with_any(c, words<"— – - － ─ … . / \\ × * 一 ＼ ／ · 、 _">)) return false;
  }
  return true;
}

bool is_prose(std::string_view text) {
  const std::size_t length = length_in_characters(text);
  if (length >= shortest_sentence && text.ends_with("。")) return true;
  if (length < shortest_prose) return false;
  return contains_any(text, words<"。 ； ， ;">);
}

// （1,234.56） is negative in accounts.
bool drop_brackets(std::string_view& text) {
  const bool wide = text.starts_with("（") && text.ends_with("）");
  const bool narrow = text.size() > 2 && text.front() == '(' && text.back() == ')';
  if (wide) text = text.substr(3, text.size() - 6);
  if (narrow) text = text.substr(1, text.size() - 2);
  return wide || narrow;
}

// A unit of dates: 2023年, 5月 in a cell of their own are no quantities.
bool is_date_unit(std::string_view unit) { return unit == "年" || unit == "月" || unit == "日" || unit == "号" || unit == "年度"; }

// The quantity that `text` (trimmed) is, whole; false where it is none.
bool whole_quantity(std::string_view text, std::size_t digit, const patterns::Library& library, Numeral& out) {
  numeral::Context context;
  context.text = text;
  context.library = &library;
  auto q = numeral::read_quantity(context, static_cast<numeral::Offset>(digit));
  if (!q) return false;
  const Numeral& n = q->numeral;
  std::uint32_t begin = n.text.begin;
  if (!n.comparator_text.empty()) begin = std::min(begin, n.comparator_text.begin);
  if (!trim(text.substr(0, begin)).empty() || !trim(text.substr(std::max(q->after, n.text.end))).empty()) return false;
  if (is_date_unit(text.substr(n.unit_text.begin, n.unit_text.size()))) return false;
  out = std::move(q->numeral);
  return true;
}

void shift(TextRange& range, std::uint32_t by) {
  range.begin += by;
  range.end += by;
}

// Most cells of a table: [-]digits, grouped by commas or not, with a point or not, and nothing else. What the numeral grammar makes of
// them, without the grammar; false leaves them to it.
bool bare_number(std::string_view text, Numeral& n) {
  constexpr std::size_t most_digits = 15;  // of longer ones the grammar says whether they are codes
  std::size_t at = text.starts_with('-') ? 1 : 0;
  std::int64_t value = 0;
  std::size_t digits = 0, group = 0;  // digits behind the last comma
  bool grouped = false, point = false;
  std::size_t decimals = 0;
  const bool zero_first = at + 1 < text.size() && text[at] == '0' && is_ascii_digit(text[at + 1]);
  for (; at < text.size(); ++at) {
    const char c = text[at];
    if (is_ascii_digit(c)) {
      value = value * 10 + (c - '0');
      if (++digits > most_digits) return false;
      ++(point ? decimals : group);
    } else if (c == ',' && !point && !zero_first && (grouped ? group == 3 : group >= 1 && group <= 3)) {
      grouped = true;
      group = 0;
    } else if (c == '.' && !point && group > 0) {
      point = true;
    } else {
      return false;
    }
  }
  if (digits == 0 || (grouped && group != 3) || (point && (decimals == 0 || decimals > 6))) return false;
  n.text = n.number = {0, static_cast<std::uint32_t>(text.size())};
  n.value = Decimal(text.front() == '-' ? -value : value, -static_cast<int>(decimals));
  n.decimals = static_cast<int>(decimals);
  return true;
}

// Into `n`, which is a new one; false: no number, and `n` is not to be used.
bool read_number(std::string_view text, const patterns::Library& library, Numeral& n) {
  std::string_view inner = trim(text);
  const bool bracketed = drop_brackets(inner);
  const std::size_t digit = first_digit(inner);
  if (digit == std::string_view::npos) return false;
  if (!bare_number(inner, n) && !whole_quantity(inner, digit, library, n)) return false;
  if (bracketed) {
    if (!n.unit_text.empty() || n.number.size() < 3) return false;  // （50分） and （1） are labels
    n.value = -n.value;
  }
  const auto by = static_cast<std::uint32_t>(inner.data() - text.data());
  for (TextRange* range : {&n.text, &n.number, &n.unit_text, &n.comparator_text}) shift(*range, by);
  return true;
}

UnitHint hint_of(const patterns::Unit& unit, std::string_view printed) {
  return {unit.kind, unit.code.empty() ? std::string(printed) : unit.code, unit.power, unit.countable};
}

// The last pair of brackets of the label: its content, and where it begins.
std::string_view last_bracket(std::string_view label, std::size_t& begin) {
  std::string_view text = trim_right(label);
  begin = std::string_view::npos;
  if (text.empty() || (text.back() != ')' && text.back() != ']' && text.back() != std::string_view("）").back())) return {};  // most labels
  for (const auto& [open, close] : {std::pair<std::string_view, std::string_view>{"（", "）"}, {"(", ")"}, {"（", ")"}, {"(", "）"}, {"[", "]"}}) {
    if (!text.ends_with(close)) continue;
    begin = text.rfind(open);
    if (begin == std::string_view::npos) continue;
    return trim(text.substr(begin + open.size(), text.size() - close.size() - begin - open.size()));
  }
  begin = std::string_view::npos;
  return {};
}

}  // namespace

std::string without_space(std::string_view text) {
  if (!may_have_space(text)) return std::string(text);
  std::string out;
  out.reserve(text.size());
  for (std::size_t at = 0; at < text.size();) {
    std::size_t run = at;  // of Han: no space and no digit
    while (run + 3 <= text.size() && is_han(text, run)) run += 3;
    out.append(text.substr(at, run - at));
    at = run;
    if (at == text.size()) break;
    const std::size_t length = character_length(text, at);
    if (is_wide_digit(text, at))
      out += static_cast<char>('0' + (static_cast<unsigned char>(text[at + 2]) - 0x90));
    else if (!is_space(text, at))
      out.append(text.substr(at, length));
    at += length;
  }
  return out;
}

void read_cell(std::string_view text, const patterns::Library& library, CellReading& cell) {
  const std::string_view trimmed = trim(text);
  if (trimmed.empty()) return;
  const bool digits = first_digit(trimmed) != std::string_view::npos;
  if (!digits && says_nothing(trimmed)) return;
  if (digits && trimmed.size() <= 64) {
    Numeral& n = cell.number;
    if (read_number(text, library, n)) {
      cell.shape = CellShape::number;
      cell.bare = n.unit_text.empty() && n.comparator_text.empty();
      cell.whole = cell.bare && n.value.exponent() >= 0;
      cell.year = cell.whole && n.value >= Decimal(1949) && n.value <= Decimal(2100) && n.number.size() == 4;
      return;
    }
    n = {};
  }
  cell.shape = is_prose(trimmed) ? CellShape::prose : digits ? CellShape::mixed : CellShape::label;
  if (cell.shape != CellShape::prose) cell.label = without_space(trimmed);
}

std::optional<UnitHint> unit_in_brackets(std::string_view label, const patterns::Library& library) {
  std::size_t begin = 0;
  const std::string_view inside = last_bracket(label, begin);
  std::string_view unit = inside;
  drop_prefix(unit, words<"单位： 单位:">);
  if (unit.empty()) {
    if (label.ends_with("%") || label.ends_with("％")) return UnitHint{Kind::ratio, "1", -2, false};
    return std::nullopt;
  }
  if (unit == "+、-%" || unit == "±%" || unit == "+-%" || unit == "+/-%") unit = "%";
  const auto hit = library.units().exact(unit);
  if (!hit) return std::nullopt;
  return hint_of(*hit.entry, unit);
}

std::string_view without_unit(std::string_view label, const patterns::Library& library) {
  std::size_t begin = 0;
  const std::string_view inside = last_bracket(label, begin);
  if (begin != std::string_view::npos && begin > 0 && library.units().exact(inside)) return trim_right(label.substr(0, begin));
  return label;
}

std::optional<UnitHint> unit_of_caption(std::string_view caption, const patterns::Library& library) {
  const std::string text = without_space(caption);
  std::size_t at = std::string::npos;
  for (const std::string_view word : {"单位：", "单位:", "单位为"})
    if (const std::size_t found = text.rfind(word); found != std::string::npos) at = found + word.size();
  if (at == std::string::npos) return unit_in_brackets(text, library);
  std::string_view unit = std::string_view(text).substr(at);
  drop_prefix(unit, words<"人民币">);
  const auto hit = library.units().prefix(unit);
  if (!hit) return std::nullopt;
  return hint_of(*hit.entry, unit.substr(0, hit.length));
}

}  // namespace gouji::extractor
