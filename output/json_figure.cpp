// The figure object.
#include "output/json_records.h"

namespace gouji::output {
namespace {

void write_value(JsonWriter& json, const Figure& figure) {
  json.text("value", figure.value.str());
  json.text_or_null("fraction", figure.fraction);
  json.text_or_null("unit", figure.unit.value);
  if (figure.exact) {
    json.text("decimals", "INF");
  } else {
    json.number("decimals", std::int64_t{figure.decimals});
  }
  if (figure.decimals_inferred == INT16_MIN) {
    json.null("decimals_inferred");
  } else {
    json.number("decimals_inferred", std::int64_t{figure.decimals_inferred});
  }
  json.text("comparator", name(figure.comparator));
}

void write_meaning(JsonWriter& json, const Figure& figure) {
  json.text_or_null("indicator", figure.indicator);
  json.text_or_null("indicator_id", figure.indicator_id);
  json.text("aspect", name(figure.aspect));
  json.text_or_null("of", figure.of);
  json.text_or_null("scope", figure.scope.value);
  json.text_or_null("code", figure.code);
  json.text_or_null("period", figure.period.value.str());
  json.text_or_null("basis", name(figure.basis.value));
  json.text_or_null("unit_from", name(figure.unit.from));
  json.text_or_null("period_from", name(figure.period.from));
  json.text_or_null("basis_from", name(figure.basis.from));
  json.text_or_null("scope_from", name(figure.scope.from));
  json.text_or_null("direction", name(figure.direction));
  json.text_or_null("versus", name(figure.versus));
  json.text_or_null("versus_text", figure.versus_text);
  json.text_or_null("fund", name(figure.fund));
}

void write_sections(JsonWriter& json, const Document& document, SectionId section) {
  json.begin_array("section");
  for (const std::string_view heading : heading_path(document, section)) json.element(heading);
  json.end_array();
}

void write_table_place(JsonWriter& json, const Document& document, const Figure& figure) {
  json.text("kind", "table");
  write_sections(json, document, figure.section);
  const Table* table = figure.table < document.tables.size() ? &document.tables[figure.table] : nullptr;
  json.text_or_null("table", table != nullptr ? without_line_breaks(document.view(table->title)) : std::string());
  json.number("table_index", std::uint64_t{figure.table});
  if (table != nullptr && !table->path.empty()) {
    json.begin_array("table_path");
    for (const std::uint32_t outer : table->path) json.element(std::uint64_t{outer});
    json.end_array();
  } else {
    json.null("table_path");
  }
  json.number("block", std::uint64_t{figure.block_of_table});
  json.number("row", std::uint64_t{figure.row});
  json.number("column", std::uint64_t{figure.column});
  json.text_or_null("row_label", figure.row_label);
  json.text_or_null("column_label", figure.column_label);
}

void write_place(JsonWriter& json, const Report& report, const Figure& figure) {
  json.begin("place");
  if (figure.table != no_id) {
    write_table_place(json, report.document, figure);
  } else {
    json.text("kind", "prose");
    write_sections(json, report.document, figure.section);
    const auto& sentences = report.extraction.sentences;
    const TextRange sentence =
        figure.sentence < sentences.size() ? passage_around(report.document, sentences[figure.sentence].text, figure.text) : TextRange{};
    json.text_or_null("sentence", report.document.view(sentence));
  }
  json.end();
}

}  // namespace

void write_figure(JsonWriter& json, const Report& report, const PrintedFigures& index, FigureId id) {
  const Figure& figure = report.extraction.figures[id];
  const PrintedFigure& printed = *index.find(id);
  json.begin();
  json.text("type", "figure");
  json.text("id", printed.id);
  json.text("document", report.document.meta.id);
  json.text("kind", name(figure.kind));
  json.text("role", name(figure.role));
  write_value(json, figure);
  json.text_or_null("range", printed.range);
  write_meaning(json, figure);
  json.begin("printed");
  json.text("text", printed.printed);
  json.text("number", without_line_breaks(report.document.view(figure.number)));
  json.text_or_null("unit", without_line_breaks(report.document.view(figure.unit_text)));
  json.end();
  write_place(json, report, figure);
  json.source("source", printed.place);
  json.end();
}

}  // namespace gouji::output
