// gouji ingest: an archive of inputs → a store with its ledger.
#pragma once

#include <memory>

#include "app/options.h"
#include "patterns/library.h"

namespace gouji::app {

// Returns the exit status. Errors are logged. An interrupt writes what is done and ends the run; --resume goes on from there.
int run_ingest(const Options& options, std::shared_ptr<const patterns::Library> library);

}  // namespace gouji::app
