// Coverage: every identity of the standard forms, run or not. Legend: what the marks and columns mean.
#include "output/tally.h"
#include "output/tick_marks.h"
#include "output/xlsx/sheets.h"

namespace gouji::output::xlsx {

SheetNames::SheetNames(Language language)
    : findings(Text{"问题", "Findings"}.in(language)),
      tie_out(Text{"勾稽", "Tie-out"}.in(language)),
      figures(Text{"数字", "Figures"}.in(language)),
      tables(Text{"表格", "Tables"}.in(language)),
      coverage(Text{"覆盖", "Coverage"}.in(language)),
      legend(Text{"图例", "Legend"}.in(language)) {}

void write_coverage(const Paper& paper, Sheet sheet) {
  const ReportView& view = paper.view;
  sheet.head(0, {view.say("标记", "mark"), view.say("勾稽公式", "identity"), view.say("已核对", "run"), view.say("未核对的原因", "why not"),
                 view.say("核对（序号）", "check (no.)")});
  sheet.keep_in_sight(0);
  std::uint32_t row = 1;
  for (const Obligation& obligation : view.report.coverage) {
    const bool known = obligation.check < view.report.checks.size();
    const Verdict verdict = known && obligation.ran ? view.report.checks[obligation.check].verdict : Verdict::not_checkable;
    sheet.text(row, 0, tick_mark(verdict), {.tone = tone_of(verdict), .center = true});
    sheet.text(row, 1, obligation.text, {.wrap = true});
    sheet.text(row, 2, obligation.ran ? view.say("是", "yes") : view.say("否", "no"), {.center = true});
    sheet.text(row, 3, obligation.ran ? std::string_view() : std::string_view(obligation.why), {.wrap = true});
    if (known) {
      sheet.link(row, 4, "'" + paper.names.tie_out + "'!" + cell_name(tie_out_row(obligation.check), 0), std::to_string(obligation.check + 1));
    } else {
      sheet.text(row, 4, "");
    }
    ++row;
  }
  sheet.width(0, 0, 7);
  sheet.width(1, 1, 80);
  sheet.width(2, 2, 8);
  sheet.width(3, 3, 40);
  sheet.width(4, 4, 12);
  sheet.filter(0, row - 1, 4);
}

void write_legend(const Paper& paper, Sheet sheet) {
  const ReportView& view = paper.view;
  sheet.head(0, {view.say("标记", "mark"), view.say("含义", "meaning")});
  std::uint32_t row = 1;
  for (const Verdict verdict : all_verdicts) {
    sheet.text(row, 0, tick_mark(verdict), {.tone = tone_of(verdict), .center = true});
    sheet.text(row++, 1, word(verdict, view.language));
  }
  const auto note = [&](const char* zh, const char* en) { sheet.text(++row, 1, view.say(zh, en), {.border = false, .wrap = true}); };
  note("“勾稽”表的“报告所列”“重算”“差额”是公式：改动“数字”表的“数值”，结果随之重算。",
       "On the tie-out sheet, stated, computed and difference are formulas: change a number on the figures' sheet and they are computed anew.");
  note("“规范值” = 数值 × 单位系数：金额以元计，比率以 1 计。",
       "Canonical value = number × what one unit is worth: amounts in yuan, ratios as fractions of 1.");
  note("单元格里的数是双精度浮点数，只保留 15 位有效数字；“精确值”一列是文字，位数不够时标出。",
       "A cell's number is a binary double and keeps 15 digits; the exact value stands beside it as text, marked where 15 digits do not suffice.");
  note("没有公式的核对，其关系不能写成单元格公式（例如只比较大小），结论见“结论”一栏。",
       "A check without formulas is no equation of cells (it only compares, or could not be run); its verdict says how it came out.");
  sheet.width(0, 0, 8);
  sheet.width(1, 1, 90);
}

}  // namespace gouji::output::xlsx
