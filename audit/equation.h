// Equation: one relation as arithmetic: what the stated operand should be, given the others; and what any operand would
// have to be for the relation to hold. Operand 0 is always the stated one.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

#include "audit/precision.h"
#include "audit/rational.h"
#include "model/check.h"

namespace gouji::audit {

enum class Form : std::uint8_t {
  sum,          // stated = Σ ± others
  at_most,      // stated ≥ Σ others: an open breakdown
  not_less,     // stated ≥ 1: a target attained, a budget kept
  complement,   // 1 = stated + Σ others: shares of one whole
  quotient,     // stated = 1 / 2
  change_rate,  // stated = Δ ÷ (present ∓ Δ): operands 1 Δ, 2 present; an increase when sign of operand 1 is +
  growth,       // stated = (present − base) ÷ base: operands 1 present, 2 base; sign of operand 1 − for a decrease
  product,      // stated = Π others
  formula,      // stated = a postfix expression over operand indexes
  equal,        // all the same
};

// One operand's value in an evaluation; a what-if replaces it.
struct Term {
  Decimal value;
  Interval range;
  int sign = 1;
};

struct Equation {
  Form form = Form::sum;
  std::string_view expression;  // formula (Relation::expression): operand indexes, constants with % or a point ("100%"), + - * /
};

// What the stated operand should be. Undefined where a divisor may be zero or an expression is no expression.
Estimate compute(const Equation& equation, const std::vector<Term>& terms);

// The value of operand `index` that would make the relation hold exactly; nullopt where there is none (or for formulas).
std::optional<Rational> solve(const Equation& equation, const std::vector<Term>& terms, std::size_t index);

}  // namespace gouji::audit
