#include "output/xlsx/live_formula.h"

#include <cmath>
#include <cstdlib>
#include <vector>

namespace gouji::output::xlsx {
namespace {

constexpr std::size_t longest = 8000;

double number(const std::string& decimal) { return std::strtod(decimal.c_str(), nullptr); }

struct Term {
  std::string cell;
  double value = 0;
  int sign = 1;
  OperandRole role = OperandRole::part;
};

// Σ sign × term.
LiveFormula signed_sum(const std::vector<Term>& terms) {
  LiveFormula out;
  for (const Term& term : terms) {
    if (term.sign < 0 || !out.expression.empty()) out.expression += term.sign < 0 ? "-" : "+";
    out.expression += term.cell;
    out.value += term.sign * term.value;
  }
  return out;
}

// The formulas that the operands' roles allow, the likeliest first.
class Candidates {
 public:
  // `same`: the figures are one figure in several places, each of which gives the stated one.
  Candidates(std::vector<Term> others, const Term& stated, bool same) : others_(std::move(others)), stated_(stated), same_(same) {}

  std::vector<LiveFormula> list() {
    if (others_.size() == 1 || same_) {
      for (const Term& term : others_) add(term.cell, term.value);
    }
    sums();
    if (others_.size() == 2) {
      for (const auto& [a, b] : {std::pair{0, 1}, std::pair{1, 0}}) pair(others_[static_cast<std::size_t>(a)], others_[static_cast<std::size_t>(b)]);
    }
    products();
    return std::move(out_);
  }

 private:
  void add(std::string expression, double value) {
    if (std::isfinite(value)) out_.push_back({std::move(expression), value});
  }

  // The stated figure is the total, or one of the terms: then it is the total less the others.
  void sums() {
    std::vector<Term> parts, all;
    for (const Term& term : others_) {
      (term.role == OperandRole::total ? all : parts).push_back(term);
    }
    const LiveFormula sum = signed_sum(parts);
    if (all.empty()) {
      add(sum.expression, sum.value);
      std::vector<Term> plain = others_;
      for (Term& term : plain) term.sign = 1;
      const LiveFormula unsigned_sum = signed_sum(plain);
      add(unsigned_sum.expression, unsigned_sum.value);
    } else if (all.size() == 1) {
      const double rest = stated_.sign * (all[0].value - sum.value);
      const std::string expression = parts.empty() ? all[0].cell : all[0].cell + "-(" + sum.expression + ")";
      add(stated_.sign < 0 ? "-(" + expression + ")" : expression, rest);
    }
  }

  void pair(const Term& a, const Term& b) {
    const auto both = [&](const std::string& text) {
      std::string out;
      for (const char c : text) out += c == 'a' ? a.cell : (c == 'b' ? b.cell : std::string(1, c));
      return out;
    };
    add(both("a/b"), a.value / b.value);
    add(both("a/(b-a)"), a.value / (b.value - a.value));  // a change against what was before it
    add(both("a/(b+a)"), a.value / (b.value + a.value));
    add(both("a-b"), a.value - b.value);
    add(both("(a-b)/b"), (a.value - b.value) / b.value);
    add(both("(b-a)/b"), (b.value - a.value) / b.value);
    add(both("a*b"), a.value * b.value);
    add(both("a*(1+b)"), a.value * (1 + b.value));
    add(both("a*(1-b)"), a.value * (1 - b.value));
    add(both("a/(1+b)"), a.value / (1 + b.value));
    add(both("a/(1-b)"), a.value / (1 - b.value));
  }

  void products() {
    std::string expression;
    double value = 1;
    for (const Term& term : others_) {
      expression += (expression.empty() ? "" : "*") + term.cell;
      value *= term.value;
    }
    if (others_.size() > 2) add(expression, value);
  }

  std::vector<Term> others_;
  Term stated_;
  bool same_;
  std::vector<LiveFormula> out_;
};

// `computed` is rounded to two decimals beyond the stated figure's (model/check.h): half a unit of the last of them, and the error
// of doubles. Its own digits do not tell: trailing zeros are not printed.
bool agrees(double value, const std::string& computed, const Figure& stated) {
  if (!Decimal::parse(computed)) return false;
  const int decimals = (stated.exact ? 0 : stated.decimals) + 2;
  const double wanted = number(computed);
  return std::abs(value - wanted) <= 0.5000001 * std::pow(10.0, -decimals) + 1e-12 * std::abs(wanted);
}

}  // namespace

std::optional<LiveFormula> live_formula(const Report& report, const Check& check, const std::function<std::string(FigureId)>& cell) {
  const auto& figures = report.extraction.figures;
  const std::string computed(check.computed);
  if (computed.empty() || check.stated >= figures.size()) return std::nullopt;
  std::vector<Term> others;
  Term stated;
  for (const CheckOperand& operand : check.operands) {
    if (operand.figure >= figures.size()) return std::nullopt;
    Term term{cell(operand.figure), number(figures[operand.figure].value.str()), operand.sign, operand.role};
    if (operand.figure == check.stated) {
      stated = std::move(term);
    } else {
      others.push_back(std::move(term));
    }
  }
  if (others.empty()) return std::nullopt;
  for (LiveFormula& candidate : Candidates(std::move(others), stated, check.rule == Rule::equal).list()) {
    if (agrees(candidate.value, computed, figures[check.stated]) && candidate.expression.size() <= longest) return std::move(candidate);
  }
  return std::nullopt;
}

}  // namespace gouji::output::xlsx
