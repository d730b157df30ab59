// Questions: no arithmetic is broken, but an auditor would ask. They become checks with the verdict query and the severity note, and are
// never among the inconsistent. A new question is one entry here, its words in words.cpp, and a function that looks for it.
#pragma once

#include <vector>

#include "audit/rules/rules.h"

namespace gouji::audit {

enum class Asked : std::uint8_t {
  staff_over,       // more people than posts
  unspent,          // 100% said to be executed where money is left
  points_lost,      // with the target met
  points_kept,      // with the target missed
  three_public_up,  // “三公” spending rises where it is said to be cut
  growth_on_zero,   // a rate of growth where there was nothing
  zero_over_zero    // a rate of nothing to nothing
};

struct Question {
  Asked asked = Asked::staff_over;
  Rule rule = Rule::headcount;    // what it is about
  std::vector<FigureId> figures;  // the one in doubt first
};
using Questions = std::vector<Question>;

void staff_questions(const Context& context, Questions& questions);   // people and posts
void change_questions(const Context& context, Questions& questions);  // “三公” that rises, growth on nothing
void row_questions(const Context& context, Questions& questions);     // rows of tables: points, people, rates

Questions ask(const Context& context);

}  // namespace gouji::audit
