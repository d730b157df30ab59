#include "corpus/aligned_columns.h"

#include <algorithm>

#include "corpus/aligned_grid.h"
#include "corpus/aligned_segments.h"
#include "corpus/characters.h"
#include "corpus/form_bands.h"
#include "corpus/heading_words.h"
#include "corpus/numbering.h"
#include "corpus/squeezed.h"

namespace gouji::corpus {
namespace {

constexpr std::uint32_t most_weak = 40;  // lines without a gap that a table's column may run on for

std::vector<Segment> segments(std::string_view decoded, const Line& line) {
  std::vector<Segment> out;
  append_segments(decoded, line, Measure::display, 2, 0, out);
  return out;
}

// The width of a segment, or where headings of columns that nearly touch stand in it (基本支出 项目支出) of the widest.
unsigned widest_word(std::string_view decoded, const Segment& s) {
  unsigned widest = 0, width = 0;
  for (std::uint32_t at = s.range.begin; at < s.range.end;) {
    const Character c = character_at(decoded, at);
    at += c.bytes;
    if (!is_space(c.code)) {
      width += display_width(c.code);
      continue;
    }
    if (width < 4) return s.width();  // letter-spaced, or a number in a sentence
    widest = std::max(widest, width);
    width = 0;
  }
  return width < 4 ? s.width() : std::max(widest, width);
}

// 一般公共预算财政拨 / 款: a heading that goes on in the next line.
bool begins_fund(std::string_view word) {
  return word.starts_with("一般公共预算") || word.starts_with("政府性基金") || word.starts_with("国有资本经营");
}

// 本年收入合计 财政拨款收入 上级补助收入: a header whose columns all nearly touch, so that no gap stands in its line.
bool holds_touching_headings(std::string_view decoded, const Line& line) {
  constexpr unsigned fewest = 3;
  if (line.gaps > 0 || line.single_spaces + 1U < fewest || line.digits > 0 || line.commas > 0 || line.stops > 0 || line.width > 400) return false;
  unsigned words = 0, headings = 0;
  for (std::uint32_t at = line.begin; at < line.end;) {
    std::uint32_t end = at;
    while (end < line.end && !is_space(character_at(decoded, end).code)) end += character_at(decoded, end).bytes;
    const std::string_view word = decoded.substr(at, end - at);
    if (word.size() < 6) return false;  // letter-spaced
    ++words;
    headings += is_column_heading(word) || begins_fund(word) ? 1 : 0;
    at = end < line.end ? end + character_at(decoded, end).bytes : end;
  }
  return words >= fewest && headings * 4 >= words * 3;
}

enum class Strength : std::uint8_t { none, weak, label_row, number_row };

Strength strength(std::string_view decoded, const Line& line) {
  if (line.role != LineRole::text || line.tabs > 0 || line.characters == 0 || line.stops > 0 || line.width > 400) return Strength::none;
  if (line.gaps == 0) {
    const bool number = line.digits > 0 && line.han == 0 && line.characters <= 20;
    const bool label = line.width <= 40 && line.commas == 0;
    const bool item = line.width <= 40 && line.commas == 1;  // 一、公共安全支出
    constexpr unsigned longest_item = 64;                    // 其中：中央转贷地方的国际金融组织和外国政府贷款
    if (line.width <= longest_item && line.commas <= 1 && decoded.substr(line.begin, line.end - line.begin).starts_with("其中："))
      return Strength::weak;
    return number || label || item ? Strength::weak : Strength::none;
  }
  const std::vector<Segment> parts = segments(decoded, line);
  const auto numbers = std::count_if(parts.begin(), parts.end(), [](const Segment& s) { return s.kind == Segment::Kind::number; });
  if (numbers > 0 && line.commas <= parts.size()) return Strength::number_row;
  const bool labels = std::all_of(parts.begin(), parts.end(), [&](const Segment& s) { return widest_word(decoded, s) <= 44; });
  return line.commas <= parts.size() && labels ? Strength::label_row : Strength::none;
}

// Grows a table downwards from its first row with gaps.
class Finder {
 public:
  Finder(std::string_view decoded, std::vector<Line>& lines) : decoded_(decoded), lines_(lines) {}

  // A table whose first row is line `at`, or one of no lines.
  TableRegion find(std::uint32_t at) {
    TableRegion region{at, at + 1, {}};
    std::uint32_t weak = 0, label_rows = 0, number_rows = 0;
    std::uint32_t i = at;
    left_ = UINT16_MAX;
    form_ = false;
    unsigned heading_lines = 0;
    bool headed_row = false;  // one row of numbers right below its headings is a table
    const bool announced = is_announced(at);
    for (; i < lines_.size() && weak <= most_weak; ++i) {
      if (lines_[i].role == LineRole::page_number) continue;
      if (i > at && starts_anew(i)) break;
      Strength s = strength(decoded_, lines_[i]);
      if (s == Strength::none && holds_touching_headings(decoded_, lines_[i])) s = Strength::label_row;
      if (s == Strength::none && form_ && holds_sentences(i)) s = lines_[i].gaps > 0 ? Strength::label_row : Strength::weak;
      if (s == Strength::none || (form_ && ends_form(i))) break;
      left_ = std::min(left_, lines_[i].indent);
      if (s == Strength::label_row && lines_[i].gaps > 0) heading_lines += look_at_headings(i) ? 1 : 0;
      form_ = form_ || heading_lines >= 2;  // a stack of bands
      headed_row = headed_row || (heading_lines > 0 && s == Strength::number_row && lines_[i].gaps > 0) ||
                   (announced && s == Strength::number_row && (label_rows > 0 || goes_on_) && holds_amounts(i));
      if (s == Strength::weak) {
        ++weak;
        continue;
      }
      weak = 0;
      (s == Strength::number_row ? number_rows : label_rows) += 1;
      region.last = i + 1;
    }
    looked_at_ = i;
    if ((number_rows < 2 || label_rows + number_rows < 3) && !headed_row) return {at, at, {}};
    while (form_ && region.last < i && lines_[region.last].blanks_before == 0 && holds_sentences(region.last)) ++region.last;
    while (take_lone_value(region, i)) {
    }
    if (region.last < lines_.size() && ends_numbers(region.last)) {
      lines_[region.last].role = LineRole::text;
      ++region.last;
    }
    const bool unlabelled = !has_label(region.last - 1) || goes_on_above(region) || is_wrapped_around(region);
    while (region.last < i && (is_wrapped_label(region.last, 4) || (unlabelled && is_wrapped_label(region.last, 0)))) ++region.last;
    return region;
  }

  std::uint32_t looked_at() const { return looked_at_; }

 private:
  std::string_view content(std::uint32_t i) const { return decoded_.substr(lines_[i].begin, lines_[i].end - lines_[i].begin); }
  bool starts_anew(std::uint32_t i) const {
    const Line& line = lines_[i];
    if (is_unit_line(content(i), line)) return true;
    if (line.gaps > 0) return false;
    if (line.blanks_before + (line.page_start ? 2 : 0) >= 2 && is_table_title(content(i), line)) return true;
    return names_form(Squeezed(content(i), line.spaced, 160).view());
  }
  // A unit line or a table's title stands above it, or it goes on with the table of the page before.
  bool is_announced(std::uint32_t first) {
    constexpr std::uint32_t most_above = 4;
    goes_on_ = false;
    for (std::uint32_t i = first, seen = 0; i-- > 0 && seen < most_above;) {
      if (lines_[i].role == LineRole::aligned && seen == 0) {
        goes_on_ = true;
        return true;
      }
      if (lines_[i].role == LineRole::page_number) continue;
      if (lines_[i].role != LineRole::text) return false;
      if (is_unit_line(content(i), lines_[i]) || is_table_title(content(i), lines_[i])) return true;
      ++seen;
    }
    return false;
  }
  // Several amounts, or numbers and nothing else: only a row of a table.
  bool holds_amounts(std::uint32_t i) const {
    constexpr std::size_t fewest = 3;
    const std::vector<Segment> parts = segments(decoded_, lines_[i]);
    if (parts.size() >= fewest && std::all_of(parts.begin(), parts.end(), [](const Segment& s) { return s.kind == Segment::Kind::number; }))
      return true;
    return std::count_if(parts.begin(), parts.end(), [&](const Segment& s) {
             return s.kind == Segment::Kind::number && decoded_.substr(s.range.begin, s.range.size()).find('.') != std::string_view::npos;
           }) >= 2;
  }
  // Is the line one of headings? From those of a form on, cells may hold sentences.
  bool look_at_headings(std::uint32_t i) {
    const std::vector<Segment> parts = segments(decoded_, lines_[i]);
    if (!is_heading_line(decoded_, parts)) return false;
    form_ = form_ || heads_goals(decoded_, parts) || std::any_of(parts.begin(), parts.end(), [&](const Segment& s) {
              return is_indicator_heading(Squeezed(decoded_.substr(s.range.begin, s.range.size()), true, 60).view());
            });
    return true;
  }
  // Sentences wrapped in a form's cell: they stand further to the right than its labels.
  bool holds_sentences(std::uint32_t i) const {
    const Line& line = lines_[i];
    if (line.role != LineRole::text || line.tabs > 0 || line.characters == 0 || line.blanks_before > 2 || line.width > 400) return false;
    if (line.indent >= left_ + 5) return true;
    const std::vector<Segment> parts = segments(decoded_, line);
    return parts.size() >= 2 && parts.front().width() <= 24;
  }
  bool ends_form(std::uint32_t i) const { return follows_form(Squeezed(content(i), true, 60).view()); }
  // A row with one value, its label wrapped around it: no line of it has a gap.
  bool take_lone_value(TableRegion& region, std::uint32_t end) const {
    constexpr std::uint32_t most_above = 3;
    std::uint32_t first = region.last;
    while (first < end && lines_[first].role == LineRole::page_number) ++first;
    for (std::uint32_t at = first; at < end && at < first + most_above; ++at) {
      const Line& line = lines_[at];
      if (line.role != LineRole::text || (at > first && (line.blanks_before > 0 || line.page_start))) return false;
      if (at == first && first == region.last && line.blanks_before > 0) return false;
      if (line.han == 0 && line.digits >= 3 && line.indent >= 8 && line.gaps == 0) {
        region.last = at + 1;
        return true;
      }
      if (line.width > 40 || line.commas > 0) return false;
    }
    return false;
  }
  // The last row's values stand alone on their line: its label is wrapped around them.
  bool has_label(std::uint32_t i) const {
    const std::vector<Segment> parts = segments(decoded_, lines_[i]);
    return std::any_of(parts.begin(), parts.end(), [](const Segment& s) { return s.kind == Segment::Kind::text; });
  }
  // The last row's label began on the line above it, so it may end on the line below.
  bool goes_on_above(const TableRegion& region) const {
    if (region.last < region.first + 3) return false;
    const Line &above = lines_[region.last - 2], &last = lines_[region.last - 1];
    return above.gaps == 0 && last.blanks_before == 0 && above.indent <= last.indent + 1 && last.indent <= above.indent + 1;
  }
  // 10,402.7 over 8: the last row's numbers end in a line of their own.
  bool ends_numbers(std::uint32_t i) const {
    const Line& line = lines_[i];
    const std::uint32_t longest = 2U * (line.gaps + 1U);
    const bool digits = line.blanks_before == 0 && !line.page_start && line.han == 0 && line.indent >= 8 && line.digits == line.characters &&
                        line.characters <= longest;
    if (!digits || line.role == LineRole::page_number)  // it looks like a page's number
      return digits && i >= 2 && lines_[i - 2].gaps == line.gaps && is_number_alone(lines_[i - 2]);
    return line.role == LineRole::text;
  }
  static bool is_number_alone(const Line& line) {
    const unsigned marks = 2U * (line.gaps + 1U);  // commas and points
    return line.role == LineRole::text && line.han == 0 && line.digits >= 4 && line.digits <= line.characters &&
           line.characters <= line.digits + marks;
  }
  // 特定目标 / (the row) / 类: a label of the first column around the last row.
  bool is_wrapped_around(const TableRegion& region) const {
    if (region.last < region.first + 3 || region.last >= lines_.size()) return false;
    const Line &above = lines_[region.last - 2], &row = lines_[region.last - 1], &below = lines_[region.last];
    const bool apart = row.blanks_before > 0 || below.blanks_before > 0 || above.blanks_before == 0;
    return !apart && above.gaps == 0 && above.han >= 2 && above.indent < row.indent && below.width <= above.width &&
           below.indent + 1U >= above.indent && below.indent + below.width <= above.indent + above.width + 1U;
  }
  bool is_wrapped_label(std::uint32_t i, std::uint16_t least_indent) const {
    const Line& line = lines_[i];
    return line.role == LineRole::text && line.blanks_before == 0 && !line.page_start && line.indent >= least_indent && line.width <= 40 &&
           line.commas == 0;
  }

  std::string_view decoded_;
  std::vector<Line>& lines_;
  std::uint32_t looked_at_ = 0;
  std::uint16_t left_ = 0;  // of the table being grown: its left edge
  bool form_ = false;       // it has headings of indicators or goals
  bool goes_on_ = false;    // the table of the page before ends right above it
};

// A unit line, or what is filled in above and below a form.
bool stands_outside(std::string_view decoded, const Line& line) {
  const std::string_view content = decoded.substr(line.begin, line.end - line.begin);
  if (is_unit_line(content, line)) return true;
  const Squeezed squeezed(content, true, 240);
  return precedes_form(squeezed.view()) || follows_form(squeezed.view());
}

// A line of a header: a short label, set somewhere in the middle of the page.
bool is_header_line(const std::vector<Line>& lines, std::string_view decoded, std::uint32_t i, std::uint16_t least_indent) {
  const Line& line = lines[i];
  const Line& below = lines[i + 1];
  if (line.role != LineRole::text || below.page_start || below.blanks_before > 1 || line.indent < least_indent) return false;
  if (holds_touching_headings(decoded, line)) return true;
  if (line.width > 24) return false;
  if (strength(decoded, line) != Strength::weak) return false;
  const std::string_view content = decoded.substr(line.begin, line.end - line.begin);
  return !stands_outside(decoded, line) && !is_table_title(content, line);
}

// Label lines of a header wrapped above the first row with gaps; one further left stands between two others.
std::uint32_t header_above(const std::vector<Line>& lines, std::string_view decoded, std::uint32_t first) {
  constexpr std::uint16_t middle = 8;
  while (first > 0) {
    if (is_header_line(lines, decoded, first - 1, middle)) {
      --first;
    } else if (first > 1 && is_header_line(lines, decoded, first - 1, 0) && is_header_line(lines, decoded, first - 2, middle)) {
      first -= 2;
    } else {
      break;
    }
  }
  return first;
}

// The labels and numbers of a drawn chart, strewn over short lines: they are no prose either.
std::uint32_t end_of_chart(std::string_view decoded, const std::vector<Line>& lines, std::uint32_t first) {
  std::uint32_t numbers = 0, at = first;
  for (; at < lines.size() && at < first + most_weak; ++at) {
    const Line& line = lines[at];
    if (line.role == LineRole::page_number || line.indent < 2 || line.width > 60 || line.commas > 0 || line.page_start) break;
    if (strength(decoded, line) == Strength::none || parse_numbering(decoded.substr(line.begin, line.end - line.begin))) break;
    if (line.digits >= 2 && line.han * 2 <= line.digits) ++numbers;
  }
  return numbers >= 3 && at - first >= 5 ? at : first;
}

}  // namespace

std::vector<TableRegion> find_charts(std::string_view decoded, std::vector<Line>& lines) {
  std::vector<TableRegion> out;
  for (std::uint32_t i = 0; i < lines.size();) {
    const std::uint32_t end = lines[i].role == LineRole::text && lines[i].indent >= 2 && lines[i].width <= 60 ? end_of_chart(decoded, lines, i) : i;
    if (end == i) {
      ++i;
      continue;
    }
    for (std::uint32_t l = i; l < end; ++l) lines[l].role = LineRole::aligned;
    out.push_back({i, end, read_aligned_grid(decoded, lines, i, end)});
    i = end;
  }
  return out;
}

std::vector<TableRegion> find_aligned_tables(std::string_view decoded, std::vector<Line>& lines) {
  std::vector<TableRegion> out;
  Finder finder(decoded, lines);
  for (std::uint32_t i = 0; i < lines.size();) {
    if (lines[i].gaps == 0 || strength(decoded, lines[i]) < Strength::label_row || stands_outside(decoded, lines[i])) {
      ++i;
      continue;
    }
    TableRegion region = finder.find(i);
    if (region.first == region.last) {
      i = std::max(finder.looked_at(), i + 1);
      continue;
    }
    region.first = header_above(lines, decoded, region.first);
    for (std::uint32_t l = region.first; l < region.last; ++l) {
      if (lines[l].role == LineRole::text) lines[l].role = LineRole::aligned;
    }
    region.table = read_aligned_grid(decoded, lines, region.first, region.last);
    i = region.last;
    out.push_back(std::move(region));
  }
  return out;
}

}  // namespace gouji::corpus
