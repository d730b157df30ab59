#include "audit/panel_index.h"

#include <algorithm>

namespace gouji::audit {

PanelIndex::PanelIndex(const Extraction& extraction) : panels_(&extraction.panels) {
  if (extraction.panels.empty()) return;
  places_.resize(extraction.figures.size());
  for (std::uint32_t p = 0; p < extraction.panels.size(); ++p) {
    const Panel& panel = extraction.panels[p];
    const std::size_t columns = panel.columns.size();
    for (std::size_t i = 0; i < panel.cells.size() && columns > 0; ++i) {
      const FigureId id = panel.cells[i];
      if (id >= places_.size() || places_[id].known()) continue;
      places_[id] = {p, static_cast<std::uint32_t>(i / columns), static_cast<std::uint32_t>(i % columns)};
    }
  }
}

std::string_view row_name(const PanelRow& row) { return !row.name.empty() ? row.name : !row.label.empty() ? row.label : std::string_view(row.code); }
std::string_view column_name(const PanelColumn& column) { return column.label; }

}  // namespace gouji::audit
