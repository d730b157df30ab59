#include "extractor/pairing.h"

#include "extractor/characters.h"
#include "extractor/words.h"

namespace gouji::extractor {
namespace {

// Separators of an enumeration; 和 inside 结转和结余 separates nothing that a number answers, which the counts then show.
std::size_t separator(std::string_view rest) {
  for (const std::string_view s : words<"、 以及 和 与 及">)
    if (rest.starts_with(s)) return s.size();
  return 0;
}

std::string_view last_character(std::string_view text) { return text.substr(character_before(text, text.size())); }

}  // namespace

std::vector<std::string> enumerated_names(std::string_view name) {
  std::vector<std::string> out{""};
  for (std::size_t at = 0; at < name.size();) {
    if (const std::size_t length = separator(name.substr(at)); length > 0 && !out.back().empty()) {
      out.emplace_back();
      at += length;
      continue;
    }
    const std::size_t length = character_length(name, at);
    out.back().append(name.substr(at, length));
    at += length;
  }
  if (out.back().empty()) out.pop_back();
  return out;
}

std::string paired_name(std::string_view whole, const std::vector<std::string>& names, std::size_t i) {
  const std::string& own = names[i];
  const bool stands_alone = length_in_characters(own) >= 3 && last_character(own) == last_character(names.back());
  return stands_alone ? own : std::string(whole) + "/" + own;
}

}  // namespace gouji::extractor
