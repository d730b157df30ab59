// In-line formulas: "在职98人/编制110人*100%=90.9%". The operators and the figures between them make a relation; names and
// brackets around the numbers are passed over.
#pragma once

#include "model/document.h"
#include "model/extraction.h"

namespace gouji::extractor {

// Adds the formula relations of one sentence, whose figures are [first, last) of out.figures.
void read_formulas(const Document& document, TextRange sentence, FigureId first, FigureId last, Extraction& out);

}  // namespace gouji::extractor
