#include "output/finding_text.h"

#include <fmt/format.h>

#include <algorithm>

#include "output/excerpt.h"
#include "output/messages.h"
#include "output/passages.h"
#include "output/phrases.h"
#include "output/utf8.h"

namespace gouji::output {
namespace {

constexpr std::string_view indent = "    ";

class FindingWriter {
 public:
  FindingWriter(const Report& report, const PrintedFigures& index, const TerminalOptions& options)
      : report_(report), index_(index), options_(options) {}

  std::string write(const Finding& finding) {
    const Check& check = report_.checks[finding.check];
    headline(check, finding.number);
    sentences(check);
    labelled(phrase::formula, check.formula);
    if (check.message != check.formula) labelled(phrase::message, check.message);
    labelled(phrase::hint, check.hint);
    if (finding.consequences > 0) line(fmt::format(fmt::runtime(phrase::consequences.in(options_.language)), finding.consequences));
    return std::move(out_);
  }

 private:
  void line(std::string_view text) { out_.append(indent).append(text).push_back('\n'); }

  std::string colored(std::string text, std::string_view escape) const { return options_.color ? std::string(escape) + text + "\x1b[0m" : text; }

  void headline(const Check& check, std::size_t number) {
    const bool warns = check.severity == Severity::warning || check.severity == Severity::note;
    const std::string title = title_of(check.severity, check.verdict, options_.language);
    out_ += fmt::format("{:>2}. {} · {}  {}\n", number, colored(title, warns ? "\x1b[1;33m" : "\x1b[1;31m"), word(check.rule, options_.language),
                        colored(place_text(report_, index_, check), "\x1b[1m"));
    if (check.stated >= report_.extraction.figures.size()) return;
    const Figure& figure = report_.extraction.figures[check.stated];
    std::string path;
    for (const std::string_view heading : heading_path(report_.document, figure.section)) path.append(path.empty() ? "" : " › ").append(heading);
    if (figure.table != no_id) path = table_path(figure, path);
    if (!path.empty()) line(colored(shortened(path, options_.columns - indent.size()), "\x1b[2m"));
  }

  // A figure of a table is placed by the table's title, its row and its column; by the section where the table has no title.
  std::string table_path(const Figure& figure, const std::string& section) const {
    const std::string title = table_title(report_, figure);
    return fmt::format("{} [{} | {}]", title.empty() ? section : title, figure.row_label, figure.column_label);
  }

  void sentences(const Check& check) {
    const std::vector<Passage> found = passages_of(report_, check);
    for (std::size_t i = 0; i < found.size(); ++i) {
      ExcerptOptions options;
      options.columns = options_.columns - indent.size() - 2;
      options.color = options_.color;
      if (i > 0) line(fmt::format("{}:{}", printable(report_.document.meta.path), short_place(report_.document.map.place(found[i].text))));
      std::vector<Mark> marks;
      for (const PassageMark& mark : found[i].marks) {
        marks.push_back({{mark.range.begin - found[i].text.begin, mark.range.end - found[i].text.begin}, mark.figure == check.stated});
      }
      for (const std::string& text : excerpt(report_.document.view(found[i].text), marks, options)) line("  " + text);
    }
  }

  void labelled(const Text& label, const std::string& text) {
    if (text.empty()) return;
    const std::size_t label_columns = options_.language == Language::en ? 8 : 6;
    std::string before = label.in(options_.language);
    before.append(label_columns - std::min(label_columns, display_width(before)), ' ');
    for (const std::string& part : wrapped(text, options_.columns - indent.size() - label_columns)) {
      line(before + part);
      before.assign(label_columns, ' ');
    }
  }

  const Report& report_;
  const PrintedFigures& index_;
  const TerminalOptions& options_;
  std::string out_;
};

}  // namespace

std::string place_text(const Report& report, const PrintedFigures& index, const Check& check) {
  const FigureId id = check.stated != no_id || check.operands.empty() ? check.stated : check.operands.front().figure;
  const PrintedFigure* figure = index.find(id);
  std::string out = printable(report.document.meta.path);
  if (figure != nullptr && (figure->place.line != 0 || !figure->place.part.empty())) out += ":" + short_place(figure->place);
  return out;
}

std::string finding_text(const Report& report, const PrintedFigures& index, const Finding& finding, const TerminalOptions& options) {
  return FindingWriter(report, index, options).write(finding);
}

}  // namespace gouji::output
