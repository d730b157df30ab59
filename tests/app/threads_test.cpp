// What several threads do at once: results in order, one auditor for all. scripts/test --all runs it under ThreadSanitizer too.
#include <algorithm>
#include <atomic>
#include <catch2/catch.hpp>
#include <chrono>
#include <filesystem>
#include <sstream>
#include <thread>

#include "app/auditor.h"
#include "app/in_order.h"
#include "output/html/html.h"
#include "output/jsonl.h"

namespace gouji::app {
namespace {

namespace fs = std::filesystem;

TEST_CASE("in_order hands over every value once and in order, whatever the threads") {
  for (const unsigned threads : {1U, 2U, 3U, 16U}) {
    for (const std::size_t count : {std::size_t{0}, std::size_t{1}, std::size_t{7}, std::size_t{200}}) {
      std::vector<std::size_t> taken;
      in_order(
          count, threads,
          [](std::size_t i) {
            if (i % 5 == 0) std::this_thread::sleep_for(std::chrono::microseconds(200));
            return i;
          },
          [&](std::size_t i) { taken.push_back(i); });
      REQUIRE(taken.size() == count);
      for (std::size_t i = 0; i < count; ++i) CHECK(taken[i] == i);
    }
  }
}

TEST_CASE("in_order keeps what waits within bounds while the first value is slow") {
  std::atomic<std::size_t> made{0};
  std::atomic<std::size_t> most_ahead{0};
  in_order(
      100, 2,
      [&](std::size_t i) {
        if (i == 0) std::this_thread::sleep_for(std::chrono::milliseconds(30));
        ++made;
        return i;
      },
      [&](std::size_t i) { most_ahead = std::max<std::size_t>(most_ahead, made - i); });
  CHECK(most_ahead <= 2 * 2 + 2);
}

TEST_CASE("in_order ends at the first exception of either side") {
  const auto throw_at_20 = [](std::size_t i) {
    if (i == 20) throw std::runtime_error("20");
    return i;
  };
  const auto ignore = [](std::size_t) {};
  for (const unsigned threads : {1U, 4U}) {
    CHECK_THROWS_WITH(in_order(100, threads, throw_at_20, ignore), "20");
    CHECK_THROWS_WITH(in_order(
                          100, threads, [](std::size_t i) { return i; }, [&](std::size_t i) { throw_at_20(i); }),
                      "20");
  }
}

// Every sample of every format.
std::vector<std::string> samples() {
  std::vector<std::string> out;
  for (const auto& entry : fs::recursive_directory_iterator(fs::path(GOUJI_SOURCE_DIR) / "corpus" / "samples")) {
    const std::string extension = entry.path().extension();
    if (extension == ".txt" || extension == ".docx") out.push_back(entry.path());
  }
  std::sort(out.begin(), out.end());
  return out;
}

// What one input gives, as written by several writers; a refusal says its reason.
std::string written(const Auditor& auditor, const std::string& path) {
  const Outcome outcome = auditor.run(corpus::Input{path});
  if (const auto* refusal = std::get_if<output::Refusal>(&outcome)) return refusal->code;
  const auto& report = std::get<output::Report>(outcome);
  std::ostringstream out;
  output::JsonlSink json(out, {});
  json.report(report);
  output::HtmlSink page(out, {Language::zh, "test"});
  page.report(report);
  page.finish();
  return out.str();
}

TEST_CASE("threads share one auditor and write what one thread writes") {
  Auditor::Options options;
  options.all_texts = options.compares = true;
  const Auditor auditor(patterns::Library::load({}).value(), options);
  const std::vector<std::string> paths = samples();
  std::vector<std::string> alone;
  for (const std::string& path : paths) alone.push_back(written(auditor, path));
  REQUIRE(paths.size() > 15);
  // A library of their own for the threads: what it makes on first use is then made by several at once.
  const Auditor fresh(patterns::Library::load({}).value(), options);
  std::vector<std::string> together;
  in_order(
      2 * paths.size(), 8, [&](std::size_t i) { return written(fresh, paths[i % paths.size()]); },
      [&](std::string text) { together.push_back(std::move(text)); });
  REQUIRE(together.size() == 2 * paths.size());
  for (std::size_t i = 0; i < together.size(); ++i) {
    INFO(paths[i % paths.size()]);
    const bool same = together[i] == alone[i % paths.size()];
    CHECK(same);
  }
}

}  // namespace
}  // namespace gouji::app
