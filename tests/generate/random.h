// Random: SplitMix64 (Steele, Lea, Flood 2014). The same seed gives the same report on every platform: no std:: distribution, whose
// results the standard leaves open, and no floating point.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <utility>
#include <vector>

namespace gouji::generate {

class Random {
 public:
  explicit Random(std::uint64_t seed) : state_(seed) {}

  std::uint64_t next();
  std::int64_t between(std::int64_t low, std::int64_t high);  // both ends included; low ≤ high
  // As many small as large: each doubling of `low` is as likely as the next. 0 < low ≤ high.
  std::int64_t spread(std::int64_t low, std::int64_t high);
  bool chance(unsigned percent) { return between(1, 100) <= static_cast<std::int64_t>(percent); }

  template <class T>
  const T& pick(const std::vector<T>& list) {
    return list[static_cast<std::size_t>(between(0, static_cast<std::int64_t>(list.size()) - 1))];
  }
  template <class T>
  void shuffle(std::vector<T>& list) {
    for (std::size_t i = list.size(); i > 1; --i)
      std::swap(list[i - 1], list[static_cast<std::size_t>(between(0, static_cast<std::int64_t>(i) - 1))]);
  }
  // `count` different items (all of them where there are fewer), in the list's order.
  template <class T>
  std::vector<T> some(const std::vector<T>& list, std::size_t count) {
    std::vector<T> out;
    for (std::size_t i = 0; i < list.size(); ++i) {
      const std::size_t left = list.size() - i, wanted = count - out.size();
      if (wanted > 0 && (wanted >= left || between(1, static_cast<std::int64_t>(left)) <= static_cast<std::int64_t>(wanted))) out.push_back(list[i]);
    }
    return out;
  }

 private:
  std::uint64_t state_;
};

// `total` in `parts` parts of random size, each at least 1 where the total allows; they add up to it exactly.
std::vector<std::int64_t> divide(Random& random, std::int64_t total, std::size_t parts);

}  // namespace gouji::generate
