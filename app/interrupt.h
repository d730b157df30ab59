// Ctrl-C and SIGTERM end the work between two documents, so that no half-written file stays behind. A second one ends it at once.
#pragma once

namespace gouji::app {

struct Interrupted {
  int signal = 0;
};

// Process-wide; also makes a write to a closed pipe an error instead of a death.
void handle_signals();
bool interrupted();
// Throws Interrupted.
void throw_if_interrupted();

}  // namespace gouji::app
