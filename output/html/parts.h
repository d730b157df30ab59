// The parts of a page as HTML, each whole and well-formed. Element ids: c12 check 12, f3 figure 3, s1 section 1, w0 note 0.
// Every element of a check names its figures: data-o="3 4" (operands), data-s="3" (stated), data-b="4" (blamed). Pure.
// Internal to output/html.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "model/across.h"
#include "output/report_view.h"

namespace gouji::output::html {

std::string summary_part(const ReportView& page);  // what was read and how it came out
std::string checks_part(const ReportView& page);   // cards of what an auditor reads, then a row for every other check
std::string check_card(const ReportView& page, std::size_t check, const Finding* finding);
std::string coverage_part(const ReportView& page);  // the obligations of the standard forms
std::string notes_part(const ReportView& page);     // warnings of reading
std::string report_part(const ReportView& page);    // the report's own text, its figures marked
std::string contents_part(const ReportView& page);  // its headings
std::string figures_json(const ReportView& page);   // what the page shows of a figure that is clicked

// A page of its own, of the checks across documents.
std::string across_page(const std::vector<AcrossCheck>& checks, Language language, const std::string& version);

// id="c12" data-v="inconsistent" … of the element of a check.
std::string check_attributes(const ReportView& page, std::size_t check);
}  // namespace gouji::output::html
