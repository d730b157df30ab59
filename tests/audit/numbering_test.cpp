#include "audit/numbering.h"

#include <rapidcheck.h>

#include <catch2/catch.hpp>
#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace gouji::audit {
namespace {

TEST_CASE("keys are numbered in the order of their coming") {
  Numbering<std::string_view> names;
  CHECK(names.find("支出") == no_id);
  CHECK(names.add("支出").number == 0);
  CHECK(names.add("收入").fresh);
  CHECK_FALSE(names.add("支出").fresh);
  CHECK(names.find("收入") == 1);
  CHECK(names.find("结余") == no_id);
  CHECK(names.key(1) == "收入");
  CHECK(names.size() == 2);
}

struct OneBucket {
  std::size_t operator()(std::uint32_t) const { return 7; }
};

TEST_CASE("keys of one hash are told apart") {
  Numbering<std::uint32_t, OneBucket> numbers;
  for (std::uint32_t i = 0; i < 100; ++i) REQUIRE(numbers.add(i * 3).number == i);
  for (std::uint32_t i = 0; i < 100; ++i) REQUIRE(numbers.find(i * 3) == i);
  CHECK(numbers.find(1) == no_id);
}

TEST_CASE("a numbering is a map to the order of first coming") {
  CHECK(rc::check([](const std::vector<std::uint8_t>& keys) {
    Numbering<std::uint64_t> numbers;
    std::map<std::uint64_t, std::uint32_t> expected;
    for (const std::uint64_t key : keys) {
      const auto [at, fresh] = expected.try_emplace(key, static_cast<std::uint32_t>(expected.size()));
      const auto added = numbers.add(key);
      RC_ASSERT(added.number == at->second);
      RC_ASSERT(added.fresh == fresh);
    }
    for (std::uint64_t key = 0; key < 256; ++key) RC_ASSERT(numbers.find(key) == (expected.contains(key) ? expected.at(key) : no_id));
  }));
}

}  // namespace
}  // namespace gouji::audit
