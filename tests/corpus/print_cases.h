// Tables as `pdftotext -layout` prints them, with the rows that they were; the content is invented.
#pragma once

#include "read_helpers.h"

namespace gouji::corpus::test {

using Rows = std::vector<std::string>;

struct Print {
  const char* what;
  std::string text;
  Rows rows;  // as rows_of() writes them
};

// Each print below a report's title is one table with these rows.
inline void check_prints(const std::string& title, const std::vector<Print>& prints) {
  for (const Print& print : prints) {
    INFO(print.what);
    const Document document = read_ok(title + "\n\n" + print.text);
    REQUIRE(document.tables.size() == 1);
    CHECK(rows_of(document, document.tables[0]) == print.rows);
  }
}

}  // namespace gouji::corpus::test
