#include "audit/feasibility.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <numeric>
#include <stdexcept>

#include "audit/feasibility_rows.h"

namespace gouji::audit {
namespace {

// Beyond these a component is reported as not checked. The solver's cost grows faster than the component, the number of components does not.
constexpr std::size_t most_figures = 1200, most_rows = 2500, most_relations_of_a_conflict = 60;
constexpr std::size_t most_rows_of_a_document = 20000;  // that are given to the solver
constexpr std::size_t most_terms = 400;                 // of one row
constexpr double nothing = 1e-6;                        // of a rounding: what doubles may err
constexpr double cut_off = 0;                           // where a number that was cut off begins

bool takes_part(const Judged& j, const Check& c, const Extraction& extraction) {
  const bool held = c.verdict == Verdict::exact || c.verdict == Verdict::rounding || c.verdict == Verdict::unlikely;
  if (!held || j.draft.certainty != Certainty::stated || j.draft.operands.size() > most_terms) return false;
  return std::all_of(j.draft.operands.begin(), j.draft.operands.end(), [&](const CheckOperand& o) {
    const Figure& f = extraction.figures[o.figure];
    return f.comparator == Comparator::equal && f.fraction.empty();
  });
}

// Sets of figures that are joined by relations.
class Sets {
 public:
  explicit Sets(std::size_t size) : parent_(size) { std::iota(parent_.begin(), parent_.end(), 0U); }
  std::uint32_t of(std::uint32_t i) {
    while (parent_[i] != i) i = parent_[i] = parent_[parent_[i]];
    return i;
  }
  void join(std::uint32_t a, std::uint32_t b) { parent_[std::max(of(a), of(b))] = std::min(of(a), of(b)); }

 private:
  std::vector<std::uint32_t> parent_;
};

struct Component {
  std::vector<LinearRow> rows;  // over 0 … figures − 1
  std::uint32_t figures = 0;
  std::size_t terms = 0;
};

bool holds_as_printed(const Component& c) {
  return std::all_of(c.rows.begin(), c.rows.end(), [](const LinearRow& r) { return r.low <= nothing && r.high >= -nothing; });
}

// Rows and figures that make no circle: narrowing bounds decides them wholly.
bool has_no_circle(const Component& c) {
  Sets sets(c.figures + c.rows.size());
  for (std::uint32_t r = 0; r < c.rows.size(); ++r) {
    for (const auto& term : c.rows[r].terms) {
      if (sets.of(term.first) == sets.of(c.figures + r)) return false;
      sets.join(term.first, c.figures + r);
    }
  }
  return true;
}

struct Bounds {
  double low = -0.5, high = 0.5;
};

// Narrows what each row leaves to its figures. `false`: some row can no longer hold.
bool narrow(const LinearRow& row, std::vector<Bounds>& bounds, bool& changed) {
  double low = 0;
  double high = 0;
  for (const auto& [figure, a] : row.terms) {
    low += std::min(a * bounds[figure].low, a * bounds[figure].high);
    high += std::max(a * bounds[figure].low, a * bounds[figure].high);
  }
  if (low > row.high + nothing || high < row.low - nothing) return false;
  for (const auto& [figure, a] : row.terms) {
    Bounds& b = bounds[figure];
    const double own_low = std::min(a * b.low, a * b.high);
    const double own_high = std::max(a * b.low, a * b.high);
    double from = (row.low - (high - own_high)) / a;
    double to = (row.high - (low - own_low)) / a;
    if (a < 0) std::swap(from, to);
    constexpr double worth_it = 1e-4;
    if (from > b.low + worth_it) changed = true, b.low = std::min(from, b.high);
    if (to < b.high - worth_it) changed = true, b.high = std::max(to, b.low);
  }
  return true;
}

enum class Narrowed : std::uint8_t { undecided, holds, conflict };

// Within the bounds, one number for each figure with which all rows hold, where moving it row by row to the nearest place that the row
// allows comes upon one (Kaczmarz). Most components have room, and this is a hundredth of a linear program. `false`: not found.
bool finds_solution(const Component& c, const std::vector<Bounds>& bounds) {
  constexpr int most_rounds = 40;
  std::vector<double> at(bounds.size());
  for (std::size_t i = 0; i < at.size(); ++i) at[i] = (bounds[i].low + bounds[i].high) / 2;
  for (int round = 0; round < most_rounds; ++round) {
    bool holds = true;
    for (const LinearRow& row : c.rows) {
      double sum = 0;
      double square = 0;
      for (const auto& [figure, a] : row.terms) {
        sum += a * at[figure];
        square += a * a;
      }
      const double off = sum < row.low ? row.low - sum : sum > row.high ? row.high - sum : 0;
      if (std::fabs(off) <= nothing / 10) continue;
      holds = false;
      for (const auto& [figure, a] : row.terms) at[figure] = std::clamp(at[figure] + a * off / square, bounds[figure].low, bounds[figure].high);
    }
    if (holds) return true;
  }
  return false;
}

Narrowed narrow(const Component& c) {
  constexpr int most_rounds = 20;
  std::vector<Bounds> bounds(c.figures);
  bool changed = true;
  int round = 0;
  for (; changed && round < most_rounds; ++round) {
    changed = false;
    for (const LinearRow& row : c.rows)
      if (!narrow(row, bounds, changed)) return Narrowed::conflict;
  }
  return (!changed && has_no_circle(c)) || finds_solution(c, bounds) ? Narrowed::holds : Narrowed::undecided;
}

std::vector<LinearRow> only(const Component& c, const std::vector<std::uint32_t>& relations) {
  std::vector<LinearRow> out;
  for (const LinearRow& row : c.rows)
    if (std::binary_search(relations.begin(), relations.end(), row.relation)) out.push_back(row);
  return out;
}

// A relation without which the others still clash is none of the conflict's (deletion filter).
std::vector<std::uint32_t> smallest(const Component& c, std::vector<std::uint32_t> relations) {
  if (relations.size() > most_relations_of_a_conflict) return relations;
  for (std::size_t i = relations.size(); i-- > 0;) {
    std::vector<std::uint32_t> fewer = relations;
    fewer.erase(fewer.begin() + static_cast<std::ptrdiff_t>(i));
    const Slack slack = least_widening(c.figures, only(c, fewer));
    if (slack.solved && slack.widening > nothing) relations = std::move(fewer);
  }
  return relations;
}

// A sum or an equality that the printed values meet to the last digit: it can clash with nothing but rows that they do not meet, and its own
// rows are made only where such a one shares figures with it. Most relations of most tables are so.
bool is_settled(const Draft& draft, const Extraction& extraction) try {
  const auto value = [&](const CheckOperand& o) -> const Decimal& { return extraction.figures[o.figure].value; };
  const auto& operands = draft.operands;
  if (draft.form == Form::equal) {
    return has_rounding(extraction.figures[operands.front().figure]) &&
           std::all_of(operands.begin(), operands.end(), [&](const CheckOperand& o) { return value(o) == value(operands.front()); });
  }
  if (draft.form != Form::sum) return false;
  Decimal rest = value(operands.front());
  for (std::size_t i = 1; i < operands.size(); ++i) rest = operands[i].sign < 0 ? rest + value(operands[i]) : rest - value(operands[i]);
  return rest.is_zero();
} catch (const std::overflow_error&) {  // numbers that no report prints
  return false;
}

class Joint {
 public:
  Joint(const Context& context, const std::vector<Judged>& judged, const std::vector<Check>& checks)
      : extraction_(context.extraction), judged_(judged), sets_(context.extraction.figures.size()) {
    for (std::uint32_t i = 0; i < checks.size(); ++i) {
      if (!takes_part(judged[i], checks[i], extraction_)) continue;
      if (is_settled(judged[i].draft, extraction_))
        join_settled(i);
      else if (auto rows = rows_of(extraction_, judged[i], i))
        join_rows(i, std::move(*rows));
    }
  }

  JointResult run() {
    std::vector<bool> open(extraction_.figures.size());  // by a component's first figure: the printed values may not meet all of it
    for (const LinearRow& row : rows_) open[sets_.of(row.terms.front().first)] = true;
    std::map<std::uint32_t, Component> components;  // by their first figure: in reading order
    std::vector<std::uint32_t> unknown(extraction_.figures.size(), no_id);
    for (const Taken& taken : taken_) {
      if (!taken.settled)
        for (std::size_t r = taken.first; r < taken.last; ++r) add(std::move(rows_[r]), components, unknown);
      else if (!open[sets_.of(taken.figure)])
        count(judged_[taken.check].draft, unknown);
      else if (auto rows = rows_of(extraction_, judged_[taken.check], taken.check))
        for (LinearRow& row : *rows)
          if (!row.terms.empty()) add(std::move(row), components, unknown);
    }
    for (const auto& [first, component] : components) decide(component);
    return std::move(out_);
  }

 private:
  // A relation that takes part, and its rows where it is not settled.
  struct Taken {
    std::uint32_t check = 0;
    bool settled = false;
    FigureId figure = no_id;          // settled: one of its unknowns
    std::size_t first = 0, last = 0;  // not settled: of rows_
  };

  void join_settled(std::uint32_t check) {
    ++out_.relations;
    Taken taken{check, true, no_id, 0, 0};
    for (const CheckOperand& o : judged_[check].draft.operands) {
      if (!has_rounding(extraction_.figures[o.figure])) continue;
      if (taken.figure == no_id) taken.figure = o.figure;
      sets_.join(taken.figure, o.figure);
    }
    if (taken.figure != no_id) taken_.push_back(taken);
  }

  void join_rows(std::uint32_t check, std::vector<LinearRow> rows) {
    ++out_.relations;
    Taken taken{check, false, no_id, rows_.size(), 0};
    for (LinearRow& row : rows) {
      for (const auto& term : row.terms) sets_.join(row.terms.front().first, term.first);
      if (!row.terms.empty()) rows_.push_back(std::move(row));
    }
    taken.last = rows_.size();
    taken_.push_back(taken);
  }

  // The figures of a relation in a component that needs no look.
  void count(const Draft& draft, std::vector<std::uint32_t>& unknown) {
    for (const CheckOperand& o : draft.operands) {
      if (!has_rounding(extraction_.figures[o.figure]) || unknown[o.figure] != no_id) continue;
      unknown[o.figure] = 0;
      ++out_.figures;
    }
  }

  void add(LinearRow row, std::map<std::uint32_t, Component>& components, std::vector<std::uint32_t>& unknown) {
    Component& c = components[sets_.of(row.terms.front().first)];
    for (auto& term : row.terms) {
      if (unknown[term.first] == no_id) unknown[term.first] = c.figures++;
      term.first = unknown[term.first];
    }
    c.rows.push_back(std::move(row));
  }

  void decide(const Component& c) {
    out_.figures += c.figures;
    if (c.rows.size() < 2 || holds_as_printed(c)) return;
    const Narrowed narrowed = narrow(c);
    if (narrowed == Narrowed::holds) return;
    if (c.figures > most_figures || c.rows.size() > most_rows || solved_ + c.rows.size() > most_rows_of_a_document) {
      out_.figures_unchecked += c.figures;
      return;
    }
    solved_ += c.rows.size();
    const Slack slack = least_widening(c.figures, c.rows);
    if (!slack.solved) out_.figures_unchecked += c.figures;
    if (!slack.solved || slack.widening <= nothing || slack.relations.empty()) return;
    Conflict conflict{smallest(c, slack.relations), false};
    if (conflict.checks.size() < 2) return;  // it holds by itself: doubles and decimals differ by a hair
    const Slack instead = least_widening(c.figures, only(c, conflict.checks), cut_off);
    conflict.beyond_truncation = instead.solved && instead.widening > nothing;
    out_.conflicts.push_back(std::move(conflict));
  }

  const Extraction& extraction_;
  const std::vector<Judged>& judged_;
  Sets sets_;
  std::vector<Taken> taken_;
  std::vector<LinearRow> rows_;  // of relations that are not settled
  JointResult out_;
  std::size_t solved_ = 0;
};

}  // namespace

JointResult check_jointly(const Context& context, const std::vector<Judged>& judged, const std::vector<Check>& checks) {
  return Joint(context, judged, checks).run();
}

}  // namespace gouji::audit
