#include "support/child_process.h"

#include <fcntl.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <stdexcept>

namespace gouji::test {
namespace {

void bound(decltype(RLIMIT_CPU) what, std::uint64_t value) {
  const rlimit limit{value, value};
  setrlimit(what, &limit);
}

// In the child: nothing that allocates before exec.
[[noreturn]] void become(char* const* arguments, int out, const ChildLimits& limits) {
  const int nowhere = open("/dev/null", O_RDWR);
  dup2(nowhere, 0);
  dup2(out, 1);
  dup2(nowhere, 2);
  bound(RLIMIT_CPU, limits.cpu_seconds);
  bound(RLIMIT_CORE, 0);
  if (limits.address_space > 0) bound(RLIMIT_AS, limits.address_space);
  execv(arguments[0], arguments);
  _exit(127);
}

double seconds(const timeval& time) { return static_cast<double>(time.tv_sec) + static_cast<double>(time.tv_usec) / 1e6; }

}  // namespace

ChildRun run_child(const std::vector<std::string>& arguments, const ChildLimits& limits) {
  std::vector<char*> list;
  for (const std::string& argument : arguments) list.push_back(const_cast<char*>(argument.c_str()));  // execv's interface
  list.push_back(nullptr);
  std::array<int, 2> ends{};
  if (pipe2(ends.data(), O_CLOEXEC) != 0) throw std::runtime_error("pipe2");
  const pid_t child = fork();
  if (child < 0) throw std::runtime_error("fork");
  if (child == 0) become(list.data(), ends[1], limits);
  close(ends[1]);
  ChildRun run;
  std::array<char, 1 << 16> buffer{};
  for (ssize_t n = 0; (n = read(ends[0], buffer.data(), buffer.size())) > 0;) run.out.append(buffer.data(), static_cast<std::size_t>(n));
  close(ends[0]);
  int status = 0;
  rusage usage{};
  if (wait4(child, &status, 0, &usage) != child) throw std::runtime_error("wait4");
  if (WIFEXITED(status)) run.status = WEXITSTATUS(status);
  if (WIFSIGNALED(status)) run.signal = WTERMSIG(status);
  run.seconds = seconds(usage.ru_utime) + seconds(usage.ru_stime);
  run.peak = static_cast<std::uint64_t>(usage.ru_maxrss) * 1024;
  return run;
}

}  // namespace gouji::test
