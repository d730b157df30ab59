// The parts of a Word document's package that are read, one after another: styles, body, notes, headers and footers.
#pragma once

#include <string_view>

#include "corpus/docx/manuscript.h"
#include "corpus/docx/trace.h"
#include "corpus/input.h"
#include "model/result.h"

namespace gouji::corpus::docx {

// Errors: those of read_docx(), without the path. The main part is the manuscript's first one. `trace`: told where the characters stand.
Result<Manuscript> read_manuscript(std::string_view archive, const Limits& limits, Trace* trace = nullptr);

}  // namespace gouji::corpus::docx
