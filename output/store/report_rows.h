// Report → the rows of its documents, figures, checks, operands, warnings and coverage, as schema.h names their columns. The same
// values as the JSON records (docs/record_format.md), flattened; tests hold the two to each other. Pure.
#pragma once

#include <string_view>

#include "output/report.h"
#include "output/store/rows.h"

namespace gouji::store {

// An audited report. `path` is what the ledger calls its first path.
Records rows_of(const output::Report& report, std::string_view path, std::string_view program_version);

}  // namespace gouji::store
