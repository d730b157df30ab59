// CsvSink: RFC 4180, UTF-8, CR LF, one header for all inputs. An audit gives one row a check, an extraction one row a figure;
// the columns are those of output/record_rows.h and docs/record_format.md. A refusal gives no row (the command says it on
// standard error). Does not own the stream. One thread.
#pragma once

#include <ostream>
#include <span>

#include "output/record_rows.h"
#include "output/sink.h"

namespace gouji::output {

struct CsvOptions {
  bool audited = true;  // checks; false: figures
  // For Excel: a byte order mark, and an apostrophe before text that it would run as a formula (= + - @).
  bool excel = false;
};

class CsvSink final : public RecordSink {
 public:
  CsvSink(std::ostream& out, CsvOptions options);
  void report(const Report& report) override;
  void refusal(const Refusal& refusal) override;
  void across(const AcrossCheck& check) override { put(check_columns(), across_row(check)); }
  void finish() override;

 private:
  void put(std::span<const RowColumn> columns, const Row& row);

  std::ostream& out_;
  CsvOptions options_;
  std::string line_;
};

}  // namespace gouji::output
