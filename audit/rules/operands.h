// What the rules share: making drafts, and finding the operand that a name means.
#pragma once

#include <string_view>
#include <vector>

#include "audit/rules/rules.h"

namespace gouji::audit {

Draft make_draft(Rule rule, Form form, std::vector<CheckOperand> operands);
// A draft of something that cannot be checked: an object too, silence is never a pass.
Draft not_checkable(Rule rule, FigureId stated, OperandRole role, Why why);

// An operand found by its name, and how sure that is.
struct Found {
  FigureId figure = no_id;
  Certainty certainty = Certainty::stated;
};

// The level figure of `name` (the words of the report: 总支出) that goes with `near`: the nearest before it in its sentence,
// its section, then anywhere in the report; of the same measure, period, basis, fund and scope. Candidates of one rank that
// differ are told apart by `fits` (may be null): arithmetic chooses between readings, it never makes one.
struct Wanted {
  std::string_view name;
  FigureId near = no_id;
  bool (*fits)(const void* state, FigureId candidate) = nullptr;
  const void* state = nullptr;
};
Found find_level(const Context& context, const Wanted& wanted);

// The level that a share, change or completion speaks of: its subject, else the level of its own name in its sentence.
FigureId level_of(const Context& context, FigureId derived);

bool is_level(const Figure& figure);

// The figure is itself stated as a share of a whole of this name: 本年收入合计占总收入98% is not 总收入.
bool is_part_of(const Context& context, FigureId figure, std::string_view core_name);

// Does it hold by what is printed?
bool draft_holds(const Context& context, const Draft& draft);

// How sure a sum is whose words only suggest that its terms are all of it: `stated` where it holds, or where one slip of the pen in one of
// its numbers is all that parts it from holding, which hardly comes by chance; `possible` elsewhere.
// `telling`: digits that the total must have; of fewer, one slip parts it from too many numbers.
Certainty certainty_of_suggested(const Context& context, const Draft& draft, int telling = 4);

}  // namespace gouji::audit
