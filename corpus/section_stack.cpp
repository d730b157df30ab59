#include "corpus/section_stack.h"

#include <algorithm>

#include "corpus/characters.h"
#include "corpus/numbering.h"

namespace gouji::corpus {

// An automatic number is printed in digits though the report shows 一、 or （一）: it is that style where it goes on counting it,
// or starts a count below the style's usual parent.
NumberStyle SectionStack::style_of(const Block& block) const {
  const Numbering numbering = parse_numbering(document_.view(block.text));
  if (!numbering.automatic) return block.number_style;
  const NumberStyle han = block.number_style == NumberStyle::arabic_paren   ? NumberStyle::han_paren
                          : block.number_style == NumberStyle::arabic_comma ? NumberStyle::han_comma
                                                                            : NumberStyle::none;
  if (han == NumberStyle::none) return block.number_style;
  const auto same = std::find_if(levels_.begin(), levels_.end(), [&](const Level& l) { return l.style == han; });
  const auto plain = std::find_if(levels_.begin(), levels_.end(), [&](const Level& l) { return l.style == block.number_style; });
  if (plain != levels_.end() && plain->value + 1 == block.number_value) return block.number_style;
  if (same != levels_.end() && same->value + 1 == block.number_value) return han;
  const bool starts = block.number_value == 1 && plain == levels_.end() && same == levels_.end();
  const bool below_parent = han == NumberStyle::han_comma ? levels_.empty() : levels_.size() == 1 && levels_[0].style == NumberStyle::han_comma;
  return starts && below_parent ? han : block.number_style;
}

// A heading without a number stands below those of which the file says that they are above it; where the file says nothing, beside the
// innermost heading, or below the top.
void SectionStack::leave_unnumbered(std::uint8_t outline) {
  if (outline == 0) {
    if (levels_.size() > 1 || (!levels_.empty() && levels_.back().style == NumberStyle::none)) levels_.pop_back();
    return;
  }
  const auto stays = [&](const Level& l) { return l.outline == 0 ? l.style != NumberStyle::none : l.outline < outline; };
  while (!levels_.empty() && !stays(levels_.back())) levels_.pop_back();
}

void SectionStack::open(BlockId id, TextRange heading, std::uint8_t outline) {
  Block& block = document_.blocks[id];
  const NumberStyle style = style_of(block);
  if (style == NumberStyle::none) {
    leave_unnumbered(outline);
  } else {
    while (!levels_.empty() && levels_.back().style == NumberStyle::none &&
           (outline == 0 || levels_.back().outline == 0 || levels_.back().outline >= outline))
      levels_.pop_back();
    const auto same = std::find_if(levels_.begin(), levels_.end(), [&](const Level& l) { return l.style == style; });
    levels_.erase(same, levels_.end());
  }
  Section section;
  section.heading = heading;
  section.title = {std::min(heading.begin + block.number.size(), heading.end), heading.end};
  while (!section.title.empty() && is_space(character_at(document_.text, section.title.begin).code)) {
    section.title.begin += character_at(document_.text, section.title.begin).bytes;
  }
  const char32_t last = section.title.empty() ? 0 : character_before(document_.text, section.title.end).code;
  if (last == U'。' || last == U'：' || last == ':') section.title.end -= character_before(document_.text, section.title.end).bytes;
  section.parent = levels_.empty() ? no_id : levels_.back().section;
  section.level = static_cast<std::uint8_t>(std::min<std::size_t>(levels_.size() + 1, 255));
  section.block = id;
  levels_.push_back({style, block.number_value, static_cast<SectionId>(document_.sections.size()), outline});
  document_.sections.push_back(section);
  lists_.clear();
}

// "2.项目支出3万元，…" is no heading, yet it ends the section of "1.基本支出".
void SectionStack::leave_counted(const Block& block) {
  if (block.number_value == 0) return;
  const auto same = std::find_if(levels_.begin(), levels_.end(),
                                 [&](const Level& l) { return l.style == block.number_style && l.value + 1 == block.number_value; });
  if (same == levels_.end()) return;
  levels_.erase(same, levels_.end());
  lists_.clear();
}

bool SectionStack::goes_on_with_list(BlockId id, BlockId next) const {
  const Block& block = document_.blocks[id];
  const auto list = std::find_if(lists_.begin(), lists_.end(), [&](const List& l) { return l.style == block.number_style; });
  if (list == lists_.end() || list->value + 1 != block.number_value) return false;
  if (next == no_id) return true;
  const NumberStyle following = document_.blocks[next].number_style;
  if (following == NumberStyle::none) return document_.blocks[next].kind != BlockKind::paragraph;
  const bool above = std::any_of(levels_.begin(), levels_.end(), [&](const Level& l) { return l.style == following; });
  return above || following == block.number_style;
}

void SectionStack::place(BlockId id) {
  Block& block = document_.blocks[id];
  const bool opened_here = !levels_.empty() && document_.sections[levels_.back().section].block == id;
  const bool item = block.kind == BlockKind::paragraph && block.number_style != NumberStyle::none && !opened_here;
  if (item) leave_counted(block);
  block.section = levels_.empty() || block.kind == BlockKind::furniture ? no_id : levels_.back().section;
  if (block.table != no_id) document_.tables[block.table].section = block.section;
  if (!item) return;
  lists_.erase(std::find_if(lists_.begin(), lists_.end(), [&](const List& l) { return l.style == block.number_style; }), lists_.end());
  lists_.push_back({block.number_style, block.number_value});
  block.list_level = static_cast<std::uint8_t>(std::min<std::size_t>(lists_.size(), 255));
}

}  // namespace gouji::corpus
