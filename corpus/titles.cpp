#include "corpus/titles.h"

#include <algorithm>
#include <array>

#include "corpus/characters.h"
#include "corpus/numbering.h"
#include "corpus/squeezed.h"
#include "corpus/table_region.h"

namespace gouji::corpus {
namespace {

constexpr std::uint32_t title_lines = 4;    // a title is broken over at most
constexpr std::uint32_t search_lines = 80;  // looked at for it
constexpr unsigned title_characters = 90;

std::string_view content_of(std::string_view decoded, const Line& line) { return decoded.substr(line.begin, line.end - line.begin); }

bool ends_with_any(std::string_view s, std::initializer_list<std::string_view> words) {
  return std::any_of(words.begin(), words.end(), [&](std::string_view w) { return s.ends_with(w); });
}

// Without a footnote's number and a remark in brackets at the end: 公报[1], 报告（书面）.
std::string_view without_remark(std::string_view s) {
  for (int i = 0; i < 2; ++i) {
    for (const auto& [open, close] : {std::pair<std::string_view, std::string_view>{"[", "]"}, {"（", "）"}, {"(", ")"}, {"〔", "〕"}}) {
      if (!s.ends_with(close)) continue;
      const std::size_t at = s.rfind(open);
      if (at != std::string_view::npos && at > 0) s = s.substr(0, at);
    }
  }
  const std::size_t digits = s.find_last_not_of("0123456789") + 1;  // a site's own year: …统计公报 2025
  if (s.size() - digits == 4 && digits > 0) s = s.substr(0, digits);
  return s;
}

// A line that a title can run on from.
bool may_be_title_part(std::string_view content, const Line& line) {
  if (line.role != LineRole::text || line.empty() || line.stops > 0 || line.characters > 70 || line.han < 2) return false;
  const Squeezed squeezed(content, line.spaced, 240);
  const std::string_view s = squeezed.view();
  if (s.find("，") != std::string_view::npos || s.find("：") != std::string_view::npos || s.find(':') != std::string_view::npos) return false;
  if (s.starts_with("（") || s.starts_with("(") || s.starts_with("—") || s.starts_with("附")) return false;
  return !parse_numbering(content) && !is_table_title(content, line);
}

bool asks_for_more(std::string_view s) {
  return s.starts_with("关于") ||
         ends_with_any(s, {"和", "与", "及", "的", "、", "年", "年度", "市", "县", "区", "省", "部门", "情况", "预算", "执行"});
}

// Is `upper`, right above `lower`, the title's beginning?
bool runs_on(std::string_view decoded, const Line& upper, const Line& lower) {
  const std::string_view content = content_of(decoded, upper);
  if (!may_be_title_part(content, upper) || upper.gaps > 0 || ends_title(content, upper) || lower.page_start) return false;
  if (lower.blanks_before == 0) return true;
  return lower.blanks_before == 1 && asks_for_more(Squeezed(content, upper.spaced, 240).view());
}

// 关于…2025年预算执行情况 / 和2026年预算草案的报告
bool goes_on(std::string_view decoded, const Line& next) {
  const std::string_view content = content_of(decoded, next);
  if (next.blanks_before > 1 || !ends_title(content, next)) return false;
  return content.starts_with("和") || content.starts_with("与") || content.starts_with("及");
}

bool is_running_text(const Line& line) { return line.role == LineRole::text && line.characters >= 25 && line.stops > 0; }

}  // namespace

bool ends_title(std::string_view content, const Line& line) {
  if (line.characters < 4 || !may_be_title_part(content, line)) return false;
  const Squeezed squeezed(content, line.spaced, 240);
  const std::string_view s = squeezed.view();
  if (line.gaps > 0 && s.ends_with("情况") && s.find("目标") != std::string_view::npos) return false;  // headings: 预期目标  实际完成情况
  const std::string_view rest = without_remark(s);
  return ends_with_any(rest, {"报告", "公报", "决算", "预算", "草案", "说明", "情况", "方案", "计划", "总结", "公开", "白皮书", "自评"});
}

std::uint32_t mark_title(std::string_view decoded, std::vector<Line>& lines, std::uint32_t first, std::uint32_t last) {
  last = std::min(last, first + search_lines);
  constexpr unsigned running = 6;  // points and commas: narrow print says by them alone that the text has begun
  unsigned points = 0;
  for (std::uint32_t i = first; i < last && i < lines.size(); ++i) {
    if (lines[i].role == LineRole::text) points += unsigned{lines[i].stops} + lines[i].commas;
    if (is_running_text(lines[i]) || points >= running) break;
    if (lines[i].role == LineRole::text && is_unit_line(content_of(decoded, lines[i]), lines[i])) break;  // cells of a table follow
    if (!ends_title(content_of(decoded, lines[i]), lines[i])) continue;
    std::uint32_t top = i;
    unsigned characters = lines[i].characters;
    while (top > first && i - top + 1 < title_lines && runs_on(decoded, lines[top - 1], lines[top])) characters += lines[--top].characters;
    while (i + 1 < lines.size() && i - top + 1 < title_lines && goes_on(decoded, lines[i + 1])) characters += lines[++i].characters;
    if (characters < 6 || characters > title_characters) continue;
    for (std::uint32_t l = top; l <= i; ++l) {
      lines[l].role = LineRole::title;
      lines[l].glued = l > top;
    }
    return top;
  }
  return static_cast<std::uint32_t>(lines.size());
}

void recall_title(std::string_view decoded, std::vector<Line>& lines, std::uint32_t article) {
  constexpr unsigned recalled = 150;  // lines with something on them
  unsigned seen = 0;
  for (std::uint32_t i = article; i > 0 && seen < recalled; --i) {
    Line line = lines[i - 1];
    if (line.empty()) continue;
    ++seen;
    line.role = LineRole::text;
    if (line.characters < 12 || !ends_title(content_of(decoded, line), line)) continue;
    lines[i - 1].role = LineRole::title;
    return;
  }
}

bool is_delivery_line(std::string_view content) {
  if (content.size() > 400 || !(content.starts_with("—") || content.starts_with("―") || content.starts_with("─") || content.starts_with("--")))
    return false;
  const Squeezed squeezed(content, true, 160);
  const std::string_view s = squeezed.view();
  std::size_t at = s.find_first_not_of("-\xE2\x80\x94\x95\x94\x80");
  if (at == std::string_view::npos) return false;
  unsigned digits = 0;
  while (at < s.size() && is_digit(character_at(s, at).code)) {
    at += character_at(s, at).bytes;
    ++digits;
  }
  return digits == 4 && s.substr(at).starts_with("年");
}

void join_delivery_line(std::string_view decoded, std::vector<Line>& lines, std::uint32_t first, std::uint32_t last) {
  last = std::min({last, first + search_lines, static_cast<std::uint32_t>(lines.size())});
  for (std::uint32_t i = first; i + 1 < last; ++i) {
    if (lines[i].role != LineRole::text || lines[i].stops > 0 || !is_delivery_line(content_of(decoded, lines[i]))) continue;
    const auto over = [&](const Line& line) {
      return ends_with_any(Squeezed(content_of(decoded, line), line.spaced, 400).view(), {"上", "通过", "审议", "）"});
    };
    if (!over(lines[i]) && lines[i + 1].blanks_before <= 1 && lines[i + 1].characters <= 40 && over(lines[i + 1])) lines[i + 1].glued = true;
    return;
  }
}

}  // namespace gouji::corpus
