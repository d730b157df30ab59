#include "extractor/structure.h"

#include <algorithm>

#include "extractor/characters.h"
#include "extractor/indicator_path.h"
#include "extractor/side.h"
#include "model/words.h"

namespace gouji::extractor {
namespace {

bool is_change(const Figure& f) { return f.aspect == Aspect::change; }

}  // namespace

void Structure::begin_section() {
  stack_.clear();
  balance_.clear();
  block_level_ = block_change_ = last_level_ = no_id;
}

void Structure::begin_block(std::string_view item_style, int ordinal) {
  item_style_ = item_style;
  block_level_ = block_change_ = no_id;
  block_levels_.clear();
  subject_before_ = no_id;
  income_total_ = spending_total_ = no_id;
  levels_before_sentence_ = levels_of_sentence_before_ = 0;
  balance_.clear();
  if (list_.active) continue_list(item_style, ordinal);
}

void Structure::begin_sentence() {
  if (block_levels_.size() > levels_before_sentence_) {
    subject_before_ = block_levels_[levels_before_sentence_];
    levels_of_sentence_before_ = block_levels_.size() - levels_before_sentence_;
  }
  levels_before_sentence_ = block_levels_.size();
  stack_.clear();
  group_.clear();
  sentence_figures_.clear();
  sentence_relations_ = out_.relations.size();
  last_level_ = pending_total_ = no_id;
}

bool Structure::same_dimension(FigureId a, FigureId b) const {
  const Figure& x = out_.figures[a];
  const Figure& y = out_.figures[b];
  if (x.kind != y.kind || is_change(x) != is_change(y) || x.role != y.role) return false;
  if (x.kind == Kind::amount) return x.unit.value == y.unit.value;
  if (x.kind == Kind::score) return x.aspect == y.aspect;
  if (x.kind != Kind::count) return false;
  const auto person = [](std::string_view unit) { return words<"人 名 个 位">.has(unit); };
  const auto institution = [](std::string_view unit) { return words<"个 所 家 座 处">.has(unit); };
  const auto both = [&](auto kind) { return kind(x.unit.value) && kind(y.unit.value); };
  return x.unit.value == y.unit.value || both(person) || both(institution);
}

bool Structure::same_side(FigureId whole, FigureId part) const {
  const Side whole_side = side_of(last_part(out_.figures[whole].indicator)), part_side = side_of(last_part(out_.figures[part].indicator));
  const bool one_sided = part_side == Side::income || part_side == Side::spending;
  return !one_sided || whole_side == part_side || (whole_side != Side::income && whole_side != Side::spending && whole_side != Side::remainder);
}

FigureId Structure::find_total(FigureId part, bool previous_figure_only) const {
  constexpr std::ptrdiff_t farthest = 64;  // figures: a whole stands not far before its parts
  for (auto it = sentence_figures_.rbegin(); it != sentence_figures_.rend() && it - sentence_figures_.rbegin() < farthest; ++it) {
    const Figure& f = out_.figures[*it];
    if (f.aspect != Aspect::level && f.aspect != Aspect::change && f.aspect != Aspect::full_score) continue;
    if (same_dimension(*it, part)) {
      const bool staff = contains_any(out_.figures[part].indicator, words<"在职 编制 在岗 实有">);
      if (staff && contains(f.indicator, "退休")) continue;  // serving staff is no part of the retired
      if (!same_side(*it, part)) continue;                   // 收入包括…、上年结转1200万元；支出包括：教育支出…
      return *it;
    }
    if (previous_figure_only) break;
  }
  if (previous_figure_only || !sentence_figures_.empty()) return no_id;
  for (const FigureId of_sentence_before : {block_level_, block_change_})
    if (of_sentence_before != no_id && same_dimension(of_sentence_before, part)) return of_sentence_before;
  return no_id;
}

std::size_t Structure::open_relation(FigureId total, Marker marker, bool open) {
  Relation r;
  r.kind = RelationKind::breakdown;
  r.marker = marker;
  r.open = open;
  r.depth = static_cast<std::uint8_t>(std::min<std::size_t>(stack_.size(), 250));
  r.operands.push_back({total, OperandRole::total, 1});
  r.text = {out_.figures[total].text.begin, out_.figures[total].text.end};
  out_.relations.push_back(std::move(r));
  return out_.relations.size() - 1;
}

void Structure::add_part(std::size_t relation, FigureId part) {
  Relation& r = out_.relations[relation];
  const std::int8_t sign =
      is_change(out_.figures[part]) && out_.figures[part].direction != out_.figures[r.operands.front().figure].direction ? -1 : 1;
  r.operands.push_back({part, OperandRole::part, sign});
  r.text.end = std::max(r.text.end, out_.figures[part].text.end);
}

bool Structure::closes_breakdown(FigureId id, const Lead& lead) const {
  const Figure& total = out_.figures[stack_.back().total];
  const Figure& f = out_.figures[id];
  if (!same_dimension(stack_.back().total, id)) return true;
  // 核定编制56名，其中行政编制…；实有在职人员53人: posts are not made up of people
  if (ends_with_any(last_part(total.indicator), words<"编制 编制数 编制人数">) &&
      contains_any(lead.name, words<"在职 实有 在岗 退休 离休 人员 职工">) && !contains(lead.name, "编"))
    return true;
  if (contains_any(lead.name, words<"退休 离休">) && contains_any(last_part(total.indicator), words<"在职 在编 在岗 教职工 正式">)) return true;
  if (of_another_fund(last_part(total.indicator), lead.name)) return true;
  const Side a = side_of(last_part(total.indicator));
  const Side b = side_of(lead.name);
  // What is left over from last year is income, what is left at the year's end is not.
  const bool left_over = b == Side::remainder && (a == Side::spending || (a == Side::income && !contains_any(lead.name, words<"年末 年终 期末">)));
  if (a != Side::unknown && b != Side::unknown && a != b && !left_over) return true;
  // 进出口总额…，其中：出口总额…；进口总额…: parts may be 总额 too, each of its own.
  const FigureId before = out_.relations[stack_.back().relation].operands.back().figure;
  const bool one_of_them = ends_with_any(lead.name, words<"总额">) && ends_with_any(last_part(out_.figures[before].indicator), words<"总额">);
  if (lead.total && !one_of_them && ends_with_any(lead.name, words<"总计 合计 总额 总收入 总支出">) && f.kind == Kind::amount) return true;
  // The same name again is another statement (本年…, 上年…), not a part of itself.
  return !lead.name.empty() && last_part(total.indicator) == lead.name;
}

// "债券收入654亿元（新增债券182亿元、再融资债券472亿元）": brackets behind a number list what it is made of.
void Structure::bracketed(FigureId id, const Lead& lead, const Gap& gap) {
  if (gap.opens_brackets) {
    bracket_ = {};
    const Figure& f = out_.figures[id];
    const FigureId total = id == 0 ? no_id : id - 1;
    const bool follows = total != no_id && out_.figures[total].sentence == f.sentence && out_.figures[total].aspect == Aspect::level;
    // (含…), (不含…), (上年…), (2020年…) tell of something else than the parts.
    const bool parts = f.aspect == Aspect::level && !lead.name.empty() && !lead.period.known() &&
                       !starts_with_any(lead.name, words<"含 不含 不包括 另 比 较 上年 去年 同期 约 折合">);
    if (follows && parts && same_dimension(total, id)) bracket_ = {total, id, id, SIZE_MAX, lead.open || gap.open, lead.of_which || gap.of_which};
    return;
  }
  if (bracket_.total == no_id || out_.figures[id].aspect != Aspect::level || !same_dimension(bracket_.total, id)) return;
  if (bracket_.relation == SIZE_MAX) {
    bracket_.relation = open_relation(bracket_.total, bracket_.of_which ? Marker::of_which : suggested, bracket_.open);
    add_part(bracket_.relation, bracket_.first);
  }
  add_part(bracket_.relation, id);
  if (!lead.name.empty() && !lead.period.known()) bracket_.last = id;
}

// "分产业看，第一产业…": a part, unless the whole is named again (按经营地分，零售总额60亿元，包括…).
bool Structure::divides(FigureId id, const Lead& lead, const Gap& gap) const {
  if (!gap.division) return false;
  const FigureId total = divided_whole(id);
  if (total == no_id) return false;
  // The whole named again has the parts: 支出合计…。按支出性质分，本年支出合计…，其中：…
  const std::string_view whole = last_part(out_.figures[total].indicator);
  return whole != lead.name && !(lead.total && (contains(lead.name, whole) || contains(whole, lead.name)));
}

// 支出合计…。按支出性质分，基本支出…: the whole may stand in the paragraph before.
FigureId Structure::divided_whole(FigureId part) const {
  const FigureId near = find_total(part, false);
  if (near != no_id || !sentence_figures_.empty() || block_level_ != no_id || section_total_ == no_id) return near;
  return same_dimension(section_total_, part) && same_side(section_total_, part) ? section_total_ : no_id;
}

bool Structure::continues_after_semicolon(Relation& relation, std::string_view name) const {
  // 公务用车购置及运行费1618万元，其中：公务用车购置费414万元；公务用车运行费1204万元: it carries the name of its whole.
  const std::string_view total = last_part(out_.figures[relation.operands.front().figure].indicator);
  constexpr std::size_t telling = 3 * 3;  // bytes of three Han
  if (relation.operands.size() >= 2 && name.size() > telling && total.size() > telling && total.substr(0, telling) == name.substr(0, telling) &&
      last_part(out_.figures[relation.operands.back().figure].indicator).starts_with(total.substr(0, telling)))
    return true;
  if (relation.marker != Marker::consists || relation.operands.size() != 2) return false;
  relation.marker = suggested;
  return true;
}

FigureId Structure::place(FigureId id, const Lead& lead, const Gap& gap, bool next_opens) {
  const Figure& f = out_.figures[id];
  const bool level = f.aspect == Aspect::level || f.aspect == Aspect::change || f.aspect == Aspect::full_score;
  if (!gap.in_brackets) bracket_ = {};
  if (!level || (f.kind != Kind::amount && f.kind != Kind::count && f.aspect != Aspect::full_score) || f.role == Role::rule ||
      f.range_end != RangeEnd::none)
    return no_id;
  if (gap.in_brackets) {
    bracketed(id, lead, gap);
    return no_id;
  }
  FigureId parent = no_id;
  const bool marked =
      lead.of_which || gap.of_which || gap.colon_after_figure || gap.consists || lead.consists || gap.within != no_id || divides(id, lead, gap);
  if (gap.semicolon) {
    group_.clear();
    // "A…，包括：B…；C…": what 包括 opened with one part goes on; it names more than one.
    while (stack_.size() >= 2 && !continues_after_semicolon(out_.relations[stack_.back().relation], lead.name)) stack_.pop_back();
    // "A…，其中：…；B…，其中：…": B has parts of its own, so it stands beside A; but what "分项情况是：" lists goes on.
    const auto is_whole = [&](const Open& open) {
      const Marker marker = out_.relations[open.relation].marker;
      return marker == Marker::consists || marker == Marker::colon;
    };
    // Where the sentence itself lists the parts of what stands before it, B is one of them.
    const bool of_before =
        !stack_.empty() && std::find(sentence_figures_.begin(), sentence_figures_.end(), stack_.front().total) == sentence_figures_.end();
    if (!stack_.empty() && next_opens && !marked && !of_before && !is_whole(stack_.back())) stack_.clear();
  }
  if (balance(id, lead, gap)) {
    if (f.aspect == Aspect::level) last_level_ = id;
    sentence_figures_.push_back(id);
    return no_id;
  }
  if (gap.division && !stack_.empty() && lead.name != last_part(out_.figures[stack_.back().total].indicator)) {
    // 按功能分，…；按经济分类分，…: the same whole, parted once more.
    const Relation& parted = out_.relations[stack_.back().relation];
    stack_.back().relation = open_relation(stack_.back().total, parted.marker, parted.open);
  } else if (marked) {
    const FigureId total = gap.division          ? divided_whole(id)
                           : gap.within != no_id ? gap.within
                                                 : find_total(id, gap.colon_after_figure && !gap.of_which);
    if (total != no_id) {
      // The groups of a full score always make it up.
      const Marker marker = f.aspect == Aspect::full_score  ? Marker::consists
                            : gap.of_which || lead.of_which ? Marker::of_which
                            : gap.consists || lead.consists ? Marker::consists
                            : gap.colon_after_figure        ? Marker::colon
                                                            : Marker::of_which;
      // A total outside the open breakdown begins anew.
      while (!stack_.empty()) {
        const auto& operands = out_.relations[stack_.back().relation].operands;
        if (std::any_of(operands.begin() + 1, operands.end(), [&](const RelationOperand& o) { return o.figure == total; })) break;
        stack_.pop_back();
      }
      stack_.push_back({open_relation(total, marker, gap.open || lead.open), total});
    }
  } else if (!stack_.empty()) {
    if (is_change(f) && !is_change(out_.figures[stack_.back().total])) return no_id;  // 其中：A 5万元，比上年增加1万元；B…: of A, not a part
    while (!stack_.empty() && closes_breakdown(id, lead)) stack_.pop_back();
  } else if (pending_total_ != no_id && same_dimension(pending_total_, id) && !lead.total && !lead.name.empty() && f.aspect == Aspect::level &&
             (side_of(lead.name) == side_of(last_part(out_.figures[pending_total_].indicator)) || side_of(lead.name) == Side::unknown)) {
    stack_.push_back({open_relation(pending_total_, Marker::total_then_parts, false), pending_total_});
  }
  if (!stack_.empty()) {
    add_part(stack_.back().relation, id);
    parent = stack_.back().total;
  } else {
    parent = place_list_item(id);
    if (f.aspect == Aspect::level) {
      if (gap.balanced && section_total_ != no_id && same_dimension(section_total_, id) && side_of(lead.name) != Side::remainder) {
        Relation r;
        r.kind = RelationKind::equality;
        r.operands = {{section_total_, OperandRole::left, 1}, {id, OperandRole::right, 1}};
        r.text = f.text;
        out_.relations.push_back(std::move(r));
      }
      if (f.kind == Kind::amount) {
        trailing_total(id, lead);
        remainder(id, lead, gap);
        group_.push_back(id);
      }
      block_level_ = id;
      block_levels_.push_back(id);
      if (parent == no_id) section_total_ = id;
      pending_total_ = lead.total && !next_opens ? id : no_id;
    } else {
      block_change_ = id;
      pending_total_ = no_id;
    }
  }
  if (f.aspect == Aspect::level && !lead.compared_with) last_level_ = id;
  sentence_figures_.push_back(id);
  return parent;
}

// "项目支出100，占总支出的…，人员支出60，占项目支出的…": the share says whose part it is.
void Structure::reparent_by_share() {
  const std::size_t end = out_.relations.size();
  for (std::size_t r = sentence_relations_; r < end; ++r) {
    if (out_.relations[r].kind != RelationKind::breakdown || out_.relations[r].operands.size() < 3) continue;
    std::vector<RelationOperand> kept;
    std::vector<std::pair<FigureId, FigureId>> moved;  // part, its whole
    for (const RelationOperand& o : out_.relations[r].operands) {
      FigureId whole = no_id;
      for (FigureId s = o.figure + 1; s < out_.figures.size() && s <= o.figure + 2 && o.role == OperandRole::part; ++s) {
        const Figure& share = out_.figures[s];
        if (share.aspect != Aspect::share || share.subject != o.figure || share.of.empty()) continue;
        for (const RelationOperand& q : kept)
          if (q.role == OperandRole::part && last_part(out_.figures[q.figure].indicator) == share.of) whole = q.figure;
      }
      if (whole == no_id)
        kept.push_back(o);
      else
        moved.emplace_back(o.figure, whole);
    }
    if (moved.empty()) continue;
    out_.relations[r].operands = kept;
    std::size_t nested = SIZE_MAX;
    FigureId nested_total = no_id;
    for (const auto& [part, whole] : moved) {
      if (whole != nested_total) {
        nested = open_relation(whole, Marker::of_which, false);
        out_.relations[nested].depth = static_cast<std::uint8_t>(out_.relations[r].depth + 1);
        nested_total = whole;
      }
      add_part(nested, part);
      Figure& f = out_.figures[part];
      f.indicator = out_.names.intern(out_.figures[whole].indicator.str().append("/").append(last_part(f.indicator)));
    }
  }
}

FigureId Structure::level_of_side(std::string_view name) const {
  for (auto it = block_levels_.rbegin(); it != block_levels_.rend(); ++it)
    if (out_.figures[*it].kind == Kind::amount && last_part(out_.figures[*it].indicator).ends_with(name)) return *it;
  return no_id;
}

// “三公”经费支出决算中，因公出国…: the level of the paragraph whose name begins as the clause does.
FigureId Structure::level_named(std::string_view clause) const {
  constexpr std::size_t telling = 4 * 3;  // bytes of four Han
  const auto bare = [](std::string_view name) {
    drop_prefix(name, words<"“ \" 本年 全年 年度">);
    return name;
  };
  const std::string_view wanted = bare(clause);
  for (auto it = block_levels_.rbegin(); it != block_levels_.rend(); ++it) {
    const std::string_view name = bare(last_part(out_.figures[*it].indicator));
    std::size_t common = 0;
    while (common < std::min(name.size(), wanted.size()) && name[common] == wanted[common]) ++common;
    if (common >= telling && side_of(name) != Side::income) return *it;
  }
  return no_id;
}

void Structure::end_sentence(std::string_view tail, bool last_of_paragraph) {
  reparent_by_share();
  balance_.clear();
  if (!last_of_paragraph || (!tail.ends_with("：") && !tail.ends_with(":")) || contains_any(tail, words<"原因 措施 做法">)) return;
  open_list(tail);
}

}  // namespace gouji::extractor
