// Columns of rates: 完成预算% against the columns of what was planned and what was done, 增长% and 增减额 against this year's and last year's.
//
// Which columns a rate was computed from is said by their periods and bases. Where several would do (年初预算数, 调整预算数), the pair that holds in
// most rows is taken, and one that holds nowhere is none: arithmetic chooses between readings that the header allows.
#include "audit/rules/table_rates.h"

#include <algorithm>
#include <string_view>

#include "audit/rules/table_sums.h"

namespace gouji::audit {
namespace {

constexpr std::size_t most_levels = 8;  // columns that a rate is tried against: a table of thousands of columns stays cheap

enum class RateKind : std::uint8_t { none, completion, growth, difference };

struct Pair {
  std::uint32_t first = 0, second = 0;  // done and planned; present and former
};

class RateColumns {
 public:
  RateColumns(const Context& context, const Panel& panel) : context_(context), panel_(panel) {
    for (std::uint32_t c = 0; c < panel.columns.size(); ++c) {
      if (panel.columns[c].role != ColumnRole::value) continue;
      const FigureId id = first_figure(c);
      if (id == no_id) continue;
      const Figure& f = context_.index.figure(id);
      if (is_level(f) && can_be_total(f)) levels_.push_back({c, id});
      if (const RateKind kind = kind_of(f, panel.columns[c].label); kind != RateKind::none) rates_.push_back({c, id, kind});
    }
  }

  void run(Drafts& drafts) const {
    for (const Column& rate : rates_) {
      SumReading best;
      for (const Pair& pair : pairs(rate)) {
        SumReading reading;
        for (std::size_t row = 0; row < panel_.rows.size(); ++row) add(rate, pair, row, reading);
        if (reading.held() > best.held() && reading.held() > reading.failed()) best = std::move(reading);
      }
      best.finish(drafts, false);
    }
  }

 private:
  struct Column {
    std::uint32_t column = 0;
    FigureId like = no_id;  // the first figure in it: what it says of period and basis holds for the column
    RateKind kind = RateKind::none;
  };

  FigureId at(std::size_t row, std::uint32_t column) const {
    const FigureId id = panel_.at(row, column);
    return id < context_.extraction.figures.size() ? id : no_id;
  }

  FigureId first_figure(std::uint32_t column) const {
    for (std::size_t row = 0; row < panel_.rows.size(); ++row)
      if (const FigureId id = at(row, column); id != no_id) return id;
    return no_id;
  }

  static RateKind kind_of(const Figure& f, std::string_view label) {
    for (const std::string_view word : {"可比", "同口径", "不变价"})
      if (label.find(word) != std::string_view::npos) return RateKind::none;
    if (f.kind == Kind::ratio && f.aspect == Aspect::completion) return RateKind::completion;
    if (f.aspect == Aspect::change_rate && f.kind == Kind::ratio && f.unit.value != "pp") return RateKind::growth;
    if (f.aspect == Aspect::change && can_be_total(f)) return RateKind::difference;
    return RateKind::none;
  }

  static bool planned(const Figure& f) {
    const BasisClass basis = basis_class(f.basis.value);
    return basis == BasisClass::planned || basis == BasisClass::adjusted;
  }

  // The levels beside the rate, the nearest first.
  std::vector<Column> near(const Column& rate) const {
    std::vector<Column> out = levels_;
    const auto far = [&](const Column& c) { return c.column > rate.column ? c.column - rate.column : rate.column - c.column; };
    const std::size_t kept = std::min(most_levels, out.size());
    std::partial_sort(out.begin(), out.begin() + static_cast<std::ptrdiff_t>(kept), out.end(),
                      [&](const Column& a, const Column& b) { return far(a) != far(b) ? far(a) < far(b) : a.column < b.column; });
    out.resize(kept);
    return out;
  }

  std::vector<Pair> pairs(const Column& rate) const {
    std::vector<Pair> out;
    const std::vector<Column> columns = near(rate);
    for (const Column& first : columns)
      for (const Column& second : columns)
        if (first.column != second.column && goes_with(rate, context_.index.figure(first.like), context_.index.figure(second.like)))
          out.push_back({first.column, second.column});
    return out;
  }

  // 比上年预算增长%, 较年初预算增减: what stands behind the 比 is a budget; 预算数比上年增长% is a budget against last year.
  static bool is_against_budget(std::string_view label) {
    std::size_t at = std::string_view::npos;
    for (const std::string_view word : {"比", "较", "与"})
      if (const std::size_t found = label.find(word); found != std::string_view::npos) at = std::min(at, found);
    return label.substr(at == std::string_view::npos ? 0 : at).find("预算") != std::string_view::npos;
  }

  bool goes_with(const Column& rate, const Figure& first, const Figure& second) const {
    if (!same_measure(first, second)) return false;
    if (rate.kind == RateKind::completion)
      return basis_class(first.basis.value) == BasisClass::actual && planned(second) && same_period(first, second);
    const Period& now = first.period.value;
    const Period& then = second.period.value;
    const bool former = now.is_year() && then.is_year() ? then.year + 1 == now.year : second.basis.value == Basis::prior_final;
    const bool against_budget = is_against_budget(panel_.columns[rate.column].label);
    return against_budget ? (former && planned(second)) || (then == now && planned(second) && !planned(first)) : former;
  }

  void add(const Column& rate, const Pair& pair, std::size_t row, SumReading& reading) const {
    const FigureId id = at(row, rate.column);
    const FigureId first = at(row, pair.first);
    const FigureId second = at(row, pair.second);
    if (id == no_id || first == no_id || second == no_id) return;
    const Figure& f = context_.index.figure(id);
    if (f.comparator != Comparator::equal || f.role != Role::measure || context_.index.figure(second).value.sign() <= 0) return;
    const bool up = f.direction != Direction::decrease;
    const auto sign = static_cast<std::int8_t>(up ? 1 : -1);
    if (rate.kind == RateKind::completion) {
      reading.add(context_, make_draft(Rule::completion, Form::quotient,
                                       {{id, OperandRole::left, 1}, {first, OperandRole::numerator, 1}, {second, OperandRole::denominator, 1}}));
    } else if (rate.kind == RateKind::growth) {
      reading.add(context_, make_draft(Rule::change, Form::growth,
                                       {{id, OperandRole::left, 1}, {first, OperandRole::after, sign}, {second, OperandRole::before, 1}}));
    } else {
      reading.add(context_, make_draft(Rule::difference, Form::sum,
                                       {{id, OperandRole::left, 1},
                                        {first, up ? OperandRole::minuend : OperandRole::subtrahend, sign},
                                        {second, up ? OperandRole::subtrahend : OperandRole::minuend, static_cast<std::int8_t>(-sign)}}));
    }
  }

  const Context& context_;
  const Panel& panel_;
  std::vector<Column> levels_, rates_;
};

}  // namespace

void table_rate_rule(const Context& context, Drafts& drafts) {
  for (const Panel& panel : context.extraction.panels)
    if (panel.cells.size() == panel.rows.size() * panel.columns.size()) RateColumns(context, panel).run(drafts);
}

}  // namespace gouji::audit
