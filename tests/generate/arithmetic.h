// Does a relation hold between printed figures? Exact, and independent of the audit that it judges: intervals of half a unit of the last
// digit as it is printed (a trimmed zero counts as not printed, so what is called broken here is broken however the zeros are read).
#pragma once

#include <vector>

#include "generate/report.h"

namespace gouji::generate {

// False: no values that would print so can stand in the relation.
bool holds(const Report& report, const Relation& relation);

std::vector<std::size_t> broken_relations(const Report& report);

// Figures that stand in all of the `broken` relations, and have a value that would make all relations that they stand in hold.
std::vector<FigureId> suspects(const Report& report, const std::vector<std::size_t>& broken);

}  // namespace gouji::generate
