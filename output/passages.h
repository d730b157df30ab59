// The sentences that hold a check's operands, with the operands' places in them: what a person is shown of a check in prose.
// Pure; ranges are of Document::text.
#pragma once

#include <string>
#include <vector>

#include "output/report.h"

namespace gouji::output {

struct PassageMark {
  TextRange range;  // of Document::text
  FigureId figure = no_id;
};

struct Passage {
  TextRange text;
  std::vector<PassageMark> marks;  // in the order of the operands, the stated figure first
};

// The stated figure's sentence first; at most `most`. A figure of a table has none: it is named by its row and column.
std::vector<Passage> passages_of(const Report& report, const Check& check, std::size_t most = 3);

// Title of the table that a figure stands in: its own, or that of the panel; "" for prose and where there is none.
std::string table_title(const Report& report, const Figure& figure);

}  // namespace gouji::output
