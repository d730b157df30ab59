#include "generate/arithmetic.h"

#include <algorithm>
#include <functional>
#include <optional>

namespace gouji::generate {
namespace {

struct Span {
  Wide low = 0, high = 0;
};
const Wide endless = power_of_ten(33);                             // beyond all that is printed
using Operation = std::function<std::optional<Wide>(Wide, Wide)>;  // both in units of 1/scale; none: not defined there

Span printed(const Report& report, FigureId id) {
  const Figure& figure = report.figures[static_cast<std::size_t>(id)];
  const Wide value = figure.sign * figure.value;
  return {value - figure.half, value + figure.half};
}

Span times(int sign, Span span) { return sign < 0 ? Span{-span.high, -span.low} : span; }

// Monotonic operations take their extremes at the corners. Divisions round; one more 10⁻⁷ on either side covers that.
std::optional<Span> corners(Span a, Span b, const Operation& operation) {
  std::optional<Span> out;
  for (const Wide x : {a.low, a.high}) {
    for (const Wide y : {b.low, b.high}) {
      const auto value = operation(x, y);
      if (!value) return std::nullopt;
      out = out ? Span{std::min(out->low, *value), std::max(out->high, *value)} : Span{*value, *value};
    }
  }
  return Span{out->low - 1, out->high + 1};
}

std::optional<Wide> divided(Wide a, Wide b) {
  if (b == 0) return std::nullopt;
  return a * scale / b;
}
std::optional<Wide> multiplied(Wide a, Wide b) { return a * b / scale; }
std::optional<Wide> grown_by(Wide change, Wide present) { return divided(change, present - change); }
std::optional<Wide> changed_by(Wide present, Wide former) { return divided(present - former, former); }

// The result's values by the terms.
std::optional<Span> computed(const Report& report, const Relation& relation) {
  const auto term = [&](std::size_t i) { return printed(report, relation.terms[i].figure); };
  switch (relation.kind) {
    case RelationKind::sum:
    case RelationKind::at_most:
    case RelationKind::equal: {
      Span sum;
      for (const Term& t : relation.terms) {
        const Span span = times(t.sign, printed(report, t.figure));
        sum = {sum.low + span.low, sum.high + span.high};
      }
      if (relation.kind == RelationKind::at_most) sum.high = endless;
      return sum;
    }
    case RelationKind::quotient:
      return corners(term(0), term(1), divided);
    case RelationKind::growth:
      return corners(term(0), term(1), grown_by);
    case RelationKind::change:
      return corners(term(0), term(1), changed_by);
    case RelationKind::product:
      return corners(term(0), term(1), multiplied);
  }
  return std::nullopt;
}

// A term's values by the result and the other terms.
std::optional<Span> required(const Report& report, const Relation& relation, std::size_t at) {
  const Span result = printed(report, relation.result);
  if (relation.kind == RelationKind::sum || relation.kind == RelationKind::at_most || relation.kind == RelationKind::equal) {
    Span rest = result;
    if (relation.kind == RelationKind::at_most) rest.low = -endless;
    for (std::size_t i = 0; i < relation.terms.size(); ++i) {
      if (i == at) continue;
      const Span span = times(relation.terms[i].sign, printed(report, relation.terms[i].figure));
      rest = {rest.low - span.high, rest.high - span.low};
    }
    return times(relation.terms[at].sign, rest);
  }
  const Span other = printed(report, relation.terms[1 - at].figure);
  switch (relation.kind) {
    case RelationKind::quotient:
      return at == 0 ? corners(result, other, multiplied) : corners(other, result, divided);
    case RelationKind::growth:  // r = d ÷ (c − d): d = rc ÷ (1 + r), c = d(1 + r) ÷ r
      if (at == 0) return corners(result, other, [](Wide r, Wide c) { return divided(r * c / scale, scale + r); });
      return corners(result, other, [](Wide r, Wide d) { return r == 0 ? std::nullopt : std::optional<Wide>(d * (scale + r) / r); });
    case RelationKind::change:  // r = c ÷ p − 1
      if (at == 0) return corners(result, other, [](Wide r, Wide p) { return multiplied(p, scale + r); });
      return corners(result, other, [](Wide r, Wide c) { return divided(c, scale + r); });
    default:
      return corners(result, other, divided);
  }
}

bool contains(const Relation& relation, FigureId figure) {
  return relation.result == figure || std::any_of(relation.terms.begin(), relation.terms.end(), [&](const Term& t) { return t.figure == figure; });
}

bool can_mend(const Report& report, FigureId id) {
  const Figure& figure = report.figures[static_cast<std::size_t>(id)];
  std::optional<Span> allowed;
  for (const Relation& relation : report.relations) {
    if (!contains(relation, id)) continue;
    std::optional<Span> span;
    if (relation.result == id) span = computed(report, relation);
    for (std::size_t i = 0; i < relation.terms.size() && relation.result != id; ++i)
      if (relation.terms[i].figure == id) span = required(report, relation, i);
    if (!span) continue;
    span = Span{span->low - figure.half, span->high + figure.half};
    allowed = allowed ? Span{std::max(allowed->low, span->low), std::min(allowed->high, span->high)} : *span;
    if (allowed->low > allowed->high) return false;
  }
  return true;
}

}  // namespace

bool holds(const Report& report, const Relation& relation) {
  // What 其中 names may overlap: only a part that is alone more than the whole cannot be.
  if (relation.kind == RelationKind::at_most && relation.terms.size() > 1)
    return std::all_of(relation.terms.begin(), relation.terms.end(), [&](const Term& term) {
      return holds(report, {RelationKind::at_most, relation.result, {term}, false});
    });
  const auto span = computed(report, relation);
  if (!span) return true;
  const Span result = printed(report, relation.result);
  return span->low <= result.high && result.low <= span->high;
}

std::vector<std::size_t> broken_relations(const Report& report) {
  std::vector<std::size_t> out;
  for (std::size_t i = 0; i < report.relations.size(); ++i)
    if (!holds(report, report.relations[i])) out.push_back(i);
  return out;
}

std::vector<FigureId> suspects(const Report& report, const std::vector<std::size_t>& broken) {
  std::vector<FigureId> out;
  if (broken.empty()) return out;
  const Relation& first = report.relations[broken.front()];
  std::vector<FigureId> candidates{first.result};
  for (const Term& term : first.terms) candidates.push_back(term.figure);
  std::sort(candidates.begin(), candidates.end());
  candidates.erase(std::unique(candidates.begin(), candidates.end()), candidates.end());
  for (const FigureId id : candidates) {
    const bool in_all = std::all_of(broken.begin(), broken.end(), [&](std::size_t r) { return contains(report.relations[r], id); });
    if (in_all && can_mend(report, id)) out.push_back(id);
  }
  return out;
}

}  // namespace gouji::generate
