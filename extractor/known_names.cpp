#include "extractor/known_names.h"

#include <algorithm>
#include <array>

#include "extractor/lead.h"

namespace gouji::extractor {
namespace {

// Without quotes, brackets and spaces that plain_name would change.
bool is_plain(std::string_view name) {
  static constexpr auto changed = [] {
    std::array<bool, 256> bytes{};
    for (const char c : std::string_view("\xE2( )\xC2")) bytes[static_cast<unsigned char>(c)] = true;
    return bytes;
  }();
  return std::none_of(name.begin(), name.end(), [](char c) { return changed[static_cast<unsigned char>(c)]; });
}

}  // namespace

const patterns::Indicator* KnownNames::look_up(std::string_view name) const {
  auto hit = library_.indicators().exact(name);
  if (!hit && !is_plain(name)) hit = library_.indicators().exact(plain_name(name));
  return hit.entry;
}

const patterns::Indicator* KnownNames::find(std::string_view name) {
  if (name.empty()) return nullptr;
  std::size_t hash = name.size();
  for (std::size_t back = 1; back <= std::min<std::size_t>(name.size(), 6); ++back)
    hash = hash * 31 + static_cast<unsigned char>(name[name.size() - back]);
  Slot& slot = slots_[hash % slots];
  if (slot.name != name) {
    slot.indicator = look_up(name);
    slot.name = name;
  }
  return slot.indicator;
}

}  // namespace gouji::extractor
