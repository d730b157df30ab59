#include "model/name.h"

#include <rapidcheck.h>

#include <catch2/catch.hpp>
#include <set>
#include <utility>
#include <vector>

using gouji::Name;
using gouji::NamePool;

TEST_CASE("the same words are the same name") {
  NamePool pool;
  const Name spending = pool.intern("支出合计");
  CHECK(spending == pool.intern(std::string("支出") + "合计"));
  CHECK(spending.view().data() == pool.intern("支出合计").view().data());
  CHECK_FALSE(spending == pool.intern("支出合计 "));
  CHECK(spending == "支出合计");
  CHECK_FALSE(spending == "支出");
  CHECK(spending.str() == "支出合计");
  CHECK(spending.size() == std::string_view("支出合计").size());
  CHECK(pool.size() == 2);
}

TEST_CASE("no words are the empty name, of whatever pool") {
  NamePool pool;
  CHECK(Name{}.empty());
  CHECK(Name{}.view().empty());
  CHECK(Name{}.index() == 0);
  CHECK(pool.intern("") == Name{});
  CHECK_FALSE(pool.intern("元") == Name{});
  CHECK(pool.size() == 1);
}

TEST_CASE("names of two pools compare by their words") {
  NamePool one, other;
  other.intern("收入");
  CHECK(one.intern("支出") == other.intern("支出"));
  CHECK_FALSE(one.intern("收入") == other.intern("支出"));
  CHECK(std::hash<Name>{}(one.intern("支出")) == std::hash<Name>{}(other.intern("支出")));
}

TEST_CASE("names stay where they are while the pool grows and moves") {
  NamePool pool;
  std::vector<Name> names;
  constexpr std::uint32_t many = 20'000;
  for (std::uint32_t i = 0; i < many; ++i) names.push_back(pool.intern("第" + std::to_string(i) + "中学"));
  const Name huge = pool.intern(std::string(200'000, 'x'));
  const NamePool moved = std::move(pool);
  CHECK(moved.size() == many + 1);
  CHECK(huge.size() == 200'000);
  for (std::uint32_t i = 0; i < many; ++i) {
    if (names[i].index() != i + 1 || names[i] != "第" + std::to_string(i) + "中学") FAIL("name " << i << " is " << names[i].view());
  }
  pool = NamePool();  // what was moved from is a pool like any other
  CHECK(pool.intern("新") == "新");
}

TEST_CASE("a pool is a set of words") {
  CHECK(rc::check([](const std::vector<std::string>& words) {
    NamePool pool;
    std::set<std::string> distinct;
    for (const std::string& word : words) {
      RC_ASSERT(pool.intern(word) == std::string_view(word));
      if (!word.empty()) distinct.insert(word);
    }
    RC_ASSERT(pool.size() == distinct.size());
    for (const std::string& word : words) RC_ASSERT(pool.intern(word).index() <= distinct.size());
  }));
}
