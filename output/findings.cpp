#include "output/findings.h"

#include <algorithm>

#include "output/tally.h"

namespace gouji::output {

std::vector<Finding> findings_in_order(const Report& report) {
  std::vector<Finding> found;
  std::vector<std::size_t> consequences(report.checks.size());
  for (std::size_t i = 0; i < report.checks.size(); ++i) {
    const Check& check = report.checks[i];
    if (is_finding(check)) found.push_back({i, 0, 0});
    if (check.caused_by < consequences.size()) ++consequences[check.caused_by];
  }
  std::stable_sort(found.begin(), found.end(), [&](const Finding& a, const Finding& b) {
    const Check &x = report.checks[a.check], &y = report.checks[b.check];
    const bool x_warns = x.severity > Severity::error, y_warns = y.severity > Severity::error;
    return x_warns != y_warns ? y_warns : x.stated < y.stated;
  });
  for (std::size_t i = 0; i < found.size(); ++i) {
    found[i].number = i + 1;
    found[i].consequences = consequences[found[i].check];
  }
  return found;
}

}  // namespace gouji::output
