// Document → Extraction: every figure with what it measures, every other number, and the relations that the syntax states.
// Pure: same document and library give the same extraction. Threads: safe.
#pragma once

#include "model/document.h"
#include "model/extraction.h"
#include "patterns/library.h"

namespace gouji::extractor {

Extraction extract(const Document& document, const patterns::Library& library);

}  // namespace gouji::extractor
