// For tests: sentences of invented reports, and the lines in which a careful reader notes their figures (extraction.h).
#pragma once

#include <catch2/catch.hpp>

#include "extraction.h"

namespace gouji::test {

using Lines = std::vector<std::string>;

struct LineCase {
  std::string text;
  Lines expected;
};

// Each text behind the title of its report.
inline void check_lines(const std::string& title, std::initializer_list<LineCase> cases) {
  for (const LineCase& c : cases) {
    INFO(c.text);
    CHECK(Extracted(title + c.text).lines() == c.expected);
  }
}

}  // namespace gouji::test
