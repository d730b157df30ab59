#include "output/record_ids.h"

#include <catch2/catch.hpp>
#include <set>

#include "sample_report.h"

namespace gouji::output {
namespace {

TEST_CASE("hash_id is the SHA-256 of its parts, each closed by a zero byte") {
  // printf 'ab\0c\0' | sha256sum | cut -c1-32
  CHECK(hash_id({"ab", "c"}) == "629c2f14f654f026086f2aefe1855533");
  CHECK(hash_id({"ab", "c"}) != hash_id({"a", "bc"}));
  CHECK(hash_id(std::vector<std::string_view>{}) != hash_id({std::string_view()}));
}

TEST_CASE("figure ids follow the document and the place, not the order") {
  const Report report = testing::sample_report();
  const FigureIds ids = figure_ids(report.document, report.extraction.figures);
  CHECK(std::set<std::string>(ids.figure.begin(), ids.figure.end()).size() == ids.figure.size());
  CHECK(ids.range[4] == ids.range[5]);
  CHECK(ids.range[0].empty());

  std::vector<Figure> fewer(report.extraction.figures.begin() + 1, report.extraction.figures.begin() + 3);
  CHECK(figure_ids(report.document, fewer).figure[0] == ids.figure[1]);

  Document other;
  other.meta.id = "other";
  CHECK(figure_ids(other, fewer).figure[0] != ids.figure[1]);
}

TEST_CASE("two figures at one place have two ids") {
  const Report report = testing::sample_report();
  const Figure figure = report.extraction.figures[0];
  const FigureIds ids = figure_ids(report.document, {figure, figure});
  CHECK(ids.figure[0] != ids.figure[1]);
}

}  // namespace
}  // namespace gouji::output
