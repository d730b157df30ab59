// A PostgreSQL server that dies, and one whose disk is full, while gouji ingests: each a server of its own (tests/support/postgres_faults.sh).
// Says SKIPPED where no server is installed, or none may be given a small disk.
#include <catch2/catch.hpp>
#include <cstdlib>

#include "command.h"

namespace gouji::app {
namespace {

using testing::contents;

const std::string script = GOUJI_SOURCE_DIR "/tests/support/postgres_faults.sh", scripts = GOUJI_SOURCE_DIR "/scripts";

bool is_installed() {
  static const bool is = std::getenv("GOUJI_TEST_POSTGRES") != nullptr && std::system("ls /usr/lib/postgresql/*/bin/initdb >/dev/null 2>&1") == 0;
  if (!is) WARN("SKIPPED: no PostgreSQL server for tests (scripts/test)");
  return is;
}

// The folder in which it happened.
void happens(const testing::Command& gouji, const std::string& fault, const std::string& before = "") {
  std::filesystem::permissions(gouji.folder.path(), std::filesystem::perms(0755));
  const std::string line =
      "cd '" + gouji.folder.path() + "' && " + before + " bash '" + script + "' " + fault + " '" GOUJI_BINARY "' '" + scripts + "' >out 2>err";
  const int status = std::system(line.c_str());
  INFO(contents(gouji.folder / "err"));
  INFO(contents(gouji.folder / "said"));
  REQUIRE(status == 0);
}

void ends_whole(const testing::Command& gouji) {
  CHECK(contents(gouji.folder / "later_status") == "0\n");
  const bool same = contents(gouji.folder / "found") == contents(gouji.folder / "expected");
  CHECK(same);
  CHECK(contents(gouji.folder / "found").size() > 10'000);
}

TEST_CASE("a PostgreSQL server that dies in the middle: said, no half document, and --resume goes on") {
  if (!is_installed()) return;
  const testing::Command gouji;
  happens(gouji, "killed");
  CHECK(contents(gouji.folder / "status") == "2\n");
  const std::string said = contents(gouji.folder / "said");
  INFO(said);
  CHECK(said.find("postgresql://gouji@127.0.0.1") != std::string::npos);
  CHECK(said.find("--resume") != std::string::npos);
  CHECK(contents(gouji.folder / "half") == "64\n0\n0\n");
  ends_whole(gouji);
}

TEST_CASE("a PostgreSQL server whose disk is full: said, no half document, and --resume goes on where there is room") {
  if (!is_installed()) return;
  if (std::system("[ \"$(id -u)\" = 0 ] && unshare -m mount -t tmpfs none /mnt 2>/dev/null") != 0) {
    WARN("SKIPPED: no right to mount a small disk for a server");
    return;
  }
  const testing::Command gouji;
  happens(gouji, "full", "unshare -m");
  CHECK(contents(gouji.folder / "status") == "2\n");
  const std::string said = contents(gouji.folder / "said");
  INFO(said);
  CHECK(said.find("No space left") != std::string::npos);
  CHECK(said.find("free some space") != std::string::npos);
  const std::string half = contents(gouji.folder / "half");
  INFO(half);
  CHECK(half.ends_with("\n0\n0\n"));
  CHECK(half != "300\n0\n0\n");
  ends_whole(gouji);
}

}  // namespace
}  // namespace gouji::app
