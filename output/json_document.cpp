// document, refusal, summary and number objects.
#include <map>

#include "output/coverage_counts.h"
#include "output/json_records.h"
#include "output/printed_figures.h"

namespace gouji::output {
namespace {

void write_coverage_counts(JsonWriter& json, const CoverageCounts& counts) {
  json.begin("obligations");
  json.number("total", counts.obligations);
  json.number("ran", counts.ran);
  json.end();
  json.number("figures_checked", counts.figures_checked);
}

void write_counts(JsonWriter& json, const Report& report, bool audited) {
  json.begin("counts");
  json.number("figures", std::uint64_t{report.extraction.figures.size()});
  json.number("tables", std::uint64_t{report.document.tables.size()});
  if (audited) {
    write_verdicts(json, count_verdicts(report.checks));
    write_coverage_counts(json, count_coverage(report));
  } else {
    json.null("checks");
    json.null("obligations");
    json.null("figures_checked");
  }
  std::map<NumberClass, std::uint64_t> classes;
  for (const Number& number : report.extraction.numbers) ++classes[number.number_class];
  json.begin("numbers");
  for (const auto& [number_class, count] : classes) json.number(name(number_class), count);
  json.end();
  json.end();
}

void write_warnings(JsonWriter& json, const Document& document, const std::vector<Warning>& warnings) {
  for (const Warning& warning : warnings) {
    json.begin();
    json.text("code", warning.code);
    json.text("message", warning.message);
    if (warning.text.empty()) {
      json.null("source");
    } else {
      json.source("source", document.map.place(warning.text));
    }
    json.end();
  }
}

// What the report owes a check for: the check that ran it, or why none did.
void write_obligation(JsonWriter& json, const Report& report, const Obligation& obligation) {
  json.begin();
  json.text("obligation", obligation.text);
  json.boolean("ran", obligation.ran);
  json.text_or_null("check", obligation.check < report.checks.size() ? report.checks[obligation.check].id : std::string());
  if (!obligation.ran) json.text_or_null("why", obligation.why);
  json.end();
}

}  // namespace

void write_verdicts(JsonWriter& json, const VerdictCounts& counts) {
  json.begin("checks");
  for (const Verdict verdict : all_verdicts) json.number(name(verdict), counts.of(verdict));
  json.end();
}

void write_document(JsonWriter& json, const Report& report, bool audited) {
  const DocumentMeta& meta = report.document.meta;
  const ReportFacts& facts = report.extraction.facts;
  json.begin();
  json.text("type", "document");
  json.text("id", meta.id);
  json.text("path", meta.path);
  json.begin_array("paths");
  for (const std::string& path : meta.paths) json.element(path);
  json.end_array();
  json.text("format", meta.format);
  json.text_or_null("encoding", meta.encoding);
  json.number("bytes", meta.bytes);
  json.text_or_null("title", facts.title);
  json.text_or_null("entity", facts.entity);
  json.text_or_null("period", facts.period.str());
  json.text("report_kind", name(facts.kind));
  write_counts(json, report, audited);
  json.begin_array("coverage");
  for (const Obligation& obligation : report.coverage) write_obligation(json, report, obligation);
  json.end_array();
  json.begin_array("warnings");
  write_warnings(json, report.document, report.document.warnings);
  write_warnings(json, report.document, report.extraction.warnings);
  json.end_array();
  json.text("pattern_version", report.pattern_version);
  json.end();
}

void write_refusal(JsonWriter& json, const Refusal& refusal) {
  json.begin();
  json.text("type", "refusal");
  json.text("path", refusal.path);
  json.text("code", refusal.code);
  json.text("message", refusal.message);
  json.text_or_null("hint", refusal.hint);
  json.end();
}

void write_summary(JsonWriter& json, const Tally& tally, bool audited) {
  json.begin();
  json.text("type", "summary");
  json.number("documents", tally.documents);
  json.number("refusals", tally.refusals);
  json.number("figures", tally.figures);
  if (audited) {
    write_verdicts(json, tally.checks);
  } else {
    json.null("checks");
  }
  json.end();
}

void write_number(JsonWriter& json, const Document& document, const Number& number) {
  const std::string_view text =
      number.in_decoded ? std::string_view(document.map.decoded()).substr(number.text.begin, number.text.size()) : document.view(number.text);
  json.begin();
  json.text("type", "number");
  json.text("document", document.meta.id);
  json.text("class", name(number.number_class));
  json.begin("printed");
  json.text("text", without_line_breaks(text));
  json.end();
  json.source("source", number.in_decoded ? document.map.place_of_decoded(number.text) : document.map.place(number.text));
  json.end();
}

}  // namespace gouji::output
