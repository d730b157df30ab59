// Relations as linear rows over how far each figure was rounded. Internal to audit/feasibility.
#pragma once

#include <optional>
#include <vector>

#include "audit/linear_program.h"
#include "audit/reconcile.h"
#include "model/extraction.h"

namespace gouji::audit {

// It was rounded when it was printed: it has a term in the rows of its relations.
bool has_rounding(const Figure& figure);

// A relation's rows over figures; `unknown` in their terms is a FigureId. Coefficients are scaled so that the largest is 1: a whole
// rounding of the coarsest figure. nullopt for forms that are not linear, and for numbers that no report prints.
std::optional<std::vector<LinearRow>> rows_of(const Extraction& extraction, const Judged& judged, std::uint32_t check);

}  // namespace gouji::audit
