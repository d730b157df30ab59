// "收入a。支出b。当年收支结余c": what a year's income leaves after its spending, in the paragraph that states all three.
#include <array>
#include <string_view>

#include "audit/naming.h"
#include "audit/rules/operands.h"
#include "model/words.h"

namespace gouji::audit {
namespace {

constexpr FigureId window = 40;

// 当年结余, 本年收支结余, 年度收支结余, 收支差额; not 年末滚存结余, nor 上年结余.
bool is_surplus(std::string_view name) {
  if (!ends_with_any(name, words<"结余 收支差额 结余额">)) return false;
  return !contains_any(name, words<"滚存 累计 上年 年末 年终 结转 历年">) && contains_any(name, words<"当年 本年 年度 当期 本期 收支">);
}

// The nearest figure of one side before the surplus, and the nearest that is called its total (收入总量, 支出合计).
struct SideFigures {
  FigureId level = no_id, total = no_id;
};

bool of_side(std::string_view name, bool income) { return income ? ends_with_any(name, words<"收入">) : ends_with_any(name, words<"支出 安排支出">); }

bool total_of_side(std::string_view name, bool income) {
  return income ? ends_with_any(name, words<"收入总计 收入合计 收入总量 总收入">) : ends_with_any(name, words<"支出总计 支出合计 支出总量 总支出">);
}

// The term of a balance (加上…收入) is no income of its own.
bool stands_alone(const Context& context, FigureId id) {
  const std::string_view clause = context.document.view(context.index.figure(id).clause);
  return !contains_any(clause, words<"加上 减去 扣除 其中">) && context.index.breakdown_with_part(id) == nullptr;
}

bool goes_with(const Figure& f, const Figure& surplus) {
  return is_level(f) && same_measure(f, surplus) && same_period(f, surplus) && same_scope(f, surplus) && same_fund(f, surplus);
}

std::array<SideFigures, 2> sides_before(const Context& context, FigureId surplus) {
  std::array<SideFigures, 2> out;  // income, spending
  const Figure& s = context.index.figure(surplus);
  for (FigureId step = 1; step <= window && step <= surplus; ++step) {
    const FigureId id = surplus - step;
    const Figure& f = context.index.figure(id);
    if (f.block != s.block) break;
    const std::string_view name = leaf(f.indicator);
    // What stands before another surplus belongs to that one.
    if (f.aspect == Aspect::level && is_surplus(name)) break;
    if (!context.index.usable(id) || !goes_with(f, s) || !stands_alone(context, id)) continue;
    for (const bool income : {true, false}) {
      SideFigures& side = out[income ? 0 : 1];
      if (total_of_side(name, income)) {
        if (side.total == no_id && side.level == no_id) side.total = id;
      } else if (of_side(name, income) && side.level == no_id) {
        side.level = id;
      }
    }
  }
  return out;
}

Draft difference(FigureId surplus, FigureId income, FigureId spending) {
  return make_draft(Rule::balance, Form::sum,
                    {{surplus, OperandRole::total, 1}, {income, OperandRole::minuend, 1}, {spending, OperandRole::subtrahend, -1}});
}

}  // namespace

void surplus_rule(const Context& context, Drafts& drafts) {
  for (FigureId id = 0; id < context.extraction.figures.size(); ++id) {
    const Figure& f = context.index.figure(id);
    if (!context.index.usable(id) || f.kind != Kind::amount || !is_level(f) || f.table != no_id || !is_surplus(leaf(f.indicator))) continue;
    const auto [income, spending] = sides_before(context, id);
    std::vector<Draft> readings;
    for (const FigureId in : {income.level, income.total})
      for (const FigureId out : {spending.level, spending.total})
        if (in != no_id && out != no_id) readings.push_back(difference(id, in, out));
    if (readings.empty()) continue;
    // Whether what was moved between funds counts is left open where totals stand beside: the reading that holds is meant.
    Draft chosen = readings.front();
    chosen.certainty = readings.size() == 1 ? Certainty::stated : Certainty::likely;
    for (const Draft& reading : readings) {
      if (!draft_holds(context, reading)) continue;
      chosen = reading;
      chosen.certainty = Certainty::stated;
      break;
    }
    drafts.push_back(std::move(chosen));
  }
}

}  // namespace gouji::audit
