// KeyFigures: what is kept of a document to compare it with others of its entity. AcrossCheck: one figure of one entity that several documents state:
// last year's final accounts and this year's 上年决算数, two reports of one year. Stands by itself: the documents are gone when it is made.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "model/check.h"
#include "model/decimal.h"
#include "model/period.h"
#include "model/source.h"

namespace gouji {

// A figure that means one thing wherever it is printed.
struct KeyFigure {
  std::string key;   // what is compared: no values
  std::string name;  // for a person
  Period period;
  TextRange number;  // of its document's text
  std::string printed;
  std::uint64_t line = 0;  // 0: the format has no lines
  Decimal value, width;    // width: one unit of its last digit
};

struct KeyFigures {
  std::string document, path;
  std::string entity;  // in the form in which names are compared; "": nobody's report, which goes with nobody's
  std::vector<KeyFigure> figures;
};

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

// The characters of a name in reverse: sorted by it, names that end alike stand together, and a name before those that it is a short form of.
std::string ending_of(std::string_view core);

// The name that `ending` is a short form of, as an ending; `ending` itself where it is none, is too short to tell, or is one of several.
// `next` and `after` are the two that follow it among all endings in ascending order, "" where there are none.
std::string full_ending(const std::string& ending, std::string_view next, std::string_view after);

}  // namespace gouji
