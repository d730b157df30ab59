// The key figures of a document as its one row of `key_figures` holds them, and back. Pure.
#pragma once

#include <string>
#include <string_view>

#include "model/across.h"
#include "output/store/rows.h"

namespace gouji::store {

// A row of `key_figures`. `period`: the report's.
void add_key_figures(Rows& rows, std::string_view document, const KeyFigures& figures, std::string_view period);

// Its column `figures`: a line a figure, its fields parted by TABs. Text that is none throws std::runtime_error.
std::vector<KeyFigure> key_figures_of(std::string_view text);

// Rows of `across_checks` and `across_operands`.
void add_across(Rows& checks, Rows& operands, const AcrossCheck& check);

}  // namespace gouji::store
