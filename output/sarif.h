// SarifSink: SARIF 2.1.0 (OASIS), one run for all inputs, for tools that show results beside the text.
//
// Findings are results of kind "fail", their level is the check's severity; what an auditor would ask (query, unlikely) is of kind
// "review". A check that follows from a finding is counted in it, one that holds is no result. The place of the stated figure is
// the location, those of the other operands are related locations; a place has lines, columns (code points) and bytes where the
// format has lines, and always its headings, or its table, row and column, as a logical location. A refusal is a notification.
// Fingerprints: the check's id, so that a result is known again in the next version of a report. Does not own the stream. One thread.
#pragma once

#include <ostream>
#include <string>
#include <unordered_map>
#include <vector>

#include "model/language.h"
#include "output/json_writer.h"
#include "output/printed_figures.h"
#include "output/sink.h"

namespace gouji::output {

struct SarifOptions {
  Language language = Language::zh;
  std::string version;  // of gouji
};

class SarifSink final : public RecordSink {
 public:
  SarifSink(std::ostream& out, SarifOptions options);
  void report(const Report& report) override;
  void refusal(const Refusal& refusal) override;
  void across(const AcrossCheck& check) override;
  void finish() override;

 private:
  void put();  // writes what is ready
  void across_location(const AcrossOperand& operand, std::uint64_t number);

  std::ostream& out_;
  SarifOptions options_;
  JsonWriter json_;
  std::vector<DocumentMeta> artifacts_;
  std::unordered_map<std::string, std::uint64_t> artifact_of_;  // by the document's id
  std::vector<Refusal> refusals_;
};

}  // namespace gouji::output
