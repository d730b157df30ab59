// The gouji command as a function: argv → exit status.
#pragma once

namespace gouji::app {

int run(int argc, const char* const* argv);

}  // namespace gouji::app
