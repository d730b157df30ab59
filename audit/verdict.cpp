#include "audit/verdict.h"

#include <algorithm>
#include <array>
#include <cmath>

#include "audit/nearest_double.h"

namespace gouji::audit {
namespace {

std::vector<Term> terms_of(const Draft& draft, const std::vector<Reading>& readings, bool inferred) {
  std::vector<Term> out;
  out.reserve(readings.size());
  for (std::size_t i = 0; i < readings.size(); ++i)
    out.push_back({readings[i].value, inferred ? readings[i].inferred : readings[i].printed, draft.operands[i].sign});
  // A rate that is said to go the other way than the change beside it.
  if (draft.form == Form::change_rate && out.front().sign < 0) out.front() = {-out.front().value, -out.front().range, 1};
  return out;
}

Equation equation_of(const Draft& draft) { return {draft.form, draft.expression}; }

// n figures that are said to be one.
bool all_same(const std::vector<Term>& terms) {
  for (std::size_t i = 0; i < terms.size(); ++i)
    for (std::size_t j = i + 1; j < terms.size(); ++j)
      if (!same_when_rounded(terms[i].value, terms[i].range.width(), terms[j].value, terms[j].range.width())) return false;
  return true;
}

// A bound is kept by the numbers as they are printed: 97% falls short of 98%, however both were rounded.
bool not_less(const std::vector<Term>& terms) {
  return terms[1].value <= terms[0].value || same_when_rounded(terms[0].value, terms[0].range.width(), terms[1].value, terms[1].range.width());
}

bool meets(const Draft& draft, const Term& stated, const Estimate& computed) {
  if (!computed.defined) return false;
  const bool not_below = computed.low <= Rational(stated.range.high);
  return draft.form == Form::at_most ? not_below : not_below && Rational(stated.range.low) <= computed.high;
}

// How far apart the intervals are; zero where they meet.
Rational gap(const Term& stated, const Estimate& computed) {
  const Rational below = computed.low - Rational(stated.range.high);
  const Rational above = Rational(stated.range.low) - computed.high;
  const Rational zero;
  if (zero < below) return below;
  return zero < above ? above : zero;
}

// Equal once rounded to what is printed; `decimals` of the stated figure.
bool equal_when_rounded(const Rational& difference, int decimals) { return difference.abs() <= Rational(Decimal(5, -decimals - 1)); }

// Beyond 4σ, where every operand's error is uniform over its interval: σ² = Σ w²/12. Only sums of many can be.
bool beyond_four_sigma(const Rational& difference, const std::vector<Term>& terms) {
  Decimal squares;
  for (const Term& t : terms) squares = squares + t.range.width() * t.range.width();
  return Rational(squares * Decimal(16)) < difference * difference * Rational(Decimal(12));
}

// May a sum hold once its operand i is shifted? Doubles tell nearly always that it cannot, without a sum of decimals.
class ShiftedSum {
 public:
  explicit ShiftedSum(const std::vector<Term>& terms) {
    for (std::size_t i = 0; i < terms.size(); ++i) {
      const double value = nearest_double(terms[i].value);
      values_.push_back(i == 0 ? value : terms[i].sign < 0 ? value : -value);
      widths_.push_back(nearest_double(terms[i].range.width()));
      off_ += values_.back();
      width_ += widths_.back();
      largest_ = std::max(largest_, std::fabs(value));
    }
  }

  bool may_hold(std::size_t i, int power) const {
    const double factor = std::pow(10.0, power) - 1;
    const double error = (largest_ + std::fabs(values_[i] * factor)) * 1e-9;
    return std::fabs(off_ + values_[i] * factor) <= (width_ + widths_[i] * factor) / 2 + error;
  }

 private:
  std::vector<double> values_, widths_;
  double off_ = 0, width_ = 0, largest_ = 0;
};

std::optional<Slip> find_slip(const Draft& draft, const std::vector<Term>& terms, const std::vector<Kind>& kinds) {
  constexpr std::size_t most_operands = 100;  // each is tried with all the others
  if (terms.size() > most_operands) return std::nullopt;
  const std::optional<ShiftedSum> sum = draft.form == Form::sum ? std::optional<ShiftedSum>(terms) : std::nullopt;
  for (const int power : {4, -4, 8, -8}) {
    for (std::size_t i = 0; i < terms.size(); ++i) {
      if (kinds[i] != Kind::amount || terms[i].value.is_zero() || (sum && !sum->may_hold(i, power))) continue;
      std::vector<Term> mended = terms;
      mended[i].value = mended[i].value.shifted(power);
      mended[i].range = mended[i].range.shifted(power);
      if (!holds(draft, mended)) continue;
      // A sum that would hold without the operand at all lacks it, whatever its unit.
      if (power < 0 && draft.form == Form::sum) {
        mended[i].value = Decimal();
        mended[i].range = Interval::point(Decimal());
        if (holds(draft, mended)) continue;
      }
      return Slip{i, power};
    }
  }
  return std::nullopt;
}

int places(const Reading& stated) { return stated.decimals; }

// The unit of the last printed digit of the stated figure.
Rational last_unit(const Reading& stated) { return Rational(stated.printed.width()); }

void judge_failure(Judgement& out, const Draft& draft, const std::vector<Reading>& readings, const std::vector<Term>& terms,
                   const std::vector<Kind>& kinds, bool rounding_note) {
  out.slip = draft.form == Form::at_most ? std::nullopt : find_slip(draft, terms, kinds);
  if (out.slip) {
    out.verdict = Verdict::suspect_unit;
    out.severity = Severity::error;
    return;
  }
  const Rational beyond = draft.form == Form::equal ? out.difference.abs() : gap(terms[0], out.computed);
  const Rational unit = last_unit(readings[0]);
  const Rational allowance = unit * Rational(Decimal(static_cast<std::int64_t>(terms.size()))) / Rational(Decimal(2));
  if (rounding_note && draft.form != Form::equal && beyond <= allowance) {
    out.verdict = Verdict::explained;
    out.why = Why::rounding_note;
    out.severity = Severity::note;
    return;
  }
  out.verdict = Verdict::inconsistent;
  out.severity = beyond <= unit ? Severity::warning : Severity::error;
}

// How well it holds: exact, rounding or unlikely.
Verdict grade(const Draft& draft, const Judgement& out, const std::vector<Reading>& readings, const std::vector<Term>& printed) {
  if (equal_when_rounded(out.difference, places(readings[0]))) return Verdict::exact;
  const bool finer = std::any_of(readings.begin(), readings.end(), [](const Reading& r) { return r.inferred != r.printed; });
  const std::vector<Term> inferred = finer ? terms_of(draft, readings, true) : std::vector<Term>();
  if (finer && !holds(draft, inferred)) return Verdict::unlikely;
  const bool many = printed.size() >= 6;
  return many && draft.form == Form::sum && beyond_four_sigma(out.difference, finer ? inferred : printed) ? Verdict::unlikely : Verdict::rounding;
}

}  // namespace

std::vector<Term> printed_terms(const Draft& draft, const std::vector<Reading>& readings) { return terms_of(draft, readings, false); }

bool holds(const Draft& draft, const std::vector<Term>& terms) {
  if (draft.form == Form::equal) return all_same(terms);
  if (draft.form == Form::not_less) return not_less(terms);
  return meets(draft, terms[0], compute(equation_of(draft), terms));
}

Judgement judge(const Draft& draft, const std::vector<Reading>& readings, const std::vector<Kind>& kinds, bool rounding_note) {
  Judgement out;
  out.why = draft.why;
  if (draft.why == Why::lone_unit) {
    out.verdict = Verdict::query;
    out.severity = Severity::note;
  }
  if (draft.why != Why::none) return out;
  const std::vector<Term> terms = printed_terms(draft, readings);
  out.computed = compute(equation_of(draft), terms);
  if (!out.computed.defined) {
    // 842.96万元，增加16.86亿元: more than there is, unless one of them is of another unit.
    const bool sure = std::none_of(readings.begin(), readings.end(), [](const Reading& r) { return r.approximate; });
    if (draft.form == Form::change_rate && sure) out.slip = find_slip(draft, terms, kinds);
    if (out.slip) {
      out.verdict = Verdict::suspect_unit;
      out.severity = Severity::error;
    } else {
      out.why = Why::zero_divisor;
    }
    return out;
  }
  out.difference = Rational(terms[0].value) - out.computed.value;
  bool approximate = false;
  // A target is met or not whatever its mark (≥30万件): the form says which way.
  for (const Reading& r : readings) approximate |= r.approximate && draft.form != Form::not_less && !draft.as_printed;
  const bool holds_so = draft.form == Form::equal      ? all_same(terms)
                        : draft.form == Form::not_less ? not_less(terms)
                                                       : meets(draft, terms[0], out.computed);
  if (!holds_so) {
    if (approximate)
      out.why = Why::approximate;
    else
      judge_failure(out, draft, readings, terms, kinds, rounding_note);
    return out;
  }
  if (draft.form == Form::not_less) {
    out.verdict = Verdict::exact;
    return out;
  }
  out.verdict = grade(draft, out, readings, terms);
  if (out.verdict == Verdict::unlikely) out.severity = Severity::note;
  if (draft.form == Form::at_most && out.verdict != Verdict::exact && !(out.computed.high < Rational(terms[0].range.low))) return out;
  if (draft.form == Form::at_most && out.verdict != Verdict::exact) {
    out.verdict = Verdict::not_checkable;
    out.severity = Severity::none;
    out.why = Why::open_list;
  }
  return out;
}

}  // namespace gouji::audit
