#include "output/store/report_rows.h"

#include <fmt/format.h>

#include "output/json_writer.h"
#include "output/printed_figures.h"
#include "output/store/key_figures.h"
#include "output/tally.h"

namespace gouji::store {
namespace {

using output::PrintedFigure;
using output::PrintedFigures;
using output::Report;

std::int64_t signed_of(std::uint64_t value) { return static_cast<std::int64_t>(value); }

// A list stands in a column as the JSON array that the record has.
template <class Elements>
std::string json_array(const Elements& elements) {
  if (elements.empty()) return "[]";
  output::JsonWriter json;
  json.begin_array();
  for (const auto& element : elements) {
    if constexpr (std::is_integral_v<std::decay_t<decltype(element)>>) {
      json.element(std::uint64_t{element});
    } else {
      json.element(element);
    }
  }
  json.end_array();
  std::string text(json.line());
  text.pop_back();
  return text;
}

// [begin, end] of text, [paragraph, offset, length] of a package's part.
std::string json_spans(const Place& place) {
  std::string text;
  for (const ByteRun& span : place.spans) text += fmt::format("{}[{},{}]", text.empty() ? "" : ",", span.begin, span.end);
  for (const OoxmlRun& run : place.runs) text += fmt::format("{}[{},{},{}]", text.empty() ? "" : ",", run.paragraph, run.offset, run.length);
  return "[" + text + "]";
}

void add_document(Rows& rows, const Report& report, std::string_view path, std::string_view program_version) {
  const DocumentMeta& meta = report.document.meta;
  const ReportFacts& facts = report.extraction.facts;
  rows.text(meta.id);
  rows.text(path);
  rows.text(meta.format);
  rows.text_or_null(meta.encoding);
  rows.integer(signed_of(meta.bytes));
  rows.text_or_null(facts.title);
  rows.text_or_null(facts.entity);
  rows.text_or_null(facts.period.str());
  rows.text(name(facts.kind));
  rows.integer(signed_of(report.extraction.figures.size()));
  rows.integer(signed_of(report.document.tables.size()));
  const output::VerdictCounts counts = output::count_verdicts(report.checks);
  for (const Verdict verdict : output::all_verdicts) rows.integer(signed_of(counts.of(verdict)));
  std::int64_t findings = 0;
  for (const Check& check : report.checks) findings += output::is_finding(check) ? 1 : 0;
  rows.integer(findings);
  rows.text(report.pattern_version);
  rows.text(program_version);
  rows.end_row();
}

void add_value(Rows& rows, const Figure& figure) {
  rows.text(figure.value.str());
  rows.text_or_null(figure.fraction);
  rows.text_or_null(figure.unit.value);
  if (figure.exact) {
    rows.null();
  } else {
    rows.integer(figure.decimals);
  }
  rows.boolean(figure.exact);
  if (figure.decimals_inferred == INT16_MIN) {
    rows.null();
  } else {
    rows.integer(figure.decimals_inferred);
  }
  rows.text(name(figure.comparator));
}

void add_meaning(Rows& rows, const Figure& figure) {
  rows.text_or_null(figure.indicator);
  rows.text_or_null(figure.indicator_id);
  rows.text(name(figure.aspect));
  rows.text_or_null(figure.of);
  rows.text_or_null(figure.scope.value);
  rows.text_or_null(figure.code);
  rows.text_or_null(figure.period.value.str());
  rows.text_or_null(name(figure.basis.value));
  rows.text_or_null(name(figure.unit.from));
  rows.text_or_null(name(figure.period.from));
  rows.text_or_null(name(figure.basis.from));
  rows.text_or_null(name(figure.scope.from));
  rows.text_or_null(name(figure.direction));
  rows.text_or_null(name(figure.versus));
  rows.text_or_null(figure.versus_text);
  rows.text_or_null(name(figure.fund));
}

void add_table_place(Rows& rows, const Document& document, const Figure& figure) {
  rows.null();  // sentence
  const gouji::Table* table = figure.table < document.tables.size() ? &document.tables[figure.table] : nullptr;
  rows.text_or_null(table != nullptr ? output::without_line_breaks(document.view(table->title)) : std::string());
  rows.integer(figure.table);
  rows.text_or_null(table != nullptr && !table->path.empty() ? json_array(table->path) : std::string());
  rows.integer(figure.block_of_table);
  rows.integer(figure.row);
  rows.integer(figure.column);
  rows.text_or_null(figure.row_label);
  rows.text_or_null(figure.column_label);
}

void add_place(Rows& rows, const Report& report, const Figure& figure) {
  const bool in_table = figure.table != no_id;
  rows.text(in_table ? "table" : "prose");
  rows.text(json_array(output::heading_path(report.document, figure.section)));
  if (in_table) return add_table_place(rows, report.document, figure);
  const auto& sentences = report.extraction.sentences;
  const TextRange sentence =
      figure.sentence < sentences.size() ? output::passage_around(report.document, sentences[figure.sentence].text, figure.text) : TextRange{};
  rows.text_or_null(report.document.view(sentence));
  for (int column = 0; column < 8; ++column) rows.null();  // table_title … column_label
}

bool in_part(const Place& place) { return !place.part.empty(); }

void add_line(Rows& rows, const Place& place) { in_part(place) ? rows.null() : rows.integer(signed_of(place.line)); }

// source_line, source_offset, source_begin, source_end
void add_source(Rows& rows, const Place& place) {
  add_line(rows, place);
  if (in_part(place)) {
    rows.integer(place.runs.empty() ? 0 : place.runs.front().offset);
    rows.null();
    return rows.null();
  }
  rows.integer(signed_of(place.offset));
  rows.integer(signed_of(place.begin));
  rows.integer(signed_of(place.end));
}

// source_part, source_paragraph, source_length
void add_part(Rows& rows, const Place& place) {
  if (!in_part(place)) {
    for (int column = 0; column < 3; ++column) rows.null();
    return;
  }
  const OoxmlRun first = place.runs.empty() ? OoxmlRun{} : place.runs.front();
  rows.text(place.part);
  rows.integer(first.paragraph);
  rows.integer(first.length);
}

void add_figure(Rows& rows, const Report& report, const PrintedFigure& printed, FigureId id) {
  const Figure& figure = report.extraction.figures[id];
  rows.text(report.document.meta.id);
  rows.text(printed.id);
  rows.integer(id);
  rows.text(name(figure.kind));
  rows.text(name(figure.role));
  add_value(rows, figure);
  rows.text_or_null(printed.range);
  add_meaning(rows, figure);
  rows.text(printed.printed);
  rows.text(output::without_line_breaks(report.document.view(figure.number)));
  rows.text_or_null(output::without_line_breaks(report.document.view(figure.unit_text)));
  add_place(rows, report, figure);
  add_source(rows, printed.place);
  rows.text(json_spans(printed.place));
  add_part(rows, printed.place);
  rows.end_row();
}

void add_check_figures(Rows& rows, const Report& report, const PrintedFigures& index, const Check& check) {
  if (const PrintedFigure* stated = index.find(check.stated); stated != nullptr) {
    rows.text(stated->id);
    rows.text(stated->printed);
    rows.text(report.extraction.figures[check.stated].value.str());
    add_line(rows, stated->place);
  } else {
    for (int column = 0; column < 4; ++column) rows.null();
  }
  rows.text_or_null(check.computed);
  rows.text_or_null(check.computed.empty() ? std::string_view() : std::string_view(check.computed_low));
  rows.text_or_null(check.computed.empty() ? std::string_view() : std::string_view(check.computed_high));
  rows.text_or_null(check.difference);
  rows.text_or_null(check.caused_by < report.checks.size() ? std::string_view(report.checks[check.caused_by].id) : std::string_view());
  const PrintedFigure* blamed = check.blamed ? index.find(check.blamed->figure) : nullptr;
  rows.text_or_null(blamed != nullptr ? std::string_view(blamed->id) : std::string_view());
  rows.text_or_null(blamed != nullptr ? check.blamed->would_be.str() : std::string());
}

void add_check(Rows& rows, const Report& report, const PrintedFigures& index, std::size_t position) {
  const Check& check = report.checks[position];
  rows.text(report.document.meta.id);
  rows.text(check.id);
  rows.integer(signed_of(position));
  rows.text(check.evidence);
  rows.text(name(check.rule));
  rows.text(name(check.verdict));
  rows.text_or_null(name(check.severity));
  rows.boolean(output::is_finding(check));
  add_check_figures(rows, report, index, check);
  rows.text_or_null(check.formula);
  rows.text_or_null(check.message);
  rows.text_or_null(check.hint);
  rows.text_or_null(check.why);
  rows.end_row();
}

void add_operands(Rows& rows, const Report& report, const PrintedFigures& index, const Check& check) {
  std::int64_t position = 0;
  for (const CheckOperand& operand : check.operands) {
    const PrintedFigure* printed = index.find(operand.figure);
    if (printed == nullptr) continue;
    rows.text(report.document.meta.id);
    rows.text(check.id);
    rows.integer(position++);
    rows.text(printed->id);
    rows.text(name(operand.role));
    rows.integer(operand.sign);
    rows.text(printed->printed);
    rows.text(report.extraction.figures[operand.figure].value.str());
    add_line(rows, printed->place);
    rows.end_row();
  }
}

void add_warnings(Rows& rows, const Document& document, const std::vector<Warning>& warnings) {
  for (const Warning& warning : warnings) {
    rows.text(document.meta.id);
    rows.integer(signed_of(rows.count()));
    rows.text(warning.code);
    rows.text(warning.message);
    if (warning.text.empty()) {
      for (int column = 0; column < 7; ++column) rows.null();
    } else {
      const Place place = document.map.place(warning.text);
      add_source(rows, place);
      add_part(rows, place);
    }
    rows.end_row();
  }
}

void add_coverage(Rows& rows, const Report& report) {
  for (const Obligation& obligation : report.coverage) {
    rows.text(report.document.meta.id);
    rows.integer(signed_of(rows.count()));
    rows.text(obligation.text);
    rows.boolean(obligation.ran);
    rows.text_or_null(obligation.check < report.checks.size() ? std::string_view(report.checks[obligation.check].id) : std::string_view());
    rows.text_or_null(obligation.ran ? std::string_view() : std::string_view(obligation.why));
    rows.end_row();
  }
}

}  // namespace

Records rows_of(const Report& report, std::string_view path, std::string_view program_version) {
  Records records;
  add_document(records.of(TableId::documents), report, path, program_version);
  const PrintedFigures index(report);
  for (FigureId id = 0; id < report.extraction.figures.size(); ++id) add_figure(records.of(TableId::figures), report, *index.find(id), id);
  for (std::size_t i = 0; i < report.checks.size(); ++i) {
    add_check(records.of(TableId::checks), report, index, i);
    add_operands(records.of(TableId::operands), report, index, report.checks[i]);
  }
  add_warnings(records.of(TableId::warnings), report.document, report.document.warnings);
  add_warnings(records.of(TableId::warnings), report.document, report.extraction.warnings);
  add_coverage(records.of(TableId::coverage), report);
  add_key_figures(records.of(TableId::key_figures), report.document.meta.id, report.key_figures, report.extraction.facts.period.str());
  return records;
}

}  // namespace gouji::store
