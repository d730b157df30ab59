#include "generate/rows.h"

#include <algorithm>
#include <map>

namespace gouji::generate {
namespace {

// A leaf row of a table, or a listed part.
struct Place {
  Element* element = nullptr;
  std::size_t row = 0;
  const ListedPart* part = nullptr;
};

bool has_figure(const Row& row) {
  return std::any_of(row.cells.begin(), row.cells.end(), [](const Cell& cell) { return !cell.lines.empty() && cell.lines[0][0].figure != nobody; });
}

std::vector<Place> places_of(Report& report) {
  std::vector<Place> out;
  for (Element& element : report.elements)
    for (std::size_t r = 0; r < element.table.rows.size(); ++r)
      if (element.table.rows[r].leaf && has_figure(element.table.rows[r])) out.push_back({&element, r, nullptr});
  for (const ListedPart& part : report.listed)
    if (report.figures[static_cast<std::size_t>(part.figure)].value != 0) out.push_back({&report.elements[part.element], 0, &part});
  return out;
}

bool adds(const Relation& relation) { return relation.kind == RelationKind::sum || relation.kind == RelationKind::at_most; }

void forget(Report& report, FigureId gone) {
  report.figures[static_cast<std::size_t>(gone)].gone = true;
  for (Relation& relation : report.relations) {
    const std::size_t before = relation.terms.size();
    relation.terms.erase(std::remove_if(relation.terms.begin(), relation.terms.end(), [&](const Term& t) { return t.figure == gone; }),
                         relation.terms.end());
    const bool lost = relation.terms.size() < before;
    if (lost && relation.by_names) relation.kind = RelationKind::at_most;
    if (relation.result == gone || (lost && (!adds(relation) || relation.terms.empty()))) relation.result = nobody;
  }
  report.relations.erase(std::remove_if(report.relations.begin(), report.relations.end(), [](const Relation& r) { return r.result == nobody; }),
                         report.relations.end());
}

FigureId copy_of(Report& report, FigureId id) {
  report.figures.push_back(report.figures[static_cast<std::size_t>(id)]);
  return static_cast<FigureId>(report.figures.size()) - 1;
}

// A reader adds up what stands there: the copy is one more part wherever the row was one.
void count_twice(Report& report, const std::map<FigureId, FigureId>& copies) {
  std::vector<Relation> more;
  for (Relation& relation : report.relations) {
    const auto own = copies.find(relation.result);
    if (own != copies.end()) {  // the row's own sum, once more
      Relation again = relation;
      again.result = own->second;
      for (Term& term : again.terms)
        if (copies.count(term.figure) > 0) term.figure = copies.at(term.figure);
      more.push_back(std::move(again));
      continue;
    }
    if (!adds(relation)) continue;
    const std::vector<Term> terms = relation.terms;
    for (const Term& term : terms)
      if (copies.count(term.figure) > 0) relation.terms.push_back({copies.at(term.figure), term.sign});
  }
  report.relations.insert(report.relations.end(), more.begin(), more.end());
}

void drop_separator(Run& run) {
  for (const char* mark : {"，", "、", "；"}) {
    const std::string end = mark;
    if (run.text.size() >= end.size() && run.text.compare(run.text.size() - end.size(), end.size(), end) == 0) {
      run.text.erase(run.text.size() - end.size());
      return;
    }
  }
}

}  // namespace

std::vector<FigureId> leave_out(Report& report, Random& random) {
  std::vector<Place> places = places_of(report);
  if (places.empty()) return {};
  const Place place = random.pick(places);
  std::vector<FigureId> ids;
  if (place.part != nullptr) {
    Line& line = place.element->text;
    const auto begin = static_cast<std::ptrdiff_t>(place.part->begin), end = static_cast<std::ptrdiff_t>(place.part->end);
    drop_separator(line[place.part->begin - 1]);
    line.erase(line.begin() + begin, line.begin() + end);
    ids.push_back(place.part->figure);
  } else {
    auto& rows = place.element->table.rows;
    for (const Cell& cell : rows[place.row].cells)
      if (!cell.lines.empty() && cell.lines[0][0].figure != nobody) ids.push_back(cell.lines[0][0].figure);
    rows.erase(rows.begin() + static_cast<std::ptrdiff_t>(place.row));
  }
  for (const FigureId id : ids) forget(report, id);
  return ids;
}

std::vector<FigureId> double_up(Report& report, Random& random) {
  std::vector<Place> places = places_of(report);
  if (places.empty()) return {};
  const Place place = random.pick(places);
  std::map<FigureId, FigureId> copies;
  const auto copied = [&](Run& run) {
    if (run.figure != nobody) run.figure = copies[run.figure] = copy_of(report, run.figure);
  };
  if (place.part != nullptr) {
    Line& line = place.element->text;
    const auto begin = line.begin() + static_cast<std::ptrdiff_t>(place.part->begin),
               end = line.begin() + static_cast<std::ptrdiff_t>(place.part->end);
    Line again(begin, end);
    for (Run& run : again) copied(run);
    again.insert(again.begin(), Run{"，", nobody, nobody, {}});
    line.insert(line.begin() + static_cast<std::ptrdiff_t>(place.part->end), again.begin(), again.end());
  } else {
    auto& rows = place.element->table.rows;
    Row again = rows[place.row];
    for (Cell& cell : again.cells)
      for (Line& line : cell.lines)
        for (Run& run : line) copied(run);
    rows.insert(rows.begin() + static_cast<std::ptrdiff_t>(place.row) + 1, std::move(again));
  }
  count_twice(report, copies);
  std::vector<FigureId> ids;
  for (const auto& [original, copy] : copies) ids.push_back(copy);
  return ids;
}

}  // namespace gouji::generate
