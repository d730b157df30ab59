#include "audit/rules/rules.h"

#include <array>

#include "audit/rules/table_rates.h"

namespace gouji::audit {

void run_rules(const Context& context, Drafts& drafts) {
  using RuleFunction = void (*)(const Context&, Drafts&);
  static constexpr std::array<RuleFunction, 25> rules{
      breakdown_rule,   share_rule,          whole_rule,      difference_rule,    change_rule,  change_sum_rule,     completion_rule,
      balance_rule,     surplus_rule,        formula_rule,    equality_rule,      product_rule, identity_rule,       attainment_rule,
      same_figure_rule, unit_rule,           footing_rule,    cross_footing_rule, score_rule,   score_criteria_rule, target_rule,
      forms_rule,       cost_indicator_rule, table_rate_rule, table_tie_rule,
  };
  for (const RuleFunction rule : rules) rule(context, drafts);
}

}  // namespace gouji::audit
