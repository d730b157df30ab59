#include "extractor/known_names.h"

#include <algorithm>
#include <array>

#include "extractor/indicator_path.h"
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

Name KnownNames::look_up(std::string_view name) const {
  auto hit = library_.indicators().exact(name);
  if (!hit && !is_plain(name)) hit = library_.indicators().exact(plain_name(name));
  return hit ? names_.intern(hit.entry->id) : Name{};
}

Name KnownNames::id_of(Name indicator) {
  if (indicator.empty()) return {};
  if (indicator.index() < ids_.size() && ids_[indicator.index()]) return *ids_[indicator.index()];
  const std::string_view name = last_part(indicator);
  const Name id = name.size() == indicator.size() ? look_up(name) : id_of(names_.intern(name));
  if (ids_.size() <= indicator.index()) ids_.resize(names_.size() + std::size_t{1});
  ids_[indicator.index()] = id;
  return id;
}

}  // namespace gouji::extractor
