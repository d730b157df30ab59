// A finding as a person reads it: place, sentence, arithmetic, what to do. Internal to output/terminal.
#pragma once

#include <string>

#include "output/findings.h"
#include "output/printed_figures.h"
#include "output/terminal.h"

namespace gouji::output {

// The lines of a finding, each with its line end.
std::string finding_text(const Report& report, const PrintedFigures& index, const Finding& finding, const TerminalOptions& options);

// "samples/a.txt:12", or without the line where there is none.
std::string place_text(const Report& report, const PrintedFigures& index, const Check& check);

}  // namespace gouji::output
