// Identity of a check: `id` survives a new version of the report (no values in it), `evidence` does not.
#pragma once

#include <vector>

#include "model/check.h"
#include "model/document.h"
#include "model/extraction.h"

namespace gouji::audit {

// Sets id and evidence of every check, in order: an occurrence within its section is counted.
void identify(const Document& document, const Extraction& extraction, std::vector<Check>& checks);

}  // namespace gouji::audit
