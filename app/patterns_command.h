// gouji patterns list|test.
#pragma once

#include "app/options.h"
#include "patterns/library.h"

namespace gouji::app {

int run_patterns(const Options& options, const patterns::Library& library);

}  // namespace gouji::app
