#include "corpus/paragraphs.h"

#include <algorithm>
#include <string>

#include "corpus/characters.h"
#include "corpus/numbering.h"

namespace gouji::corpus {
namespace {

constexpr unsigned ragged = 5;    // columns that a full line may stay short of the right margin
constexpr unsigned centred = 10;  // columns before a line set in the middle
constexpr unsigned indented = 2;  // columns that open a paragraph

BlockKind kind_of(LineRole role) {
  switch (role) {
    case LineRole::title:
      return BlockKind::title;
    case LineRole::caption:
      return BlockKind::caption;
    case LineRole::contents:
      return BlockKind::contents;
    case LineRole::furniture:
      return BlockKind::furniture;
    case LineRole::page_number:
      return BlockKind::page_number;
    default:
      return BlockKind::paragraph;
  }
}

// Columns of what cannot be broken at the beginning of a line: where it did not fit, the line above is full.
unsigned first_word(std::string_view line) {
  unsigned width = 0;
  while (width < line.size() && line[width] > ' ' && line[width] < 0x7F) ++width;
  return width == 0 ? 2 : width;
}

bool closes(char32_t c) { return ends_sentence(c) || c == U'；' || c == ';' || c == U'：' || c == ':'; }

}  // namespace

bool Paragraphs::heading_so_far() const { return item_ && stops_ == 0 && characters_ < 45; }

// 四是 at the beginning of a wrapped line: the paragraph has 三是 in it, so its list runs on there.
bool Paragraphs::goes_on_in_list(const Numbering& number) const {
  constexpr std::size_t most_lines = 40;  // looked at
  static constexpr std::string_view digits = "一二三四五六七八九十";
  if (!layout_.wrapped || number.style != NumberStyle::han_ordinal || number.value < 2 || number.value > 11) return false;
  const std::string before = std::string(digits.substr(3 * (number.value - 2U), 3)) + "是";
  const std::size_t first = open_.lines.size() > most_lines ? open_.lines.size() - most_lines : 0;
  std::string text;  // 三 may end a line and 是 begin the next
  for (std::size_t i = first; i < open_.lines.size(); ++i) {
    const Line& line = lines_[open_.lines[i]];
    text += decoded_.substr(line.begin, line.end - line.begin);
  }
  return text.find(before, 1) != std::string::npos;  // at its beginning it is an item of its own
}

bool Paragraphs::continues_wrapped(const Line& previous, const Line& line, bool item) const {
  const Margins before = layout_.margins(open_.lines.back());
  const Margins now = layout_.margins(static_cast<std::uint32_t>(&line - lines_.data()));
  const bool full = previous.right() + std::max(ragged, first_word(decoded_.substr(line.begin, line.end - line.begin))) >= before.right;
  const bool moved_in = line.indent >= now.left + indented;
  const bool running = stops_ + commas_ > 0;
  if (item && (moved_in || !full || closes(previous.last))) return false;
  if (keeps_sentence_open(previous.last)) return true;
  if (!running && previous.indent >= before.left + centred) return false;
  if (closes(previous.last)) return !moved_in && (full || (layout_.first_line_indent && previous.right() * 3 >= before.right * 2U));
  if (full) return !(moved_in && !running && line.blanks_before > 0) && !(moved_in && heading_so_far());
  if (is_digit(previous.last) && is_han(line.first) && line.stops + line.commas > 0 && !moved_in) return true;  // 216.53 / 万元，…
  return running && !heading_so_far() && !moved_in && line.blanks_before < 3;
}

bool Paragraphs::continues_unwrapped(const Line& previous, const Line& line, bool item) const {
  if (item || line.tabs > 0) return false;
  // A list that a short text breaks behind a ；: the paragraph was moved in and the line was not.
  const bool over_list = previous.last == U'；' && line.indent + indented <= lines_[open_.lines.front()].indent;
  if (closes(previous.last) && !over_list) return false;
  const bool running = stops_ + commas_ > 0 && characters_ >= 16 && !heading_so_far();
  const bool over_page = !after_.empty();  // a page number stands between
  if (!running || (!over_page && (line.blanks_before > 0 || line.indent >= previous.indent + indented))) return false;
  if (keeps_sentence_open(previous.last) || over_list) return true;
  return line.stops + line.commas > 0 && (is_han(previous.last) || is_digit(previous.last));
}

bool Paragraphs::continues(std::uint32_t i, bool item) const {
  if (open_.lines.empty()) return false;
  const Line& previous = lines_[open_.lines.back()];
  const Line& line = lines_[i];
  if (line.role != previous.role) return false;
  if (line.glued) return true;
  if (line.apart) return false;
  if (line.role != LineRole::text) return false;
  return layout_.wrapped ? continues_wrapped(previous, line, item) : continues_unwrapped(previous, line, item);
}

void Paragraphs::add(std::uint32_t i, std::vector<BlockDraft>& out) {
  const Line& line = lines_[i];
  if (line.empty()) return;
  if (line.role == LineRole::page_number && !open_.lines.empty()) {
    after_.push_back({BlockKind::page_number, {i}, no_id});
    return;
  }
  const Numbering number = parse_numbering(decoded_.substr(line.begin, line.end - line.begin));
  const bool item = number && !goes_on_in_list(number);
  if (!continues(i, item)) {
    finish(out);
    open_.kind = kind_of(line.role);
    item_ = item;
  }
  constexpr std::size_t usual_lines = 8;  // of a paragraph of wrapped print
  if (open_.lines.empty()) open_.lines.reserve(layout_.wrapped ? usual_lines : 1);
  open_.lines.push_back(i);
  stops_ += line.stops;
  commas_ += line.commas;
  characters_ += line.characters;
}

void Paragraphs::finish(std::vector<BlockDraft>& out) {
  if (!open_.lines.empty()) out.push_back(std::move(open_));
  for (BlockDraft& draft : after_) out.push_back(std::move(draft));
  open_ = {};
  after_.clear();
  stops_ = commas_ = characters_ = 0;
  item_ = false;
}

}  // namespace gouji::corpus
