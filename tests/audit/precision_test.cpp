#include "audit/precision.h"

#include "report.h"

using namespace gouji;
using namespace gouji::audit;

TEST_CASE("trimmed zeros: an amount is read as finely as most amounts in its unit") {
  Report r;
  const FigureId five = r.amount("甲", "5");
  r.amount("乙", "5.47");
  r.amount("丙", "2.31");
  const FigureId one = r.amount("丁", "7.5");
  const FigureId finer = r.amount("戊", "1.234");
  const FigureId other_unit = r.amount("己", "3", "亿元");
  infer_decimals(r.document, r.extraction);
  CHECK(r.figure(five).decimals_inferred == -2);  // 5.00万元
  CHECK(r.figure(one).decimals_inferred == -2);
  CHECK(r.figure(finer).decimals_inferred == INT16_MIN);       // never coarser
  CHECK(r.figure(other_unit).decimals_inferred == INT16_MIN);  // 亿元 has one amount only
  CHECK(reading(r.figure(five)).printed == Interval{decimal("45000"), decimal("55000")});
  CHECK(reading(r.figure(five)).inferred == Interval{decimal("49950"), decimal("50050")});
}

TEST_CASE("one printed trailing zero says that zeros are not trimmed") {
  Report r;
  const FigureId five = r.amount("甲", "5");
  r.amount("乙", "5.47");
  r.amount("丙", "2.30");
  infer_decimals(r.document, r.extraction);
  CHECK(r.figure(five).decimals_inferred == INT16_MIN);
}

TEST_CASE("ratios keep what is printed") {
  Report r;
  const FigureId a = r.amount("甲", "5.47");
  const FigureId twenty = r.share(a, "20", "总支出");
  r.share(a, "80.01", "总支出");
  r.share(a, "19.99", "总支出");
  infer_decimals(r.document, r.extraction);
  CHECK(r.figure(twenty).decimals_inferred == INT16_MIN);
}

TEST_CASE("what a figure can stand for") {
  Report r;
  CHECK(reading(r.figure(r.count("在职", "35"))).printed == Interval::point(35));
  CHECK(reading(r.figure(r.amount("无", "0"))).printed == Interval::point(0));  // nobody prints 0 for 4,000 元
  const FigureId about = r.amount("甲", "30");
  r.figure(about).comparator = Comparator::about;
  CHECK(reading(r.figure(about)).approximate);
}
