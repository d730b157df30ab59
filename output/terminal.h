// TerminalSink: a report for a person, in Chinese or English. Findings first, each with its place, its sentence with the
// operands marked, the arithmetic and what to do; then what is doubtful, then counts, then what was not checked.
// Width-aware (a Han character takes two columns); escape sequences for colours only when asked. Does not own the stream.
#pragma once

#include <cstddef>
#include <ostream>
#include <string>
#include <vector>

#include "model/language.h"
#include "output/sink.h"
#include "output/tally.h"

namespace gouji::output {

struct TerminalOptions {
  Language language = Language::zh;
  bool color = false;
  bool audited = true;        // false: a list of the figures
  bool all_numbers = false;   // a list of the other numbers too
  std::size_t columns = 100;  // lines are wrapped here
};

class TerminalSink final : public RecordSink {
 public:
  TerminalSink(std::ostream& out, TerminalOptions options) : out_(out), options_(options) {}
  void report(const Report& report) override;
  void refusal(const Refusal& refusal) override;
  void across(const AcrossCheck& check) override;
  void finish() override;

 private:
  void list_across();

  std::ostream& out_;
  TerminalOptions options_;
  Tally tally_;
  std::uint64_t across_ = 0;
  std::vector<std::string> across_to_look_at_;  // as they are printed
};

}  // namespace gouji::output
