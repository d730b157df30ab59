// The working paper of the checks across documents: one sheet, a row a check, behind it the columns of the records.
#include <fmt/format.h>

#include "output/across_record.h"
#include "output/record_rows.h"
#include "output/tick_marks.h"
#include "output/xlsx/sheets.h"

namespace gouji::output::xlsx {

void write_across(Sheet sheet, const std::vector<AcrossCheck>& checks, Language language) {
  const auto say = [&](const char* zh, const char* en) { return Text{zh, en}.in(language); };
  sheet.head(0, {say("标记", "mark"), say("结论", "verdict"), say("单位", "entity"), say("指标", "indicator"), say("期间", "period"),
                 say("各报告所列", "as the reports state it"), say("差额（规范值）", "difference (canonical)"), say("说明", "what"),
                 say("可能的原因", "likely cause")});
  constexpr std::uint32_t records = 9;
  std::uint32_t column = records;
  for (const RowColumn& record : check_columns()) sheet.text(0, column++, record.name, {.tone = Tone::header});
  sheet.keep_in_sight(0);
  std::uint32_t row = 0;
  for (const AcrossCheck& check : checks) {
    const Tone tone = tone_of(check.verdict);
    std::string stated;
    for (const AcrossOperand& operand : check.operands)
      stated += fmt::format("{}{}  {}", stated.empty() ? "" : "\n", across_place(operand), operand.printed);
    if (++row == most_rows) break;  // a sheet holds no more; the other formats have them all
    sheet.text(row, 0, tick_mark(check.verdict), {.tone = tone, .center = true});
    sheet.text(row, 1, title_of(check.severity, check.verdict, language), {.tone = tone});
    sheet.text(row, 2, check.entity);
    sheet.text(row, 3, check.name);
    sheet.text(row, 4, check.period.str());
    sheet.text(row, 5, stated, {.wrap = true});
    sheet.text(row, 6, (check.operands.back().value - check.operands.front().value).str());
    sheet.text(row, 7, check.why.empty() ? check.message : check.message + check.why, {.wrap = true});
    sheet.text(row, 8, check.hint, {.wrap = true});
    column = records;
    for (const std::string& cell : across_row(check)) sheet.text(row, column++, cell, {.tone = Tone::faint});
  }
  sheet.width(0, 0, 7);
  sheet.width(1, 1, 10);
  sheet.width(2, 4, 20);
  sheet.width(5, 5, 52);
  sheet.width(6, 6, 18);
  sheet.width(7, 8, 40);
  sheet.landscape();
}

}  // namespace gouji::output::xlsx
