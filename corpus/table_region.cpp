#include "corpus/table_region.h"

#include "corpus/characters.h"
#include "corpus/numbering.h"
#include "corpus/squeezed.h"

namespace gouji::corpus {
namespace {

constexpr std::uint32_t caption_lines = 6;  // looked at above a table

bool starts_with_number_of(std::string_view s, std::initializer_list<std::string_view> words) {
  for (const std::string_view word : words) {
    if (!s.starts_with(word)) continue;
    const std::size_t at = word.size();
    if (at < s.size() &&
        (is_digit(character_at(s, at).code) || std::string_view("一二三四五六七八九十").find(s.substr(at, 3)) != std::string_view::npos))
      return true;
  }
  return false;
}

}  // namespace

bool is_unit_line(std::string_view content, const Line& line) {
  if (content.size() > 400 || content.find("位") == std::string_view::npos) return false;
  const Squeezed squeezed(content, line.spaced, 300);
  const std::string_view s = squeezed.view();
  for (const std::string_view word : {"单位：", "单位:"}) {
    for (std::size_t at = s.find(word); at != std::string_view::npos; at = s.find(word, at + 1)) {
      const std::string_view unit = s.substr(at + word.size());
      for (const std::string_view start : {"万元", "元", "亿元", "千元", "百万元", "人", "%", "％", "个", "平方", "公顷", "吨", "万"}) {
        if (unit.starts_with(start) && unit.size() <= start.size() + 24) return true;
      }
    }
  }
  return false;
}

bool is_table_title(std::string_view content, const Line& line) {
  if (line.characters < 3 || line.characters > 45 || line.stops > 0 || line.han < 2) return false;
  const Squeezed squeezed(content, line.spaced, 220);
  const std::string_view s = squeezed.view();
  if (starts_with_number_of(s, {"附表", "公开", "表"})) return true;
  static constexpr std::string_view table = "表", closing = "）";
  std::string_view rest = s;
  if (rest.ends_with(closing)) {
    const std::size_t open = rest.rfind("（");
    if (open != std::string_view::npos) rest = rest.substr(0, open);
  }
  return rest.ends_with(table) && line.commas <= 1 && !rest.ends_with("代表");
}

// 公开01表, 附表2, 表 3: a number, no name.
bool is_bare_table_number(std::string_view content, const Line& line) {
  const Squeezed squeezed(content, line.spaced, 60);
  std::string_view s = squeezed.view();
  for (const std::string_view word : {"公开", "附", "表"}) {
    if (s.starts_with(word)) s.remove_prefix(word.size());
  }
  while (!s.empty() && (is_digit(character_at(s, 0).code) || s.front() == '-')) s.remove_prefix(character_at(s, 0).bytes);
  return s.empty() || s == "表" || s == "：" || s == ":";
}

void mark_names_inside(std::string_view decoded, TableDraft& table) {
  constexpr std::size_t most_rows = 6;
  for (std::size_t i = 0, r = 0; i < table.cells.size() && r < most_rows; ++r) {
    std::size_t filled = 0, only = 0;
    for (; i < table.cells.size() && table.cells[i].row == r; ++i) {
      if (table.cells[i].parts == 0) continue;
      ++filled;
      only = i;
    }
    if (filled != 1 || table.cells[only].parts != 1) continue;
    const TextRange range = table.parts[table.cells[only].first];
    const std::string_view content = decoded.substr(range.begin, range.size());
    const Line line = measure_part(decoded, {}, range, 0);
    if (is_unit_line(content, line)) {
      table.caption_cell = static_cast<std::uint32_t>(only);
    } else if (is_table_title(content, line)) {
      table.title_cell = static_cast<std::uint32_t>(only);
    }
  }
}

void mark_figure_captions(std::string_view decoded, std::vector<Line>& lines) {
  for (Line& line : lines) {
    if (line.role != LineRole::text || line.empty() || line.stops > 0 || line.characters > 50 || (line.first != U'图' && line.first != U'表'))
      continue;
    const Squeezed squeezed(decoded.substr(line.begin, line.end - line.begin), line.spaced, 24);
    if (starts_with_number_of(squeezed.view(), {"图", "表"})) line.role = LineRole::caption;
  }
}

void mark_captions(std::string_view decoded, std::vector<Line>& lines, std::vector<TableRegion>& tables) {
  std::uint32_t above_limit = 0;
  for (TableRegion& region : tables) {
    TableDraft& draft = region.table;
    for (std::uint32_t step = 1; step <= caption_lines && region.first >= above_limit + step; ++step) {
      const std::uint32_t i = region.first - step;
      Line& line = lines[i];
      if (line.role == LineRole::page_number) continue;
      if (line.role != LineRole::text || line.characters > 60) break;
      const std::string_view content = decoded.substr(line.begin, line.end - line.begin);
      if (is_unit_line(content, line)) {
        line.role = LineRole::caption;
        if (draft.caption_line == no_id) draft.caption_line = i;
      } else if (is_table_title(content, line)) {
        line.role = LineRole::caption;
        draft.title_line = i;
        if (!is_bare_table_number(content, line)) break;  // its name may stand above its number
      } else if (line.stops + line.commas > 1 || parse_numbering(content)) {
        break;
      }
    }
    above_limit = region.last;
  }
}

}  // namespace gouji::corpus
