// What-ifs: would a relation hold if one figure were another value, and which values would do? Borrows what it is asked about.
#pragma once

#include <optional>

#include "audit/reconcile.h"
#include "model/extraction.h"

namespace gouji::audit {

// Holds the relation when `figure` is printed as `value`? Throws std::overflow_error beyond the range of Decimal.
bool holds_with(const Extraction& extraction, const Judged& check, FigureId figure, const Decimal& value);

// The printed values of one operand that would mend one relation.
struct Mending {
  Decimal value;       // as the others say, at the operand's own precision
  Interval allowed;    // what rounding allows
  bool exact = false;  // `value` is all that is allowed
};
// nullopt where none is known.
std::optional<Mending> mending(const Extraction& extraction, const Judged& check, std::size_t operand);

// A value that `allowed` holds: one that differs from the printed one by a slip of the pen if only one does, else `value` where that is allowed,
// else the middle at the figure's precision.
Decimal choose_value(const Figure& figure, const Mending& mending);

}  // namespace gouji::audit
