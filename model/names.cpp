// The words of the contract for every enumeration.
#include <array>

#include "model/check.h"
#include "model/figure.h"

namespace gouji {
namespace {

template <std::size_t N, class Enum>
constexpr std::string_view pick(const std::array<std::string_view, N>& names, Enum value) {
  return names.at(static_cast<std::size_t>(value));
}

}  // namespace

std::string_view name(Kind v) {
  static constexpr std::array<std::string_view, 5> names{"amount", "ratio", "count", "score", "other"};
  return pick(names, v);
}
std::string_view name(Role v) {
  static constexpr std::array<std::string_view, 2> names{"measure", "rule"};
  return pick(names, v);
}
std::string_view name(Comparator v) {
  static constexpr std::array<std::string_view, 6> names{"=", ">=", "<=", "<", ">", "~"};
  return pick(names, v);
}
std::string_view name(Aspect v) {
  static constexpr std::array<std::string_view, 7> names{"level", "share", "change", "change_rate", "completion", "full_score", "score"};
  return pick(names, v);
}
std::string_view name(Basis v) {
  static constexpr std::array<std::string_view, 9> names{"",      "budget_initial", "budget_adjusted", "budget", "executed",
                                                         "final", "prior_final",    "target",          "actual"};
  return pick(names, v);
}
std::string_view name(Direction v) {
  static constexpr std::array<std::string_view, 3> names{"", "increase", "decrease"};
  return pick(names, v);
}
std::string_view name(Versus v) {
  static constexpr std::array<std::string_view, 8> names{"",       "prior_year", "prior_period", "prior_year_budget", "budget_initial",
                                                         "budget", "target",     "base_date"};
  return pick(names, v);
}
std::string_view name(Fund v) {
  static constexpr std::array<std::string_view, 6> names{"", "general", "government_fund", "state_capital", "social_insurance", "all"};
  return pick(names, v);
}
std::string_view name(Origin v) {
  static constexpr std::array<std::string_view, 10> names{"",       "stated",  "clause", "sentence", "heading",
                                                          "column", "caption", "title",  "document", "implied"};
  return pick(names, v);
}
std::string_view name(ReportKind v) {
  static constexpr std::array<std::string_view, 7> names{"other",    "self_evaluation", "final_accounts", "budget", "budget_execution",
                                                         "bulletin", "work_report"};
  return pick(names, v);
}
std::string_view name(NumberClass v) {
  static constexpr std::array<std::string_view, 20> names{
      "amount",      "ratio", "count",         "score",           "other", "number", "date",    "period", "ordinal",   "heading",
      "list_number", "code",  "column_number", "document_number", "phone", "name",   "version", "page",   "furniture", "part_of_word"};
  if (v == NumberClass::broken) return "broken";
  return pick(names, v);
}
std::string_view name(OperandRole v) {
  static constexpr std::array<std::string_view, 10> names{"total",      "part",   "numerator", "denominator", "minuend",
                                                          "subtrahend", "before", "after",     "left",        "right"};
  return pick(names, v);
}
std::string_view name(Rule v) {
  static constexpr std::array<std::string_view, 17> names{"sum",        "share",   "shares_total", "difference", "change",    "completion",
                                                          "rate",       "balance", "equal",        "identity",   "hierarchy", "score",
                                                          "attainment", "product", "headcount",    "formula",    "unit"};
  return pick(names, v);
}
std::string_view name(Verdict v) {
  static constexpr std::array<std::string_view, 8> names{"exact",        "rounding",  "unlikely", "inconsistent",
                                                         "suspect_unit", "explained", "query",    "not_checkable"};
  return pick(names, v);
}
std::string_view name(Severity v) {
  static constexpr std::array<std::string_view, 4> names{"", "error", "warning", "note"};
  return pick(names, v);
}

}  // namespace gouji
