#include "audit/entity.h"

#include <algorithm>
#include <array>
#include <set>
#include <utility>

namespace gouji::audit {
namespace {

void replace_all(std::string& text, std::string_view from, std::string_view to) {
  for (std::size_t at = text.find(from); at != std::string::npos; at = text.find(from, at + to.size())) text.replace(at, from.size(), to);
}

std::string reversed(std::string_view text) { return {text.rbegin(), text.rend()}; }

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
  constexpr std::size_t telling = 15;  // bytes: five characters; 财政局 is everywhere
  std::set<std::string> names;         // from behind, so that what ends alike stands together
  for (const std::string& core : cores) names.insert(reversed(core));
  std::vector<std::string> out;
  out.reserve(cores.size());
  for (const std::string& core : cores) {
    out.push_back(core);
    const std::string name = reversed(core);
    auto longer = names.upper_bound(name);
    if (core.size() < telling || longer == names.end() || !longer->starts_with(name)) continue;
    const auto other = std::next(longer);
    if (other == names.end() || !other->starts_with(name)) out.back() = reversed(*longer);
  }
  return out;
}

}  // namespace gouji::audit
