#include "audit/what_if.h"

#include <algorithm>

#include "audit/digits.h"

namespace gouji::audit {
namespace {

constexpr int most_places = 12;

// Decimal places at which a figure is printed; whole numbers of things stay whole.
int places_of(const Figure& f, const Reading& r) {
  if (f.exact || f.kind == Kind::score) return std::max<int>(0, f.decimals);
  return std::min(std::max<int>(f.decimals, r.decimals >= most_places ? f.decimals : r.decimals), most_places);
}

std::vector<Term> terms_of(const Extraction& extraction, const Draft& draft) {
  std::vector<Term> out;
  out.reserve(draft.operands.size());
  for (const CheckOperand& o : draft.operands) {
    const Reading r = reading(extraction.figures[o.figure]);
    out.push_back({r.value, r.printed, o.sign});
  }
  return out;
}

// Sums need not be added up again: the total and the parts move by what the figure moves.
std::optional<bool> sum_holds_with(const Extraction& extraction, const Judged& check, FigureId id, const Decimal& value) {
  const Draft& draft = check.draft;
  if (draft.form != Form::sum && draft.form != Form::at_most) return std::nullopt;
  Estimate computed = check.judgement.computed;
  Interval stated = reading(extraction.figures[draft.operands.front().figure]).printed;
  const Decimal moved = value - extraction.figures[id].value;
  for (std::size_t i = 0; i < draft.operands.size(); ++i) {
    if (draft.operands[i].figure != id) continue;
    if (i == 0) {
      stated = stated + Interval::point(moved);
      continue;
    }
    const Rational by(draft.operands[i].sign < 0 ? -moved : moved);
    computed.low = computed.low + by;
    computed.high = computed.high + by;
  }
  const bool not_below = computed.low <= Rational(stated.high);
  return draft.form == Form::at_most ? not_below : not_below && Rational(stated.low) <= computed.high;
}

bool adds(Form form) { return form == Form::sum || form == Form::at_most || form == Form::complement; }

// What the rounding of the other operands leaves to one: in a sum half their widths, else what their ends give.
Interval range_of(const Equation& equation, std::vector<Term> terms, std::size_t operand, const Decimal& value) {
  if (adds(equation.form) || terms.size() > 4) {
    Decimal half;
    for (std::size_t i = 0; i < terms.size(); ++i)
      if (i != operand) half = half + terms[i].range.width();
    half = adds(equation.form) ? half * Decimal(5, -1) : Decimal();
    return {value - half, value + half};
  }
  Interval out = Interval::point(value);
  const std::vector<Term> middle = terms;
  for (std::size_t corner = 0; corner < (std::size_t{1} << terms.size()); ++corner) {
    for (std::size_t i = 0; i < terms.size(); ++i) terms[i].value = (corner >> i & 1U) != 0 ? middle[i].range.high : middle[i].range.low;
    const auto solved = solve(equation, terms, operand);
    if (!solved) continue;
    const Decimal end = solved->rounded(most_places);
    out = {std::min(out.low, end), std::max(out.high, end)};
  }
  return out;
}

}  // namespace

bool holds_with(const Extraction& extraction, const Judged& check, FigureId figure, const Decimal& value) {
  if (const auto sum = sum_holds_with(extraction, check, figure, value)) return *sum;
  std::vector<Term> terms = terms_of(extraction, check.draft);
  for (std::size_t i = 0; i < terms.size(); ++i) {
    if (check.draft.operands[i].figure != figure) continue;
    const Interval old = terms[i].range;
    terms[i].range = {value - (terms[i].value - old.low), value + (old.high - terms[i].value)};
    terms[i].value = value;
  }
  return holds(check.draft, terms);
}

std::optional<Mending> mending(const Extraction& extraction, const Judged& check, std::size_t operand) {
  const Figure& figure = extraction.figures[check.draft.operands[operand].figure];
  const Reading r = reading(figure);
  if (check.judgement.slip) {
    if (check.judgement.slip->operand != operand) return std::nullopt;
    const Decimal value = r.value.shifted(check.judgement.slip->power);
    return Mending{value, Interval::point(value), true};
  }
  const std::vector<Term> terms = terms_of(extraction, check.draft);
  const Equation equation{check.draft.form, check.draft.expression};
  const auto solved = solve(equation, terms, operand);
  if (!solved) return std::nullopt;
  const int places = places_of(figure, r);
  Mending out;
  out.value = solved->rounded(places);
  // Outwards by half a unit: the operand is rounded too.
  const Interval range = range_of(equation, terms, operand, out.value);
  const Decimal half = Decimal(5, -places - 1);
  out.allowed = {range.low - half, range.high + half};
  out.exact = out.allowed.width() <= Decimal(2, -places);
  // A level or a rate below zero is no number that was meant, but a sign may be.
  if (out.value.sign() < 0 && out.value != -r.value) return std::nullopt;
  return out;
}

Decimal choose_value(const Figure& figure, const Mending& mending) {
  if (mending.exact) return mending.value;
  std::optional<Decimal> slip;
  int best = 0;
  bool several = false;
  // In a wide range one digit more or less is found by chance.
  const bool narrow = mending.allowed.width() * Decimal(10) <= (figure.value - mending.value).abs();
  for (const Decimal& candidate : without_one_slip(figure.value)) {
    if (!mending.allowed.contains(candidate)) continue;
    const int s = strength(slip_between(figure.value, candidate).cause);
    if (s <= 1 && !narrow) continue;
    if (s > best) {
      slip = candidate;
      best = s;
      several = false;
    } else if (s == best) {
      several = true;
    }
  }
  return slip && !several ? *slip : mending.value;
}

}  // namespace gouji::audit
