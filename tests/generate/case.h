// Case: one generated report as it is handed to a reader, with its truth. The seed says everything: kind, wording, layout, encoding, fault.
#pragma once

#include <cstdint>
#include <string>

#include "generate/print.h"
#include "generate/report.h"

namespace gouji::generate {

struct Case {
  std::string name;   // of a file: "budget-17.layout.txt"
  std::string bytes;  // encoded
  Report report;      // with the places of its figures
  Layout layout;
};

// `kind` "": drawn. A faulty case whose drawn fault finds no place has another one; every kind of report has a place for some.
Case make_case(std::uint64_t seed, bool faulty, const std::string& kind = {});

}  // namespace gouji::generate
