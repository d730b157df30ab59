// The main part with the marks of comments put in; every byte that was there stays, in its order.
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "output/docx/places.h"

namespace gouji::output::docx {

class Marks {
 public:
  explicit Marks(const WordNames& names) : names_(names) {}
  void add(const Anchor& anchor, std::uint64_t id);
  std::string put_into(std::string_view main) const;

 private:
  struct At {
    std::string close, open;                          // part the run that stands here
    std::vector<std::uint64_t> starts, ends, points;  // comments by id; points: those that start and end here
    bool keep_space = false;
  };
  void note(const Cut& cut, std::vector<std::uint64_t> At::*list, std::uint64_t id);
  std::string element(std::string_view name, std::uint64_t id) const;
  std::string reference(std::uint64_t id) const;

  const WordNames& names_;
  std::map<std::size_t, At> at_;
};

}  // namespace gouji::output::docx
