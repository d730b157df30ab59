// The wire format of each record, field by field in the contract's order. Internal to output/: jsonl.cpp puts them on lines.
#pragma once

#include "model/across.h"
#include "output/json_writer.h"
#include "output/printed_figures.h"
#include "output/report.h"
#include "output/tally.h"

namespace gouji::output {

void write_document(JsonWriter& json, const Report& report, bool audited);
void write_figure(JsonWriter& json, const Report& report, const PrintedFigures& index, FigureId id);
void write_number(JsonWriter& json, const Document& document, const Number& number);
void write_check(JsonWriter& json, const Report& report, const PrintedFigures& index, const Check& check);
void write_across(JsonWriter& json, const AcrossCheck& check);
void write_refusal(JsonWriter& json, const Refusal& refusal);
void write_summary(JsonWriter& json, const Tally& tally, bool audited);
// "checks": {"exact": 3, …}, every verdict.
void write_verdicts(JsonWriter& json, const VerdictCounts& counts);

}  // namespace gouji::output
