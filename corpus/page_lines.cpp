#include "corpus/page_lines.h"

#include <algorithm>

#include "corpus/characters.h"

namespace gouji::corpus {
namespace {

constexpr bool is_dash(char32_t c) { return c == '-' || c == U'—' || c == U'–' || c == U'―' || c == U'－' || c == U'─' || c == U'·' || c == U'~'; }
constexpr bool is_leader(char32_t c) { return c == '.' || c == U'…' || c == U'·' || c == U'．' || c == U'⋯' || c == U'•' || c == U'﹒'; }

// The content with its digits as '0', dashes as '-', leaders as '.', white space left out: short lines only.
std::u32string shape(std::string_view content, std::size_t most) {
  std::u32string out;
  for (std::size_t at = 0; at < content.size() && out.size() <= most;) {
    const Character c = character_at(content, at);
    at += c.bytes;
    if (is_space(c.code)) continue;
    out += is_digit(c.code) ? U'0' : is_dash(c.code) ? U'-' : c.code;
  }
  return out;
}

std::size_t take_while(const std::u32string& s, std::size_t& at, char32_t c) {
  const std::size_t from = at;
  while (at < s.size() && s[at] == c) ++at;
  return at - from;
}

}  // namespace

bool is_page_number(std::string_view content, bool bare_numbers) {
  if (content.size() > 64) return false;
  const std::u32string s = shape(content, 24);
  std::size_t at = 0;
  const std::size_t before = take_while(s, at, '-');
  const bool ordinal = at < s.size() && s[at] == U'第';
  if (ordinal) ++at;
  const std::size_t digits = take_while(s, at, '0');
  if (digits == 0 || digits > 4) return false;
  if (ordinal) {
    if (at >= s.size() || s[at] != U'页') return false;
    ++at;
    if (at == s.size()) return true;
    while (at < s.size() && (s[at] == U'，' || s[at] == '/' || s[at] == U'共' || s[at] == ',')) ++at;
    take_while(s, at, '0');
    return at + 1 == s.size() && s[at] == U'页';
  }
  const std::size_t after = take_while(s, at, '-');
  if (at < s.size() && s[at] == '/' && before == 0 && bare_numbers) {
    ++at;
    return take_while(s, at, '0') > 0 && at == s.size();
  }
  if (at != s.size()) return false;
  return before > 0 ? after > 0 : bare_numbers && digits <= 3;
}

bool is_contents_line(std::string_view content) {
  if (content.size() < 6 || !is_digit(character_before(content, content.size()).code)) {
    return content.size() <= 16 && content.starts_with("目") && shape(content, 4) == U"目录";
  }
  std::size_t end = content.size();
  while (end > 0 && (is_digit(character_before(content, end).code) || is_space(character_before(content, end).code)))
    end -= character_before(content, end).bytes;
  unsigned leaders = 0;
  while (end > 0) {
    const Character c = character_before(content, end);
    if (!is_leader(c.code) && !is_space(c.code)) break;
    leaders += is_leader(c.code) ? (c.code == U'…' || c.code == U'⋯' ? 3 : 1) : 0;
    end -= c.bytes;
  }
  return leaders >= 5;
}

namespace {

constexpr std::size_t settled = 3;  // page numbers of one kind that show how this document prints them

std::size_t mark_page_numbers(std::string_view decoded, std::vector<Line>& lines, bool bare, bool last) {
  std::size_t found = 0;
  for (std::size_t i = 0; i < lines.size(); ++i) {
    Line& line = lines[i];
    if (line.empty() || line.tabs > 0 || line.role != LineRole::text || line.digits == 0 || line.digits + 12 < line.characters) continue;
    if (bare && !(line.page_start || line.page_end || (last && i + 1 == lines.size()))) continue;
    if (!bare && !is_dash(line.first) && line.first != U'第') continue;
    if (!is_page_number(decoded.substr(line.begin, line.end - line.begin), bare)) continue;
    line.role = LineRole::page_number;
    ++found;
  }
  return found;
}

}  // namespace

bool mark_page_lines(std::string_view decoded, std::vector<Line>& lines) {
  const std::size_t found = mark_page_numbers(decoded, lines, false, false);
  for (Line& line : lines) {
    if (line.role == LineRole::text && !line.empty() && is_contents_line(decoded.substr(line.begin, line.end - line.begin)))
      line.role = LineRole::contents;
  }
  return found >= settled;
}

void mark_bare_page_numbers(std::string_view decoded, std::vector<Line>& lines, bool last_line) {
  mark_page_numbers(decoded, lines, true, last_line);
}

}  // namespace gouji::corpus
