#include "output/jsonl.h"

#include "output/json_records.h"

namespace gouji::output {

void JsonlSink::report(const Report& report) {
  tally_.add(report);
  write_document(json_, report, options_.audited);
  put();
  const PrintedFigures index(report);
  for (FigureId id = 0; id < report.extraction.figures.size(); ++id) {
    write_figure(json_, report, index, id);
    put();
  }
  if (options_.all_numbers) {
    for (const Number& number : report.extraction.numbers) {
      write_number(json_, report.document, number);
      put();
    }
  }
  for (const Check& check : report.checks) {
    write_check(json_, report, index, check);
    put();
  }
}

void JsonlSink::refusal(const Refusal& refusal) {
  tally_.add(refusal);
  write_refusal(json_, refusal);
  put();
}

void JsonlSink::across(const AcrossCheck& check) {
  tally_.checks.add(check.verdict);
  if (check.verdict == Verdict::inconsistent) ++tally_.findings;
  write_across(json_, check);
  put();
}

void JsonlSink::finish() {
  if (tally_.inputs > 1) {
    write_summary(json_, tally_, options_.audited);
    put();
  }
  out_.flush();
  if (!out_) throw std::ios_base::failure("cannot write the output");
}

void JsonlSink::put() {
  const std::string_view line = json_.line();
  out_.write(line.data(), static_cast<std::streamsize>(line.size()));
  json_.next();
  if (!out_) throw std::ios_base::failure("cannot write the output");
}

}  // namespace gouji::output
