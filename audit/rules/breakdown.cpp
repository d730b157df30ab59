// 其中, 包括, 构成是, a list after a colon: total = Σ parts. Whether the parts are all of the total is read from the words,
// never from the sum: a marker that says so, a part called 其他, or names that are known to divide a whole.
#include <algorithm>

#include "audit/naming.h"
#include "audit/rules/completeness.h"
#include "audit/rules/operands.h"

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
    if (f.indicator.find(word) != std::string::npos) return true;
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

}  // namespace

void breakdown_rule(const Context& context, Drafts& drafts) {
  for (const Relation& relation : context.extraction.relations) {
    if (relation.kind != RelationKind::breakdown && relation.kind != RelationKind::headcount) continue;
    const FigureId total = FigureIndex::total_of(relation);
    if (total == no_id || !context.index.usable(total) || is_average(context.index.figure(total))) continue;
    Parts parts = matching_parts(context, relation, total);
    if (parts.operands.size() < 2) continue;  // a single part never makes a sum
    const bool changes = context.index.figure(total).aspect == Aspect::change;
    const Completeness complete = parts.dropped ? Completeness::open : completeness(context, relation, parts.operands);
    const Rule rule = relation.kind == RelationKind::headcount ? Rule::headcount : Rule::sum;
    Draft draft = make_draft(rule, complete == Completeness::complete ? Form::sum : Form::at_most, {{total, OperandRole::total, 1}});
    draft.operands.insert(draft.operands.end(), parts.operands.begin(), parts.operands.end());
    // 其中 alone: the parts may overlap (女, 党员, 高级职称; 税收, 民生), so only that they add up is worth a word.
    if (complete == Completeness::partial) draft.certainty = Certainty::possible;
    const auto carried = [&](const CheckOperand& o) { return is_remainder(context.index.figure(o.figure)); };
    if (is_remainder(context.index.figure(total)) && std::none_of(parts.operands.begin(), parts.operands.end(), carried))
      draft.certainty = Certainty::possible;
    // Parts of a change can be of either sign: what is left out is not bounded.
    if (changes && complete != Completeness::complete) {
      draft.form = Form::sum;
      draft.certainty = Certainty::possible;
    }
    drafts.push_back(std::move(draft));
  }
}

}  // namespace gouji::audit
