// What a reader needs first: the report, how it came out, the findings and what is to be asked.
#include "output/printed_scale.h"
#include "output/tally.h"
#include "output/tick_marks.h"
#include "output/xlsx/sheets.h"

namespace gouji::output::xlsx {
namespace {

constexpr Style plain{.wrap = true};

// Title and facts; the next free row.
std::uint32_t write_facts(const Paper& paper, Sheet& sheet) {
  const ReportView& view = paper.view;
  const ReportFacts& facts = view.report.extraction.facts;
  const DocumentMeta& meta = view.report.document.meta;
  const VerdictCounts counts = count_verdicts(view.report.checks);
  sheet.text(0, 0, facts.title.empty() ? std::string_view(meta.path) : std::string_view(facts.title), {.tone = Tone::title, .border = false});
  std::uint32_t row = 1;
  const auto fact = [&](const char* zh, const char* en, std::string_view value) {
    if (value.empty()) return;
    sheet.text(row, 0, view.say(zh, en), {.tone = Tone::faint, .border = false});
    sheet.text(row++, 2, value, {.border = false});
  };
  fact("单位", "entity", facts.entity);
  fact("期间", "period", facts.period.str());
  fact("类型", "kind", word(facts.kind, view.language));
  fact("文件", "file", meta.path);
  fact("SHA-256", "SHA-256", meta.id);
  fact("程序", "made by", "gouji " + paper.version + " · " + std::string(view.report.pattern_version));
  std::string checks;
  for (const Verdict verdict : all_verdicts) {
    if (counts.of(verdict) > 0)
      checks += (checks.empty() ? "" : "  ") + std::string(tick_mark(verdict)) + " " + word(verdict, view.language) + " " +
                std::to_string(counts.of(verdict));
  }
  fact("核对", "checks", checks);
  fact("问题", "findings", std::to_string(view.findings.size()));
  return row + 1;
}

void write_check(const Paper& paper, Sheet& sheet, std::uint32_t row, std::size_t index, std::size_t number) {
  const ReportView& view = paper.view;
  const Check& check = view.report.checks[index];
  const Tone tone = tone_of(check.verdict);
  sheet.link(row, 0, "'" + paper.names.tie_out + "'!" + cell_name(tie_out_row(index), 0),
             number == 0 ? std::string(tick_mark(check.verdict)) : std::to_string(number), {.tone = tone, .center = true});
  sheet.text(row, 1, title_of(check.severity, check.verdict, view.language), {.tone = tone});
  sheet.text(row, 2, word(check.rule, view.language));
  for (const std::uint32_t column : {3U, 4U, 5U, 6U, 7U}) sheet.text(row, column, "");
  if (view.has(check.stated)) {
    const Figure& figure = view.figure(check.stated);
    const auto shown = [&](std::string_view value) {
      return value.empty() ? std::string()
                           : in_printed_unit(view.report.document, figure, value) + without_line_breaks(view.report.document.view(figure.unit_text));
    };
    sheet.link(row, 3, figure_cell(paper, check.stated, figure_column::printed), place_words(view, check.stated));
    sheet.text(row, 4, figure.indicator, plain);
    sheet.text(row, 5, view.printed.find(check.stated)->printed, {.tone = tone});
    sheet.text(row, 6, shown(check.computed));
    sheet.text(row, 7, shown(check.difference), {.tone = tone});
  }
  sheet.text(row, 8, check.message.empty() ? check.why : check.message, plain);
  sheet.text(row, 9, check.formula, plain);
  sheet.text(row, 10, check.hint, plain);
  sheet.number(row, 11, static_cast<double>(view.consequences[index].size()));
}

}  // namespace

void write_findings(const Paper& paper, Sheet sheet) {
  const ReportView& v = paper.view;
  std::uint32_t row = write_facts(paper, sheet);
  const std::uint32_t head = row;
  sheet.head(row++, {v.say("序号", "no."), v.say("级别", "severity"), v.say("规则", "rule"), v.say("位置", "place"), v.say("指标", "indicator"),
                     v.say("报告所列", "stated"), v.say("重算", "computed"), v.say("差额", "difference"), v.say("说明", "what"),
                     v.say("算式", "arithmetic"), v.say("可能的原因", "likely cause"), v.say("连带的核对", "checks that follow")});
  for (const Finding& finding : v.findings) write_check(paper, sheet, row++, finding.check, finding.number);
  for (std::size_t i = 0; i < v.report.checks.size(); ++i) {
    const Verdict verdict = v.report.checks[i].verdict;
    if (verdict == Verdict::query || verdict == Verdict::unlikely || verdict == Verdict::explained) write_check(paper, sheet, row++, i, 0);
  }
  if (row == head + 1) sheet.text(row++, 0, v.say("未发现不一致", "Nothing inconsistent"), {.tone = Tone::good, .border = false});
  sheet.width(0, 0, 7);
  sheet.width(1, 3, 12);
  sheet.width(4, 4, 28);
  sheet.width(5, 7, 15);
  sheet.width(8, 9, 52);
  sheet.width(10, 10, 24);
  sheet.landscape();
}

}  // namespace gouji::output::xlsx
