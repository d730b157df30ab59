// Where a run's records go: one stream for all inputs, or one file for each document (a format that holds one, or an output
// that is a folder). Every file is there whole or not at all.
#pragma once

#include <functional>
#include <string>
#include <vector>

#include "app/options.h"
#include "app/plan.h"
#include "output/sink.h"

namespace gouji::app {

// Calls `run` with the sink and returns its exit status. What cannot be written is logged and is exit_nothing; a reader of a pipe
// that has gone is no failure. Refused before anything is read: an output that is one of the inputs, several inputs for one
// file of a format that holds one document, a workbook on a terminal.
int with_destination(const Options& options, const std::vector<Job>& jobs, const std::function<int(output::RecordSink&)>& run);

}  // namespace gouji::app
