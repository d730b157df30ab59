// What was read and how it came out; coverage; notes; what the page says of a figure.
#include <fmt/format.h>

#include <array>
#include <iterator>
#include <unordered_map>

#include "output/html/markup.h"
#include "output/html/parts.h"
#include "output/json_writer.h"
#include "output/tally.h"
#include "output/tick_marks.h"

namespace gouji::output::html {
namespace {

using fmt::format_to;

void append_outcome(std::string& out, const ReportView& page) {
  std::size_t errors = 0;
  for (const Finding& finding : page.findings) errors += page.report.checks[finding.check].severity == Severity::error ? 1 : 0;
  const std::size_t others = page.findings.size() - errors;
  if (page.findings.empty()) {
    format_to(std::back_inserter(out), R"(<p class="outcome good"><b>√</b><span>{}</span></p>)", page.say("未发现不一致", "Nothing inconsistent"));
    return;
  }
  format_to(std::back_inserter(out), R"(<p class="outcome bad"><b>{}</b><span>{}<small>)", page.findings.size(),
            page.say("个问题", page.findings.size() == 1 ? "finding" : "findings"));
  if (errors > 0) format_to(std::back_inserter(out), "{} {}", page.say("错误", "errors"), errors);
  if (others > 0) format_to(std::back_inserter(out), "{}{} {}", errors > 0 ? " · " : "", page.say("尾差等", "warnings"), others);
  out += "</small></span></p>";
}

// A bar of all checks and, as its legend, the filters.
void append_verdicts(std::string& out, const ReportView& page) {
  const VerdictCounts counts = count_verdicts(page.report.checks);
  out += "<div class=\"bar\" aria-hidden=\"true\">";
  for (const Verdict verdict : all_verdicts) {
    if (counts.of(verdict) > 0) format_to(std::back_inserter(out), R"(<i class="v-{}" data-n="{}"></i>)", name(verdict), counts.of(verdict));
  }
  format_to(std::back_inserter(out), R"(</div><div class="filters" role="group" aria-label="{}">)", page.say("按结论筛选", "by verdict"));
  for (const Verdict verdict : all_verdicts) {
    if (counts.of(verdict) == 0) continue;
    format_to(std::back_inserter(out),
              R"(<button type="button" class="chip" data-v="{}" aria-pressed="true"><i class="tick v-{}">{}</i>{} <b>{}</b></button>)", name(verdict),
              name(verdict), tick_mark(verdict), word(verdict, page.language), counts.of(verdict));
  }
  out += "</div>";
}

void append_figures(std::string& out, const ReportView& page) {
  std::array<std::size_t, 6> states{};
  for (const FigureMark& mark : page.marks) ++states[static_cast<std::size_t>(mark.state)];
  const auto of = [&](FigureState state) { return states[static_cast<std::size_t>(state)]; };
  const auto item = [&](const char* kind, const std::string& label, std::size_t count) {
    if (count > 0) format_to(std::back_inserter(out), R"(<span><b class="f {}">{}</b> {}</span>)", kind, count, label);
  };
  format_to(std::back_inserter(out), R"(<p class="figures"><span><b>{}</b> {}</span>)", page.marks.size(), page.say("个数字，其中", "figures:"));
  item("ok", page.say("已相符", "tie out"), of(FigureState::ties_out));
  item("stated", page.say("有问题", "do not hold"), of(FigureState::stated));
  item("blamed", page.say("可能有误", "may be wrong"), of(FigureState::blamed));
  item("asked", page.say("存疑", "to be asked"), of(FigureState::asked));
  item("part", page.say("未得出结论", "without a result"), of(FigureState::operand));
  item("", page.say("没有可核对的关系", "in no relation"), of(FigureState::unchecked));
  out += "</p>";
}

std::string_view form_of(const Obligation& obligation) {
  const std::string_view text = obligation.text;
  const std::size_t colon = text.find("：");
  return colon == std::string_view::npos ? std::string_view() : text.substr(0, colon);
}

Verdict verdict_of(const ReportView& page, const Obligation& obligation) {
  const bool known = obligation.ran && obligation.check < page.report.checks.size();
  return known ? page.report.checks[obligation.check].verdict : Verdict::not_checkable;
}

void append_obligation(std::string& out, const ReportView& page, const Obligation& obligation) {
  const Verdict verdict = verdict_of(page, obligation);
  const std::string_view form = form_of(obligation);
  std::string_view text = obligation.text;
  if (!form.empty()) text.remove_prefix(form.size() + std::string_view("：").size());
  format_to(std::back_inserter(out), R"(<li><i class="tick v-{}">{}</i>)", name(verdict), tick_mark(verdict));
  if (obligation.check < page.report.checks.size()) {
    format_to(std::back_inserter(out), R"(<a href="#c{}">{}</a>)", obligation.check, escaped(text));
  } else {
    format_to(std::back_inserter(out), "<span>{}</span>", escaped(text));
  }
  if (!obligation.ran) format_to(std::back_inserter(out), "<small>{}</small>", escaped(obligation.why));
  out += "</li>\n";
}

// A form with its obligations; open where one of them was not run or does not hold.
void append_form(std::string& out, const ReportView& page, std::string_view form, const std::vector<const Obligation*>& obligations) {
  std::size_t ran = 0, failed = 0;
  for (const Obligation* obligation : obligations) {
    const Verdict verdict = verdict_of(page, *obligation);
    ran += obligation->ran ? 1 : 0;
    failed += verdict == Verdict::inconsistent || verdict == Verdict::suspect_unit ? 1 : 0;
  }
  const Verdict mark = failed > 0 ? Verdict::inconsistent : (ran < obligations.size() ? Verdict::not_checkable : Verdict::exact);
  format_to(std::back_inserter(out),
            R"(<details class="form"{}><summary><i class="tick v-{}">{}</i>{}<span class="count">{} {} / {}</span></summary><ul>)",
            mark == Verdict::exact ? "" : " open", name(mark), tick_mark(mark), escaped(form), page.say("已核对", "run"), ran, obligations.size());
  for (const Obligation* obligation : obligations) append_obligation(out, page, *obligation);
  out += "</ul></details>\n";
}

}  // namespace

std::string summary_part(const ReportView& page) {
  std::string out;
  append_outcome(out, page);
  append_verdicts(out, page);
  append_figures(out, page);
  return out;
}

std::string coverage_part(const ReportView& page) {
  const auto& coverage = page.report.coverage;
  if (coverage.empty())
    return fmt::format("<p class=\"empty\">{}</p>", page.say("报告中没有可识别的标准表", "The report holds no standard form that is known."));
  std::vector<std::string_view> forms;  // in the order in which they first appear
  std::unordered_map<std::string_view, std::vector<const Obligation*>> by_form;
  for (const Obligation& obligation : coverage) {
    std::vector<const Obligation*>& obligations = by_form[form_of(obligation)];
    if (obligations.empty()) forms.push_back(form_of(obligation));
    obligations.push_back(&obligation);
  }
  std::string out;
  for (const std::string_view form : forms) append_form(out, page, form, by_form[form]);
  return out;
}

std::string notes_part(const ReportView& page) {
  std::string out;
  const Document& document = page.report.document;
  for (const std::vector<Warning>* warnings : {&document.warnings, &page.report.extraction.warnings}) {
    for (const Warning& warning : *warnings) {
      const std::uint64_t line = warning.text.empty() ? 0 : document.map.place(warning.text).line;
      format_to(std::back_inserter(out), "<li><code>{}</code> {}", escaped(warning.code), escaped(warning.message));
      if (line != 0) format_to(std::back_inserter(out), " <small>{}</small>", fmt::format(fmt::runtime(page.say("第 {} 行", "line {}")), line));
      out += "</li>\n";
    }
  }
  if (out.empty()) return fmt::format("<p class=\"empty\">{}</p>", page.say("没有提示", "None."));
  return "<ul class=\"notes\">\n" + out + "</ul>\n";
}

// [[printed, indicator, value, unit, period, basis, scope, place], …] by figure.
std::string figures_json(const ReportView& page) {
  JsonWriter json;
  json.begin();
  json.begin_array("figures");
  for (FigureId id = 0; id < page.report.extraction.figures.size(); ++id) {
    const Figure& figure = page.figure(id);
    json.begin_array();
    json.element(page.printed.find(id)->printed);
    json.element(figure.indicator);
    json.element(figure.fraction.empty() ? figure.value.str() : std::string(figure.fraction));
    json.element(figure.unit.value);
    json.element(figure.period.value.str());
    json.element(word(figure.basis.value, page.language));
    json.element(figure.scope.value);
    json.element(place_words(page, id));
    json.end_array();
  }
  json.end_array();
  json.end();
  return script_safe(json.take());
}

}  // namespace gouji::output::html
