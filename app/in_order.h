// in_order: makes `count` values on several threads and hands them over one by one, in order, on the calling thread. What is
// made and not yet handed over is bounded, so that one slow value cannot fill the memory with those behind it.
#pragma once

#include <condition_variable>
#include <cstddef>
#include <exception>
#include <mutex>
#include <optional>
#include <thread>
#include <type_traits>
#include <vector>

namespace gouji::app {

// make(i) runs on any thread, take(value) on this one. The first exception of either ends the work and is thrown here.
template <class Make, class Take>
void in_order(std::size_t count, unsigned threads, Make make, Take take) {
  using Value = std::invoke_result_t<Make, std::size_t>;
  if (threads <= 1 || count <= 1) {
    for (std::size_t i = 0; i < count; ++i) take(make(i));
    return;
  }
  struct State {
    std::mutex mutex;
    std::condition_variable changed;
    std::vector<std::optional<Value>> ready;  // value i waits in slot i % size
    std::size_t next = 0, taken = 0;
    bool stop = false;
    std::exception_ptr problem;
  } state;
  state.ready.resize(2 * static_cast<std::size_t>(threads));

  const auto work = [&] {
    std::unique_lock lock(state.mutex);
    for (;;) {
      state.changed.wait(lock, [&] { return state.stop || state.next >= count || state.next < state.taken + state.ready.size(); });
      if (state.stop || state.next >= count) return;
      const std::size_t i = state.next++;
      lock.unlock();
      std::optional<Value> value;
      std::exception_ptr problem;
      try {
        value.emplace(make(i));
      } catch (...) {
        problem = std::current_exception();
      }
      lock.lock();
      if (problem) {
        state.problem = problem;
        state.stop = true;
      } else {
        state.ready[i % state.ready.size()] = std::move(value);
      }
      state.changed.notify_all();
    }
  };
  const auto hand_over = [&] {
    for (std::size_t i = 0; i < count; ++i) {
      std::unique_lock lock(state.mutex);
      std::optional<Value>& slot = state.ready[i % state.ready.size()];
      state.changed.wait(lock, [&] { return state.problem || slot.has_value(); });
      if (state.problem) std::rethrow_exception(state.problem);
      Value value = std::move(*slot);
      slot.reset();
      ++state.taken;
      state.changed.notify_all();
      lock.unlock();
      take(std::move(value));
    }
  };

  std::vector<std::jthread> workers;
  for (unsigned i = 0; i < threads; ++i) workers.emplace_back(work);
  try {
    hand_over();
  } catch (...) {
    {
      const std::lock_guard lock(state.mutex);
      state.stop = true;
      state.changed.notify_all();
    }
    throw;  // the workers are joined on the way out
  }
}

}  // namespace gouji::app
