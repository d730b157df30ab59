// WorkerPool: jobs over several worker processes, their results in the jobs' order. At most `window` jobs are under way or wait
// for an earlier one, so that memory does not grow with the archive; a writer that is slow slows the workers down.
#pragma once

#include <chrono>
#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "app/worker_process.h"

namespace gouji::app {

class WorkerPool {
 public:
  struct Options {
    unsigned workers = 1;
    std::chrono::milliseconds timeout{0};  // of one job; 0: none
    std::uint64_t memory = 0;              // of one worker; 0: no bound
    std::size_t window = 64;
  };
  enum class Fault : std::uint8_t { none, crashed, timeout };
  struct Result {
    std::string answer;  // of a job without fault
    Fault fault = Fault::none;
    std::string how;  // crashed: how the worker ended
  };

  // Workers answer requests with `answer`; it runs in the child.
  WorkerPool(Options options, WorkerProcess::Answer answer);
  ~WorkerPool();

  // Asks `next` for requests until it has none, hands each result to `take`, in order; `idle` is called several times a second.
  void run(const std::function<std::optional<std::string>()>& next, const std::function<void(Result)>& take, const std::function<void()>& idle);

 private:
  struct Worker;
  struct Job;
  using Clock = std::chrono::steady_clock;

  void hand_out(const std::function<std::optional<std::string>()>& next);
  void wait();
  void collect(Worker& worker);
  void fail(Worker& worker, Fault fault);
  void hand_over(const std::function<void(Result)>& take);

  Options options_;
  WorkerProcess::Answer answer_;
  std::vector<std::unique_ptr<Worker>> workers_;
  std::vector<std::shared_ptr<Job>> again_;    // were handed to a worker that failed at another job
  std::vector<std::shared_ptr<Job>> waiting_;  // in order, the first is the next to hand over
  bool exhausted_ = false;
};

}  // namespace gouji::app
