#include "corpus/parted_headings.h"

#include <algorithm>
#include <climits>
#include <cmath>

#include "corpus/characters.h"
#include "corpus/squeezed.h"

namespace gouji::corpus {
namespace {

// The parts of a segment between its single blanks.
std::vector<Segment> parts_of(std::string_view decoded, const Segment& s) {
  unsigned characters = 0, display = 0;  // which measure the segment's width is in
  for (std::uint32_t at = s.range.begin; at < s.range.end; at += character_at(decoded, at).bytes) {
    ++characters;
    display += display_width(character_at(decoded, at).code);
  }
  const bool counts_characters = s.width() == characters || s.width() != display;
  std::vector<Segment> parts;
  unsigned column = s.from;
  bool blank = true;
  for (std::uint32_t at = s.range.begin; at < s.range.end;) {
    const Character c = character_at(decoded, at);
    const unsigned width = counts_characters ? 1 : display_width(c.code);
    if (is_space(c.code)) {
      blank = true;
    } else {
      if (blank) parts.push_back({{at, at}, column, column, s.line, Segment::Kind::text});
      parts.back().range.end = at + c.bytes;
      parts.back().to = column + width;
      blank = false;
    }
    column += width;
    at += c.bytes;
  }
  return parts;
}

// A line close above or below has a segment with its middle where this one's is, and no wider than `widest`.
template <class Counts>
bool has_partner(const std::vector<Segment>& segments, const Segment& part, unsigned widest, const Counts& counts) {
  constexpr unsigned near = 3;
  return std::any_of(segments.begin(), segments.end(), [&](const Segment& other) {
    const unsigned apart = other.line > part.line ? other.line - part.line : part.line - other.line;
    return apart > 0 && apart <= near && overlap(part.from, part.to, other.from, other.to) > 0 && std::abs(part.centre() - other.centre()) <= 1.0 &&
           other.width() <= widest && counts(other);
  });
}

// 国有资 财政专 over 本经营 户管理: two lines of the same headings.
bool are_twins(const std::vector<Segment>& a, const std::vector<Segment>& b) {
  return a.size() == b.size() &&
         std::equal(a.begin(), a.end(), b.begin(), [](const Segment& x, const Segment& y) { return std::abs(x.centre() - y.centre()) <= 1.0; });
}

// 收入 under the middle one of 事业单位经营 上级补助 附属单位上.
bool is_line_of(const Segment& other, const std::vector<Segment>& parts) {
  return std::any_of(parts.begin(), parts.end(),
                     [&](const Segment& p) { return std::abs(p.centre() - other.centre()) <= 1.0 && other.width() <= p.width(); });
}

// 项目支出 合计: with these words a heading begins.
bool opens_heading(std::string_view decoded, const std::vector<Segment>& parts) {
  constexpr std::size_t shortest = 12;  // bytes: four characters
  for (std::size_t i = 1; i < parts.size(); ++i) {
    const std::string_view word = decoded.substr(parts[i].range.begin, parts[i].range.size());
    if ((word == "合计" || word == "小计") && parts[i - 1].range.size() >= shortest) return true;
  }
  return false;
}

// 2024年 预算数, 第 1 季度: a number is part of the heading that it stands in.
bool holds_digit(std::string_view decoded, const Segment& s) {
  for (std::uint32_t at = s.range.begin; at < s.range.end; at += character_at(decoded, at).bytes)
    if (is_digit(character_at(decoded, at).code)) return true;
  return false;
}

// 基本支出 项目支出 上缴上级支出: whole headings of columns that nearly touch. Over one column alone they are none,
// over as many as they are for sure.
enum class Headings : std::uint8_t { no, likely, sure };
Headings are_headings(std::string_view decoded, const std::vector<Segment>& parts, const std::vector<Column>& columns) {
  constexpr std::uint32_t shortest = 6;  // bytes: two characters
  const auto whole = [&](const Segment& p) { return p.range.size() >= shortest && !holds_digit(decoded, p); };
  if (!std::all_of(parts.begin(), parts.end(), whole)) return Headings::no;
  constexpr unsigned moved = 3;  // labels shift what is printed behind them
  bool over_one = true;
  for (const unsigned left : {0U, moved}) {
    const unsigned from = parts.front().from - std::min(parts.front().from, left), to = parts.back().to + moved - left;
    const auto under = std::count_if(columns.begin(), columns.end(), [&](const Column& c) { return overlap(c.from, c.to, from, to) > 0; });
    if (under == static_cast<std::ptrdiff_t>(parts.size())) return Headings::sure;
    over_one = over_one && under == 1;
  }
  return over_one ? Headings::no : Headings::likely;
}

// 类 款 项 over three columns.
bool heads_parts_of_code(std::string_view decoded, const Segment& s, const std::vector<Column>& columns) {
  constexpr unsigned reach = 8;
  const Squeezed text(decoded.substr(s.range.begin, s.range.size()), true, 30);
  const auto values = std::count_if(columns.begin(), columns.end(), [&](const Column& c) { return c.values && c.from < s.to + reach; });
  return text.view() == "类款项" && values >= 3;
}

}  // namespace

std::vector<Segment> parted(std::string_view decoded, const std::vector<Segment>& segments, const std::vector<Column>& columns) {
  std::vector<Segment> out;
  for (const Segment& s : segments) {
    const std::vector<Segment> parts = parts_of(decoded, s);
    const auto is_word = [&](const Segment& p) {
      return p.width() >= 2 && kind_of(decoded.substr(p.range.begin, p.range.size())) == Segment::Kind::text;  // 2022 年末余额 is one
    };
    const bool words = parts.size() >= 2 && s.width() >= 6 && std::all_of(parts.begin(), parts.end(), is_word);
    const Headings headings = words ? are_headings(decoded, parts, columns) : Headings::no;
    const auto whole = [&](const Segment& other) { return !is_line_of(other, parts) && !are_twins(parts, parts_of(decoded, other)); };
    const auto any = [](const Segment&) { return true; };
    const bool apart = headings == Headings::sure || heads_parts_of_code(decoded, s, columns) || (words && opens_heading(decoded, parts)) ||
                       (words && !has_partner(segments, s, UINT_MAX, whole) &&
                        (headings == Headings::likely ||
                         std::any_of(parts.begin(), parts.end(), [&](const Segment& p) { return has_partner(segments, p, p.width() + 1, any); })));
    if (apart) {
      out.insert(out.end(), parts.begin(), parts.end());
    } else {
      out.push_back(s);
    }
  }
  return out;
}

}  // namespace gouji::corpus
