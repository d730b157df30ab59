// Extraction → checks: every relation that the report states, run over intervals (see audit/interval.h), with its verdict.
// Pure and deterministic; no output. Threads: safe. Intervals and verdicts: design in docs/ARCHITECTURE.md, XBRL Calculations 1.1.
#pragma once

#include <vector>

#include "model/check.h"
#include "model/document.h"
#include "model/extraction.h"
#include "patterns/library.h"

namespace gouji::audit {

enum class Language : std::uint8_t { zh, en };

// Which checks are put into words. Most checks hold, and nobody reads of those but in the records.
enum class Texts : std::uint8_t {
  findings,  // what a person is told: findings, queries, doubts, explained differences; of the rest only their verdict and why
  all,       // every check, with its id: what the records hold
};

struct Options {
  Language language = Language::zh;  // of Check::message and hint; formulas stay in the report's words
  Texts texts = Texts::findings;
};

struct Audited {
  std::vector<Check> checks;
  std::vector<Obligation> coverage;  // all that the report owes a check for: see coverage.h
};

// `extraction` is changed only in Figure::decimals_inferred.
Audited audit(const Document& document, Extraction& extraction, const patterns::Library& library, const Options& options);

}  // namespace gouji::audit
