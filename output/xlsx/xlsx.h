// XlsxSink: a tie-out working paper, one workbook a document. Sheets: findings, tie-out (every check as a live formula over the cells
// that hold the printed figures), figures, tables (the report's grids, suspicious cells marked), coverage, legend.
//
// A workbook's numbers are binary doubles (15 to 17 digits): beside every figure stands its exact decimal as text. Nothing of a
// report becomes a formula. Does not own the stream; the workbook is made in memory (a memfd) and written in one piece.
// Throws std::runtime_error where the workbook cannot be made, std::ios_base::failure where it cannot be written. One thread.
#pragma once

#include <ostream>
#include <string>
#include <vector>

#include "model/language.h"
#include "output/sink.h"

namespace gouji::output {

struct XlsxOptions {
  Language language = Language::zh;
  std::string version;  // of gouji
};

class XlsxSink final : public RecordSink {
 public:
  XlsxSink(std::ostream& out, XlsxOptions options) : out_(out), options_(std::move(options)) {}
  void report(const Report& report) override;
  void refusal(const Refusal&) override {}
  // These have a file of their own: no report is given to the same sink.
  void across(const AcrossCheck& check) override { across_.push_back(check); }
  void finish() override;

 private:
  std::ostream& out_;
  XlsxOptions options_;
  std::vector<AcrossCheck> across_;
};

}  // namespace gouji::output
