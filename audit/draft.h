// Draft: a relation that a rule found, before anyone looked whether it holds.
#pragma once

#include <string>
#include <vector>

#include "audit/cause.h"
#include "audit/equation.h"
#include "model/check.h"

namespace gouji::audit {

// How sure it is that the report states the relation: what may be said where it does not hold.
enum class Certainty : std::uint8_t {
  stated,    // a finding
  likely,    // a query: an operand was found by its name, away from the sentence
  possible,  // nothing: worth a word only where it holds
};

// Why a relation is not checked, or is explained. Words in describe.cpp.
enum class Why : std::uint8_t {
  none,
  approximate,        // 约, 以上
  open_list,          // the parts are not said to be all of it
  comparable_prices,  // 可比价, 同口径: the base is not what was printed last year
  no_denominator,
  no_base,
  no_level,
  no_budget,
  other_meaning,  // the same name, but perhaps another scope
  zero_divisor,
  beyond_range,
  rounding_note,
  lone_unit,  // 元 where all else is 万元: asked
  // Of the forms' identities:
  no_form,   // the report does not hold the other form
  no_cell,   // the table has no such row or column
  blank,     // the cell says nothing
  no_parts,  // none of the parts says anything
};

struct Draft {
  Rule rule = Rule::sum;
  Form form = Form::sum;
  Certainty certainty = Certainty::stated;
  std::vector<CheckOperand> operands;    // the stated one first
  std::string expression;                // of a formula
  Why why = Why::none;                   // not none: it cannot be checked
  bool as_printed = false;               // one number in two places: a mark beside it (≤, 不少于) does not matter
  std::string label;                     // how the formula is headed: 占总支出的比重; of a table's operands their names, where empty
  Explanation known;                     // what the rule itself says is wrong where it fails: rows, that no number can be blamed for
  FigureId known_once = no_id;           // drafts of one such cause have the same figure here: one finding
  std::vector<std::string> obligations;  // of the standard forms that it fulfils
};

}  // namespace gouji::audit
