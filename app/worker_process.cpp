#include "app/worker_process.h"

#include <signal.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <cstdlib>
#include <cstring>
#include <system_error>

namespace gouji::app {
namespace {

using Size = std::uint64_t;  // before every message
constexpr int child_descriptor = 3;

bool send_all(int descriptor, std::string_view bytes) {
  while (!bytes.empty()) {
    const ssize_t sent = ::send(descriptor, bytes.data(), bytes.size(), MSG_NOSIGNAL);
    if (sent < 0 && errno == EINTR) continue;
    if (sent < 0) return false;
    bytes.remove_prefix(static_cast<std::size_t>(sent));
  }
  return true;
}

bool send_message(int descriptor, std::string_view message) {
  const Size size = message.size();
  std::array<char, sizeof(Size)> head{};
  std::memcpy(head.data(), &size, sizeof(Size));
  return send_all(descriptor, {head.data(), head.size()}) && send_all(descriptor, message);
}

bool receive_some(int descriptor, std::string& received) {
  std::array<char, 1 << 16> buffer{};
  for (;;) {
    const ssize_t count = ::recv(descriptor, buffer.data(), buffer.size(), 0);
    if (count < 0 && errno == EINTR) continue;
    if (count <= 0) return false;
    received.append(buffer.data(), static_cast<std::size_t>(count));
    return true;
  }
}

std::optional<std::string> take_message(std::string& received) {
  Size size = 0;
  if (received.size() < sizeof(Size)) return std::nullopt;
  std::memcpy(&size, received.data(), sizeof(Size));
  if (received.size() - sizeof(Size) < size) return std::nullopt;
  std::string message = received.substr(sizeof(Size), size);
  received.erase(0, sizeof(Size) + size);
  return message;
}

void bound_memory([[maybe_unused]] std::uint64_t memory) {
#if !defined(__SANITIZE_ADDRESS__)
  if (memory == 0) return;
  const rlimit limit{memory, memory};
  ::setrlimit(RLIMIT_AS, &limit);
#endif
}

[[noreturn]] void serve(int descriptor, pid_t parent, const WorkerProcess::Answer& answer, std::uint64_t memory) {
  // The parent decides when the work ends: Ctrl-C goes to every process of the terminal.
  ::signal(SIGINT, SIG_IGN);
  ::signal(SIGTERM, SIG_IGN);
  ::prctl(PR_SET_PDEATHSIG, SIGKILL);
  if (::getppid() != parent) ::_exit(0);
  // Nothing else of the parent's is any business of the child: the store, the other workers.
  if (descriptor != child_descriptor) ::dup2(descriptor, child_descriptor);
  ::close_range(child_descriptor + 1, ~0U, 0);
  const rlimit no_core{0, 0};
  ::setrlimit(RLIMIT_CORE, &no_core);
  bound_memory(memory);
  std::string received;
  do {
    while (const std::optional<std::string> request = take_message(received)) {
      if (!send_message(child_descriptor, answer(*request))) ::_exit(0);
    }
  } while (receive_some(child_descriptor, received));
  ::_exit(0);
}

}  // namespace

WorkerProcess::WorkerProcess(const Answer& answer, std::uint64_t memory) {
  std::array<int, 2> ends{};
  if (::socketpair(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0, ends.data()) != 0) throw std::system_error(errno, std::generic_category(), "socketpair");
  const pid_t parent = ::getpid();
  pid_ = ::fork();
  if (pid_ == 0) {
    try {
      serve(ends[1], parent, answer, memory);
    } catch (...) {
      ::_exit(EXIT_FAILURE);
    }
  }
  const int problem = errno;
  ::close(ends[1]);
  descriptor_ = ends[0];
  if (pid_ < 0) {
    ::close(descriptor_);
    throw std::system_error(problem, std::generic_category(), "fork");
  }
}

WorkerProcess::~WorkerProcess() { end(); }

// A child that has gone is seen when its answer is waited for.
void WorkerProcess::send(std::string_view request) { send_message(descriptor_, request); }

bool WorkerProcess::receive() { return receive_some(descriptor_, received_); }

std::optional<std::string> WorkerProcess::answer() { return take_message(received_); }

std::string WorkerProcess::end() {
  if (pid_ < 0) return {};
  ::close(descriptor_);
  // The end of the descriptor ends an idle child; one that has crashed is gone already; kill the rest.
  ::kill(pid_, SIGKILL);
  int status = 0;
  while (::waitpid(pid_, &status, 0) < 0 && errno == EINTR) {
  }
  pid_ = -1;
  if (WIFSIGNALED(status)) return "signal " + std::to_string(WTERMSIG(status)) + " (" + ::strsignal(WTERMSIG(status)) + ")";
  return "exit status " + std::to_string(WEXITSTATUS(status));
}

}  // namespace gouji::app
