#include "output/report_view.h"

#include <fmt/format.h>

namespace gouji::output {

std::string place_words(const ReportView& view, FigureId id) {
  const Place& place = view.printed.find(id)->place;
  if (place.line != 0) return fmt::format(fmt::runtime(view.say("第 {} 行", "line {}")), place.line);
  const Figure& figure = view.figure(id);
  if (figure.table != no_id)
    return fmt::format(fmt::runtime(view.say("表 {} 第 {} 行第 {} 列", "table {}, row {}, column {}")), figure.table + 1, figure.row + 1,
                       figure.column + 1);
  if (!place.runs.empty()) return fmt::format(fmt::runtime(view.say("第 {} 段", "paragraph {}")), place.runs.front().paragraph + 1);
  return view.say("原文", "text");
}

}  // namespace gouji::output
