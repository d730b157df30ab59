#include "corpus/aligned_segments.h"

#include <algorithm>
#include <array>

#include "corpus/characters.h"
#include "corpus/heading_words.h"

namespace gouji::corpus {
namespace {

constexpr bool is_dash(char32_t c) { return c == '-' || c == U'—' || c == U'－' || c == U'–' || c == U'―' || c == U'─'; }

constexpr bool beside_digits(char32_t c) {
  return c == ',' || c == '.' || c == '%' || c == U'％' || is_dash(c) || c == U'−' || c == '(' || c == ')' || c == U'（' || c == U'）' ||
         c == U'，' || c == U'．' || c == '+' || c == U'≥' || c == U'≤' || c == '>' || c == '<' || c == '=' || c == U'＞' || c == U'＜' ||
         c == U'‰' || is_private_use(c);
}

unsigned width_of(char32_t c, Measure measure) {
  if (c == '\t') return 8;
  const unsigned width = display_width(c);
  return measure == Measure::display || width == 0 ? width : 1;
}

// 合    计: a word set wide, as column headings and totals are.
bool is_one_word(std::string_view decoded, const Segment& left, const Segment& right) {
  constexpr unsigned widest = 12;  // blank columns between two letters
  static constexpr std::string_view words =
      "合计总计小计收入支出项目栏次行次预算决算金额备注科目名称编码单位类别序号年度指标内容数量单价部门其他本年上年得分分值权重比例说明目标";
  if (left.range.size() != 3 || right.range.size() != 3 || right.from > left.to + widest) return false;
  const std::string_view a = decoded.substr(left.range.begin, 3), b = decoded.substr(right.range.begin, 3);
  for (std::size_t at = 0; at + 6 <= words.size(); at += 6) {
    if (words.substr(at, 3) == a && words.substr(at + 3, 3) == b) return true;
  }
  return false;
}

// What stands from `at` to the next blank.
std::string_view word_at(std::string_view decoded, std::uint32_t at, std::uint32_t end) {
  std::uint32_t to = at;
  while (to < end && !is_space(character_at(decoded, to).code)) to += character_at(decoded, to).bytes;
  return decoded.substr(at, to - at);
}

// 1,286.40, -12.60, 7.35%, ——: what stands alone in a cell. A year, an ordinal or a count can stand in a name.
bool is_amount(std::string_view word) {
  const Segment::Kind kind = kind_of(word);
  if (kind == Segment::Kind::dash) return word.size() > 1;
  const std::size_t mark = word.find_first_of(".,");
  return kind == Segment::Kind::number && ((mark != std::string_view::npos && mark + 1 < word.size()) || word.ends_with("%"));
}

// 205, 08, 2050803: the code of a class, a sum or an item.
bool is_code(std::string_view word) { return word.size() >= 2 && word.size() <= 7 && word.find_first_not_of("0123456789") == std::string_view::npos; }

bool is_year(std::string_view word) { return word.size() == 4 && (word.starts_with("19") || word.starts_with("20")); }

// 万元, 亿元，比上年…: what goes on from the number before it. Behind an amount 年末结转和结余 and 个人所得税 are labels.
bool begins_unit(std::string_view word, std::string_view number) {
  static constexpr std::array<std::string_view, 6> labels{"年初", "年末", "年终", "个人", "个体", "日常"};
  if (!is_year(number) && std::any_of(labels.begin(), labels.end(), [&](std::string_view start) { return word.starts_with(start); })) return false;
  static constexpr std::array<std::string_view, 10> starts{"万", "亿", "元", "个", "％", "年", "月", "日", "季", "公里"};
  return std::any_of(starts.begin(), starts.end(), [&](std::string_view start) { return word.starts_with(start); });
}

constexpr std::size_t shortest_label = 6;  // bytes: no more than two characters behind a number can be its unit (株, 万亩)

// Columns that nearly touch are printed with one blank between them: "1,286.40 一、教育支出", "205 教育支出", "小计 12.60".
// 一、, （一）, 其中, 栏次: what opens a row.
bool opens_row(std::string_view word) {
  static constexpr std::array<std::string_view, 7> starts{"（", "其中", "栏次", "行次", "合计", "小计", "总计"};
  if (std::any_of(starts.begin(), starts.end(), [&](std::string_view start) { return word.starts_with(start); })) return true;
  const std::size_t comma = word.find("、");
  return comma != std::string_view::npos && comma <= 9 && word.find_first_not_of("一二三四五六七八九十") >= comma;
}

// 分值 得分: two whole headings.
bool are_headings(std::string_view left, std::string_view word) {
  constexpr std::size_t longest = 60;
  const std::size_t blank = left.find_last_of(' ');
  const std::string_view before = blank == std::string_view::npos ? left : left.substr(blank + 1);
  return before.size() <= longest && word.size() <= longest && is_heading_word(before) && is_heading_word(word);
}

// "2023 年执行数 2024 年预算数": print sets the digits of a year apart, and here the second heading begins with one.
bool begins_year_heading(std::string_view decoded, std::string_view left, std::string_view word, std::uint32_t behind, std::uint32_t end) {
  if (!is_year(word) || behind >= end) return false;
  const std::size_t blank = left.find_last_of(' ');
  const std::string_view before = blank == std::string_view::npos ? left : left.substr(blank + 1);
  const std::string_view next = word_at(decoded, behind + character_at(decoded, behind).bytes, end);
  return next.starts_with("年") && is_heading_word(before) && is_heading_word(next);
}

// A=B+C in a column of formulas.
bool is_formula(std::string_view word) {
  return word.find_first_of("=") != std::string_view::npos && word.find_first_not_of("ABCDEFGHIJKLMNOPQRSTUVWXYZ=+-") == std::string_view::npos;
}

// `first`: nothing stands left of `left` on its line, where rows have their numbers and codes.
bool stand_apart(std::string_view decoded, std::string_view left, bool first, std::uint32_t at, std::uint32_t end) {
  const std::string_view word = word_at(decoded, at, end);
  const Segment::Kind kind = kind_of(left);
  if (kind_of(word) != Segment::Kind::text) {
    if (kind != Segment::Kind::text) return is_digit(character_at(decoded, at).code) || is_amount(word);
    if (begins_year_heading(decoded, left, word, static_cast<std::uint32_t>(at + word.size()), end)) return true;
    const auto behind = static_cast<std::uint32_t>(at + word.size());
    const bool last = behind >= end;
    const std::string_view next = last ? std::string_view() : word_at(decoded, behind + character_at(decoded, behind).bytes, end);
    return is_amount(word) &&
           (last || next.empty() || kind_of(next) != Segment::Kind::text || (!begins_unit(next, word) && next.size() > shortest_label));
  }
  if (kind == Segment::Kind::text) return are_headings(left, word) || is_formula(word);
  if (opens_row(word) || word == "无") return true;
  return first && is_code(left) ? !begins_unit(word, left)
                                : (is_amount(left) || is_code(left)) && !begins_unit(word, left) && word.size() > shortest_label;
}

// Where "1,234.562,345.67" falls apart: a number ends two digits behind its point, as the second does. 0: it is one number.
std::uint32_t end_of_first_number(std::string_view s) {
  const std::size_t point = s.find('.');
  if (point == std::string_view::npos || point + 3 >= s.size() || point == 0) return 0;
  const std::string_view rest = s.substr(point + 3);
  const std::size_t second = rest.find('.');
  if (second == std::string_view::npos || second == 0 || second + 3 != rest.size()) return 0;
  const auto is_ascii_digit = [](char c) { return c >= '0' && c <= '9'; };
  const auto grouped = [&](char c) { return is_ascii_digit(c) || c == ','; };
  const std::string_view decimals = s.substr(point + 1, 2), more = rest.substr(second + 1);
  const bool sure = std::all_of(s.begin(), s.begin() + static_cast<std::ptrdiff_t>(point), grouped) &&
                    std::all_of(rest.begin(), rest.begin() + static_cast<std::ptrdiff_t>(second), grouped) && is_ascii_digit(rest.front()) &&
                    std::all_of(decimals.begin(), decimals.end(), is_ascii_digit) && std::all_of(more.begin(), more.end(), is_ascii_digit);
  return sure ? static_cast<std::uint32_t>(point + 3) : 0;
}

// Numbers that overflow their columns are printed without a blank between them.
void part_fused_numbers(std::string_view decoded, std::size_t first, std::vector<Segment>& out) {
  for (std::size_t i = first; i < out.size(); ++i) {
    if (out[i].kind != Segment::Kind::number) continue;
    const std::uint32_t end = end_of_first_number(decoded.substr(out[i].range.begin, out[i].range.size()));
    if (end == 0) continue;
    Segment right = out[i];
    right.range.begin += end;
    right.from += end;
    out[i].range.end = right.range.begin;
    out[i].to = right.from;
    out.insert(out.begin() + static_cast<std::ptrdiff_t>(i) + 1, right);
  }
}

}  // namespace

Segment::Kind kind_of(std::string_view content) {
  bool digits = false, dashes = true;
  for (std::size_t at = 0; at < content.size();) {
    const Character c = character_at(content, at);
    at += c.bytes;
    if (is_digit(c.code)) {
      digits = true;
    } else if (!beside_digits(c.code)) {
      return Segment::Kind::text;
    }
    dashes = dashes && is_dash(c.code);
  }
  if (digits) return Segment::Kind::number;
  return dashes && !content.empty() ? Segment::Kind::dash : Segment::Kind::text;
}

void append_segments(std::string_view decoded, const Line& line, Measure measure, unsigned gap, std::uint32_t number, std::vector<Segment>& out) {
  const std::size_t first = out.size();
  unsigned column = 0, blanks = gap;
  std::uint32_t at = line.start;
  if (line.start == line.begin || measure == Measure::display) {  // a part of a line knows its column, not its characters
    column = line.indent;
    at = line.begin;
  }
  const auto close = [&](Segment& s) { s.kind = kind_of(decoded.substr(s.range.begin, s.range.size())); };
  while (at < line.end) {
    const Character c = character_at(decoded, at);
    const unsigned width = width_of(c.code, measure);
    if (is_space(c.code)) {
      blanks += width;
    } else if (at >= line.begin) {
      bool apart = blanks >= gap || out.size() == first;
      if (!apart && blanks > 0) {
        const TextRange left = out.back().range;
        apart = stand_apart(decoded, decoded.substr(left.begin, left.size()), out.size() == first + 1, at, line.end);
      }
      if (apart) {
        if (out.size() > first) close(out.back());
        out.push_back({{at, at}, column, column, number, Segment::Kind::text});
      }
      out.back().range.end = at + c.bytes;
      out.back().to = column + width;
      blanks = 0;
    }
    column += width;
    at += c.bytes;
  }
  if (out.size() > first) close(out.back());
  part_fused_numbers(decoded, first, out);
  std::size_t kept = first;
  for (std::size_t i = first; i < out.size(); ++i) {
    if (kept > first && is_one_word(decoded, out[kept - 1], out[i])) {
      out[kept - 1].range.end = out[i].range.end;
      out[kept - 1].to = out[i].to;
    } else {
      out[kept++] = out[i];
    }
  }
  out.resize(kept);
}

}  // namespace gouji::corpus
