// What the rules of tables share: which cells may be added, and how many of the sums that one reading of a table brings hold.
#pragma once

#include <vector>

#include "audit/rules/operands.h"

namespace gouji::audit {

// The cell holds a number that can be the total of others: an amount or a count, plain (no 约, no ≥); a share where `shares`.
bool can_be_total(const Figure& figure, bool shares = false);
// `part` measures what `total` measures, of the same aspect.
bool addable(const Figure& total, const Figure& part);

// By what is printed: does the total lie within the sum of its parts (open: is it not less)?
bool adds_up(const Context& context, FigureId total, const std::vector<FigureId>& parts, bool open = false);

// The sums of one reading of a table (its code hierarchy, its 合计 row, one total column), judged together. A reading that fails where
// it can be tried more often than it holds is none of this table's: arithmetic chooses between readings that the structure allows.
class SumReading {
 public:
  // A sum of the reading; drafted by finish(). `parts` are the cells that are not blank.
  void add(const Context& context, Draft draft);
  // What fails in a reading that holds elsewhere is stated; all of a reading that fails mostly is only possible. `sure`: the structure is
  // beyond doubt (codes, a form's identity), so that one sum alone is stated too; else it is likely, and so asked.
  void finish(Drafts& drafts, bool sure);
  int held() const { return held_; }
  int failed() const { return failed_; }

 private:
  std::vector<Draft> sums_;
  int held_ = 0, failed_ = 0;
};

// total = Σ parts (or total ≥ Σ parts where `open`).
Draft sum_of(Rule rule, FigureId total, const std::vector<FigureId>& parts, bool open);

}  // namespace gouji::audit
