// One cause, one finding: when several relations fail, the operand whose change mends most of them is named, the first of
// them reports it and the others point there.
#pragma once

#include <vector>

#include "audit/draft.h"
#include "audit/verdict.h"
#include "model/check.h"

namespace gouji::audit {

// A draft that was judged, with what its judgement stood on.
struct Judged {
  Draft draft;
  std::vector<Reading> readings;
  Judgement judgement;
};

// Sets caused_by (an index into `checks`) and blamed. `judged[i]` belongs to `checks[i]`.
void reconcile(const std::vector<Judged>& judged, std::vector<Check>& checks);

}  // namespace gouji::audit
