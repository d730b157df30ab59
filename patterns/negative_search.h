// The negatives of one text, sought only around the places that are asked for: most of a text is near no number.
// Library and text outlive it.
#pragma once

#include <string_view>
#include <vector>

#include "patterns/library.h"

namespace gouji::patterns {

class NegativeSearch {
 public:
  NegativeSearch(const Library& library, std::string_view text) : library_(library), text_(text) {}

  // Of library.negatives(text) the one that covers `at`, where a character begins; nullptr for none. Places are asked for in ascending order.
  // Good until the next call.
  const Library::NegativeHit* covering(std::size_t at);

 private:
  void search_to(std::size_t at);

  const Library& library_;
  std::string_view text_;
  std::size_t searched_ = 0;  // every name that begins before it has been found, or ends before `at`
  std::vector<Library::NegativeHit> hits_;
  std::size_t next_ = 0;
  bool all_found_ = false;
};

}  // namespace gouji::patterns
