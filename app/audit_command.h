// gouji audit, gouji extract: inputs → reports → a writer, several documents at once, the output in the inputs' order.
#pragma once

#include <memory>

#include "app/options.h"
#include "patterns/library.h"

namespace gouji::app {

// Returns the exit status. Errors are logged.
int run_audit(const Options& options, std::shared_ptr<const patterns::Library> library);

}  // namespace gouji::app
