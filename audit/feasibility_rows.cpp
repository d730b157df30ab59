#include "audit/feasibility_rows.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <stdexcept>

#include "audit/nearest_double.h"

namespace gouji::audit {
namespace {

constexpr double infinite = std::numeric_limits<double>::max();

// One unit of the last printed digit; a zero may stand for a little too.
Decimal unit_of(const Figure& f) {
  if (f.exact || (f.kind == Kind::score && f.decimals <= 0)) return {};
  return Decimal(1, -f.decimals);
}

// Σ coefficient·figure compared with a constant, exact until it is scaled.
class Row {
 public:
  Row(const Extraction& extraction, std::uint32_t check) : extraction_(extraction) { out_.relation = check; }

  void add(FigureId figure, const Decimal& coefficient) {
    const Figure& f = extraction_.figures[figure];
    value_ = value_ + coefficient * f.value;
    const double term = nearest_double(coefficient * unit_of(f));
    if (term == 0) return;
    const auto known = std::find_if(out_.terms.begin(), out_.terms.end(), [&](const auto& t) { return t.first == figure; });
    if (known == out_.terms.end())
      out_.terms.emplace_back(figure, term);
    else
      known->second += term;
  }

  // constant + Σ = 0, ≥ 0 or ≤ 0.
  LinearRow equal(const Decimal& constant) { return close(constant, true, true); }
  LinearRow at_least(const Decimal& constant) { return close(constant, true, false); }
  LinearRow at_most(const Decimal& constant) { return close(constant, false, true); }

 private:
  LinearRow close(const Decimal& constant, bool low, bool high) {
    double scale = 0;
    for (const auto& term : out_.terms) scale = std::max(scale, std::fabs(term.second));
    const double rest = -nearest_double(value_ + constant);
    if (scale > 0)
      for (auto& term : out_.terms) term.second /= scale;
    out_.low = low ? (scale > 0 ? rest / scale : rest) : -infinite;
    out_.high = high ? (scale > 0 ? rest / scale : rest) : infinite;
    return std::move(out_);
  }

  const Extraction& extraction_;
  LinearRow out_;
  Decimal value_;
};

using Rows = std::vector<LinearRow>;

// left ≥ factor·right (or ≤).
LinearRow compared(const Extraction& extraction, std::uint32_t check, FigureId left, FigureId right, const Decimal& factor, bool at_least) {
  Row row(extraction, check);
  row.add(left, 1);
  row.add(right, -factor);
  return at_least ? row.at_least(0) : row.at_most(0);
}

// The rate lies within its rounding; what it is computed from then lies between two lines.
std::optional<Rows> of_rate(const Extraction& extraction, const Draft& draft, std::uint32_t check) {
  const auto& ops = draft.operands;
  if (ops.size() != 3) return std::nullopt;
  const Figure& rate = extraction.figures[ops[0].figure];
  const Decimal half = unit_of(rate) * Decimal(5, -1);
  const Decimal low = rate.value - half;
  const Decimal high = rate.value + half;
  const FigureId upper = ops[1].figure;
  const FigureId lower = ops[2].figure;
  if (extraction.figures[lower].value.sign() <= 0) return std::nullopt;
  const Decimal one(1);
  const bool up = ops[1].sign > 0;
  if (draft.form == Form::quotient)
    return Rows{compared(extraction, check, upper, lower, low, true), compared(extraction, check, upper, lower, high, false)};
  if (draft.form == Form::growth)
    return up ? Rows{compared(extraction, check, upper, lower, one + low, true), compared(extraction, check, upper, lower, one + high, false)}
              : Rows{compared(extraction, check, upper, lower, one - low, false), compared(extraction, check, upper, lower, one - high, true)};
  // Δ = rate·(present ∓ Δ): Δ·(1 ± rate) against rate·present.
  Rows out;
  for (const bool at_least : {true, false}) {
    const Decimal& r = at_least ? low : high;
    Row row(extraction, check);
    row.add(upper, up ? one + r : one - r);
    row.add(lower, -r);
    out.push_back(at_least ? row.at_least(0) : row.at_most(0));
  }
  return out;
}

std::optional<Rows> build(const Extraction& extraction, const Draft& draft, std::uint32_t check) {
  const auto& ops = draft.operands;
  Row row(extraction, check);
  switch (draft.form) {
    case Form::sum:
    case Form::at_most:
      row.add(ops[0].figure, 1);
      for (std::size_t i = 1; i < ops.size(); ++i) row.add(ops[i].figure, ops[i].sign < 0 ? 1 : -1);
      return Rows{draft.form == Form::sum ? row.equal(0) : row.at_least(0)};
    case Form::complement:
      for (const CheckOperand& o : ops) row.add(o.figure, 1);
      return Rows{row.equal(-1)};
    case Form::equal: {
      Rows out;
      for (std::size_t i = 1; i < ops.size(); ++i) {
        Row pair(extraction, check);
        pair.add(ops[0].figure, 1);
        pair.add(ops[i].figure, -1);
        out.push_back(pair.equal(0));
      }
      return out;
    }
    case Form::quotient:
    case Form::growth:
    case Form::change_rate:
      return of_rate(extraction, draft, check);
    default:
      return std::nullopt;
  }
}

}  // namespace

bool has_rounding(const Figure& figure) { return !unit_of(figure).is_zero(); }

std::optional<std::vector<LinearRow>> rows_of(const Extraction& extraction, const Judged& judged, std::uint32_t check) try {
  return build(extraction, judged.draft, check);
} catch (const std::overflow_error&) {
  return std::nullopt;
}

}  // namespace gouji::audit
