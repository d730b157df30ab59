#include "audit/corroborate.h"

#include <algorithm>
#include <stdexcept>
#include <unordered_map>

#include "audit/naming.h"
#include "audit/precision.h"
#include "audit/rules/rules.h"
#include "audit/what_if.h"

namespace gouji::audit {
namespace {

// A figure, and the one elsewhere that it should agree with and does not.
struct Tie {
  std::size_t doubt = 0;
  FigureId here = no_id, there = no_id;
};

class Doubts {
 public:
  Doubts(const Context& context, const std::vector<Judged>& doubts, const std::vector<Judged>& lists) : context_(context) {
    for (std::size_t i = 0; i < doubts.size(); ++i) {
      if (doubts[i].draft.form == Form::equal)
        add_tie(i, doubts[i].draft);
      else if (doubts[i].draft.form == Form::sum || doubts[i].draft.form == Form::at_most)
        add_sum(doubts[i]);
    }
    if (ties_.empty()) return;
    for (const Judged& list : lists) add_sum(list);
  }

  std::vector<std::size_t> run() const {
    std::vector<std::size_t> out;
    for (const Tie& tie : ties_)
      if (is_exchanged(tie) || mends_a_sum(tie)) out.push_back(tie.doubt);
    std::sort(out.begin(), out.end());
    out.erase(std::unique(out.begin(), out.end()), out.end());
    return out;
  }

 private:
  static constexpr std::size_t most_operands = 64, most_of_a_figure = 16;  // hostile input: what-ifs stay cheap

  const Figure& figure(FigureId id) const { return context_.index.figure(id); }

  bool same(FigureId a, FigureId b) const {
    const Figure &x = figure(a), &y = figure(b);
    return x.value == y.value || same_when_rounded(x.value, printed_width(x), y.value, printed_width(y));
  }

  void add_tie(std::size_t doubt, const Draft& draft) {
    const FigureId odd = draft.operands.front().figure;
    const auto other = std::find_if(draft.operands.begin() + 1, draft.operands.end(), [&](const CheckOperand& o) { return !same(o.figure, odd); });
    if (other == draft.operands.end() || !same_measure(figure(odd), figure(other->figure))) return;
    for (const Tie& tie : {Tie{doubt, odd, other->figure}, Tie{doubt, other->figure, odd}}) {
      of_figure_[tie.here].push_back(ties_.size());
      ties_.push_back(tie);
    }
  }

  void add_sum(const Judged& sum) {
    if (sum.draft.operands.size() > most_operands || sum.draft.why != Why::none) return;
    for (const CheckOperand& o : sum.draft.operands) sums_[o.figure].push_back(&sum);
  }

  static int significant_digits(const Decimal& value) {
    int digits = 0;
    for (Decimal::Coefficient c = value.normalized().abs().coefficient(); c != 0; c /= 10) ++digits;
    return digits;
  }

  // The next figures of the sentence, the cells to the right and below: what may have been exchanged with it.
  std::vector<FigureId> neighbours(FigureId id) const {
    std::vector<FigureId> out;
    const PanelPlace place = context_.panels.place(id);
    const auto& figures = context_.extraction.figures;
    if (!place.known()) {
      for (FigureId next = id + 1; next <= id + 2 && next < figures.size(); ++next)
        if (figures[next].sentence == figures[id].sentence && figures[next].table == figures[id].table) out.push_back(next);
      return out;
    }
    const Panel& panel = context_.panels.panel(place);
    if (place.column + 1 < panel.columns.size()) out.push_back(panel.at(place.row, place.column + 1));
    if (place.row + 1 < panel.rows.size()) out.push_back(panel.at(place.row + 1, place.column));
    return out;
  }

  // Each of two figures side by side stands elsewhere with the value of the other.
  bool is_exchanged(const Tie& tie) const {
    constexpr int telling = 2;
    const auto crosses = [&](FigureId a, const Tie& of_a, FigureId b) {
      const auto found = of_figure_.find(b);
      if (found == of_figure_.end() || found->second.size() > most_of_a_figure || !same(of_a.there, b)) return false;
      return significant_digits(figure(a).value) >= telling && std::any_of(found->second.begin(), found->second.end(), [&](std::size_t t) {
               return ties_[t].doubt != of_a.doubt && same(ties_[t].there, a);
             });
    };
    for (const FigureId next : neighbours(tie.here))
      if (next < context_.extraction.figures.size() && crosses(tie.here, tie, next)) return true;
    return precedes_an_exchange(tie, crosses);
  }

  // The same from the second of the two.
  template <class Crosses>
  bool precedes_an_exchange(const Tie& tie, const Crosses& crosses) const {
    const auto& figures = context_.extraction.figures;
    std::vector<FigureId> before;
    const PanelPlace place = context_.panels.place(tie.here);
    if (!place.known()) {
      for (FigureId step = 1; step <= 2 && step <= tie.here; ++step) before.push_back(tie.here - step);
    } else {
      const Panel& panel = context_.panels.panel(place);
      if (place.column > 0) before.push_back(panel.at(place.row, place.column - 1));
      if (place.row > 0) before.push_back(panel.at(place.row - 1, place.column));
    }
    return std::any_of(before.begin(), before.end(), [&](FigureId id) {
      if (id >= figures.size()) return false;
      const std::vector<FigureId> next = neighbours(id);
      return std::find(next.begin(), next.end(), tie.here) != next.end() && crosses(tie.here, tie, id);
    });
  }

  bool mends_a_sum(const Tie& tie) const try {
    constexpr int telling = 4;
    const auto found = sums_.find(tie.here);
    if (found == sums_.end() || found->second.size() > most_of_a_figure) return false;
    const Decimal& value = figure(tie.there).value;
    if (significant_digits(value) < telling || significant_digits(figure(tie.here).value) < telling) return false;
    return std::any_of(found->second.begin(), found->second.end(), [&](const Judged* doubt) {
      const auto& operands = doubt->draft.operands;
      if (std::any_of(operands.begin(), operands.end(), [&](const CheckOperand& o) { return o.figure == tie.there; })) return false;
      Judged whole = *doubt;
      whole.draft.form = Form::sum;
      const auto holds = [&](const Decimal& with) { return holds_with(context_.extraction, whole, tie.here, with); };
      return holds(value) && !holds(figure(tie.here).value);
    });
  } catch (const std::overflow_error&) {  // numbers that no report prints
    return false;
  }

  const Context& context_;
  std::vector<Tie> ties_;
  std::unordered_map<FigureId, std::vector<std::size_t>> of_figure_;  // ties by `here`
  std::unordered_map<FigureId, std::vector<const Judged*>> sums_;     // that may be sums of all
};

}  // namespace

std::vector<std::size_t> corroborated(const Context& context, const std::vector<Judged>& doubts, const std::vector<Judged>& lists) {
  return Doubts(context, doubts, lists).run();
}

}  // namespace gouji::audit
