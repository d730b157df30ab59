#include "audit/exchanged.h"

#include <algorithm>
#include <array>
#include <stdexcept>
#include <unordered_map>

#include "audit/precision.h"
#include "audit/rules/rules.h"
#include "audit/what_if.h"

namespace gouji::audit {
namespace {

class Exchanges {
 public:
  Exchanges(const Context& context, const std::vector<const Judged*>& sums) : context_(context), sums_(sums) {
    for (std::size_t i = 0; i < sums.size(); ++i)
      if (sums[i]->draft.operands.size() <= most_operands)
        for (const CheckOperand& o : sums[i]->draft.operands) of_figure_[o.figure].push_back(i);
  }

  std::vector<std::size_t> run() const {
    std::vector<std::size_t> out;
    for (std::size_t i = 0; i < sums_.size(); ++i) {
      if (sums_[i]->draft.operands.size() > most_operands) continue;
      for (const CheckOperand& o : sums_[i]->draft.operands)
        for (const FigureId next : neighbours(o.figure))
          if (const std::size_t other = mended_with(i, o.figure, next); other != SIZE_MAX) out.insert(out.end(), {i, other});
    }
    std::sort(out.begin(), out.end());
    out.erase(std::unique(out.begin(), out.end()), out.end());
    return out;
  }

 private:
  static constexpr std::size_t most_operands = 64, most_of_a_figure = 8;

  const Figure& figure(FigureId id) const { return context_.index.figure(id); }

  // The cells to the right and below.
  std::array<FigureId, 2> neighbours(FigureId id) const {
    const PanelPlace place = context_.panels.place(id);
    if (!place.known()) return {no_id, no_id};
    const Panel& panel = context_.panels.panel(place);
    return {place.column + 1 < panel.columns.size() ? panel.at(place.row, place.column + 1) : no_id,
            place.row + 1 < panel.rows.size() ? panel.at(place.row + 1, place.column) : no_id};
  }

  // Long enough to be no chance; one of the two may be 0: what stands in the wrong column.
  static bool tells(const Figure& f) {
    constexpr Decimal::Coefficient telling = 100;  // three digits
    return f.value.abs().coefficient() >= telling;
  }
  bool tell(FigureId a, FigureId b) const {
    const Figure &x = figure(a), &y = figure(b);
    if (!(tells(x) || x.value.is_zero()) || !(tells(y) || y.value.is_zero())) return false;
    return std::max(printed_width(x), printed_width(y)) * Decimal(10) <= (x.value - y.value).abs();
  }

  bool stands_in(std::size_t sum, FigureId id) const {
    const auto& operands = sums_[sum]->draft.operands;
    return std::any_of(operands.begin(), operands.end(), [&](const CheckOperand& o) { return o.figure == id; });
  }

  // The sum of `next` that holds, as sum i does, once a and `next` have changed places; SIZE_MAX: none.
  std::size_t mended_with(std::size_t i, FigureId a, FigureId next) const try {
    if (next >= context_.extraction.figures.size()) return SIZE_MAX;
    const auto found = of_figure_.find(next);
    const Decimal &x = figure(a).value, &y = figure(next).value;
    if (found == of_figure_.end() || found->second.size() > most_of_a_figure || !tell(a, next)) return SIZE_MAX;
    if (stands_in(i, next) || !holds_with(context_.extraction, *sums_[i], a, y)) return SIZE_MAX;
    for (const std::size_t other : found->second)
      if (other != i && !stands_in(other, a) && holds_with(context_.extraction, *sums_[other], next, x)) return other;
    return SIZE_MAX;
  } catch (const std::overflow_error&) {  // numbers that no report prints
    return SIZE_MAX;
  }

  const Context& context_;
  const std::vector<const Judged*>& sums_;
  std::unordered_map<FigureId, std::vector<std::size_t>> of_figure_;
};

}  // namespace

std::vector<std::size_t> mended_by_exchange(const Context& context, const std::vector<const Judged*>& sums) {
  return sums.size() < 2 ? std::vector<std::size_t>{} : Exchanges(context, sums).run();
}

}  // namespace gouji::audit
