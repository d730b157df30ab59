// Are the parts of a breakdown all of its total? Read from names and markers, never from values.
#pragma once

#include <string>
#include <vector>

#include "audit/rules/rules.h"

namespace gouji::audit {

enum class Completeness : std::uint8_t {
  complete,  // the words say so: total = Σ parts
  open,      // 等, 主要, parts left out: Σ parts ≤ total
  partial,   // 其中 and nothing more: the parts may even overlap
};

Completeness completeness(const Context& context, const Relation& relation, const std::vector<CheckOperand>& parts);

// The same of names without blanks and brackets.
bool names_divide_a_whole(const patterns::Library& library, const std::vector<std::string>& names);
// The names divide a whole by a partition of the library: every name is one part, every part is there.
bool is_partition(const Context& context, const std::vector<FigureId>& parts);

}  // namespace gouji::audit
