// "16158元" where the report counts in 万元: no relation need be broken by it, and an auditor would ask.
#include <algorithm>
#include <string_view>

#include "audit/naming.h"
#include "audit/precision.h"
#include "audit/rules/operands.h"

namespace gouji::audit {
namespace {

constexpr std::size_t enough_amounts = 8;

bool is_yuan_amount(const Context& context, FigureId id) {
  const Figure& f = context.index.figure(id);
  return context.index.usable(id) && is_level(f) && f.kind == Kind::amount && f.unit.value == "CNY";
}

// An amount of the whole unit: a known head of income, spending or assets. Prices, wages and standards are in 元 by nature.
bool is_head(const Context& context, const Figure& f) {
  if (f.indicator_id.empty() || f.comparator != Comparator::equal) return false;
  for (const std::string_view word : {"人均", "平均", "标准", "每", "工资", "价", "低保", "养老金"})
    if (f.indicator.view().find(word) != std::string::npos) return false;
  const auto hit = context.library.indicators().exact(f.indicator_id);
  using Side = patterns::Indicator::Side;
  return hit && (hit.entry->side == Side::income || hit.entry->side == Side::spending || hit.entry->side == Side::balance ||
                 hit.entry->side == Side::assets);
}

}  // namespace

void unit_rule(const Context& context, Drafts& drafts) {
  std::size_t large = 0;
  std::vector<FigureId> small;
  for (FigureId id = 0; id < context.extraction.figures.size(); ++id) {
    if (!is_yuan_amount(context, id)) continue;
    if (unit_power(context.document, context.index.figure(id)) >= 4)
      ++large;
    else if (!context.index.figure(id).value.is_zero())
      small.push_back(id);
  }
  if (large < enough_amounts || small.size() * 10 > large) return;
  for (const FigureId id : small)
    if (is_head(context, context.index.figure(id))) drafts.push_back(not_checkable(Rule::unit, id, OperandRole::left, Why::lone_unit));
}

}  // namespace gouji::audit
