// How the operands of a table are named above a formula: "收入决算表·教育支出：本年收入合计 = 财政拨款收入 + 事业收入".
#pragma once

#include <string>

#include "audit/draft.h"
#include "audit/panel_index.h"
#include "model/document.h"

namespace gouji::audit {

// "" where no operand stands in a table.
std::string table_label(const Extraction& extraction, const PanelIndex& panels, const Draft& draft);

}  // namespace gouji::audit
