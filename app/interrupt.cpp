#include "app/interrupt.h"

#include <csignal>

namespace gouji::app {
namespace {

volatile std::sig_atomic_t pending_signal = 0;

void remember(int signal) { pending_signal = signal; }

}  // namespace

void handle_signals() {
  struct sigaction action {};
  action.sa_handler = remember;
  action.sa_flags = static_cast<int>(SA_RESETHAND);
  sigemptyset(&action.sa_mask);
  sigaction(SIGINT, &action, nullptr);
  sigaction(SIGTERM, &action, nullptr);
  std::signal(SIGPIPE, SIG_IGN);
}

bool interrupted() { return pending_signal != 0; }

void throw_if_interrupted() {
  if (pending_signal != 0) throw Interrupted{pending_signal};
}

}  // namespace gouji::app
