// DocxSink: the annotated copy of a report's Word file, one report a file (output/docx/annotate.h). Needs Report::original. Does not own the
// stream. One thread.
#pragma once

#include <functional>
#include <ostream>
#include <string>

#include "corpus/input.h"
#include "model/language.h"
#include "model/result.h"
#include "output/sink.h"

namespace gouji::output {

struct DocxOptions {
  Language language = Language::zh;
  corpus::Limits limits;
  std::function<void(const std::string&)> warn;  // what of a report could not be put where it belongs
};

// Thrown by report(): this report has no copy, the others may have one.
struct NoCopy {
  Error error;
};

class DocxSink final : public RecordSink {
 public:
  DocxSink(std::ostream& out, DocxOptions options) : out_(out), options_(std::move(options)) {}
  void report(const Report& report) override;
  void refusal(const Refusal& /*refusal*/) override {}
  void finish() override;

 private:
  std::ostream& out_;
  DocxOptions options_;
};

}  // namespace gouji::output
