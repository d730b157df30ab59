// A finding as a person reads it: place, sentence, arithmetic, what to do. Internal to output/terminal.
#pragma once

#include <string>
#include <vector>

#include "output/printed_figures.h"
#include "output/terminal.h"

namespace gouji::output {

struct Finding {
  std::size_t check = 0;         // index into report.checks
  std::size_t number = 1;        // as the reader counts them
  std::size_t consequences = 0;  // checks that fail for the same cause
};

// The lines of a finding, each with its line end.
std::string finding_text(const Report& report, const PrintedFigures& index, const Finding& finding, const TerminalOptions& options);

// "samples/a.txt:12", or without the line where there is none.
std::string place_text(const Report& report, const PrintedFigures& index, const Check& check);

}  // namespace gouji::output
