#include "output/printed_scale.h"

#include <catch2/catch.hpp>

namespace gouji::output {
namespace {

struct Printed {
  Document document;
  Figure figure;
  Printed(const std::string& number, const std::string& value) {
    document.text = number;
    figure.text = figure.number = {0, static_cast<std::uint32_t>(number.size())};
    figure.value = *Decimal::parse(value);
  }
};

TEST_CASE("canonical values are shown in the unit and with the decimals of what is printed") {
  struct {
    const char *number, *value, *canonical, *shown;
  } const cases[] = {
      {"1846.20", "18462000", "18362000", "1836.20"},
      {"1,846.2", "18462000", "18362055", "1836.2055"},
      {"１８４６．２", "18462000", "-63000", "-6.3"},
      {"79.95", "0.7995", "0.799440", "79.944"},
      {"（1，234）", "-1234", "-1000", "-1000"},
      {"三千五百", "35000000", "34000000", "34000000"},  // no plain number: canonical
      {"0", "0", "5000", "5000"},                        // says nothing of its unit
      {"12", "12.5", "7", "7"},                          // not the same digits
      {"12", "12", "not a number", "not a number"},
  };
  for (const auto& c : cases) {
    const Printed printed(c.number, c.value);
    INFO(c.number);
    CHECK(in_printed_unit(printed.document, printed.figure, c.canonical) == c.shown);
  }
}

TEST_CASE("a fraction has no power of ten") {
  NamePool names;
  Printed printed("三分之一", "0.33333333333333333333");
  printed.figure.fraction = names.intern("1/3");
  CHECK_FALSE(printed_power(printed.document, printed.figure).has_value());
}

}  // namespace
}  // namespace gouji::output
