#include "output/figure_states.h"

#include <algorithm>

#include "output/tally.h"

namespace gouji::output {
namespace {

class Marker {
 public:
  explicit Marker(std::size_t figures) : marks_(figures) {}

  void add(const Check& check) {
    const bool holds = check.verdict == Verdict::exact || check.verdict == Verdict::rounding;
    for (const CheckOperand& operand : check.operands) {
      raise(operand.figure, holds ? FigureState::ties_out : FigureState::operand);
      if (check.verdict == Verdict::exact && operand.figure < marks_.size()) marks_[operand.figure].exact = true;
    }
    const bool asks = check.verdict == Verdict::query || check.verdict == Verdict::unlikely || check.verdict == Verdict::explained;
    if (asks) raise(check.stated, FigureState::asked);
    if (!is_finding(check)) return;
    if (check.blamed) raise(check.blamed->figure, FigureState::blamed);
    raise(check.stated, FigureState::stated);
  }
  std::vector<FigureMark> take() { return std::move(marks_); }

 private:
  void raise(FigureId figure, FigureState state) {
    if (figure < marks_.size()) marks_[figure].state = std::max(marks_[figure].state, state);
  }
  std::vector<FigureMark> marks_;
};

}  // namespace

std::vector<FigureMark> figure_marks(const Report& report) {
  Marker marker(report.extraction.figures.size());
  for (const Check& check : report.checks) marker.add(check);
  return marker.take();
}

}  // namespace gouji::output
