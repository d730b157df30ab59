// Golden files: tests/output/golden/NAME holds what a writer must print. To accept a new output, run the tests with
// GOUJI_ACCEPT=1 and read the difference before it is committed.
#pragma once

#include <catch2/catch.hpp>
#include <cstdlib>
#include <fstream>
#include <iterator>
#include <string>

namespace gouji::output::testing {

inline void check_golden(const std::string& name, const std::string& actual) {
  const std::string path = GOUJI_SOURCE_DIR "/tests/output/golden/" + name;
  if (std::getenv("GOUJI_ACCEPT") != nullptr) std::ofstream(path, std::ios::binary) << actual;
  std::ifstream file(path, std::ios::binary);
  REQUIRE(file.good());
  const std::string expected{std::istreambuf_iterator<char>(file), {}};
  CHECK(actual == expected);
}

}  // namespace gouji::output::testing
