// A relation that two rules found is one check.
#pragma once

#include <vector>

#include "audit/draft.h"

namespace gouji::audit {

// Of drafts with the same figures, form and checkability the surer one, in the first one's place; it takes over the obligations of all.
std::vector<Draft> without_duplicates(std::vector<Draft> drafts);

}  // namespace gouji::audit
