// Check: one relation between figures and whether it holds; the one thing that every audit rule makes.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "model/figure.h"

namespace gouji {

enum class Rule : std::uint8_t {
  sum,
  share,
  shares_total,
  difference,
  change,
  completion,
  rate,
  balance,
  equal,
  identity,
  hierarchy,
  score,
  attainment,
  product,
  headcount,
  formula,
  unit
};
enum class Verdict : std::uint8_t { exact, rounding, unlikely, inconsistent, suspect_unit, explained, query, not_checkable };
enum class Severity : std::uint8_t { none, error, warning, note };
std::string_view name(Rule);
std::string_view name(Verdict);
std::string_view name(Severity);

struct CheckOperand {
  FigureId figure = no_id;
  OperandRole role = OperandRole::part;
  std::int8_t sign = 1;
};

struct Blame {
  FigureId figure = no_id;
  Decimal would_be;
};

// Texts (id, evidence, the computed values, formula, message, hint) are empty where nobody asked for them: audit::Texts says of which
// checks they are made. Verdict, operands and why are always there.
struct Check {
  std::string id;  // hash, see docs/record_format.md
  std::string evidence;
  Rule rule = Rule::sum;
  Verdict verdict = Verdict::not_checkable;
  Severity severity = Severity::none;
  FigureId stated = no_id;
  std::vector<CheckOperand> operands;  // the stated one included
  // Canonical units, rounded for print to two decimals beyond the stated figure's; empty for not_checkable.
  std::string computed, computed_low, computed_high, difference;
  std::uint32_t caused_by = no_id;  // index of the check that reports the cause
  std::optional<Blame> blamed;
  std::string formula;  // as an auditor writes it
  std::string message;  // one sentence
  std::string hint;     // "" none
  std::string why;      // not_checkable, explained, query: why
};

// What a standard form that the report holds must fulfil, and what became of it.
struct Obligation {
  std::string text;             // "收入支出决算总表：收入:总计 = 支出:总计"
  std::uint32_t check = no_id;  // index of the check: the finding, else the first that ran; no_id: none
  bool ran = false;             // false: `why` says why not
  std::string why;
};

}  // namespace gouji
