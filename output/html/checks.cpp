// The list of checks: cards and rows.
#include <fmt/format.h>

#include <algorithm>
#include <iterator>

#include "output/html/markup.h"
#include "output/html/parts.h"
#include "output/tally.h"
#include "output/tick_marks.h"

namespace gouji::output::html {
namespace {

constexpr std::size_t rows_a_group = 100;  // groups that are out of sight cost no layout

std::string figure_list(const ReportView& page, const Check& check) {
  std::string out;
  const auto add = [&](FigureId id) {
    if (page.has(id)) out += (out.empty() ? "" : " ") + std::to_string(id);
  };
  for (const CheckOperand& operand : check.operands) add(operand.figure);
  if (check.operands.empty()) add(check.stated);
  return out;
}

// What could not be computed has no arithmetic to show: its reason.
std::string_view row_text(const Check& check) {
  if (check.verdict != Verdict::not_checkable) return check.formula;
  return check.message.empty() ? check.why : check.message;
}

// A check on one line: mark, rule, arithmetic, place.
void append_row(std::string& out, const ReportView& page, std::size_t index) {
  const Check& check = page.report.checks[index];
  const std::string verdict = word(check.verdict, page.language);
  fmt::format_to(std::back_inserter(out),
                 R"(<li class="row" {}><i class="tick v-{}" title="{}">{}</i><span class="rule">{}</span><span class="formula">)",
                 check_attributes(page, index), name(check.verdict), verdict, tick_mark(check.verdict), word(check.rule, page.language));
  append_escaped(out, row_text(check));
  out += "</span>";
  if (check.caused_by < page.report.checks.size())
    fmt::format_to(std::back_inserter(out), R"(<a class="cause" href="#c{}">{}</a>)", check.caused_by, page.say("因同一原因", "same cause"));
  const FigureId id = page.has(check.stated) || check.operands.empty() ? check.stated : check.operands.front().figure;
  if (page.has(id)) fmt::format_to(std::back_inserter(out), R"(<a class="place" href="#f{}">{}</a>)", id, escaped(place_words(page, id)));
  out += "</li>\n";
}

bool read_in_full(const Check& check) {
  return check.verdict == Verdict::query || check.verdict == Verdict::unlikely || check.verdict == Verdict::explained;
}

}  // namespace

std::string check_attributes(const ReportView& page, std::size_t index) {
  const Check& check = page.report.checks[index];
  std::string out =
      fmt::format(R"(id="c{}" data-v="{}" data-r="{}" data-o="{}")", index, name(check.verdict), name(check.rule), figure_list(page, check));
  if (page.has(check.stated)) out += fmt::format(R"( data-s="{}")", check.stated);
  if (check.blamed && page.has(check.blamed->figure)) out += fmt::format(R"( data-b="{}")", check.blamed->figure);
  return out;
}

std::string checks_part(const ReportView& page) {
  const auto& checks = page.report.checks;
  std::vector<bool> shown(checks.size());
  std::string out = "<div class=\"cards\">\n";
  for (const Finding& finding : page.findings) {
    out += check_card(page, finding.check, &finding);
    shown[finding.check] = true;
  }
  for (std::size_t i = 0; i < checks.size(); ++i) {
    if (!read_in_full(checks[i])) continue;
    out += check_card(page, i, nullptr);
    shown[i] = true;
  }
  out += "</div>\n";
  std::size_t rows = 0;
  for (std::size_t i = 0; i < checks.size(); ++i) {
    if (shown[i]) continue;
    if (rows % rows_a_group == 0) out += rows == 0 ? "<ol class=\"rows\">\n" : "</ol>\n<ol class=\"rows\">\n";
    append_row(out, page, i);
    ++rows;
  }
  if (rows > 0) out += "</ol>\n";
  return out;
}

}  // namespace gouji::output::html
