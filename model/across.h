// AcrossCheck: one figure of one entity that several documents state: last year's final accounts and this year's 上年决算数, two reports of one
// year. Stands by itself: the documents are gone when it is made.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "model/check.h"

namespace gouji {

struct AcrossOperand {
  std::string document, path;  // the document's id and where it was read
  TextRange number;            // of its text: with the document's id it gives the figure's id
  std::string printed;         // "426.92万元"
  std::uint64_t line = 0;      // 0: the format has no lines
  Decimal value;
};

struct AcrossCheck {
  std::string entity, key;  // what is compared: no values, survives a new version of a report
  std::string name;         // of the figure, for a person
  Period period;
  Verdict verdict = Verdict::exact;  // exact, inconsistent (a slip of the pen), query
  Severity severity = Severity::none;
  std::vector<AcrossOperand> operands;  // in the order of the documents; the last one is the stated one
  std::string formula, message, why, hint;
};

}  // namespace gouji
