// A finding as a person reads it: place, sentence, arithmetic, what to do. Internal to output/terminal.
#pragma once

#include <string>
#include <vector>

#include "output/printed_figures.h"
#include "output/terminal.h"

namespace gouji::output {

// The lines of finding `number` (from 1), each with its line end. `check` indexes report.checks.
std::string finding_text(const Report& report, const PrintedFigures& index, std::size_t check, std::size_t number, const TerminalOptions& options);

// "samples/a.txt:12", or without the line where there is none.
std::string place_text(const Report& report, const PrintedFigures& index, const Check& check);

}  // namespace gouji::output
