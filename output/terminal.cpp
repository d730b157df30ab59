#include "output/terminal.h"

namespace gouji::output {
void TerminalSink::report(const Report& report) { tally_.add(report); }
void TerminalSink::refusal(const Refusal& refusal) { tally_.add(refusal); }
void TerminalSink::finish() { out_.flush(); }
}  // namespace gouji::output
