// Relations that the report writes out itself: balances, in-line formulas, equalities, products.
#include "audit/rules/operands.h"

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

// 收入加…减…，总计: total = Σ ± terms.
void balance_rule(const Context& context, Drafts& drafts) {
  for (const Relation& relation : context.extraction.relations) {
    if (relation.kind != RelationKind::balance) continue;
    auto operands = total_first(context, relation);
    if (operands.size() >= 3) drafts.push_back(make_draft(Rule::balance, Form::sum, std::move(operands)));
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

// 收支平衡，相应安排支出: two figures that are said to be equal.
void equality_rule(const Context& context, Drafts& drafts) {
  for (const Relation& relation : context.extraction.relations) {
    if (relation.kind != RelationKind::equality || relation.operands.size() < 2) continue;
    Draft draft = make_draft(Rule::equal, Form::equal, {});
    for (const RelationOperand& o : relation.operands)
      if (o.figure < context.extraction.figures.size() && context.index.usable(o.figure)) draft.operands.push_back({o.figure, o.role, 1});
    if (draft.operands.size() < 2 || !same_measure(context.index.figure(draft.operands[0].figure), context.index.figure(draft.operands[1].figure)))
      continue;
    draft.label = "收支平衡";
    drafts.push_back(std::move(draft));
  }
}

// 7人，人均193元: total = count × rate.
void product_rule(const Context& context, Drafts& drafts) {
  for (const Relation& relation : context.extraction.relations) {
    if (relation.kind != RelationKind::product) continue;
    auto operands = total_first(context, relation);
    if (operands.size() >= 3) drafts.push_back(make_draft(Rule::product, Form::product, std::move(operands)));
  }
}

}  // namespace gouji::audit
