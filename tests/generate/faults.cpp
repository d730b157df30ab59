#include "generate/faults.h"

#include <algorithm>
#include <optional>

#include "generate/arithmetic.h"
#include "generate/numerals.h"
#include "generate/rows.h"

namespace gouji::generate {
namespace {

Figure& at(Report& report, FigureId id) { return report.figures[static_cast<std::size_t>(id)]; }

template <class Visit>
void each_run(Report& report, const Visit& visit) {
  for (Element& element : report.elements) {
    for (Run& run : element.text) visit(run);
    for (Row& row : element.table.rows)
      for (Cell& cell : row.cells)
        for (Line& line : cell.lines)
          for (Run& run : line) visit(run);
  }
}

void reprint(Report& report, FigureId id) {
  const Figure& figure = at(report, id);
  each_run(report, [&](Run& run) {
    if (run.figure == id) run.text = (figure.in_table && figure.sign < 0 ? "-" : "") + figure.number + figure.unit;
  });
}

void set_digits(Report& report, FigureId id, const std::string& digits) {
  Figure& figure = at(report, id);
  Numeral numeral = read_numeral(digits, figure.exponent, figure.half == 0);
  figure.number = std::move(numeral.digits);
  figure.value = numeral.value;
  figure.half = numeral.half;
  figure.decimals = numeral.decimals;
  reprint(report, id);
}

// Figures that stand in a relation, those of one kind of relation, or results only.
std::vector<FigureId> related(const Report& report, bool (*wanted)(const Relation&), bool results_only) {
  std::vector<FigureId> out;
  for (const Relation& relation : report.relations) {
    if (!wanted(relation)) continue;
    out.push_back(relation.result);
    for (const Term& term : relation.terms)
      if (!results_only) out.push_back(term.figure);
  }
  std::sort(out.begin(), out.end());
  out.erase(std::unique(out.begin(), out.end()), out.end());
  out.erase(std::remove_if(out.begin(), out.end(), [&](FigureId id) { return report.figures[static_cast<std::size_t>(id)].value == 0; }), out.end());
  return out;
}

bool any(const Relation&) { return true; }
bool is_sum(const Relation& r) { return r.kind == RelationKind::sum && r.terms.size() > 1; }
bool is_rate(const Relation& r) { return r.kind == RelationKind::quotient || r.kind == RelationKind::growth || r.kind == RelationKind::change; }
bool is_repeat(const Relation& r) { return r.kind == RelationKind::equal; }

std::optional<FigureId> drawn(Random& random, const std::vector<FigureId>& list) {
  if (list.empty()) return std::nullopt;
  return random.pick(list);
}

// Each returns the figures that it changed; none: no place for it, or none this time.
std::vector<FigureId> change_digit(Report& report, Random& random) {
  const auto id = drawn(random, related(report, any, false));
  if (!id) return {};
  std::string digits = at(report, *id).number;
  std::vector<std::size_t> places;
  for (std::size_t i = 0; i < digits.size(); ++i)
    if (digits[i] >= '0' && digits[i] <= '9') places.push_back(i);
  const std::size_t place = random.pick(places);
  const bool leading = place == 0 && digits.size() > 1 && digits[1] != '.';
  const char old = digits[place];
  while (digits[place] == old) digits[place] = static_cast<char>('0' + random.between(leading ? 1 : 0, 9));
  set_digits(report, *id, digits);
  return {*id};
}

std::vector<FigureId> swap_digits(Report& report, Random& random) {
  const auto id = drawn(random, related(report, any, false));
  if (!id) return {};
  std::string digits = at(report, *id).number;
  std::vector<std::size_t> places;
  for (std::size_t i = 0; i + 1 < digits.size(); ++i)
    if (digits[i] != digits[i + 1] && digits[i] >= '0' && digits[i] <= '9' && digits[i + 1] >= '0' && digits[i + 1] <= '9' &&
        (i > 0 || digits[1] != '0'))
      places.push_back(i);
  if (places.empty()) return {};
  const std::size_t place = random.pick(places);
  std::swap(digits[place], digits[place + 1]);
  set_digits(report, *id, digits);
  return {*id};
}

std::vector<FigureId> slip_unit(Report& report, Random& random) {
  std::vector<FigureId> list = related(report, any, false);
  list.erase(std::remove_if(list.begin(), list.end(), [&](FigureId id) { return at(report, id).unit != "万元" && at(report, id).unit != "亿元"; }),
             list.end());
  const auto id = drawn(random, list);
  if (!id) return {};
  Figure& figure = at(report, *id);
  const bool up = figure.unit == "万元" && random.chance(30);
  figure.unit = figure.unit == "亿元" ? "万元" : up ? "亿元" : "元";
  figure.unit_known = figure.unit;
  figure.exponent += up ? 4 : -4;
  set_digits(report, *id, figure.number);
  return {*id};
}

std::vector<FigureId> flip_sign(Report& report, Random& random) {
  std::vector<Run*> words;
  each_run(report, [&](Run& run) {
    if (run.direction != nobody) words.push_back(&run);
  });
  if (words.empty()) return {};
  Run* word = random.pick(words);
  std::swap(word->text, word->opposite);
  at(report, word->direction).sign *= -1;
  return {word->direction};
}

std::vector<FigureId> mistake_total(Report& report, Random& random) {
  std::vector<const Relation*> sums;
  for (const Relation& relation : report.relations)
    if (is_sum(relation)) sums.push_back(&relation);
  if (sums.empty()) return {};
  const Relation sum = *random.pick(sums);
  const Figure& total = at(report, sum.result);
  Wide value = total.value;
  if (random.chance(60)) {  // one part forgotten
    const Figure& part = at(report, random.pick(sum.terms).figure);
    value -= part.value;
  } else {  // an older sum
    value = value / 100 * random.between(80, 125);
  }
  if (value <= 0) return {};
  const std::string digits = digits_of(value, total.exponent, total.decimals);
  if (digits == total.number) return {};
  set_digits(report, sum.result, digits);
  return {sum.result};
}

std::vector<FigureId> age(Report& report, Random& random, const std::vector<FigureId>& list, std::int64_t spread) {
  const auto id = drawn(random, list);
  if (!id) return {};
  const Figure& figure = at(report, *id);
  const std::int64_t percent = random.chance(50) ? random.between(100 - spread, 98) : random.between(102, 100 + spread);
  const std::string digits = digits_of(figure.value / 100 * percent, figure.exponent, figure.decimals);
  if (digits == figure.number) return {};
  set_digits(report, *id, digits);
  return {*id};
}

// Figures that are printed elsewhere too; where there are such, those that stand in no other relation.
std::vector<FigureId> repeated(const Report& report) {
  const std::vector<FigureId> all = related(report, is_repeat, true);
  std::vector<FigureId> out = all;
  const std::vector<FigureId> others = related(
      report, [](const Relation& r) { return !is_repeat(r); }, false);
  out.erase(std::remove_if(out.begin(), out.end(), [&](FigureId id) { return std::binary_search(others.begin(), others.end(), id); }), out.end());
  return out.empty() ? all : out;
}

std::vector<FigureId> exchange(Report& report, Random& random) {
  std::vector<std::pair<FigureId, FigureId>> pairs;
  for (const Relation& relation : report.relations)
    for (std::size_t i = 0; is_sum(relation) && i + 1 < relation.terms.size(); ++i)
      pairs.emplace_back(relation.terms[i].figure, relation.terms[i + 1].figure);
  for (const Element& element : report.elements) {
    for (const Row& row : element.table.rows) {
      std::vector<FigureId> ids;
      for (const Cell& cell : row.cells)
        if (!cell.lines.empty() && cell.lines[0][0].figure != nobody) ids.push_back(cell.lines[0][0].figure);
      for (std::size_t i = 0; i + 1 < ids.size(); ++i) pairs.emplace_back(ids[i], ids[i + 1]);
    }
  }
  if (pairs.empty()) return {};
  const auto [a, b] = random.pick(pairs);
  if (at(report, a).unit_known != at(report, b).unit_known || at(report, a).value == at(report, b).value || at(report, a).half == 0) return {};
  const std::string first = at(report, a).number, second = at(report, b).number;
  set_digits(report, a, second);
  set_digits(report, b, first);
  return {a, b};
}

std::vector<FigureId> apply(Report& report, FaultKind kind, Random& random) {
  switch (kind) {
    case FaultKind::digit_changed:
      return change_digit(report, random);
    case FaultKind::digits_swapped:
      return swap_digits(report, random);
    case FaultKind::unit_slip:
      return slip_unit(report, random);
    case FaultKind::sign_flipped:
      return flip_sign(report, random);
    case FaultKind::row_missing:
      return leave_out(report, random);
    case FaultKind::row_doubled:
      return double_up(report, random);
    case FaultKind::total_wrong:
      return mistake_total(report, random);
    case FaultKind::rate_stale:
      return age(report, random, related(report, is_rate, true), 30);
    case FaultKind::cells_exchanged:
      return exchange(report, random);
    case FaultKind::repeat_stale:
      return age(report, random, repeated(report), 15);
  }
  return {};
}

}  // namespace

bool plant(Report& report, FaultKind kind, Random& random) {
  const Report clean = report;
  for (int attempt = 0; attempt < 40; ++attempt) {
    Fault fault;
    fault.kind = kind;
    fault.figures = apply(report, kind, random);
    if (!fault.figures.empty()) fault.broken = broken_relations(report);
    if (!fault.broken.empty()) {
      const auto first = static_cast<std::size_t>(fault.figures.front());
      fault.was = clean.figures[std::min(first, clean.figures.size() - 1)].number + clean.figures[std::min(first, clean.figures.size() - 1)].unit;
      fault.printed = report.figures[first].gone ? "" : report.figures[first].number + report.figures[first].unit;
      fault.suspects = suspects(report, fault.broken);
      report.faults.push_back(std::move(fault));
      return true;
    }
    report = clean;
  }
  return false;
}

}  // namespace gouji::generate
