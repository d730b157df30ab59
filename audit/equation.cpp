#include "audit/equation.h"

#include <algorithm>
#include <charconv>

namespace gouji::audit {
namespace {

Estimate of(const Term& term) { return {term.value, term.range}; }
Rational value_of(const Term& term) { return Rational(term.value); }

Estimate undefined() {
  Estimate out;
  out.defined = false;
  return out;
}

// Sums stay decimals until the end: most relations are sums.
Estimate signed_sum(const Decimal& start, const std::vector<Term>& terms, bool negate) {
  Decimal value = start;
  Interval range = Interval::point(start);
  for (std::size_t i = 1; i < terms.size(); ++i) {
    const bool minus = (terms[i].sign < 0) != negate;
    value = minus ? value - terms[i].value : value + terms[i].value;
    range = minus ? range - terms[i].range : range + terms[i].range;
  }
  return {value, range};
}

// Δ ÷ (present ∓ Δ) rises with Δ and falls with the present value: the ends follow.
Estimate change_rate(const Term& change, const Term& present) {
  const auto base = [&](const Decimal& c, const Decimal& d) { return change.sign > 0 ? c - d : c + d; };
  const Decimal low_base = base(present.range.low, change.sign > 0 ? change.range.high : change.range.low);
  const Decimal high_base = base(present.range.high, change.sign > 0 ? change.range.low : change.range.high);
  const Decimal base_for_low = base(present.range.high, change.range.low);
  const Decimal base_for_high = base(present.range.low, change.range.high);
  if (low_base.sign() <= 0 || high_base.sign() <= 0 || base_for_low.sign() <= 0 || base_for_high.sign() <= 0) return undefined();
  return {Rational(change.value) / Rational(base(present.value, change.value)), Rational(change.range.low) / Rational(base_for_low),
          Rational(change.range.high) / Rational(base_for_high)};
}

Estimate growth(const Term& present, const Term& base) {
  const Estimate one(Decimal(1), Interval::point(1));
  if (base.range.low.sign() <= 0) return undefined();
  const Estimate ratio = of(present) / of(base);
  return present.sign > 0 ? ratio - one : one - ratio;
}

std::optional<Decimal> constant(std::string_view token) {
  const bool percent = token.ends_with('%');
  const auto value = Decimal::parse(percent ? token.substr(0, token.size() - 1) : token);
  return value && percent ? std::optional<Decimal>(value->shifted(-2)) : value;
}

Estimate apply(char op, const Estimate& a, const Estimate& b) {
  switch (op) {
    case '+':
      return a + b;
    case '-':
      return a - b;
    case '*':
      return a * b;
    default:
      return a / b;
  }
}

Estimate evaluate(std::string_view expression, const std::vector<Term>& terms) {
  constexpr std::size_t deepest = 64;
  std::vector<Estimate> stack;
  for (std::size_t at = 0; at < expression.size();) {
    const std::size_t end = std::min(expression.find(' ', at), expression.size());
    const std::string_view token = expression.substr(at, end - at);
    at = end + 1;
    if (token.empty()) continue;
    if (token.size() == 1 && std::string_view("+-*/").find(token[0]) != std::string_view::npos) {
      if (stack.size() < 2) return undefined();
      const Estimate right = stack.back();
      stack.pop_back();
      stack.back() = apply(token[0], stack.back(), right);
    } else if (token.find_first_of("%.") != std::string_view::npos) {
      const auto value = constant(token);
      if (!value) return undefined();
      stack.emplace_back(*value, Interval::point(*value));
    } else {
      std::size_t index = 0;
      const auto parsed = std::from_chars(token.data(), token.data() + token.size(), index);
      if (parsed.ec != std::errc() || parsed.ptr != token.data() + token.size() || index >= terms.size()) return undefined();
      stack.push_back(of(terms[index]));
    }
    if (stack.size() > deepest) return undefined();
  }
  return stack.size() == 1 ? stack.front() : undefined();
}

}  // namespace

Estimate compute(const Equation& equation, const std::vector<Term>& terms) {
  switch (equation.form) {
    case Form::sum:
    case Form::at_most:
      return signed_sum(0, terms, false);
    case Form::complement:
      return signed_sum(1, terms, true);
    case Form::quotient:
      return of(terms[1]) / of(terms[2]);
    case Form::change_rate:
      return change_rate(terms[1], terms[2]);
    case Form::growth:
      return growth(terms[1], terms[2]);
    case Form::formula:
      return evaluate(equation.expression, terms);
    case Form::not_less:
    case Form::equal:
      return of(terms[1]);
    case Form::product:
      break;
  }
  Estimate out = of(terms[1]);
  for (std::size_t i = 2; i < terms.size(); ++i) out = out * of(terms[i]);
  return out;
}

namespace {

// sum, at_most, complement: linear in every operand.
Rational solve_linear(const Equation& equation, const std::vector<Term>& terms, std::size_t index) {
  const bool complement = equation.form == Form::complement;
  Decimal rest = complement ? Decimal(1) - terms[0].value : terms[0].value;
  for (std::size_t i = 1; i < terms.size(); ++i)
    if (i != index) rest = terms[i].sign < 0 ? rest + terms[i].value : rest - terms[i].value;
  return Rational(terms[index].sign < 0 ? -rest : rest);
}

std::optional<Rational> divided(const Rational& a, const Rational& b) {
  if (b.is_zero()) return std::nullopt;
  return a / b;
}

// operand 1 is Δ, 2 the present value.
std::optional<Rational> solve_change_rate(const std::vector<Term>& terms, std::size_t index) {
  const Rational one(Decimal(1));
  const Rational rate = value_of(terms[0]);
  const Rational change = value_of(terms[1]);
  const bool up = terms[1].sign > 0;
  if (index == 1) return divided(rate * value_of(terms[2]), up ? one + rate : one - rate);
  const auto base = divided(change, rate);
  if (!base) return std::nullopt;
  return up ? *base + change : *base - change;
}

std::optional<Rational> solve_growth(const std::vector<Term>& terms, std::size_t index) {
  const Rational one(Decimal(1));
  const Rational factor = terms[1].sign > 0 ? one + value_of(terms[0]) : one - value_of(terms[0]);
  return index == 1 ? std::optional<Rational>(factor * value_of(terms[2])) : divided(value_of(terms[1]), factor);
}

}  // namespace

std::optional<Rational> solve(const Equation& equation, const std::vector<Term>& terms, std::size_t index) {
  if (index == 0 || equation.form == Form::formula) {
    const Estimate computed = compute(equation, terms);
    if (index != 0 || !computed.defined) return std::nullopt;
    return computed.value;
  }
  switch (equation.form) {
    case Form::sum:
    case Form::at_most:
    case Form::complement:
      return solve_linear(equation, terms, index);
    case Form::quotient:
      return index == 1 ? std::optional<Rational>(value_of(terms[0]) * value_of(terms[2])) : divided(value_of(terms[1]), value_of(terms[0]));
    case Form::change_rate:
      return solve_change_rate(terms, index);
    case Form::growth:
      return solve_growth(terms, index);
    case Form::not_less:
    case Form::equal:
      return value_of(terms[0]);
    default:
      break;
  }
  Rational rest(Decimal(1));
  for (std::size_t i = 1; i < terms.size(); ++i)
    if (i != index) rest = rest * value_of(terms[i]);
  return divided(value_of(terms[0]), rest);
}

}  // namespace gouji::audit
