// Are the parts of a breakdown all of its total? Read from names and markers, never from values.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "audit/rules/rules.h"

namespace gouji::audit {

enum class Completeness : std::uint8_t {
  complete,  // the words say so: total = Σ parts
  open,      // 等, 主要, parts left out: Σ parts ≤ total
  partial,   // 其中 and nothing more: the parts may even overlap
};

// Words that only suggest that the operands are all: a breakdown in brackets behind its number (no marker), 包括 that goes on over a
// semicolon, a total behind two terms (total_then_parts). Where it fails, certainty_of_suggested says what may be said.
inline bool is_suggested(const Relation& relation) {
  return relation.marker == (relation.kind == RelationKind::balance ? Marker::total_then_parts : Marker::none);
}

Completeness completeness(const Context& context, const Relation& relation, const std::vector<CheckOperand>& parts);

// 其他支出, 其他: the rest of `whole`, which closes a list. 其他财政收支不合规定的问题 is the rest of something else, unless the whole ends
// like it. Both are plain names.
bool names_the_rest(std::string_view name, std::string_view whole);
// The same of names without blanks and brackets.
bool names_divide_a_whole(const patterns::Library& library, const std::vector<std::string>& names);
// The names divide a whole by a partition of the library: every name is one part, every part is there.
bool is_partition(const Context& context, const std::vector<FigureId>& parts);

}  // namespace gouji::audit
