// What every writer says of a check across documents (its row is in record_rows.h). Pure.
#pragma once

#include <string>

#include "model/across.h"

namespace gouji::output {

std::string across_id(const AcrossCheck& check);        // of what is compared, without values
std::string across_evidence(const AcrossCheck& check);  // of the figures as printed

// "a.txt:12", "b.docx" where the format has no lines.
std::string across_place(const AcrossOperand& operand);

}  // namespace gouji::output
