#include "output/terminal.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <map>

#include "output/coverage_counts.h"
#include "output/excerpt.h"
#include "output/finding_text.h"
#include "output/messages.h"
#include "output/phrases.h"
#include "output/printed_figures.h"
#include "output/utf8.h"

namespace gouji::output {
namespace {

constexpr std::size_t most_doubtful = 10;
constexpr std::size_t most_warnings = 5;

std::string padded(std::string text, std::size_t columns) {
  const std::size_t width = display_width(text);
  text.append(columns > width ? columns - width : 1, ' ');
  return text;
}

// Everything that is printed of one report.
class ReportText {
 public:
  ReportText(const Report& report, const TerminalOptions& options) : report_(report), options_(options), index_(report) {}

  std::string audited() {
    header();
    findings();
    doubtful();
    warnings();
    figure_counts();
    line("  " + verdicts_text(count_verdicts(report_.checks), options_.language));
    not_checked();
    coverage();
    return std::move(out_);
  }

  std::string listed() {
    header();
    for (FigureId id = 0; id < report_.extraction.figures.size(); ++id) list_figure(id);
    warnings();
    figure_counts();
    return std::move(out_);
  }

  void list_numbers(std::string& out) const {
    out += "  " + say(phrase::numbers) + say(phrase::colon) + '\n';
    for (const Number& number : report_.extraction.numbers) {
      const Place place = number.in_decoded ? report_.document.map.place_of_decoded(number.text) : report_.document.map.place(number.text);
      const std::string_view text = number.in_decoded ? std::string_view(report_.document.map.decoded()).substr(number.text.begin, number.text.size())
                                                      : report_.document.view(number.text);
      out += fmt::format("  {:>5}  {}{}\n", short_place(place), padded(printable(text), 20), name(number.number_class));
    }
  }

  // 核对 12：相符 8，不一致 1
  static std::string verdicts_text(const VerdictCounts& counts, Language language) {
    std::string out = phrase::checks.in(language) + " " + std::to_string(counts.total());
    std::string between = phrase::colon.in(language);
    for (const Verdict verdict : all_verdicts) {
      if (counts.of(verdict) == 0) continue;
      out += between + word(verdict, language) + " " + std::to_string(counts.of(verdict));
      between = phrase::comma.in(language);
    }
    return out;
  }

 private:
  std::string say(const Text& text) const { return text.in(options_.language); }
  void line(std::string_view text) { out_.append(text).push_back('\n'); }
  std::string bold(const std::string& text) const { return options_.color ? "\x1b[1m" + text + "\x1b[0m" : text; }

  void header() {
    const DocumentMeta& meta = report_.document.meta;
    const ReportFacts& facts = report_.extraction.facts;
    line(bold(printable(meta.path)));
    for (std::size_t i = 1; i < meta.paths.size(); ++i)
      line("  = " + printable(meta.paths[i]) + say(phrase::open) + say(phrase::same_bytes) + say(phrase::close));
    if (!facts.title.empty()) line("  " + shortened(facts.title, options_.columns - 2));
    std::string about = word(facts.kind, options_.language);
    if (facts.period.known()) about += " · " + facts.period.str();
    about += fmt::format(" · {}{}{} · {} B", meta.format, meta.encoding.empty() ? "" : " ", meta.encoding, meta.bytes);
    line("  " + about);
    line("");
  }

  void findings() {
    const std::vector<Finding> found = findings_in_order(report_);
    if (found.empty()) {
      line("  " + say(phrase::no_findings));
      return;
    }
    line("  " + bold(say(phrase::findings) + " " + std::to_string(found.size())));
    line("");
    for (const Finding& finding : found) {
      out_ += finding_text(report_, index_, finding, options_);
      line("");
    }
  }

  // What an auditor would ask about, and what holds only under extreme rounding; of the latter one line a table.
  void doubtful() {
    std::vector<std::string> texts;
    std::map<TableId, std::size_t> line_of_table;
    std::map<TableId, std::vector<const Check*>> remarks;
    for (const Check& check : report_.checks) {
      if ((check.verdict != Verdict::query && check.verdict != Verdict::unlikely) || check.caused_by != no_id) continue;
      const bool in_table = check.stated < report_.extraction.figures.size() && report_.extraction.figures[check.stated].table != no_id;
      if (check.verdict == Verdict::unlikely && in_table) {
        const TableId table = report_.extraction.figures[check.stated].table;
        remarks[table].push_back(&check);
        if (!line_of_table.try_emplace(table, texts.size()).second) continue;
      }
      texts.push_back(remark(check));
    }
    for (const auto& [table, at] : line_of_table)
      if (remarks[table].size() > 1) texts[at] = rounding_remark(remarks[table]);
    if (texts.empty()) return;
    line("  " + say(phrase::doubtful) + " " + std::to_string(texts.size()));
    for (std::size_t i = 0; i < texts.size() && i < most_doubtful; ++i) line("    " + shortened(texts[i], options_.columns - 4));
    if (texts.size() > most_doubtful) line("    " + fmt::format(fmt::runtime(say(phrase::more)), texts.size() - most_doubtful));
    line("");
  }

  std::string remark(const Check& check) const {
    return place_text(report_, index_, check) + "  " + (check.formula.empty() ? check.message : check.formula);
  }

  std::string rounding_remark(const std::vector<const Check*>& checks) const {
    const Check& first = *checks.front();
    return place_text(report_, index_, first) + "  " + fmt::format(fmt::runtime(say(phrase::rounding_in_table)), checks.size(), first.formula);
  }

  void warnings() {
    std::vector<const Warning*> found;
    for (const auto* list : {&report_.document.warnings, &report_.extraction.warnings}) {
      for (const Warning& warning : *list) found.push_back(&warning);
    }
    if (found.empty()) return;
    line("  " + say(phrase::warnings) + " " + std::to_string(found.size()));
    for (std::size_t i = 0; i < found.size() && i < most_warnings; ++i) {
      const Warning& warning = *found[i];
      const std::string place = warning.text.empty() ? std::string() : fmt::format(":{}", short_place(report_.document.map.place(warning.text)));
      line("    " + shortened(printable(report_.document.meta.path) + place + "  " + warning.message, options_.columns - 4));
    }
    if (found.size() > most_warnings) line("    " + fmt::format(fmt::runtime(say(phrase::more)), found.size() - most_warnings));
    line("");
  }

  void figure_counts() {
    std::map<Kind, std::size_t> kinds;
    for (const Figure& figure : report_.extraction.figures) ++kinds[figure.kind];
    std::string text = say(phrase::figures) + " " + std::to_string(report_.extraction.figures.size());
    std::string between = say(phrase::colon);
    for (const auto& [kind, count] : kinds) {
      text += between + word(kind, options_.language) + " " + std::to_string(count);
      between = say(phrase::comma);
    }
    line("  " + text);
  }

  // Silence is never a pass: what could not be checked is counted by its reason.
  void not_checked() {
    std::map<std::string, std::size_t> reasons;
    for (const Check& check : report_.checks) {
      if (check.verdict == Verdict::not_checkable) ++reasons[check.why.empty() ? say(phrase::no_reason) : check.why];
    }
    if (reasons.empty()) return;
    std::string text, between = say(phrase::colon);
    for (const auto& [reason, count] : reasons) {
      text += between + reason + " " + std::to_string(count);
      between = say(phrase::semicolon);
    }
    for (const std::string& part : wrapped(say(phrase::not_checked) + text, options_.columns - 2)) line("  " + part);
  }

  void coverage() {
    const CoverageCounts counts = count_coverage(report_);
    const std::uint64_t percent = counts.figures == 0 ? 0 : counts.figures_checked * 100 / counts.figures;
    const std::string text =
        fmt::format(fmt::runtime(say(phrase::covered)), counts.obligations, counts.ran, counts.figures, counts.figures_checked, percent);
    for (const std::string& part : wrapped(text, options_.columns - 2)) line("  " + part);
  }

  void list_figure(FigureId id) {
    const Figure& figure = report_.extraction.figures[id];
    const PrintedFigure& printed = *index_.find(id);
    std::string text = fmt::format("  {:>5}  {}{}", short_place(printed.place), padded(printable(printed.printed), 18), printable(figure.indicator));
    if (figure.aspect != Aspect::level) text += fmt::format(" [{}]", name(figure.aspect));
    if (figure.period.value.known()) text += " " + figure.period.value.str();
    if (figure.basis.value != Basis::none) text += fmt::format(" {}", name(figure.basis.value));
    line(text);
  }

  const Report& report_;
  const TerminalOptions& options_;
  PrintedFigures index_;
  std::string out_;
};

}  // namespace

void TerminalSink::report(const Report& report) {
  if (tally_.inputs > 0) out_ << '\n';
  tally_.add(report);
  ReportText text(report, options_);
  std::string out = options_.audited ? text.audited() : text.listed();
  if (options_.all_numbers) text.list_numbers(out);
  out_ << out;
}

void TerminalSink::refusal(const Refusal& refusal) {
  if (tally_.inputs > 0) out_ << '\n';
  tally_.add(refusal);
  out_ << (options_.color ? "\x1b[1;31m" : "") << phrase::refused.in(options_.language) << (options_.color ? "\x1b[0m" : "") << "  "
       << printable(refusal.message) << '\n';
  if (!refusal.hint.empty()) out_ << "  " << printable(refusal.hint) << '\n';
}

void TerminalSink::across(const AcrossCheck& check) {
  tally_.checks.add(check.verdict);
  if (check.verdict == Verdict::inconsistent) ++tally_.findings;
  ++across_;
  if (check.verdict == Verdict::exact) return;
  std::string text = "  " + title_of(check.severity, check.verdict, options_.language) + "  " + check.formula + '\n';
  for (const AcrossOperand& o : check.operands)
    text += "      " + fmt::format("{}{}  {}\n", printable(o.path), o.line == 0 ? std::string() : ":" + std::to_string(o.line), printable(o.printed));
  across_to_look_at_.push_back(std::move(text));
}

void TerminalSink::list_across() {
  if (across_ == 0) return;
  const std::string head = phrase::across.in(options_.language);
  out_ << '\n' << fmt::format(fmt::runtime(head), across_, across_ - across_to_look_at_.size(), across_to_look_at_.size()) << '\n';
  for (std::size_t i = 0; i < across_to_look_at_.size() && i < most_doubtful; ++i) out_ << across_to_look_at_[i];
  if (across_to_look_at_.size() > most_doubtful)
    out_ << "  " << fmt::format(fmt::runtime(phrase::more.in(options_.language)), across_to_look_at_.size() - most_doubtful) << '\n';
}

void TerminalSink::finish() {
  list_across();
  if (tally_.inputs > 1) {
    const auto say = [&](const Text& text) { return text.in(options_.language); };
    out_ << '\n'
         << say(phrase::totals) << say(phrase::colon) << say(phrase::documents) << ' ' << tally_.documents << say(phrase::comma)
         << say(phrase::refusals) << ' ' << tally_.refusals << say(phrase::comma) << say(phrase::figures) << ' ' << tally_.figures;
    if (options_.audited)
      out_ << say(phrase::comma) << say(phrase::findings) << ' ' << tally_.findings << say(phrase::semicolon)
           << ReportText::verdicts_text(tally_.checks, options_.language);
    out_ << '\n';
  }
  out_.flush();
}

}  // namespace gouji::output
