// Relations that the report writes out itself: balances, in-line formulas, equalities, products.
#include <algorithm>
#include <string_view>

#include "audit/naming.h"
#include "audit/rules/completeness.h"
#include "audit/rules/operands.h"
#include "audit/verdict.h"
#include "model/words.h"

namespace gouji::audit {
namespace {

// The relation's operands, its total first; empty where one of them is no usable figure.
std::vector<CheckOperand> total_first(const Context& context, const Relation& relation) {
  std::vector<CheckOperand> out;
  for (const RelationOperand& o : relation.operands) {
    if (o.figure >= context.extraction.figures.size() || !context.index.usable(o.figure)) return {};
    const CheckOperand operand{o.figure, o.role, o.sign};
    if (o.role == OperandRole::total)
      out.insert(out.begin(), operand);
    else
      out.push_back(operand);
  }
  return out.empty() || out.front().role != OperandRole::total ? std::vector<CheckOperand>{} : out;
}

}  // namespace

namespace {

Draft balance_draft(const std::vector<CheckOperand>& operands, FigureId first) {
  Draft out = make_draft(Rule::balance, Form::sum, operands);
  out.operands[1].figure = first;
  return out;
}

// The first amount of the sentence: "收入178亿元，…，加上…".
FigureId head_of_sentence(const Context& context, FigureId id) {
  FigureId head = id;
  for (FigureId step = 1; step <= 60 && step <= id; ++step) {
    const Figure& f = context.index.figure(id - step);
    if (f.sentence != context.index.figure(id).sentence) break;
    if (context.index.usable(id - step) && is_level(f) && same_measure(f, context.index.figure(id))) head = id - step;
  }
  return head;
}

// "收入178亿元，其中：税收收入…，非税收入65亿元，加上…303亿元": what 加上 is added to is the last amount, or what that is a part of,
// or what the sentence began with. Not sure where none of them gives the total and the last stands among others.
Found first_term(const Context& context, const std::vector<CheckOperand>& operands) {
  const FigureId nearest = operands[1].figure;
  FigureId outermost = nearest;
  for (int depth = 0; depth < 8; ++depth) {
    if (draft_holds(context, balance_draft(operands, outermost))) return {outermost, Certainty::stated};
    const Relation* relation = context.index.breakdown_with_part(outermost);
    const FigureId total = relation == nullptr ? no_id : FigureIndex::total_of(*relation);
    if (total == no_id || total == outermost || context.index.figure(total).block != context.index.figure(nearest).block) break;
    if (!same_measure(context.index.figure(total), context.index.figure(nearest))) break;
    outermost = total;
  }
  const FigureId head = head_of_sentence(context, nearest);
  if (head != outermost && draft_holds(context, balance_draft(operands, head))) return {head, Certainty::stated};
  return {outermost, head < outermost ? Certainty::likely : Certainty::stated};
}

}  // namespace

// 收入加…减…，总计: total = Σ ± terms.
void balance_rule(const Context& context, Drafts& drafts) {
  for (const Relation& relation : context.extraction.relations) {
    if (relation.kind != RelationKind::balance) continue;
    const auto operands = total_first(context, relation);
    if (operands.size() < 3) continue;
    // 由a变动为b，调增c: both ends are named.
    const bool ends_of_change = context.index.figure(operands.front().figure).aspect == Aspect::change;
    const Found first = ends_of_change ? Found{operands[1].figure, Certainty::stated} : first_term(context, operands);
    drafts.push_back(balance_draft(operands, first.figure));
    drafts.back().certainty = first.certainty;
    if (is_suggested(relation) && first.certainty == Certainty::stated) drafts.back().certainty = certainty_of_suggested(context, drafts.back());
  }
}

// 98人/110人*100%=90.9%. The total is operand 0 in the relation too, so the expression's indexes stay.
void formula_rule(const Context& context, Drafts& drafts) {
  for (const Relation& relation : context.extraction.relations) {
    if (relation.kind != RelationKind::formula || relation.operands.empty() || relation.operands.front().role != OperandRole::total) continue;
    auto operands = total_first(context, relation);
    if (operands.size() < 2) continue;
    Draft draft = make_draft(Rule::formula, Form::formula, std::move(operands));
    draft.expression = relation.expression;
    drafts.push_back(std::move(draft));
  }
}

namespace {

// What is spent against what there is to spend: the only two that 收支平衡 makes equal. A kind of spending is not all of it.
bool is_spending_side(const Context& context, const Figure& f) {
  return contains_any(context.document.view(f.clause), words<"安排支出 支出安排 支出相应安排 支出总计 支出合计 支出总量 总支出">);
}

bool is_income_side(const Figure& f) {
  return contains_any(leaf(f.indicator), words<"财力 收入 资金来源">) && !contains_any(leaf(f.indicator), words<"支出">);
}

}  // namespace

// 收支平衡，相应安排支出: two figures that are said to be equal.
void equality_rule(const Context& context, Drafts& drafts) {
  for (const Relation& relation : context.extraction.relations) {
    if (relation.kind != RelationKind::equality || relation.operands.size() < 2) continue;
    Draft draft = make_draft(Rule::equal, Form::equal, {});
    for (const RelationOperand& o : relation.operands)
      if (o.figure < context.extraction.figures.size() && context.index.usable(o.figure)) draft.operands.push_back({o.figure, o.role, 1});
    if (draft.operands.size() < 2) continue;
    const Figure& left = context.index.figure(draft.operands[0].figure);
    const Figure& right = context.index.figure(draft.operands[1].figure);
    if (!same_measure(left, right) || !is_level(left) || !is_level(right) || !same_fund(left, right) || !same_scope(left, right)) continue;
    if (!is_income_side(left) || !is_spending_side(context, right)) continue;
    // One that is a part of something is not all that is spent.
    if (context.index.breakdown_with_part(draft.operands[1].figure) != nullptr) draft.certainty = Certainty::possible;
    draft.label = "收支平衡";
    drafts.push_back(std::move(draft));
  }
}

// 7人，人均193元: total = count × rate.
namespace {

// 13716户，户均补助16000元; 1860人次，人均补助85元.
bool is_average_of_before(const Context& context, FigureId id) {
  const Figure& average = context.index.figure(id);
  const Figure& counted = context.index.figure(id - 1);
  if (average.kind != Kind::amount || counted.kind != Kind::count || counted.sentence != average.sentence || !context.index.usable(id) ||
      !context.index.usable(id - 1) || !is_level(average) || !is_level(counted))
    return false;
  const std::string_view clause = context.document.view(average.clause);
  const std::string_view unit = counted.unit.value;
  if (unit == "户") return contains_any(clause, words<"户均 每户">);
  return (unit == "人" || unit == "人次" || unit == "名") && contains_any(clause, words<"人均 每人">);
}

// …，共发放补助资金21945.60万元: the words say that it is all of them together.
bool is_sum_of_averages(const Context& context, FigureId id) {
  const Figure& average = context.index.figure(id);
  const Figure& total = context.index.figure(id + 1);
  return context.index.usable(id + 1) && total.sentence == average.sentence && is_level(total) && same_measure(total, average) &&
         contains_any(context.document.view(total.clause), words<"共 累计 合计 总计">);
}

}  // namespace

void product_rule(const Context& context, Drafts& drafts) {
  for (const Relation& relation : context.extraction.relations) {
    if (relation.kind != RelationKind::product) continue;
    auto operands = total_first(context, relation);
    if (operands.size() >= 3) drafts.push_back(make_draft(Rule::product, Form::product, std::move(operands)));
  }
  for (FigureId id = 1; id + 1 < context.extraction.figures.size(); ++id) {
    if (!is_average_of_before(context, id) || !is_sum_of_averages(context, id)) continue;
    drafts.push_back(
        make_draft(Rule::product, Form::product, {{id + 1, OperandRole::total, 1}, {id - 1, OperandRole::part, 1}, {id, OperandRole::part, 1}}));
  }
}

}  // namespace gouji::audit
