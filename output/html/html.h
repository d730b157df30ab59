// HtmlSink: the evidence report, one page a document: findings with their arithmetic beside the report's own text, coverage, notes.
//
// One self-contained file without network access: style and script stand in it, a Content-Security-Policy allows that script by
// its hash and nothing else. Whatever the report holds is escaped. Without script the page still reads and prints as a whole.
// Template, style and script are files of output/html, compiled in. Does not own the stream. One thread.
#pragma once

#include <ostream>
#include <string>
#include <vector>

#include "model/language.h"
#include "output/sink.h"

namespace gouji::output {

struct HtmlOptions {
  Language language = Language::zh;
  std::string version;  // of gouji
};

class HtmlSink final : public RecordSink {
 public:
  HtmlSink(std::ostream& out, HtmlOptions options) : out_(out), options_(std::move(options)) {}
  void report(const Report& report) override;
  void refusal(const Refusal&) override {}
  // These have a file of their own: no report is given to the same sink.
  void across(const AcrossCheck& check) override { across_.push_back(check); }
  void finish() override;

 private:
  std::ostream& out_;
  HtmlOptions options_;
  std::vector<AcrossCheck> across_;
};

}  // namespace gouji::output
