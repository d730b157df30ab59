#include "audit/figure_index.h"

#include <algorithm>

#include "audit/naming.h"

namespace gouji::audit {

BasisClass basis_class(Basis basis) {
  switch (basis) {
    case Basis::budget_initial:
    case Basis::budget:
      return BasisClass::planned;
    case Basis::budget_adjusted:
      return BasisClass::adjusted;
    case Basis::executed:
    case Basis::final_accounts:
    case Basis::prior_final:
      return BasisClass::actual;
    case Basis::target:
      return BasisClass::target;
    case Basis::actual:
      return BasisClass::achieved;
    case Basis::none:
      break;
  }
  return BasisClass::unknown;
}

FiguresByKey::FiguresByKey(const std::vector<std::uint32_t>& keys, std::size_t count) : begins_(count + 1) {
  for (const std::uint32_t key : keys)
    if (key < count) ++begins_[key];
  std::uint32_t end = 0;  // counts become ends, which step back to beginnings as the figures are put in their places
  for (std::uint32_t& begin : begins_) begin = end += begin;
  figures_.resize(end);
  for (std::size_t i = keys.size(); i > 0; --i)
    if (keys[i - 1] < count) figures_[--begins_[keys[i - 1]]] = static_cast<FigureId>(i - 1);
}

FigureIndex::FigureIndex(const Extraction& extraction) : extraction_(&extraction) {
  const std::size_t n = extraction.figures.size();
  cores_.resize(n);
  of_cores_.resize(n);
  usable_.resize(n);
  name_of_.assign(n, no_id);
  std::vector<std::uint32_t> subjects(n, no_id);
  breakdown_.assign(n, no_id);
  std::vector<std::uint32_t> number_of(extraction.names.size() + std::size_t{1}, no_id);  // by indicator: that of its core
  for (FigureId id = 0; id < n; ++id) {
    const Figure& f = extraction.figures[id];
    if (f.table != no_id || f.role != Role::measure) continue;
    usable_[id] = true;
    std::uint32_t& number = number_of[f.indicator.index()];
    if (number == no_id) number = names_.add(core_names_.of(leaf(f.indicator))).number;
    name_of_[id] = number;
    cores_[id] = names_.key(number);
    if (!f.of.empty()) of_cores_[id] = core_names_.of(leaf(f.of));
    if (f.subject < n && f.subject != id) subjects[id] = f.subject;
  }
  by_name_ = FiguresByKey(name_of_, names_.size());
  about_ = FiguresByKey(subjects, n);
  for (std::uint32_t r = 0; r < extraction.relations.size(); ++r) {
    const Relation& relation = extraction.relations[r];
    if (relation.kind != RelationKind::breakdown && relation.kind != RelationKind::headcount) continue;
    for (const RelationOperand& o : relation.operands)
      if (o.role == OperandRole::part && o.figure < n && breakdown_[o.figure] == no_id) breakdown_[o.figure] = r;
  }
}

std::span<const FigureId> FigureIndex::named(std::string_view core_name) const {
  const std::uint32_t number = names_.find(core_name);
  return number == no_id ? std::span<const FigureId>{} : by_name_.of(number);
}

const Relation* FigureIndex::breakdown_with_part(FigureId id) const {
  if (id >= breakdown_.size() || breakdown_[id] == no_id) return nullptr;
  return &extraction_->relations[breakdown_[id]];
}

FigureId FigureIndex::total_of(const Relation& relation) {
  for (const RelationOperand& o : relation.operands)
    if (o.role == OperandRole::total) return o.figure;
  return no_id;
}

bool same_measure(const Figure& a, const Figure& b) {
  return a.kind == b.kind && (a.unit.value == b.unit.value || a.unit.value.empty() || b.unit.value.empty());
}

bool same_period(const Figure& a, const Figure& b) {
  if (!a.period.value.known() || !b.period.value.known()) return true;
  const Period& x = a.period.value;
  const Period& y = b.period.value;
  // A level at the year's end (2023-12-31) and one of the year.
  const bool whole_years = x.to_year == 0 && y.to_year == 0 && (x.month == 0 || x.month == 12) && (y.month == 0 || y.month == 12) && x.year == y.year;
  return x == y || (whole_years && (x.is_year() || y.is_year() || x.month == y.month));
}

bool same_basis(const Figure& a, const Figure& b) {
  const BasisClass x = basis_class(a.basis.value);
  const BasisClass y = basis_class(b.basis.value);
  return x == y || x == BasisClass::unknown || y == BasisClass::unknown;
}

bool same_fund(const Figure& a, const Figure& b) { return a.fund == b.fund || a.fund == Fund::none || b.fund == Fund::none; }

bool same_scope(const Figure& a, const Figure& b) {
  if (a.scope.value == b.scope.value) return true;
  const std::string_view x = scope_core(a.scope.value);
  const std::string_view y = scope_core(b.scope.value);
  if (x == y) return true;
  // 经开区 is the report's own short form of 云山经开区; 市 is no short form of 全市.
  constexpr std::size_t telling = 9;
  return std::min(x.size(), y.size()) >= telling && (x.ends_with(y) || y.ends_with(x));
}

}  // namespace gouji::audit
