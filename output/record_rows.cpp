#include "output/record_rows.h"

#include <array>

#include "output/across_record.h"
#include "output/record_ids.h"
#include "output/tally.h"

namespace gouji::output {
namespace {

constexpr std::string_view between = " | ";

constexpr std::array figure_names{RowColumn{"id"},
                                  RowColumn{"document"},
                                  RowColumn{"path"},
                                  RowColumn{"kind"},
                                  RowColumn{"role"},
                                  RowColumn{"value", true},
                                  RowColumn{"fraction"},
                                  RowColumn{"unit"},
                                  RowColumn{"decimals"},
                                  RowColumn{"decimals_inferred"},
                                  RowColumn{"comparator"},
                                  RowColumn{"range"},
                                  RowColumn{"indicator"},
                                  RowColumn{"indicator_id"},
                                  RowColumn{"aspect"},
                                  RowColumn{"of"},
                                  RowColumn{"scope"},
                                  RowColumn{"code"},
                                  RowColumn{"period"},
                                  RowColumn{"basis"},
                                  RowColumn{"unit_from"},
                                  RowColumn{"period_from"},
                                  RowColumn{"basis_from"},
                                  RowColumn{"scope_from"},
                                  RowColumn{"direction"},
                                  RowColumn{"versus"},
                                  RowColumn{"versus_text"},
                                  RowColumn{"fund"},
                                  RowColumn{"printed"},
                                  RowColumn{"printed_number"},
                                  RowColumn{"printed_unit"},
                                  RowColumn{"place"},
                                  RowColumn{"section"},
                                  RowColumn{"sentence"},
                                  RowColumn{"table"},
                                  RowColumn{"table_index", true},
                                  RowColumn{"table_path"},
                                  RowColumn{"block", true},
                                  RowColumn{"row", true},
                                  RowColumn{"column", true},
                                  RowColumn{"row_label"},
                                  RowColumn{"column_label"},
                                  RowColumn{"line", true},
                                  RowColumn{"offset", true},
                                  RowColumn{"begin", true},
                                  RowColumn{"end", true},
                                  RowColumn{"spans"},
                                  RowColumn{"part"},
                                  RowColumn{"paragraph", true},
                                  RowColumn{"length", true}};

constexpr std::array check_names{RowColumn{"id"},
                                 RowColumn{"evidence"},
                                 RowColumn{"document"},
                                 RowColumn{"path"},
                                 RowColumn{"rule"},
                                 RowColumn{"verdict"},
                                 RowColumn{"severity"},
                                 RowColumn{"finding"},
                                 RowColumn{"stated"},
                                 RowColumn{"stated_printed"},
                                 RowColumn{"stated_value", true},
                                 RowColumn{"stated_line", true},
                                 RowColumn{"computed", true},
                                 RowColumn{"computed_low", true},
                                 RowColumn{"computed_high", true},
                                 RowColumn{"difference", true},
                                 RowColumn{"operands"},
                                 RowColumn{"operand_roles"},
                                 RowColumn{"operand_signs"},
                                 RowColumn{"operand_printed"},
                                 RowColumn{"operand_values"},
                                 RowColumn{"operand_lines"},
                                 RowColumn{"caused_by"},
                                 RowColumn{"blamed"},
                                 RowColumn{"would_be", true},
                                 RowColumn{"formula"},
                                 RowColumn{"message"},
                                 RowColumn{"hint"},
                                 RowColumn{"why"},
                                 RowColumn{"operand_documents"}};

void join(std::string& list, std::string_view element, std::string_view separator = between) {
  if (!list.empty()) list += separator;
  list += element;
}

class RowBuilder {
 public:
  explicit RowBuilder(std::size_t columns) { row_.reserve(columns); }
  void text(std::string_view value) { row_.emplace_back(value); }
  void number(std::uint64_t value) { row_.push_back(std::to_string(value)); }
  void line(std::uint64_t value) { row_.push_back(value == 0 ? std::string() : std::to_string(value)); }
  void blank(std::size_t cells) { row_.resize(row_.size() + cells); }
  Row take() { return std::move(row_); }

 private:
  Row row_;
};

void add_value(RowBuilder& row, const Figure& figure) {
  row.text(name(figure.kind));
  row.text(name(figure.role));
  row.text(figure.value.str());
  row.text(figure.fraction);
  row.text(figure.unit.value);
  row.text(figure.exact ? std::string("INF") : std::to_string(figure.decimals));
  row.text(figure.decimals_inferred == INT16_MIN ? std::string() : std::to_string(figure.decimals_inferred));
  row.text(name(figure.comparator));
}

void add_meaning(RowBuilder& row, const Figure& figure) {
  row.text(figure.indicator);
  row.text(figure.indicator_id);
  row.text(name(figure.aspect));
  row.text(figure.of);
  row.text(figure.scope.value);
  row.text(figure.code);
  row.text(figure.period.value.str());
  row.text(name(figure.basis.value));
  row.text(name(figure.unit.from));
  row.text(name(figure.period.from));
  row.text(name(figure.basis.from));
  row.text(name(figure.scope.from));
  row.text(name(figure.direction));
  row.text(name(figure.versus));
  row.text(figure.versus_text);
  row.text(name(figure.fund));
}

void add_table_place(RowBuilder& row, const Document& document, const Figure& figure) {
  const Table* table = figure.table < document.tables.size() ? &document.tables[figure.table] : nullptr;
  std::string path;
  if (table != nullptr) {
    for (const std::uint32_t outer : table->path) join(path, std::to_string(outer));
  }
  row.text(table != nullptr ? without_line_breaks(document.view(table->title)) : std::string());
  row.number(figure.table);
  row.text(path);
  row.number(figure.block_of_table);
  row.number(figure.row);
  row.number(figure.column);
  row.text(figure.row_label);
  row.text(figure.column_label);
}

void add_place(RowBuilder& row, const Report& report, const Figure& figure) {
  constexpr std::size_t table_cells = 8;
  std::string sections;
  for (const std::string_view heading : heading_path(report.document, figure.section)) join(sections, heading);
  row.text(figure.table == no_id ? "prose" : "table");
  row.text(sections);
  if (figure.table != no_id) {
    row.blank(1);
    add_table_place(row, report.document, figure);
    return;
  }
  const auto& sentences = report.extraction.sentences;
  row.text(figure.sentence < sentences.size() ? report.document.view(passage_around(report.document, sentences[figure.sentence].text, figure.text))
                                              : std::string_view());
  row.blank(table_cells);
}

// Of a package's part: its paragraph and the characters in it; of bytes: line, offset and bytes.
void add_part(RowBuilder& row, const Place& place) {
  constexpr std::size_t byte_cells = 2;
  const OoxmlRun first = place.runs.empty() ? OoxmlRun{} : place.runs.front();
  std::string spans;
  for (const OoxmlRun& run : place.runs) {
    join(spans, std::to_string(run.paragraph) + "-" + std::to_string(run.offset) + "-" + std::to_string(run.length));
  }
  row.blank(1);
  row.number(first.offset);
  row.blank(byte_cells);
  row.text(spans);
  row.text(place.part);
  row.number(first.paragraph);
  row.number(first.length);
}

void add_source(RowBuilder& row, const Place& place) {
  constexpr std::size_t part_cells = 3;
  if (!place.part.empty()) return add_part(row, place);
  std::string spans;
  for (const ByteRun& span : place.spans) join(spans, std::to_string(span.begin) + "-" + std::to_string(span.end));
  row.line(place.line);
  row.number(place.offset);
  row.number(place.begin);
  row.number(place.end);
  row.text(spans);
  row.blank(part_cells);
}

void add_reference(RowBuilder& row, const Report& report, const PrintedFigures& index, FigureId id) {
  constexpr std::size_t cells = 4;
  const PrintedFigure* printed = index.find(id);
  if (printed == nullptr) return row.blank(cells);
  row.text(printed->id);
  row.text(printed->printed);
  row.text(report.extraction.figures[id].value.str());
  row.line(printed->place.line);
}

void add_operands(RowBuilder& row, const Report& report, const PrintedFigures& index, const Check& check) {
  std::string ids, roles, signs, texts, values, lines;
  for (const CheckOperand& operand : check.operands) {
    const PrintedFigure* printed = index.find(operand.figure);
    if (printed == nullptr) continue;
    join(ids, printed->id);
    join(roles, name(operand.role));
    join(signs, std::to_string(operand.sign));
    join(texts, printed->printed);
    join(values, report.extraction.figures[operand.figure].value.str());
    if (printed->place.line != 0) join(lines, std::to_string(printed->place.line));
  }
  for (const std::string* list : {&ids, &roles, &signs, &texts, &values, &lines}) row.text(*list);
}

// The stated one first, as in the record.
void add_across_operands(RowBuilder& row, const AcrossCheck& check) {
  std::string ids, roles, signs, texts, values, lines;
  for (std::size_t i = check.operands.size(); i-- > 0;) {
    const AcrossOperand& operand = check.operands[i];
    join(ids, figure_id(operand.document, operand.number));
    join(roles, name(i + 1 == check.operands.size() ? OperandRole::left : OperandRole::right));
    join(signs, "1");
    join(texts, operand.printed);
    join(values, operand.value.str());
    if (operand.line != 0) join(lines, std::to_string(operand.line));
  }
  for (const std::string* list : {&ids, &roles, &signs, &texts, &values, &lines}) row.text(*list);
}

}  // namespace

std::span<const RowColumn> figure_columns() { return figure_names; }
std::span<const RowColumn> check_columns() { return check_names; }

Row figure_row(const Report& report, const PrintedFigures& index, FigureId id) {
  const Figure& figure = report.extraction.figures[id];
  const PrintedFigure& printed = *index.find(id);
  RowBuilder row(figure_names.size());
  row.text(printed.id);
  row.text(report.document.meta.id);
  row.text(report.document.meta.path);
  add_value(row, figure);
  row.text(printed.range);
  add_meaning(row, figure);
  row.text(printed.printed);
  row.text(without_line_breaks(report.document.view(figure.number)));
  row.text(without_line_breaks(report.document.view(figure.unit_text)));
  add_place(row, report, figure);
  add_source(row, printed.place);
  return row.take();
}

Row check_row(const Report& report, const PrintedFigures& index, const Check& check) {
  RowBuilder row(check_names.size());
  row.text(check.id);
  row.text(check.evidence);
  row.text(report.document.meta.id);
  row.text(report.document.meta.path);
  row.text(name(check.rule));
  row.text(name(check.verdict));
  row.text(name(check.severity));
  row.text(is_finding(check) ? "true" : "false");
  add_reference(row, report, index, check.stated);
  row.text(check.computed);
  row.text(check.computed_low);
  row.text(check.computed_high);
  row.text(check.difference);
  add_operands(row, report, index, check);
  row.text(check.caused_by < report.checks.size() ? std::string_view(report.checks[check.caused_by].id) : std::string_view());
  const PrintedFigure* blamed = check.blamed ? index.find(check.blamed->figure) : nullptr;
  row.text(blamed != nullptr ? std::string_view(blamed->id) : std::string_view());
  row.text(blamed != nullptr ? check.blamed->would_be.str() : std::string());
  row.text(check.formula);
  row.text(check.message);
  row.text(check.hint);
  row.text(check.why);
  row.blank(1);
  return row.take();
}

Row across_row(const AcrossCheck& check) {
  const AcrossOperand &stated = check.operands.back(), &other = check.operands.front();
  RowBuilder row(check_names.size());
  for (const std::string& value : {across_id(check), across_evidence(check), stated.document, stated.path}) row.text(value);
  for (const std::string_view value : {name(Rule::equal), name(check.verdict), name(check.severity)}) row.text(value);
  row.text(check.verdict == Verdict::inconsistent ? "true" : "false");
  row.text(figure_id(stated.document, stated.number));
  row.text(stated.printed);
  row.text(stated.value.str());
  row.line(stated.line);
  row.text(other.value.str());
  row.blank(2);
  row.text((stated.value - other.value).str());
  add_across_operands(row, check);
  row.blank(3);
  for (const std::string* value : {&check.formula, &check.message, &check.hint, &check.why}) row.text(*value);
  std::string documents;
  for (std::size_t i = check.operands.size(); i-- > 0;) join(documents, check.operands[i].document);
  row.text(documents);
  return row.take();
}

}  // namespace gouji::output
