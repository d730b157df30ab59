// Every check: the stated figure and what the other operands give, as formulas over the figures' sheet, and the check's record.
#include <cstdlib>

#include "output/printed_scale.h"
#include "output/record_rows.h"
#include "output/tick_marks.h"
#include "output/xlsx/live_formula.h"
#include "output/xlsx/sheets.h"

namespace gouji::output::xlsx {
namespace {

constexpr std::uint32_t first_row = 1;

double number(const std::string& decimal) { return std::strtod(decimal.c_str(), nullptr); }

class TieOut {
 public:
  TieOut(const Paper& paper, Sheet& sheet) : paper_(paper), view_(paper.view), sheet_(sheet) {}

  void write(std::size_t index) {
    const Check& check = view_.report.checks[index];
    const std::uint32_t row = tie_out_row(index);
    const Tone tone = tone_of(check.verdict);
    sheet_.number(row, 0, static_cast<double>(index) + 1);
    sheet_.text(row, 1, tick_mark(check.verdict), {.tone = tone, .center = true});
    sheet_.text(row, 2, word(check.verdict, view_.language), {.tone = tone});
    sheet_.text(row, 3, word(check.rule, view_.language));
    const bool stated = view_.has(check.stated);
    sheet_.text(row, 4, stated ? std::string_view(view_.figure(check.stated).indicator) : std::string_view());
    place(row, check);
    for (const std::uint32_t column : {tie_column::stated, tie_column::recomputed, tie_column::difference}) sheet_.text(row, column, "");
    if (stated) arithmetic(row, check, tone);
    sheet_.text(row, 10, check.computed);
    sheet_.text(row, 11, check.formula.empty() ? check.why : check.formula, {.wrap = true});
    sheet_.text(row, 12, check.message, {.wrap = true});
    cause(row, check);
    record(row, check);
  }

 private:
  void place(std::uint32_t row, const Check& check) {
    const FigureId id = view_.has(check.stated) || check.operands.empty() ? check.stated : check.operands.front().figure;
    if (!view_.has(id)) return sheet_.text(row, 5, "");
    sheet_.link(row, 5, figure_cell(paper_, id, figure_column::printed), place_words(view_, id));
  }

  // Stated and computed anew, in the unit in which the figure is printed.
  void arithmetic(std::uint32_t row, const Check& check, Tone tone) {
    const Document& document = view_.report.document;
    const Figure& figure = view_.figure(check.stated);
    const int power = printed_power(document, figure).value_or(0);
    const int decimals = printed_decimals(paper_, check.stated);
    const double stated = number(figure.value.shifted(-power).str());
    sheet_.formula(row, tie_column::stated, figure_cell(paper_, check.stated, figure_column::number), stated, {.tone = tone, .decimals = decimals});
    sheet_.text(row, 9, without_line_breaks(document.view(figure.unit_text)));
    const auto live = live_formula(view_.report, check, [&](FigureId id) { return figure_cell(paper_, id, figure_column::canonical); });
    if (!live) return;
    const double computed = live->value / number(Decimal(1).shifted(power).str());
    sheet_.formula(row, tie_column::recomputed, "(" + live->expression + ")/" + figure_cell(paper_, check.stated, figure_column::factor), computed,
                   {.decimals = std::min(decimals + 2, 8)});
    const std::string difference = "ROUND(" + cell_name(row, tie_column::stated) + "-" + cell_name(row, tie_column::recomputed) + ",8)";
    sheet_.formula(row, tie_column::difference, difference, stated - computed, {.tone = tone, .decimals = std::min(decimals + 2, 8)});
  }

  void cause(std::uint32_t row, const Check& check) {
    if (check.caused_by >= view_.report.checks.size()) return sheet_.text(row, 13, "");
    sheet_.link(row, 13, "'" + paper_.names.tie_out + "'!" + cell_name(tie_out_row(check.caused_by), 0), std::to_string(check.caused_by + 1));
  }

  void record(std::uint32_t row, const Check& check) {
    const Row cells = check_row(view_.report, view_.printed, check);
    for (std::size_t i = 0; i < cells.size(); ++i) sheet_.text(row, static_cast<std::uint32_t>(tie_column::records + i), cells[i]);
  }

  const Paper& paper_;
  const ReportView& view_;
  Sheet& sheet_;
};

}  // namespace

std::uint32_t tie_out_row(std::size_t check) { return first_row + static_cast<std::uint32_t>(check); }

Tone tone_of(Verdict verdict) {
  switch (verdict) {
    case Verdict::exact:
      return Tone::good;
    case Verdict::rounding:
      return Tone::near;
    case Verdict::inconsistent:
    case Verdict::suspect_unit:
      return Tone::bad;
    case Verdict::unlikely:
    case Verdict::query:
    case Verdict::explained:
      return Tone::ask;
    case Verdict::not_checkable:
      break;
  }
  return Tone::faint;
}

void write_tie_out(const Paper& paper, Sheet sheet) {
  const ReportView& v = paper.view;
  sheet.head(0, {v.say("序号", "no."), v.say("标记", "mark"), v.say("结论", "verdict"), v.say("规则", "rule"), v.say("指标", "indicator"),
                 v.say("位置", "place"), v.say("报告所列", "stated"), v.say("重算", "computed"), v.say("差额", "difference"), v.say("单位", "unit"),
                 v.say("重算（规范值，文字）", "computed (canonical, text)"), v.say("算式", "arithmetic"), v.say("说明", "what"),
                 v.say("起因（序号）", "caused by (no.)")});
  sheet.keep_in_sight(0);
  std::uint32_t column = tie_column::records;
  for (const RowColumn& record : check_columns()) sheet.text(0, column++, record.name, {.tone = Tone::header});
  TieOut tie_out(paper, sheet);
  const std::size_t count = std::min<std::size_t>(v.report.checks.size(), most_rows - first_row);
  for (std::size_t i = 0; i < count; ++i) tie_out.write(i);
  sheet.width(0, 1, 6);
  sheet.width(2, 3, 12);
  sheet.width(4, 4, 28);
  sheet.width(5, 10, 13);
  sheet.width(11, 12, 52);
  sheet.width(13, column - 1, 12);
  sheet.filter(0, static_cast<std::uint32_t>(count), column - 1);
  sheet.landscape();
}

}  // namespace gouji::output::xlsx
