// JsonlSink: JSON Lines, UTF-8, one object a line, decimals as strings; docs/record_format.md gives every object and field.
//
//   {"type":"document","id":"9f…","path":"a.txt",…}          one an input that could be read
//   {"type":"figure","id":"51…","document":"9f…",…}          in reading order
//   {"type":"number","document":"9f…","class":"date",…}      only with all_numbers
//   {"type":"check","id":"c3…","rule":"sum",…}               only of an audit
//   {"type":"check","rule":"equal",…}                        after the last input: figures that several documents state
//   {"type":"refusal","path":"b.txt","code":"empty",…}       one an input that could not be read
//   {"type":"summary","documents":1,"refusals":1,…}          last, where several inputs were given
//
// Every field of an object is always there; what is unknown is null. Does not own the stream. One thread.
#pragma once

#include <cstdint>
#include <ostream>

#include "output/json_writer.h"
#include "output/sink.h"
#include "output/tally.h"

namespace gouji::output {

struct JsonlOptions {
  bool all_numbers = false;  // number objects too
  bool audited = true;       // false: figures only, counts of checks are null
};

class JsonlSink final : public RecordSink {
 public:
  JsonlSink(std::ostream& out, JsonlOptions options) : out_(out), options_(options) {}
  void report(const Report& report) override;
  void refusal(const Refusal& refusal) override;
  void across(const AcrossCheck& check) override;
  void finish() override;

 private:
  void put();  // writes the finished object

  std::ostream& out_;
  JsonlOptions options_;
  JsonWriter json_;
  Tally tally_;
};

}  // namespace gouji::output
