#include "output/store/schema.h"

#include <array>

namespace gouji::store {
namespace {

constexpr Type text = Type::text, integer = Type::integer, boolean = Type::boolean, decimal = Type::decimal;
constexpr bool required = false, optional = true;  // nullable?

constexpr std::array documents{
    Column{"id", text, required, "id"},
    Column{"path", text, required, "path"},
    Column{"format", text, required, "format"},
    Column{"encoding", text, optional, "encoding"},
    Column{"bytes", integer, required, "bytes"},
    Column{"title", text, optional, "title"},
    Column{"entity", text, optional, "entity"},
    Column{"period", text, optional, "period"},
    Column{"report_kind", text, required, "report_kind"},
    Column{"figures", integer, required, "counts.figures"},
    Column{"tables", integer, required, "counts.tables"},
    Column{"exact", integer, required, "counts.checks.exact"},
    Column{"rounding", integer, required, "counts.checks.rounding"},
    Column{"unlikely", integer, required, "counts.checks.unlikely"},
    Column{"inconsistent", integer, required, "counts.checks.inconsistent"},
    Column{"suspect_unit", integer, required, "counts.checks.suspect_unit"},
    Column{"explained", integer, required, "counts.checks.explained"},
    Column{"query", integer, required, "counts.checks.query"},
    Column{"not_checkable", integer, required, "counts.checks.not_checkable"},
    Column{"findings", integer, required, ""},
    Column{"pattern_version", text, required, "pattern_version"},
    Column{"program_version", text, required, ""},
};

constexpr std::array figures{
    Column{"document", text, required, "document"},
    Column{"id", text, required, "id"},
    Column{"position", integer, required, ""},
    Column{"kind", text, required, "kind"},
    Column{"role", text, required, "role"},
    Column{"value", decimal, required, "value"},
    Column{"fraction", text, optional, "fraction"},
    Column{"unit", text, optional, "unit"},
    Column{"decimals", integer, optional, "decimals"},
    Column{"exact", boolean, required, ""},
    Column{"decimals_inferred", integer, optional, "decimals_inferred"},
    Column{"comparator", text, required, "comparator"},
    Column{"range_id", text, optional, "range"},
    Column{"indicator", text, optional, "indicator"},
    Column{"indicator_id", text, optional, "indicator_id"},
    Column{"aspect", text, required, "aspect"},
    Column{"of_indicator", text, optional, "of"},
    Column{"scope", text, optional, "scope"},
    Column{"code", text, optional, "code"},
    Column{"period", text, optional, "period"},
    Column{"basis", text, optional, "basis"},
    Column{"unit_from", text, optional, "unit_from"},
    Column{"period_from", text, optional, "period_from"},
    Column{"basis_from", text, optional, "basis_from"},
    Column{"scope_from", text, optional, "scope_from"},
    Column{"direction", text, optional, "direction"},
    Column{"versus", text, optional, "versus"},
    Column{"versus_text", text, optional, "versus_text"},
    Column{"fund", text, optional, "fund"},
    Column{"printed_text", text, required, "printed.text"},
    Column{"printed_number", text, required, "printed.number"},
    Column{"printed_unit", text, optional, "printed.unit"},
    Column{"place_kind", text, required, "place.kind"},
    Column{"section", text, optional, "place.section"},
    Column{"sentence", text, optional, "place.sentence"},
    Column{"table_title", text, optional, "place.table"},
    Column{"table_index", integer, optional, "place.table_index"},
    Column{"table_path", text, optional, "place.table_path"},
    Column{"table_block", integer, optional, "place.block"},
    Column{"table_row", integer, optional, "place.row"},
    Column{"table_column", integer, optional, "place.column"},
    Column{"row_label", text, optional, "place.row_label"},
    Column{"column_label", text, optional, "place.column_label"},
    Column{"source_line", integer, optional, "source.line"},
    Column{"source_offset", integer, optional, "source.offset"},
    Column{"source_begin", integer, optional, "source.begin"},
    Column{"source_end", integer, optional, "source.end"},
    Column{"source_spans", text, required, "source.spans"},
    Column{"source_part", text, optional, "source.part"},
    Column{"source_paragraph", integer, optional, "source.paragraph"},
    Column{"source_length", integer, optional, "source.length"},
};

constexpr std::array checks{
    Column{"document", text, required, "document"},
    Column{"id", text, required, "id"},
    Column{"position", integer, required, ""},
    Column{"evidence", text, required, "evidence"},
    Column{"rule", text, required, "rule"},
    Column{"verdict", text, required, "verdict"},
    Column{"severity", text, optional, "severity"},
    Column{"finding", boolean, required, ""},
    Column{"stated_figure", text, optional, "stated.figure"},
    Column{"stated_printed", text, optional, "stated.printed"},
    Column{"stated_value", decimal, optional, "stated.value"},
    Column{"stated_line", integer, optional, "stated.line"},
    Column{"computed", decimal, optional, "computed.value"},
    Column{"computed_low", decimal, optional, "computed.low"},
    Column{"computed_high", decimal, optional, "computed.high"},
    Column{"difference", decimal, optional, "difference"},
    Column{"caused_by", text, optional, "caused_by"},
    Column{"blamed_figure", text, optional, "blamed.figure"},
    Column{"would_be", decimal, optional, "blamed.would_be"},
    Column{"formula", text, optional, "formula"},
    Column{"message", text, optional, "message"},
    Column{"hint", text, optional, "hint"},
    Column{"why", text, optional, "why"},
};

// One row an element of a check's `operands`.
constexpr std::array operands{
    Column{"document", text, required, ""},       Column{"check_id", text, required, ""},      Column{"position", integer, required, ""},
    Column{"figure", text, required, "figure"},   Column{"role", text, required, "role"},      Column{"sign", integer, required, "sign"},
    Column{"printed", text, required, "printed"}, Column{"value", decimal, required, "value"}, Column{"line", integer, optional, "line"},
};

// One row an element of a document's `warnings`.
constexpr std::array warnings{
    Column{"document", text, required, ""},
    Column{"position", integer, required, ""},
    Column{"code", text, required, "code"},
    Column{"message", text, required, "message"},
    Column{"source_line", integer, optional, "source.line"},
    Column{"source_offset", integer, optional, "source.offset"},
    Column{"source_begin", integer, optional, "source.begin"},
    Column{"source_end", integer, optional, "source.end"},
    Column{"source_part", text, optional, "source.part"},
    Column{"source_paragraph", integer, optional, "source.paragraph"},
    Column{"source_length", integer, optional, "source.length"},
};

// One row an element of a document's `coverage`.
constexpr std::array coverage{
    Column{"document", text, required, ""},  Column{"position", integer, required, ""},   Column{"obligation", text, required, "obligation"},
    Column{"ran", boolean, required, "ran"}, Column{"check_id", text, optional, "check"}, Column{"why", text, optional, "why"},
};

// What is compared with other documents: one row a document.
constexpr std::array key_figures{
    Column{"document", text, required, ""}, Column{"entity", text, required, ""},  Column{"ending", text, required, ""},
    Column{"period", text, optional, ""},   Column{"figures", text, required, ""},
};

// The ledger: every input that was ever given, with what became of it.
constexpr std::array inputs{
    Column{"path", text, required, ""},
    Column{"status", text, required, ""},
    Column{"sha256", text, optional, ""},
    Column{"bytes", integer, optional, ""},
    Column{"modified", integer, optional, ""},
    Column{"document", text, optional, ""},
    Column{"code", text, optional, ""},
    Column{"message", text, optional, ""},
    Column{"hint", text, optional, ""},
    Column{"attempts", integer, required, ""},
    Column{"started_at", Type::timestamp, required, ""},
    Column{"milliseconds", integer, required, ""},
    Column{"figures", integer, optional, ""},
    Column{"checks", integer, optional, ""},
    Column{"findings", integer, optional, ""},
    Column{"program_version", text, required, ""},
    Column{"pattern_version", text, required, ""},
};

// A document that a new version of the same report has replaced.
constexpr std::array supersessions{
    Column{"document", text, required, ""},
    Column{"superseded_by", text, required, ""},
};

// Who reports, in the form in which names are compared.
constexpr std::array entities{
    Column{"entity", text, required, ""},
    Column{"full_name", text, required, ""},
    Column{"ending", text, required, ""},
};

// One figure that several documents of one entity state.
constexpr std::array across_checks{
    Column{"id", text, required, "id"},
    Column{"entity", text, required, ""},
    Column{"indicator", text, required, ""},
    Column{"compared", text, required, ""},
    Column{"period", text, required, ""},
    Column{"evidence", text, required, "evidence"},
    Column{"verdict", text, required, "verdict"},
    Column{"severity", text, optional, "severity"},
    Column{"finding", boolean, required, ""},
    Column{"reports", integer, required, ""},
    Column{"difference", decimal, required, "difference"},
    Column{"formula", text, optional, "formula"},
    Column{"message", text, optional, "message"},
    Column{"hint", text, optional, "hint"},
    Column{"why", text, optional, "why"},
};

constexpr std::array across_operands{
    Column{"check_id", text, required, ""},     Column{"position", integer, required, ""},    Column{"document", text, required, "document"},
    Column{"figure", text, required, "figure"}, Column{"printed", text, required, "printed"}, Column{"value", decimal, required, "value"},
    Column{"line", integer, optional, "line"},
};

constexpr std::array<Table, table_count> all{{
    {"documents", documents, 1},
    {"figures", figures, 2},
    {"checks", checks, 2},
    {"operands", operands, 3},
    {"warnings", warnings, 2},
    {"coverage", coverage, 2},
    {"key_figures", key_figures, 1, 3},
    {"inputs", inputs, 1},
    {"supersessions", supersessions, 1},
    {"entities", entities, 1, 3},
    {"across_checks", across_checks, 1, 3},
    {"across_operands", across_operands, 2, 3},
}};

}  // namespace

std::span<const Table, table_count> tables() { return all; }

std::string_view name(Type type) {
  switch (type) {
    case Type::text:
      return "text";
    case Type::integer:
      return "integer";
    case Type::boolean:
      return "boolean";
    case Type::decimal:
      return "decimal";
    case Type::timestamp:
      return "timestamp";
  }
  return {};
}

}  // namespace gouji::store
