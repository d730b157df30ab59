// RecordSink: where records go. A writer is opened by its own constructor, gets every input in order, then finish().
// Not thread-safe: one caller. A sink that fails to write throws std::ios_base::failure.
#pragma once

#include "model/across.h"
#include "output/report.h"

namespace gouji::output {

class RecordSink {
 public:
  virtual ~RecordSink() = default;
  virtual void report(const Report& report) = 0;
  virtual void refusal(const Refusal& refusal) = 0;
  virtual void across(const AcrossCheck& /*check*/) {}  // after the last input; a writer without a place for them leaves them out
  virtual void finish() = 0;                            // after the last input: summary where several inputs were given
};

}  // namespace gouji::output
