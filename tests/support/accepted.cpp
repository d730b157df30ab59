#include "support/accepted.h"

#include <fstream>
#include <stdexcept>

namespace gouji::test {

Accepted::Accepted(const std::filesystem::path& list) {
  std::ifstream in(list);
  if (!in) throw std::runtime_error("no such list: " + list.string());
  for (std::string line; std::getline(in, line);) {
    if (line.empty() || line.front() == '#') continue;
    const std::size_t tab = line.find('\t');
    if (tab == std::string::npos || tab + 1 == line.size()) throw std::runtime_error(list.string() + ": no reason in: " + line);
    reasons_[line.substr(0, tab)] = line.substr(tab + 1);
  }
}

bool Accepted::right(const std::string& file, bool disagrees) {
  compared_.insert(file);
  return (reasons_.count(file) == 1) == disagrees;
}

std::set<std::string> Accepted::unused() const {
  std::set<std::string> out;
  for (const auto& [file, reason] : reasons_)
    if (compared_.count(file) == 0) out.insert(file);
  return out;
}

}  // namespace gouji::test
