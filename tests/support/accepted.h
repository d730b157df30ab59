// A list of accepted disagreements with a reference: lines "file TAB reason", # for comments. What disagrees and is not listed fails,
// and so does what is listed and no longer disagrees: the list says neither too little nor too much.
#pragma once

#include <filesystem>
#include <map>
#include <set>
#include <string>

namespace gouji::test {

class Accepted {
 public:
  // Throws std::runtime_error where the file cannot be read or a line has no reason.
  explicit Accepted(const std::filesystem::path& list);

  // To be called for everything that is compared; false: unlisted although it disagrees, or listed although it does not.
  bool right(const std::string& file, bool disagrees);
  // Listed, but never compared.
  std::set<std::string> unused() const;
  std::size_t size() const { return reasons_.size(); }

 private:
  std::map<std::string, std::string> reasons_;
  std::set<std::string> compared_;
};

}  // namespace gouji::test
