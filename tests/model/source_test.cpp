#include "model/source.h"

#include <catch2/catch.hpp>

using namespace gouji;

TEST_CASE("a line counts line feeds and an offset counts code points") {
  SourceMap map("甲乙\r\n丙1.5万元", {}, 3);  // the file began with a BOM
  map.add(0, 8, 12);                          // text: "丙1.5万元"
  const Place place = map.place({3, 6});      // "1.5"
  CHECK(place.line == 2);
  CHECK(place.offset == 1);
  CHECK(place.begin == 14);
  CHECK(place.end == 17);
  CHECK(place.spans.size() == 1);
}

TEST_CASE("a number broken over lines has a span for each part") {
  SourceMap map("为69\n247万", {}, 0);
  map.add(0, 0, 5);  // 为69
  map.add(5, 6, 6);  // 247万
  const Place place = map.place({3, 8});
  CHECK(place.line == 1);
  CHECK(place.offset == 1);
  CHECK(place.spans == std::vector<ByteRun>{{3, 5}, {6, 9}});
  CHECK(place.begin == 3);
  CHECK(place.end == 9);
}

TEST_CASE("offsets point at the bytes of a two-byte encoding") {
  // GB18030: 支出 = 2 × 2 bytes, then ASCII.
  SourceMap map("支出5元", {{0, 0, 6, 3, 2}, {6, 4, 1, 1, 1}, {7, 5, 3, 3, 2}}, 0);
  map.add(0, 0, 10);
  CHECK(map.at({6, 7}) == std::vector<ByteRun>{{4, 5}});
  CHECK(map.at({0, 6}) == std::vector<ByteRun>{{0, 4}});
  CHECK(map.at({7, 10}) == std::vector<ByteRun>{{5, 7}});
}

TEST_CASE("offsets far down one long line are counted from the line's start") {
  std::string text = "首行\n";
  for (int i = 0; i < 5000; ++i) text += "收a";
  const auto size = static_cast<std::uint32_t>(text.size());
  SourceMap map(text, {}, 0);
  map.add(0, 0, size);
  for (const std::uint32_t n : {0U, 1U, 1023U, 1024U, 3071U, 4999U}) {
    const Place place = map.place({7 + 4 * n, 7 + 4 * n + 3});
    CHECK(place.line == 2);
    CHECK(place.offset == 2 * n);
  }
  CHECK(map.place_of_decoded({size, size}).offset == 10000);
}

TEST_CASE("places in a package are paragraphs and characters of its parts") {
  // "一、支出5" with an automatic number, then "万元" in the next paragraph, both joined.
  SourceMap map("一、支出5\n万元\n", {"word/document.xml"}, {{0, 0, 7, 0, true}, {6, 0, 7, 0, false}, {14, 0, 9, 0, false}});
  map.add(0, 0, 13);
  map.add(13, 14, 6);
  const Place figure = map.place({12, 19});
  CHECK(figure.part == "word/document.xml");
  CHECK(figure.runs == std::vector<OoxmlRun>{{0, 7, 2, 1}, {0, 9, 0, 2}});
  CHECK(figure.line == 0);
  CHECK(map.place({0, 6}).runs == std::vector<OoxmlRun>{{0, 7, 0, 0}});   // shown, not stored
  CHECK(map.place({0, 13}).runs == std::vector<OoxmlRun>{{0, 7, 0, 3}});  // the paragraph's own characters
}
