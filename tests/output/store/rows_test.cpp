#include "output/store/rows.h"

#include <catch2/catch.hpp>
#include <limits>
#include <stdexcept>

namespace gouji::store {
namespace {

TEST_CASE("rows give back what was put in") {
  Rows rows;
  rows.null();
  rows.integer(std::numeric_limits<std::int64_t>::min());
  rows.boolean(true);
  rows.text("");
  rows.text("合计\n300万元");
  rows.text_or_null("");
  rows.end_row();
  RowReader reader(rows);
  CHECK(reader.next().kind == Value::Kind::null);
  CHECK(reader.next().integer == std::numeric_limits<std::int64_t>::min());
  const Value truth = reader.next();
  CHECK(truth.kind == Value::Kind::boolean);
  CHECK(truth.integer == 1);
  const Value empty = reader.next();
  CHECK(empty.kind == Value::Kind::text);
  CHECK(empty.text.empty());
  CHECK(reader.next().text == "合计\n300万元");
  CHECK(reader.next().kind == Value::Kind::null);
  CHECK(reader.done());
  CHECK(rows.count() == 1);
}

TEST_CASE("text that a store cannot hold is mended on the way in") {
  struct Case {
    std::string given, stored;
  };
  const std::vector<Case> cases{
      {"plain", "plain"},
      {std::string("a\0b", 3),
       "a\xEF\xBF\xBD"
       "b"},
      {"\xB0\xD9", "\xEF\xBF\xBD\xEF\xBF\xBD"},
      {"cut \xE5\x90", "cut \xEF\xBF\xBD\xEF\xBF\xBD"},
  };
  for (const Case& c : cases) {
    Rows rows;
    rows.text(c.given);
    CHECK(RowReader(rows).next().text == c.stored);
  }
}

TEST_CASE("bytes that are no rows are refused, never read past their end") {
  for (const std::string& bytes :
       {std::string("x"), std::string("i123"), std::string("t\xff\xff\xff\x7f"), std::string("t\x05\0\0\0abc", 8), std::string("b")}) {
    RowReader reader{std::string_view(bytes)};
    CHECK_THROWS_AS(reader.next(), std::runtime_error);
  }
}

}  // namespace
}  // namespace gouji::store
