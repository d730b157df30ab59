// gouji status: what a store holds and what became of every input; the refused ones as a list that @FILE takes back.
#pragma once

#include "app/options.h"

namespace gouji::app {

int run_status(const Options& options);

}  // namespace gouji::app
