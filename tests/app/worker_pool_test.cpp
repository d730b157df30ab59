// Workers: a job that crashes, hangs or eats memory costs itself and nothing else; results come in order.
#include "app/worker_pool.h"

#include <signal.h>
#include <unistd.h>

#include <catch2/catch.hpp>
#include <thread>

namespace gouji::app {
namespace {

using Fault = WorkerPool::Fault;

std::string work(std::string_view request) {
  if (request == "crash") {
    ::signal(SIGSEGV, SIG_DFL);  // the test program's own handler would speak of a failed test
    ::raise(SIGSEGV);
  }
  if (request == "leave") ::_exit(3);
  if (request == "hang") {
    for (;;) ::pause();
  }
  if (request == "slow") std::this_thread::sleep_for(std::chrono::milliseconds(80));
  if (request == "memory") {
    try {
      return std::string(std::string(std::size_t{3} << 30, 'x').size() > 0 ? "had it" : "");
    } catch (const std::bad_alloc&) {
      return "no memory";
    }
  }
  return "done " + std::string(request);
}

std::vector<std::string> run(WorkerPool::Options options, const std::vector<std::string>& requests) {
  WorkerPool pool(options, work);
  std::size_t next = 0;
  std::vector<std::string> out;
  pool.run([&] { return next < requests.size() ? std::optional<std::string>(requests[next++]) : std::nullopt; },
           [&](const WorkerPool::Result& result) {
             out.push_back(result.fault == Fault::crashed ? "crashed: " + result.how : result.fault == Fault::timeout ? "timeout" : result.answer);
           },
           [] {});
  return out;
}

TEST_CASE("results come in the order of the jobs, whatever the number of workers") {
  std::vector<std::string> requests, expected;
  for (int i = 0; i < 300; ++i) requests.push_back(i % 50 == 0 ? "slow" : std::to_string(i));
  for (const std::string& request : requests) expected.push_back("done " + request);
  for (const unsigned workers : {1U, 2U, 7U}) CHECK(run({.workers = workers, .window = 16}, requests) == expected);
  CHECK(run({.workers = 3}, {}).empty());
}

TEST_CASE("a job that ends its worker is at fault, those behind it are not") {
  const auto out = run({.workers = 2}, {"a", "crash", "b", "c", "leave", "crash", "d"});
  REQUIRE(out.size() == 7);
  CHECK(out[0] == "done a");
  CHECK(out[1] == "crashed: signal 11 (Segmentation fault)");
  CHECK(out[2] == "done b");
  CHECK(out[3] == "done c");
  CHECK(out[4] == "crashed: exit status 3");
  CHECK(out[5] == out[1]);
  CHECK(out[6] == "done d");
}

TEST_CASE("a job that hangs is ended when its time is over") {
  const auto out = run({.workers = 1, .timeout = std::chrono::milliseconds(300)}, {"a", "hang", "b", "hang", "c"});
  CHECK(out == std::vector<std::string>{"done a", "timeout", "done b", "timeout", "done c"});
}

TEST_CASE("a worker has the memory that it is given") {
#if defined(__SANITIZE_ADDRESS__)
  WARN("SKIPPED: AddressSanitizer maps more than any bound");
#else
  CHECK(run({.workers = 1, .memory = std::uint64_t{1} << 30}, {"memory", "a"}) == std::vector<std::string>{"no memory", "done a"});
#endif
}

TEST_CASE("large answers pass, and no more jobs are under way than the window holds") {
  std::size_t under_way = 0, most = 0, next = 0, taken = 0;
  WorkerPool pool({.workers = 2, .window = 8}, [](std::string_view request) { return std::string(1 << 20, request.front()); });
  pool.run(
      [&]() -> std::optional<std::string> {
        if (next == 100) return std::nullopt;
        most = std::max(most, ++under_way);
        ++next;
        return "x";
      },
      [&](const WorkerPool::Result& result) {
        --under_way;
        taken += result.answer.size();
      },
      [] {});
  CHECK(taken == std::size_t{100} << 20);
  CHECK(most <= 8);
}

}  // namespace
}  // namespace gouji::app
