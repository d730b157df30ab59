// How precisely a figure is printed, and so which true values it can stand for.
//
// Authors trim trailing zeros ("5" beside "5.47"): an amount is read as finely as most amounts in its unit in the report,
// unless one of them prints a trailing zero (then zeros are not trimmed here). Ratios keep what is printed (20% beside 80.00%).
#pragma once

#include <vector>

#include "model/document.h"
#include "model/extraction.h"
#include "model/interval.h"

namespace gouji::audit {

// Sets Figure::decimals_inferred where it is finer than Figure::decimals.
void infer_decimals(const Document& document, Extraction& extraction);

// The power of ten of the unit that a figure is printed in (万元: 4, %: -2); 0 where its digits do not say.
int unit_power(const Document& document, const Figure& figure);

// The true values that a figure can stand for.
struct Reading {
  Decimal value;
  Interval printed;          // by what is printed
  Interval inferred;         // by decimals_inferred; the same where nothing was inferred
  int decimals = 0;          // of the finer reading; 12 for exact figures
  bool approximate = false;  // 约, 不少于…, a fraction that is not finite: no equation fails on its account
};
Reading reading(const Figure& figure);

// reading(figure).printed.width(), without the reading.
Decimal printed_width(const Figure& figure);

// One number, printed twice: the same once the finer is rounded to the coarser. Intervals that meet are not enough: 3% and 4%
// printed of one thing are two numbers.
bool same_when_rounded(const Decimal& a, const Decimal& width_a, const Decimal& b, const Decimal& width_b);

}  // namespace gouji::audit
