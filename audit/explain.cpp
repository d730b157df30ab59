#include "audit/explain.h"

#include <algorithm>
#include <array>

#include "audit/digits.h"

namespace gouji::audit {
namespace {

// Short and round numbers meet by chance.
bool telling(const Decimal& value) {
  constexpr Decimal::Coefficient least = 100;  // three digits
  return value.normalized().abs().coefficient() >= least;
}

bool is_operand(const Judged& check, FigureId id) {
  return std::any_of(check.draft.operands.begin(), check.draft.operands.end(), [&](const CheckOperand& o) { return o.figure == id; });
}

}  // namespace

// The cell to the left, right, above or below; the figure before or behind in a sentence.
Explanation Explainer::neighbour(FigureId figure, const Decimal& should_be, const Judged& check) const {
  const auto& figures = context_.extraction.figures;
  const Figure& f = figures[figure];
  const auto fits = [&](FigureId id) {
    if (id >= figures.size() || id == figure || is_operand(check, id)) return false;
    const Figure& g = figures[id];
    return same_measure(f, g) && telling(g.value) && (g.value == should_be || g.value == f.value);
  };
  const PanelPlace place = context_.panels.place(figure);
  if (!place.known()) {
    for (const FigureId id : {figure - 1, figure + 1})
      if (id < figures.size() && figures[id].sentence == f.sentence && figures[id].table == f.table && f.table == no_id && fits(id))
        return {Cause::neighbour_row, 0, id};
    return {};
  }
  const Panel& panel = context_.panels.panel(place);
  for (const std::uint32_t column : {place.column - 1, place.column + 1})
    if (column < panel.columns.size() && fits(panel.at(place.row, column))) return {Cause::neighbour_column, 0, panel.at(place.row, column)};
  for (const std::uint32_t row : {place.row - 1, place.row + 1})
    if (row < panel.rows.size() && fits(panel.at(row, place.column))) return {Cause::neighbour_row, 0, panel.at(row, place.column)};
  return {};
}

// The same indicator's number of another year, where it is what is printed here.
FigureId Explainer::of_another_year(FigureId figure) const {
  const auto& figures = context_.extraction.figures;
  const Figure& f = figures[figure];
  if (!telling(f.value) || !f.period.value.known()) return no_id;
  const auto is_it = [&](FigureId id) {
    if (id >= figures.size() || id == figure) return false;
    const Figure& g = figures[id];
    return g.value == f.value && g.aspect == f.aspect && same_measure(f, g) && g.period.value.known() && g.period.value.year != f.period.value.year;
  };
  constexpr std::size_t most_namesakes = 64;
  const PanelPlace place = context_.panels.place(figure);
  if (place.known()) {
    const Panel& panel = context_.panels.panel(place);
    for (std::size_t column = 0; column < panel.columns.size() && column < most_namesakes; ++column)
      if (is_it(panel.at(place.row, column))) return panel.at(place.row, column);
    return no_id;
  }
  if (!context_.index.usable(figure)) return no_id;
  std::size_t looked_at = 0;
  for (const FigureId id : context_.index.namesakes(figure)) {
    if (is_it(id)) return id;
    if (++looked_at == most_namesakes) break;
  }
  return no_id;
}

Explanation Explainer::of_figure(FigureId figure, const Decimal& should_be, const Judged& check) const {
  Explanation slip = slip_between(context_.index.figure(figure).value, should_be);
  // 82 for 28 comes by chance.
  if (slip.cause == Cause::transposed && !telling(context_.index.figure(figure).value)) slip = {};
  if (strength(slip.cause) > 1) return slip;
  if (const FigureId other = of_another_year(figure); other != no_id) return {Cause::other_year, 0, other};
  // A number of one digit is one digit away from every other.
  const bool of_one_digit = context_.index.figure(figure).value.abs().coefficient() < 10;
  if (slip.cause != Cause::none && !of_one_digit) return slip;
  return neighbour(figure, should_be, check);
}

// A number of the parts' column, or of their sentence, that is the difference and is no part.
FigureId Explainer::beside_the_parts(const Judged& check, const Decimal& difference) const {
  const auto& figures = context_.extraction.figures;
  const FigureId first = check.draft.operands[1].figure;
  const FigureId last = check.draft.operands.back().figure;
  constexpr FigureId most_looked_at = 200;
  if (last < first || last - first > most_looked_at) return no_id;
  const PanelPlace place = context_.panels.place(first);
  for (FigureId id = first; id <= last + 1 && id < figures.size(); ++id) {
    const Figure& f = figures[id];
    if (f.value != difference || is_operand(check, id) || !same_measure(f, figures[first]) || f.aspect != figures[first].aspect) continue;
    const PanelPlace other = context_.panels.place(id);
    if (place.known() ? other.panel == place.panel && other.column == place.column : f.sentence == figures[first].sentence && !other.known())
      return id;
  }
  return no_id;
}

Explanation Explainer::of_sum(const Judged& check) const {
  const Draft& draft = check.draft;
  if (draft.form != Form::sum || draft.operands.size() < 3) return {};
  const auto signed_value = [&](const CheckOperand& o) {
    const Decimal& value = context_.index.figure(o.figure).value;
    return o.sign < 0 ? -value : value;
  };
  Decimal difference = context_.index.figure(draft.operands.front().figure).value;
  for (std::size_t i = 1; i < draft.operands.size(); ++i) difference = difference - signed_value(draft.operands[i]);
  if (!telling(difference)) return {};
  Explanation found;
  for (std::size_t i = 1; i < draft.operands.size(); ++i) {
    const Decimal part = signed_value(draft.operands[i]);
    if (part != difference && part != -difference) continue;
    if (found.cause != Cause::none) return {};  // two parts of one value: which?
    found = {part == difference ? Cause::part_twice : Cause::part_left_out, 0, draft.operands[i].figure};
  }
  if (found.cause != Cause::none) return found;
  const FigureId other = beside_the_parts(check, difference);
  return other == no_id ? Explanation{} : Explanation{Cause::row_missing, 0, other};
}

}  // namespace gouji::audit
