#include "app/worker_pool.h"

#include <poll.h>

#include <algorithm>
#include <deque>

namespace gouji::app {
namespace {

constexpr std::size_t ahead = 2;  // jobs that a worker has at once: it never waits for the next one
constexpr std::chrono::milliseconds patience{100};

}  // namespace

struct WorkerPool::Job {
  std::string request;
  std::optional<Result> result;
};

struct WorkerPool::Worker {
  Worker(const WorkerProcess::Answer& answer, std::uint64_t memory) : process(std::make_unique<WorkerProcess>(answer, memory)) {}
  std::unique_ptr<WorkerProcess> process;
  std::deque<std::shared_ptr<Job>> jobs;  // the first is being worked at
  Clock::time_point since;                // the first job was begun
};

WorkerPool::WorkerPool(Options options, WorkerProcess::Answer answer) : options_(options), answer_(std::move(answer)) {
  for (unsigned i = 0; i < std::max(1U, options_.workers); ++i) workers_.push_back(std::make_unique<Worker>(answer_, options_.memory));
}

WorkerPool::~WorkerPool() = default;

void WorkerPool::run(const std::function<std::optional<std::string>()>& next, const std::function<void(Result)>& take,
                     const std::function<void()>& idle) {
  exhausted_ = false;
  for (;;) {
    hand_out(next);
    if (waiting_.empty()) return;
    wait();
    hand_over(take);
    idle();
  }
}

// Every worker gets one job before any gets its second.
void WorkerPool::hand_out(const std::function<std::optional<std::string>()>& next) {
  for (std::size_t depth = 0; depth < ahead; ++depth) {
    for (const auto& worker : workers_) {
      if (worker->jobs.size() > depth) continue;
      std::shared_ptr<Job> job;
      if (!again_.empty()) {
        job = again_.back();
        again_.pop_back();
      } else if (!exhausted_ && waiting_.size() < options_.window) {
        std::optional<std::string> request = next();
        exhausted_ = !request;
        if (request) {
          job = std::make_shared<Job>();
          job->request = std::move(*request);
          waiting_.push_back(job);
        }
      }
      if (!job) return;
      if (worker->jobs.empty()) worker->since = Clock::now();
      worker->jobs.push_back(job);
      worker->process->send(job->request);
    }
  }
}

void WorkerPool::wait() {
  std::vector<pollfd> descriptors;
  for (const auto& worker : workers_) descriptors.push_back({worker->process->descriptor(), POLLIN, 0});
  const bool has_result = !waiting_.empty() && waiting_.front()->result;
  ::poll(descriptors.data(), descriptors.size(), has_result ? 0 : static_cast<int>(patience.count()));
  for (std::size_t i = 0; i < workers_.size(); ++i) {
    Worker& worker = *workers_[i];
    if (descriptors[i].revents != 0) collect(worker);
    const bool late = options_.timeout.count() > 0 && !worker.jobs.empty() && Clock::now() - worker.since > options_.timeout;
    if (late) fail(worker, Fault::timeout);
  }
}

void WorkerPool::collect(Worker& worker) {
  const bool alive = worker.process->receive();
  while (std::optional<std::string> answer = worker.process->answer()) {
    if (worker.jobs.empty()) break;
    worker.jobs.front()->result = Result{std::move(*answer), Fault::none, {}};
    worker.jobs.pop_front();
    worker.since = Clock::now();
  }
  if (!alive) fail(worker, Fault::crashed);
}

// The job at hand is at fault; those behind it go to others, and a new worker takes the place.
void WorkerPool::fail(Worker& worker, Fault fault) {
  std::string how = worker.process->end();
  if (!worker.jobs.empty()) {
    worker.jobs.front()->result = Result{{}, fault, std::move(how)};
    worker.jobs.pop_front();
  }
  again_.insert(again_.end(), worker.jobs.rbegin(), worker.jobs.rend());
  worker.jobs.clear();
  worker.process = std::make_unique<WorkerProcess>(answer_, options_.memory);
}

void WorkerPool::hand_over(const std::function<void(Result)>& take) {
  std::size_t done = 0;
  while (done < waiting_.size() && waiting_[done]->result) take(std::move(*waiting_[done++]->result));
  waiting_.erase(waiting_.begin(), waiting_.begin() + static_cast<std::ptrdiff_t>(done));
}

}  // namespace gouji::app
