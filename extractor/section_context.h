// What a section's heading gives to the figures under it: period, basis, scope, fund, and the name of an indicator
// ("…行政运行（项）。"). Computed once a document; a section inherits from its parents what its own heading leaves open.
#pragma once

#include <string_view>
#include <vector>

#include "model/document.h"
#include "model/figure.h"
#include "patterns/library.h"

namespace gouji::extractor {

struct SectionContext {
  Period period;
  Basis basis = Basis::none;
  Fund fund = Fund::none;
  Name scope;
  Name name;            // its title where that names an indicator
  bool target = false;  // 绩效目标设定情况: figures are targets
};

std::vector<SectionContext> section_contexts(const Document& document, const ReportFacts& facts, const patterns::Library& library, NamePool& names);

// Of a heading's or title's words alone.
SectionContext read_heading(std::string_view title, const patterns::Library& library, NamePool& names);

}  // namespace gouji::extractor
