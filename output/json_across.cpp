// The check object of figures in several documents: the same fields, and every operand says its document.
#include "output/across_record.h"
#include "output/json_records.h"
#include "output/record_ids.h"

namespace gouji::output {
namespace {

void write_reference(JsonWriter& json, const AcrossOperand& operand) {
  json.text("document", operand.document);
  json.text("figure", figure_id(operand.document, operand.number));
  json.text("printed", operand.printed);
  json.text("value", operand.value.str());
  if (operand.line == 0)
    json.null("line");
  else
    json.number("line", operand.line);
}

}  // namespace

void write_across(JsonWriter& json, const AcrossCheck& check) {
  const AcrossOperand& stated = check.operands.back();
  const AcrossOperand& other = check.operands.front();
  json.begin();
  json.text("type", "check");
  json.text("id", across_id(check));
  json.text("evidence", across_evidence(check));
  json.text("document", stated.document);
  json.text("rule", name(Rule::equal));
  json.text("verdict", name(check.verdict));
  json.text_or_null("severity", name(check.severity));
  json.begin("stated");
  write_reference(json, stated);
  json.end();
  json.begin("computed");
  json.text("value", other.value.str());
  json.null("low");
  json.null("high");
  json.end();
  json.text("difference", (stated.value - other.value).str());
  json.begin_array("operands");
  for (std::size_t i = check.operands.size(); i-- > 0;) {
    json.begin();
    json.text("role", name(i + 1 == check.operands.size() ? OperandRole::left : OperandRole::right));
    json.number("sign", std::int64_t{1});
    write_reference(json, check.operands[i]);
    json.end();
  }
  json.end_array();
  json.null("caused_by");
  json.null("blamed");
  json.text_or_null("formula", check.formula);
  json.text_or_null("message", check.message);
  json.text_or_null("hint", check.hint);
  json.text_or_null("why", check.why);
  json.end();
}

}  // namespace gouji::output
