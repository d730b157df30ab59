// Does a relation hold? Verdicts over intervals of what is printed (docs/ARCHITECTURE.md, Auditing).
//
//   exact        equal once rounded to what is printed
//   rounding     the intervals meet
//   unlikely     they meet, but only beyond 4σ, or only if trimmed zeros are not read as zeros
//   suspect_unit they do not, but would after one operand's unit slipped by 万 (×10⁴) or 亿 (×10⁸)
//   explained    they do not, but the report's own rounding note covers it
//   inconsistent they do not
#pragma once

#include <optional>
#include <vector>

#include "audit/draft.h"
#include "audit/equation.h"
#include "audit/precision.h"

namespace gouji::audit {

// The operand whose unit slipped, and the power of ten that mends it.
struct Slip {
  std::size_t operand = 0;
  int power = 0;
};

struct Judgement {
  Verdict verdict = Verdict::not_checkable;
  Why why = Why::none;  // of not_checkable and explained
  Severity severity = Severity::none;
  Estimate computed;    // from what is printed
  Rational difference;  // stated − computed
  std::optional<Slip> slip;
};

// The operands' values as the equation takes them.
std::vector<Term> printed_terms(const Draft& draft, const std::vector<Reading>& readings);
// Would the relation hold with these terms?
bool holds(const Draft& draft, const std::vector<Term>& terms);

// `readings` are the operands', in order; operand 0 is the stated one.
Judgement judge(const Draft& draft, const std::vector<Reading>& readings, const std::vector<Kind>& kinds, bool rounding_note);

}  // namespace gouji::audit
