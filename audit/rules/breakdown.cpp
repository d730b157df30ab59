// 其中, 包括, 构成是, a list after a colon: total = Σ parts. Whether the parts are all of the total is read from the words,
// never from the sum: a marker that says so, a part called 其他, or names that are known to divide a whole.
#include <algorithm>
#include <stdexcept>

#include "audit/naming.h"
#include "audit/rules/completeness.h"
#include "audit/rules/operands.h"
#include "audit/verdict.h"

namespace gouji::audit {
namespace {

bool same_kind_of_part(const Figure& a, const Figure& b) {
  const bool people = a.kind == Kind::count && b.kind == Kind::count && !a.unit.value.empty() && !b.unit.value.empty();
  return a.aspect == b.aspect && (same_measure(a, b) || people);
}

// A part of another time or footing than its total, as its own clause says, is no part of the sum.
bool contradicts(const Figure& part, const Figure& total) {
  const auto own = [](Origin from) { return from == Origin::stated || from == Origin::clause; };
  if (own(part.period.from) && !same_period(part, total)) return true;
  return own(part.basis.from) && own(total.basis.from) && !same_basis(part, total);
}

// An average of parts is no sum of theirs.
bool is_average(const Figure& f) {
  for (const std::string_view word : {"人均", "户均", "平均", "均价", "单价", "价格", "标准", "每人", "每户", "每亩"})
    if (f.indicator.view().find(word) != std::string::npos) return true;
  return false;
}

// What was carried over is not what was spent: a list of spending after "年终结转38亿元，支出如下：" is of something else.
bool is_remainder(const Figure& f) {
  const std::string_view name = leaf(f.indicator);
  return name.find("结转") != std::string_view::npos || name.find("结余") != std::string_view::npos;
}

struct Parts {
  std::vector<CheckOperand> operands;
  bool dropped = false;
};

// The parts that measure what the total measures.
Parts matching_parts(const Context& context, const Relation& relation, FigureId total) {
  Parts out;
  const Figure& whole = context.index.figure(total);
  for (const RelationOperand& o : relation.operands) {
    if (o.role == OperandRole::total || o.figure == total || !context.index.usable(o.figure)) continue;
    const Figure& f = context.index.figure(o.figure);
    const bool level_or_change = f.aspect == Aspect::level || f.aspect == Aspect::change || f.aspect == Aspect::full_score;
    if (!level_or_change) continue;  // a share printed beside its part
    const bool known = std::any_of(out.operands.begin(), out.operands.end(), [&](const CheckOperand& c) { return c.figure == o.figure; });
    if (known) continue;
    if (!same_kind_of_part(f, whole) || contradicts(f, whole) || f.range_end != RangeEnd::none) {
      out.dropped = true;
      continue;
    }
    out.operands.push_back({o.figure, OperandRole::part, o.sign});
  }
  return out;
}

// "发行债券73亿元，其中一般债券5亿元，专项债券68亿元；发行再融资债券90亿元": a semicolon after a list of commas can begin another
// matter. The parts end there where those before it are the whole by their names or by what is printed, and all together are not.
void before_semicolon(const Context& context, const Relation& relation, FigureId total, std::vector<CheckOperand>& parts) {
  std::size_t cut = 1;
  const auto parted = [&](std::size_t i) {
    const TextRange gap{context.index.figure(parts[i - 1].figure).text.end, context.index.figure(parts[i].figure).text.begin};
    const std::string_view between = gap.begin < gap.end ? context.document.view(gap) : std::string_view();
    return between.find("；") != std::string_view::npos || between.find(';') != std::string_view::npos;
  };
  while (cut < parts.size() && !parted(cut)) ++cut;
  if (cut < 2 || cut >= parts.size() || relation.kind != RelationKind::breakdown) return;
  const auto sum_of = [&](const std::vector<CheckOperand>& some) {
    Draft draft = make_draft(Rule::sum, Form::sum, {{total, OperandRole::total, 1}});
    draft.operands.insert(draft.operands.end(), some.begin(), some.end());
    return draft;
  };
  std::vector<CheckOperand> first(parts.begin(), parts.begin() + static_cast<std::ptrdiff_t>(cut));
  if (draft_holds(context, sum_of(parts))) return;
  std::vector<FigureId> named;
  for (const CheckOperand& o : first) named.push_back(o.figure);
  if (is_partition(context, named) || draft_holds(context, sum_of(first))) parts = std::move(first);
}

// 其中 alone: the parts may overlap or be some of many, so only that they add up is worth a word, or that one digit is all that parts
// them from it: that is asked.
Certainty certainty_of_partial(const Context& context, Draft draft) {
  constexpr int telling = 5;  // digits of the total
  draft.form = Form::sum;
  if (draft_holds(context, draft)) return Certainty::possible;
  return certainty_of_suggested(context, draft, telling) == Certainty::stated ? Certainty::likely : Certainty::possible;
}

// "民生支出7.16万元，其中：教育2.15亿元，…": the parts add up once one unit is mended, which no list does by chance.
bool is_unit_slip(const Context& context, Draft draft) try {
  constexpr Decimal::Coefficient telling = 100;  // three digits
  if (context.index.figure(draft.operands.front().figure).value.normalized().abs().coefficient() < telling) return false;
  draft.form = Form::sum;
  std::vector<Reading> readings;
  std::vector<Kind> kinds;
  for (const CheckOperand& o : draft.operands) {
    readings.push_back(reading(context.index.figure(o.figure)));
    kinds.push_back(context.index.figure(o.figure).kind);
  }
  return judge(draft, readings, kinds, false).verdict == Verdict::suspect_unit;
} catch (const std::overflow_error&) {  // numbers that no report prints
  return false;
}

// "教育支出15.1亿元，教育支出15.1亿元": a part that stands there twice, without which the parts are all of the total.
bool is_doubled(const Context& context, const Draft& draft) {
  constexpr std::size_t least_parts = 3;
  for (std::size_t i = 2; i < draft.operands.size() && draft.operands.size() > least_parts; ++i) {
    const Figure& a = context.index.figure(draft.operands[i - 1].figure);
    const Figure& b = context.index.figure(draft.operands[i].figure);
    if (a.value != b.value || a.value.is_zero() || leaf(a.indicator).empty() || leaf(a.indicator) != leaf(b.indicator)) continue;
    Draft once = draft;
    once.form = Form::sum;
    once.operands.erase(once.operands.begin() + static_cast<std::ptrdiff_t>(i));
    if (draft_holds(context, once)) return true;
  }
  return false;
}

}  // namespace

void breakdown_rule(const Context& context, Drafts& drafts) {
  for (const Relation& relation : context.extraction.relations) {
    if (relation.kind != RelationKind::breakdown && relation.kind != RelationKind::headcount) continue;
    const FigureId total = FigureIndex::total_of(relation);
    if (total == no_id || !context.index.usable(total) || is_average(context.index.figure(total))) continue;
    Parts parts = matching_parts(context, relation, total);
    if (parts.operands.size() < 2) continue;  // a single part never makes a sum
    before_semicolon(context, relation, total, parts.operands);
    const bool changes = context.index.figure(total).aspect == Aspect::change;
    const Completeness complete = parts.dropped ? Completeness::open : completeness(context, relation, parts.operands);
    const Rule rule = relation.kind == RelationKind::headcount ? Rule::headcount : Rule::sum;
    Draft draft = make_draft(rule, complete == Completeness::complete ? Form::sum : Form::at_most, {{total, OperandRole::total, 1}});
    draft.operands.insert(draft.operands.end(), parts.operands.begin(), parts.operands.end());
    if (is_suggested(relation) && complete == Completeness::complete) draft.certainty = certainty_of_suggested(context, draft);
    if (complete == Completeness::partial) draft.certainty = certainty_of_partial(context, draft);
    if (draft.certainty == Certainty::likely) {
      draft.form = Form::sum;
      if (is_suggested(relation)) draft.certainty = Certainty::stated;  // 在校生75411人（小学44931人，初中30480人）
    }
    const bool unsure = draft.certainty == Certainty::possible && complete != Completeness::open;
    if (unsure && is_unit_slip(context, draft)) {
      draft.form = Form::sum;
      draft.certainty = Certainty::stated;
    }
    const auto carried = [&](const CheckOperand& o) { return is_remainder(context.index.figure(o.figure)); };
    if (is_remainder(context.index.figure(total)) && std::none_of(parts.operands.begin(), parts.operands.end(), carried))
      draft.certainty = Certainty::possible;
    // Parts of a change can be of either sign: what is left out is not bounded.
    if (changes && complete != Completeness::complete) {
      draft.form = Form::sum;
      draft.certainty = Certainty::possible;
    }
    if (is_doubled(context, draft)) {
      draft.form = Form::sum;
      draft.certainty = Certainty::stated;
      draft.known = {Cause::part_doubled, 0, no_id};
      draft.known_once = total;
    }
    drafts.push_back(std::move(draft));
  }
}

}  // namespace gouji::audit
