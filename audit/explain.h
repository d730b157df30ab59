// What may have gone wrong, in the words that auditors know: a slip of the pen, a unit, a row left out, another column or year. Looks at
// numbers and at places, never decides whether a relation holds. Borrows the context. Threads: as the context.
#pragma once

#include "audit/reconcile.h"
#include "audit/rules/rules.h"

namespace gouji::audit {

class Explainer {
 public:
  explicit Explainer(const Context& context) : context_(context) {}

  // Why is `figure` printed as it is where it should be `should_be`? `check` is the relation that says so.
  Explanation of_figure(FigureId figure, const Decimal& should_be, const Judged& check) const;
  // Of a sum that fails: a part that the total lacks or counts twice, a row that stands beside its parts.
  Explanation of_sum(const Judged& check) const;

 private:
  Explanation neighbour(FigureId figure, const Decimal& should_be, const Judged& check) const;
  FigureId of_another_year(FigureId figure) const;
  FigureId beside_the_parts(const Judged& check, const Decimal& difference) const;

  const Context& context_;
};

}  // namespace gouji::audit
