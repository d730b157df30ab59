// Every DOCX file of other projects is read, or refused by the name that docx_disagreements/refused.tsv gives, by a process of its own
// in bounded time and memory. Skipped where $GOUJI_REFERENCE/fixtures/docx is not there.
#include <catch2/catch.hpp>
#include <filesystem>
#include <iostream>
#include <regex>

#include "support/accepted.h"
#include "support/child_process.h"
#include "support/docx_fixtures.h"

namespace gouji::app {
namespace {

constexpr std::uint64_t megabyte = 1'000'000;

std::string refusal_code(const std::string& records) {
  std::smatch found;
  return std::regex_search(records, found, std::regex("\"type\":\"refusal\",\"path\":\"[^\"]*\",\"code\":\"([a-z_]+)\"")) ? found[1].str() : "";
}

}  // namespace

TEST_CASE("every DOCX fixture is read or refused by name, in bounded time and memory") {
  const auto folder = gouji::test::docx_fixtures_folder();
  if (!folder) {
    WARN("SKIPPED: $GOUJI_REFERENCE/fixtures/docx is not there");
    return;
  }
  gouji::test::Accepted refused(std::filesystem::path(GOUJI_SOURCE_DIR) / "tests" / "corpus" / "docx_disagreements" / "refused.tsv");
  gouji::test::ChildLimits limits;
  if (!gouji::test::sanitized()) limits = {.cpu_seconds = 10, .address_space = 3'000 * megabyte};  // guards: ten times what is asked for
  for (const auto& fixture : gouji::test::docx_fixtures(*folder)) {
    const auto run = gouji::test::run_child({GOUJI_BINARY, "extract", fixture.path.string(), "--threads", "1"}, limits);
    const std::string code = refusal_code(run.out);
    INFO(fixture.name << " " << code << ": status " << run.status << ", signal " << run.signal << ", " << run.seconds << " s, " << run.peak / megabyte
                      << " MB");
    CHECK(run.signal == 0);
    CHECK(run.status == (code.empty() ? 0 : 2));
    if (!gouji::test::sanitized()) CHECK(run.peak < 300 * megabyte);
    if (!code.empty()) CHECK(refused.right(fixture.name + " " + code, true));
    if (std::getenv("GOUJI_SHOW_DISAGREEMENTS") != nullptr)
      std::cout << "outcome\t" << fixture.name << '\t' << (code.empty() ? "read" : code) << '\t' << run.seconds << '\t' << run.peak / megabyte
                << '\n';
  }
  CHECK(refused.unused().empty());
}

}  // namespace gouji::app
