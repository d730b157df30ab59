// PanelIndex: where each figure stands in the panels of its table. Borrows the extraction; must not outlive it.
#pragma once

#include <string_view>
#include <vector>

#include "model/extraction.h"

namespace gouji::audit {

struct PanelPlace {
  std::uint32_t panel = no_id;  // index into Extraction::panels; no_id: the figure stands in none
  std::uint32_t row = 0, column = 0;
  bool known() const { return panel != no_id; }
};

class PanelIndex {
 public:
  explicit PanelIndex(const Extraction& extraction);

  PanelPlace place(FigureId id) const { return id < places_.size() ? places_[id] : PanelPlace{}; }
  const Panel& panel(PanelPlace place) const { return (*panels_)[place.panel]; }
  const PanelRow& row(PanelPlace place) const { return panel(place).rows[place.row]; }
  const PanelColumn& column(PanelPlace place) const { return panel(place).columns[place.column]; }

 private:
  const std::vector<Panel>* panels_;
  std::vector<PanelPlace> places_;  // by figure; empty where there is no panel
};

// What an operand of a table is called: its row and its column, as a reader would say them.
std::string_view row_name(const PanelRow& row);
std::string_view column_name(const PanelColumn& column);

}  // namespace gouji::audit
