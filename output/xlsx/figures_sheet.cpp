// Every figure: the number as printed, what one of its unit is worth, and their product, which the checks are computed from.
#include <cstdlib>

#include "output/printed_scale.h"
#include "output/record_rows.h"
#include "output/xlsx/sheets.h"

namespace gouji::output::xlsx {
namespace {

constexpr std::uint32_t first_row = 1;

double number(const std::string& decimal) { return std::strtod(decimal.c_str(), nullptr); }

// 15 digits are what every decimal keeps in a double; an integer is exact up to 2^53.
bool fits(const std::string& decimal) {
  constexpr std::size_t digits = 15;
  std::size_t count = 0;
  for (const char c : decimal) count += c >= '0' && c <= '9' ? 1 : 0;
  return count <= digits;
}

Style number_style(const Paper& paper, FigureId id, int decimals) {
  Style style{.decimals = decimals};
  const FigureMark& mark = paper.view.marks[id];
  if (mark.state == FigureState::stated) style.tone = Tone::bad;
  if (mark.state == FigureState::blamed) style.tone = Tone::blamed;
  if (mark.state == FigureState::asked) style.tone = Tone::ask;
  if (mark.state == FigureState::ties_out) style.mark = mark.exact ? "√" : "≈";
  return style;
}

void write_figure(const Paper& paper, Sheet& sheet, FigureId id) {
  const Report& report = paper.view.report;
  const Figure& figure = report.extraction.figures[id];
  const std::uint32_t row = first_row + id;
  const std::string value = figure.value.str();
  const int power = printed_power(report.document, figure).value_or(0);
  const std::string printed = figure.value.shifted(-power).str(), factor = Decimal(1).shifted(power).str();
  sheet.number(row, 0, id + 1.0);
  sheet.text(row, figure_column::printed, paper.view.printed.find(id)->printed);
  sheet.number(row, figure_column::number, number(printed), number_style(paper, id, printed_decimals(paper, id)));
  sheet.number(row, figure_column::factor, number(factor));
  sheet.formula(row, figure_column::canonical, cell_name(row, figure_column::number) + "*" + cell_name(row, figure_column::factor),
                number(printed) * number(factor));
  sheet.text(row, figure_column::exact, value, {.tone = fits(value) ? Tone::plain : Tone::blamed});
  const Row cells = figure_row(report, paper.view.printed, id);
  for (std::size_t i = 0; i < cells.size(); ++i) {
    const auto column = static_cast<std::uint32_t>(figure_column::records + i);
    // Decimals stay text here: exact, as the other writers have them.
    const bool place = figure_columns()[i].number && figure_columns()[i].name != "value" && !cells[i].empty();
    place ? sheet.number(row, column, number(cells[i])) : sheet.text(row, column, cells[i]);
  }
}

}  // namespace

std::string figure_cell(const Paper& paper, FigureId id, std::uint32_t column) {
  return "'" + paper.names.figures + "'!" + cell_name(first_row + id, column);
}

int printed_decimals(const Paper& paper, FigureId id) {
  const Document& document = paper.view.report.document;
  const std::optional<Decimal> printed = printed_decimal(document.view(paper.view.figure(id).number));
  return printed ? std::max(0, -printed->exponent()) : 0;
}

void write_figures(const Paper& paper, Sheet sheet) {
  const ReportView& view = paper.view;
  sheet.head(0, {view.say("序号", "no."), view.say("报告所印", "as printed"), view.say("数值", "number"), view.say("单位系数", "one unit is"),
                 view.say("规范值", "canonical value"), view.say("精确值（文字）", "exact value (text)")});
  sheet.keep_in_sight(0);
  std::uint32_t column = figure_column::records;
  for (const RowColumn& record : figure_columns()) sheet.text(0, column++, record.name, {.tone = Tone::header});
  const std::size_t count = std::min<std::size_t>(view.report.extraction.figures.size(), most_rows - first_row);
  for (FigureId id = 0; id < count; ++id) write_figure(paper, sheet, id);
  sheet.width(0, 0, 6);
  sheet.width(figure_column::printed, figure_column::exact, 16);
  sheet.width(figure_column::records, column - 1, 12);
  sheet.filter(0, static_cast<std::uint32_t>(count), column - 1);
}

}  // namespace gouji::output::xlsx
