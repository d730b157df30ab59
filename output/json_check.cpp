// The check object.
#include "output/json_records.h"

namespace gouji::output {
namespace {

// figure, printed, value and line: what a reader needs of a figure without looking it up.
void write_reference(JsonWriter& json, const PrintedFigure& printed, const Figure& figure) {
  json.text("printed", printed.printed);
  json.text("value", figure.value.str());
  json.line("line", printed.place);
}

void write_operands(JsonWriter& json, const Report& report, const PrintedFigures& index, const Check& check) {
  json.begin_array("operands");
  for (const CheckOperand& operand : check.operands) {
    const PrintedFigure* printed = index.find(operand.figure);
    if (printed == nullptr) continue;
    json.begin();
    json.text("figure", printed->id);
    json.text("role", name(operand.role));
    json.number("sign", std::int64_t{operand.sign});
    write_reference(json, *printed, report.extraction.figures[operand.figure]);
    json.end();
  }
  json.end_array();
}

void write_stated(JsonWriter& json, const Report& report, const PrintedFigures& index, const Check& check) {
  const PrintedFigure* printed = index.find(check.stated);
  if (printed == nullptr) return json.null("stated");
  json.begin("stated");
  json.text("figure", printed->id);
  write_reference(json, *printed, report.extraction.figures[check.stated]);
  json.end();
}

void write_computed(JsonWriter& json, const Check& check) {
  if (check.computed.empty()) return json.null("computed");
  json.begin("computed");
  json.text("value", check.computed);
  json.text_or_null("low", check.computed_low);
  json.text_or_null("high", check.computed_high);
  json.end();
}

void write_blamed(JsonWriter& json, const PrintedFigures& index, const Check& check) {
  const PrintedFigure* printed = check.blamed ? index.find(check.blamed->figure) : nullptr;
  if (printed == nullptr) return json.null("blamed");
  json.begin("blamed");
  json.text("figure", printed->id);
  json.text("would_be", check.blamed->would_be.str());
  json.end();
}

}  // namespace

void write_check(JsonWriter& json, const Report& report, const PrintedFigures& index, const Check& check) {
  json.begin();
  json.text("type", "check");
  json.text("id", check.id);
  json.text("evidence", check.evidence);
  json.text("document", report.document.meta.id);
  json.text("rule", name(check.rule));
  json.text("verdict", name(check.verdict));
  json.text_or_null("severity", name(check.severity));
  write_stated(json, report, index, check);
  write_computed(json, check);
  json.text_or_null("difference", check.difference);
  write_operands(json, report, index, check);
  json.text_or_null("caused_by", check.caused_by < report.checks.size() ? report.checks[check.caused_by].id : std::string());
  write_blamed(json, index, check);
  json.text_or_null("formula", check.formula);
  json.text_or_null("message", check.message);
  json.text_or_null("hint", check.hint);
  json.text_or_null("why", check.why);
  json.end();
}

}  // namespace gouji::output
