#include "generate/grammars.h"

namespace gouji::generate {

const std::vector<std::string>& report_kinds() {
  static const std::vector<std::string> kinds{"self_evaluation",   "final_accounts", "budget",  "budget_execution",
                                              "government_budget", "work_report",    "bulletin"};
  return kinds;
}

Report make_report(const std::string& kind, std::uint64_t seed) {
  Random random(seed);
  Report report;
  report.kind = kind;
  report.year = static_cast<int>(random.between(2018, 2025));
  if (kind == "self_evaluation") self_evaluation(random, report);
  if (kind == "final_accounts") final_accounts(random, report);
  if (kind == "budget") department_budget(random, report);
  if (kind == "budget_execution") budget_execution(random, report);
  if (kind == "government_budget") government_budget(random, report);
  if (kind == "work_report") work_report(random, report);
  if (kind == "bulletin") bulletin(random, report);
  return report;
}

}  // namespace gouji::generate
