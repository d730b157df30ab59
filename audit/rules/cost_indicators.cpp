// 成本指标 of a self-evaluation: what the project or the office cost, target and result, is the budget and the spending that the same
// form states as its funds. That they agree is said; a difference counts only where it looks like a slip of the pen.
#include <algorithm>
#include <map>
#include <vector>

#include "audit/digits.h"
#include "audit/precision.h"
#include "audit/rules/table_sums.h"

namespace gouji::audit {
namespace {

struct SelfEvaluation {
  std::vector<FigureId> funds;    // the amounts of the row that states an execution rate
  std::vector<FigureId> results;  // amounts of indicators: targets and what was done
};

bool is_amount(const Figure& f) {
  return f.role == Role::measure && f.kind == Kind::amount && f.aspect == Aspect::level && f.range_end == RangeEnd::none;
}

void read(const Context& context, const Panel& panel, SelfEvaluation& out) {
  for (std::size_t r = 0; r < panel.rows.size(); ++r) {
    std::vector<FigureId> funds;
    bool rate = false;
    for (std::size_t c = 0; c < panel.columns.size(); ++c) {
      const FigureId id = panel.at(r, c);
      if (id >= context.extraction.figures.size()) continue;
      const Figure& f = context.index.figure(id);
      const BasisClass b = basis_class(f.basis.value);
      rate |= f.aspect == Aspect::completion && f.kind == Kind::ratio;
      if (!is_amount(f)) continue;
      if (b == BasisClass::target || b == BasisClass::achieved)
        out.results.push_back(id);
      else if (b != BasisClass::unknown)
        funds.push_back(id);
    }
    if (rate && out.funds.empty()) out.funds = std::move(funds);
  }
}

bool same_number(const Figure& a, const Figure& b) { return same_when_rounded(a.value, printed_width(a), b.value, printed_width(b)); }

bool slipped(const Figure& a, const Figure& b) {
  const auto long_enough = [](const Figure& f) { return f.value.normalized().abs().coefficient() >= 100; };
  return long_enough(a) && long_enough(b) && is_slip_of_digits(a.value, b.value);
}

// The fund that a result is compared with: spending for what was done, a budget for the target; the one that agrees, else the one that
// differs by a slip.
void tie(const Context& context, FigureId result, const std::vector<FigureId>& funds, Drafts& drafts) {
  const Figure& r = context.index.figure(result);
  const bool done = basis_class(r.basis.value) == BasisClass::achieved;
  FigureId slip = no_id;
  for (const FigureId id : funds) {
    const Figure& f = context.index.figure(id);
    if ((basis_class(f.basis.value) == BasisClass::actual) != done || !same_measure(r, f)) continue;
    if (same_number(r, f)) {
      drafts.push_back(make_draft(Rule::equal, Form::equal, {{result, OperandRole::left, 1}, {id, OperandRole::right, 1}}));
      drafts.back().certainty = Certainty::possible;
      drafts.back().as_printed = true;
      return;
    }
    if (slipped(r, f)) slip = id;
  }
  if (slip == no_id) return;
  drafts.push_back(make_draft(Rule::equal, Form::equal, {{result, OperandRole::left, 1}, {slip, OperandRole::right, 1}}));
  drafts.back().as_printed = true;
}

}  // namespace

void cost_indicator_rule(const Context& context, Drafts& drafts) {
  std::map<TableId, SelfEvaluation> tables;
  for (const Panel& panel : context.extraction.panels)
    if (panel.cells.size() == panel.rows.size() * panel.columns.size()) read(context, panel, tables[panel.table]);
  for (const auto& [table, evaluation] : tables)
    for (const FigureId result : evaluation.results) tie(context, result, evaluation.funds, drafts);
}

}  // namespace gouji::audit
