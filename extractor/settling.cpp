// Period, scope, fund and basis of a figure: what its clause leaves open comes from the nearest place that says it.
#include "extractor/characters.h"
#include "extractor/paragraph_reader.h"
#include "model/words.h"

namespace gouji::extractor {
namespace {

// People, assets and debts have no basis: they are counted, not budgeted.
bool has_no_basis(const Figure& f) {
  if (f.kind == Kind::score || f.kind == Kind::other) return true;
  if (f.aspect == Aspect::change || f.aspect == Aspect::change_rate) return true;
  if (f.kind == Kind::ratio && f.aspect == Aspect::level && ends_with_any(f.indicator, words<"比 比值 比例 系数">)) return true;
  if (f.kind == Kind::ratio && f.aspect == Aspect::level && !contains_any(f.indicator, words<"收入 支出 预算 执行">)) return true;
  return contains_any(f.indicator, words<"资产 负债 债务余额 债务限额 贷款余额 存款余额">) || ends_with_any(f.indicator, words<"净值 原值">);
}

// What "较年初预算5亿元增加…" compares with is itself a budget.
Basis basis_compared_with(Versus versus) {
  switch (versus) {
    case Versus::budget_initial:
      return Basis::budget_initial;
    case Versus::budget:
    case Versus::prior_year_budget:
      return Basis::budget;
    case Versus::target:
      return Basis::target;
    default:
      return Basis::none;
  }
}

}  // namespace

// Fills what the clause leaves open, the nearest place first.
void ParagraphReader::settle(Figure& f, const Lead& lead, const Carry& carry, FigureId parent) {
  const SectionContext& context = section(f.section);
  const Figure* whole = parent != no_id ? &out_.figures[parent] : f.subject != no_id ? &out_.figures[f.subject] : nullptr;
  if (lead.period.known())
    f.period = {lead.period, Origin::clause};
  else if (lead.compared_with && lead.versus_period.known())
    f.period = {lead.versus_period, Origin::clause};
  else if (lead.compared_with && lead.versus == Versus::prior_year && out_.facts.period.known())
    f.period = {{static_cast<std::int16_t>(out_.facts.period.year - 1), 0, 0, 0, 0}, Origin::clause};
  else if (carry.period.value.known())
    f.period = {carry.period.value, Origin::sentence};
  else if (whole != nullptr && whole->period.value.known())
    f.period = {whole->period.value, Origin::sentence};
  else if (block_period_.value.known())
    f.period = block_period_;
  else if (context.period.known())
    f.period = {context.period, Origin::heading};
  else if (out_.facts.period.known())
    f.period = {out_.facts.period, Origin::title};

  if (lead.average) {  // 从2020年的4亿元提高到2025年的5亿元，年均增长…: of all the years between, and never of one
    f.versus = Versus::prior_period;
    const bool ends = carry.from != no_id && carry.to != no_id;
    const Period first = ends ? out_.figures[carry.from].period.value : Period{};
    const Period last = ends ? out_.figures[carry.to].period.value : f.period.value;
    if (first.is_year() && last.is_year() && first.year < last.year)
      f.period = {{first.year, 0, 0, last.year, 0}, Origin::sentence};
    else if (last.is_year())
      f.period = {};
  }

  if (!lead.scope.empty())
    f.scope = {lead.scope, Origin::clause};
  else if (whole != nullptr && !whole->scope.value.empty())
    f.scope = {whole->scope.value, Origin::sentence};
  else if (!carry.scope.value.empty())
    f.scope = {carry.scope.value, Origin::sentence};
  else if (!block_scope_.value.empty() && !lead.own_entity)
    f.scope = block_scope_;
  else if (!context.scope.empty())
    f.scope = {context.scope, Origin::heading};

  if (f.fund == Fund::none) f.fund = whole != nullptr && whole->fund != Fund::none ? whole->fund : context.fund;
  settle_basis(f, lead, carry, parent);
}

// 收入184.4亿元，为预算的99.8%: what is measured against the budget was carried out, whatever the report is about.
void ParagraphReader::measured_against_budget(const Figure& completion) {
  Figure& done = out_.figures[completion.subject];
  const Basis b = done.basis.value;
  const bool planned = b == Basis::budget || b == Basis::budget_initial || b == Basis::budget_adjusted;
  if (!planned || done.basis.from == Origin::clause || !contains(completion.of, "预算")) return;
  done.basis = {out_.facts.kind == ReportKind::final_accounts ? Basis::final_accounts : Basis::executed, Origin::sentence};
  out_.figures[static_cast<std::size_t>(&completion - out_.figures.data())].basis = done.basis;
}

void ParagraphReader::settle_basis(Figure& f, const Lead& lead, const Carry& carry, FigureId parent) {
  const SectionContext& context = section(f.section);
  if (f.kind == Kind::ratio && f.aspect == Aspect::level && (lead.basis == Basis::actual || lead.basis == Basis::target)) {
    f.basis = {lead.basis, Origin::clause};  // 满意度目标值95%，实际完成值97%
    return;
  }
  if (has_no_basis(f) && !carry.target) return;
  if (f.subject != no_id && f.aspect != Aspect::level) {
    f.basis = {out_.figures[f.subject].basis.value, Origin::sentence};
    return;
  }
  if (carry.target && lead.basis == Basis::none) {
    f.basis = {Basis::target, context.target ? Origin::heading : Origin::sentence};
    return;
  }
  if (f.kind == Kind::count) {
    if (lead.basis == Basis::target || lead.basis == Basis::actual)
      f.basis = {lead.basis, Origin::clause};
    else if (lead.done)
      f.basis = {Basis::actual, Origin::clause};
    else if (carry.basis.value == Basis::actual)
      f.basis = {Basis::actual, Origin::sentence};
    return;
  }
  const Basis said = carry.basis.value;
  const bool planned = said == Basis::budget || said == Basis::budget_initial || said == Basis::budget_adjusted;
  if (lead.basis != Basis::none)
    f.basis = {lead.basis, Origin::clause};
  else if (lead.compared_with && basis_compared_with(lead.versus) != Basis::none)
    f.basis = {basis_compared_with(lead.versus), Origin::clause};
  else if (planned && lead.done && f.aspect == Aspect::level)
    f.basis = {Basis::executed, Origin::clause};  // 年初预算为62.1亿元，实际完成57.4亿元
  else if (parent != no_id && out_.figures[parent].basis.value != Basis::none)
    f.basis = {out_.figures[parent].basis.value, Origin::sentence};
  else if (said != Basis::none && said != Basis::actual)
    f.basis = {said, Origin::sentence};
  else if (lead.done && f.aspect == Aspect::level && !(f.period.value.year > out_.facts.period.year))
    f.basis = {Basis::executed, Origin::clause};
  else if (context.basis != Basis::none)
    f.basis = {context.basis, Origin::heading};
  else if (out_.facts.kind == ReportKind::budget ||
           (f.period.value.known() && out_.facts.period.known() && f.period.value.year > out_.facts.period.year))
    f.basis = {Basis::budget, Origin::document};
  else if (out_.facts.kind == ReportKind::final_accounts)
    f.basis = {Basis::final_accounts, Origin::document};
  else
    f.basis = {Basis::executed, Origin::document};
}

}  // namespace gouji::extractor
