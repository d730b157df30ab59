// WorkerProcess: a child that answers requests one after another, so that what crashes, hangs or eats memory takes a child with
// it and not the run. Requests and answers are byte strings, answered in order. The parent has one thread (fork needs that);
// the child ends with the parent and never returns to its code.
#pragma once

#include <sys/types.h>

#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>

namespace gouji::app {

class WorkerProcess {
 public:
  using Answer = std::function<std::string(std::string_view request)>;
  // Starts the child. `memory`: how many bytes of address space it may have, 0: no bound (nor under AddressSanitizer, which
  // maps terabytes). Throws std::system_error where no process can be made.
  WorkerProcess(const Answer& answer, std::uint64_t memory);
  ~WorkerProcess();  // kills it
  WorkerProcess(const WorkerProcess&) = delete;
  WorkerProcess& operator=(const WorkerProcess&) = delete;

  void send(std::string_view request);
  // Readable: an answer, or the child's end, can be received.
  int descriptor() const { return descriptor_; }
  // Takes what has come; false: the child has ended.
  bool receive();
  // The next whole answer that was received.
  std::optional<std::string> answer();
  // Kills the child and waits for it; says how it ended: "signal 11 (Segmentation fault)", "exit status 3".
  std::string end();

 private:
  pid_t pid_ = -1;
  int descriptor_ = -1;
  std::string received_;
};

}  // namespace gouji::app
