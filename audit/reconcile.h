// One cause, one finding: when several relations fail, the operand whose change mends most of them is named, the first of
// them reports it and the others point there.
#pragma once

#include <vector>

#include "audit/draft.h"
#include "audit/verdict.h"
#include "model/check.h"
#include "model/extraction.h"

namespace gouji::audit {

// A draft that was judged.
struct Judged {
  Draft draft;
  Judgement judgement;
};

// Sets caused_by (an index into `checks`) and blamed. `judged[i]` belongs to `checks[i]`.
void reconcile(const Extraction& extraction, const std::vector<Judged>& judged, std::vector<Check>& checks);

}  // namespace gouji::audit
