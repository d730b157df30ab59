#include "model/period.h"

namespace gouji {
namespace {

void append_padded(std::string& out, int value, std::size_t width) {
  const std::string digits = std::to_string(value);
  out.append(width > digits.size() ? width - digits.size() : 0, '0').append(digits);
}

void append_month(std::string& out, int year, int month) {
  append_padded(out, year, 4);
  if (month == 0) return;
  out.push_back('-');
  append_padded(out, month, 2);
}

}  // namespace

std::string Period::str() const {
  std::string out;
  if (!known()) return out;
  append_month(out, year, month);
  if (day != 0) {
    out.push_back('-');
    append_padded(out, day, 2);
  }
  if (to_year != 0) {
    out.push_back('/');
    append_month(out, to_year, to_month);
  }
  return out;
}

}  // namespace gouji
