// What one input gave: a document with its figures and checks, or a refusal. The unit that every writer takes.
#pragma once

#include <string>
#include <vector>

#include "model/across.h"
#include "model/check.h"
#include "model/document.h"
#include "model/extraction.h"

namespace gouji::output {

struct Report {
  Document document;
  Extraction extraction;
  std::vector<Check> checks;
  std::vector<Obligation> coverage;
  std::string pattern_version;
  KeyFigures key_figures;  // for a writer that keeps documents to compare them later; else empty
  std::string original;    // the file's bytes, for a writer that copies it; else ""
};

struct Refusal {
  std::string path, code, message, hint;
};

}  // namespace gouji::output
