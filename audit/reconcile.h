// One cause, one finding: when several relations fail, the figure whose change mends most of them, without breaking what holds, is named
// with the value that would mend it; one of them reports it and the others point there.
#pragma once

#include <vector>

#include "audit/cause.h"
#include "audit/draft.h"
#include "audit/verdict.h"
#include "model/check.h"

namespace gouji::audit {

struct Context;

// A draft that was judged; and, of a finding that reports its cause, what may have gone wrong and how many failing checks would hold.
struct Judged {
  Draft draft;
  Judgement judgement;
  Explanation likely = {};
  std::uint32_t mends = 0;
};

// Sets caused_by (an index into `checks`) and blamed of the checks, likely and mends of `judged`. `judged[i]` belongs to `checks[i]`; `doubts` are
// relations that fail and are only possible: nobody is told of them, but they too speak for one figure and against another.
void reconcile(const Context& context, std::vector<Judged>& judged, const std::vector<Judged>& doubts, std::vector<Check>& checks);

}  // namespace gouji::audit
