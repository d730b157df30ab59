// What is kept of a document to compare it with others of its entity: levels with a telling name, at most a few hundred, so that what an archive
// costs is bounded whatever its documents hold. Pure.
#pragma once

#include "model/across.h"
#include "model/document.h"
#include "model/extraction.h"

namespace gouji::audit {

// In reading order; each key once. A key with two values in one document is left out: which is meant elsewhere? Keys, names and printed texts hold
// no line ends and no TABs.
KeyFigures key_figures(const Document& document, const Extraction& extraction);

}  // namespace gouji::audit
