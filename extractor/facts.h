// What a report says of itself as a whole: title, reporting entity, fiscal year, kind. Read from the document's title
// blocks, else from its first lines. Pure.
#pragma once

#include "model/document.h"
#include "model/figure.h"

namespace gouji::extractor {

ReportFacts read_facts(const Document& document);

// The first year that a title or heading names (2023年, ２０２５ 年, 二〇二三年), 0 without one. For text that is not scanned for
// numerals anyway.
int first_year(std::string_view text);

}  // namespace gouji::extractor
