#include "model/across.h"

namespace gouji {

std::string ending_of(std::string_view core) {
  std::string out;
  out.reserve(core.size());
  for (std::size_t end = core.size(); end > 0;) {
    std::size_t begin = end - 1;
    while (begin > 0 && (static_cast<unsigned char>(core[begin]) & 0xC0U) == 0x80U) --begin;
    out += core.substr(begin, end - begin);
    end = begin;
  }
  return out;
}

std::string full_ending(const std::string& ending, std::string_view next, std::string_view after) {
  constexpr std::size_t telling = 15;  // bytes: five characters; 财政局 is everywhere
  const bool short_form = ending.size() >= telling && next.starts_with(ending) && !after.starts_with(ending);
  return short_form ? std::string(next) : ending;
}

}  // namespace gouji
