// Prints a report as a Word file: paragraphs, and tables with their merged cells. Sets where each figure stands: its line is the paragraph
// of the main part, counted from 1, those in cells among them; its offset counts code points from the paragraph's start.
#pragma once

#include <string>

#include "generate/report.h"

namespace gouji::generate {

// The package's bytes: the same report gives the same.
std::string print_docx(Report& report);

}  // namespace gouji::generate
