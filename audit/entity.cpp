#include "audit/entity.h"

#include <algorithm>
#include <array>
#include <set>
#include <utility>

#include "model/across.h"

namespace gouji::audit {
namespace {

void replace_all(std::string& text, std::string_view from, std::string_view to) {
  for (std::size_t at = text.find(from); at != std::string::npos; at = text.find(from, at + to.size())) text.replace(at, from.size(), to);
}

}  // namespace

std::string entity_core(std::string_view name) {
  static constexpr std::array<std::pair<std::string_view, std::string_view>, 4> words{
      {{"中国共产党", "中共"}, {"人民代表大会常务委员会", "人大常委会"}, {"人民政府", "政府"}, {"委员会", "委"}}};
  std::string out(name);
  for (const std::string_view mark : {" ", "\t", "\n", "\r", "　", "（", "）", "(", ")", "“", "”", "\""}) replace_all(out, mark, "");
  for (const auto& [from, to] : words) replace_all(out, from, to);
  return out;
}

std::vector<std::string> full_entities(const std::vector<std::string>& cores) {
  std::set<std::string> endings;
  for (const std::string& core : cores) endings.insert(ending_of(core));
  std::vector<std::string> out;
  out.reserve(cores.size());
  for (const std::string& core : cores) {
    const std::string ending = ending_of(core);
    const auto next = endings.upper_bound(ending);
    const auto after = next == endings.end() ? next : std::next(next);
    out.push_back(ending_of(full_ending(ending, next == endings.end() ? "" : *next, after == endings.end() ? "" : *after)));
  }
  return out;
}

}  // namespace gouji::audit
