// What the reports of a government share: amounts of another size, drawn as they are needed.
#pragma once

#include "generate/writer.h"

namespace gouji::generate {

class Government {
 public:
  Government(Writer& writer, std::string basis) : writer_(writer), basis_(std::move(basis)) {}

  int amount(const std::string& name, std::int64_t low, std::int64_t high, int years_ago = 0);
  int fixed(const std::string& name, std::int64_t value, int years_ago = 0, const std::string& basis = "-");
  int count(const std::string& name, std::int64_t low, std::int64_t high, int years_ago = 0);
  int percent(const std::string& name, std::int64_t low_hundredths, std::int64_t high_hundredths, int years_ago = 0);
  // Parts with the names given that add up to the quantity.
  std::vector<int> parts(int total, const std::vector<std::string>& names);
  // The same of the year before: between 85% and 125% of it, never the same.
  int before(int present);

 private:
  Writer& writer_;
  std::string basis_;
};

// What the work reports and bulletins have in common: sentences whose numbers hang together.
void say_growth(Writer& writer, Government& government, const std::string& name, int present);  // 增加…，增长…
void say_parts(Writer& writer, const std::string& opening, int total, const std::vector<int>& parts, bool shares);
void say_points(Writer& writer, Government& government, const std::string& name);  // 由…提高到…

}  // namespace gouji::generate
