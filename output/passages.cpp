#include "output/passages.h"

#include <algorithm>

#include "output/printed_figures.h"

namespace gouji::output {
namespace {

TextRange passage_of(const Report& report, const Figure& figure) {
  const auto& sentences = report.extraction.sentences;
  if (figure.table == no_id && figure.sentence < sentences.size())
    return passage_around(report.document, sentences[figure.sentence].text, figure.text);
  return {};
}

}  // namespace

std::vector<Passage> passages_of(const Report& report, const Check& check, std::size_t most) {
  std::vector<Passage> out;
  const auto add = [&](FigureId id) {
    if (id >= report.extraction.figures.size()) return;
    const Figure& figure = report.extraction.figures[id];
    auto found = std::find_if(out.begin(), out.end(), [&](const Passage& p) { return p.text.contains(figure.text); });
    if (found == out.end()) {
      const TextRange range = passage_of(report, figure);
      if (out.size() == most || range.empty() || !range.contains(figure.text)) return;
      found = out.insert(out.end(), Passage{range, {}});
    }
    found->marks.push_back({figure.text, id});
  };
  add(check.stated);
  for (const CheckOperand& operand : check.operands) {
    if (operand.figure != check.stated) add(operand.figure);
  }
  return out;
}

std::string table_title(const Report& report, const Figure& figure) {
  if (figure.table == no_id) return {};
  const auto& panels = report.extraction.panels;
  const auto panel = std::find_if(panels.begin(), panels.end(), [&](const Panel& p) { return p.table == figure.table && !p.title.empty(); });
  if (panel != panels.end()) return std::string(panel->title);
  return figure.table < report.document.tables.size() ? without_line_breaks(report.document.view(report.document.tables[figure.table].title))
                                                      : std::string();
}

}  // namespace gouji::output
