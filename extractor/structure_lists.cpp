// Lists over paragraphs: "支出100万元，其中：" and the items that follow, with numbers or without.
#include <algorithm>

#include "extractor/characters.h"
#include "extractor/indicator_path.h"
#include "extractor/side.h"
#include "extractor/structure.h"
#include "model/words.h"

namespace gouji::extractor {

// "主要支出情况如下：" lists a spending figure's parts, not those of the balance that stands between.
FigureId Structure::list_total_for(std::string_view tail) const {
  const Side wanted = contains(tail, "支出") ? Side::spending : contains(tail, "收入") ? Side::income : Side::unknown;
  // "A 1，B 2，C 3。具体情况如下：" comes back to each of them; none is the whole of the list.
  const std::size_t in_sentence = block_levels_.size() - levels_before_sentence_;
  if (wanted == Side::unknown && (in_sentence > 0 ? in_sentence : levels_of_sentence_before_) >= 3) return no_id;
  const bool money = std::any_of(block_levels_.begin(), block_levels_.end(), [&](FigureId id) { return out_.figures[id].kind == Kind::amount; });
  for (auto it = block_levels_.rbegin(); it != block_levels_.rend(); ++it) {
    if (money && out_.figures[*it].kind != Kind::amount) continue;  // 支出9万元，…因12名职工调资。其中：
    const Side side = side_of(last_part(out_.figures[*it].indicator));
    if (wanted == Side::unknown ? side != Side::remainder : side == wanted || side == Side::unknown) return *it;
  }
  return no_id;
}

// `tail` ends a paragraph with a colon.
void Structure::open_list(std::string_view tail) {
  const FigureId total = list_total_for(tail);
  if (total == no_id) return;
  list_ = {};
  list_.active = true;
  list_.total = total;
  list_.open = contains_any(tail, words<"主要 重点 等">);
  blocks_since_item_ = 0;
}

// The next paragraph begins: an item, a remark between items, or something else.
void Structure::continue_list(std::string_view item_style, int ordinal) {
  if (item_style.empty() && list_.style.empty() && (list_.relation == SIZE_MAX ? blocks_since_item_ == 0 : list_.item_has_part)) {
    list_.item_has_part = false;  // its items bear no numbers: each paragraph that begins with a part is one
    ++blocks_since_item_;
    return;
  }
  if (item_style.empty()) {
    // One paragraph may stand between items (a remark); two end the list.
    if (list_.style.empty() || ++blocks_since_item_ > 1) list_.active = false;
    return;
  }
  if (list_.style.empty() && list_.relation != SIZE_MAX) {
    list_.active = false;  // its items bore no numbers
    return;
  }
  if (list_.style.empty()) list_.style = item_style;
  if (list_.style != item_style) return;  // a nested numbering inside an item
  if (ordinal != 0 && list_.ordinal != 0 && ordinal != list_.ordinal + 1) {
    list_.active = false;  // it began anew: another list
    return;
  }
  list_.ordinal = ordinal;
  blocks_since_item_ = 0;
  list_.item_has_part = false;
}

// "人员经费103.29万元，…": the first level of its paragraph, with nothing before its own clause.
bool Structure::begins_paragraph(FigureId id) const {
  const Figure& f = out_.figures[id];
  return block_levels_.empty() && f.aspect == Aspect::level && f.sentence < out_.sentences.size() &&
         f.clause.begin == out_.sentences[f.sentence].text.begin;
}

FigureId Structure::place_list_item(FigureId id) {
  if (!list_.active || item_style_ != list_.style || list_.item_has_part || !same_dimension(list_.total, id)) return no_id;
  const bool numbered = !list_.style.empty();
  if (!numbered && !begins_paragraph(id)) return no_id;
  list_.item_has_part = true;
  // Without numbers nothing shows where the list ends: its parts need not be all.
  if (list_.relation == SIZE_MAX) list_.relation = open_relation(list_.total, numbered ? Marker::list : Marker::of_which, list_.open);
  add_part(list_.relation, id);
  return list_.total;
}

}  // namespace gouji::extractor
