#include "extractor/graded_bound.h"

#include "extractor/characters.h"
#include "model/words.h"

namespace gouji::extractor {
namespace {

constexpr const WordList& signs = words<"＞ ≥ ＜ ≤ > <">;

// What is bounded: the longest run of Han in the brackets.
std::string_view bounded(std::string_view inside) {
  std::string_view longest;
  for (std::size_t at = 0; at < inside.size();) {
    std::size_t end = at;
    while (end < inside.size() && is_han(inside, end)) end += character_length(inside, end);
    if (end - at > longest.size()) longest = inside.substr(at, end - at);
    at = end > at ? end : at + character_length(inside, at);
  }
  return longest;
}

}  // namespace

std::string graded_bound(std::string_view text, TextRange number) {
  constexpr std::size_t longest = 90, shortest = 6;  // bytes of the brackets' content, of a name
  // Nothing further away is looked at: the name and its brackets are short.
  const std::size_t first = number.begin > 2 * longest ? number.begin - 2 * longest : 0;
  text = text.substr(first, number.end - first + longest);
  const std::size_t begin = number.begin - first;
  const std::string_view before = trim_right(text.substr(0, begin)), after = trim_left(text.substr(number.end - first));
  if (!ends_with_any(before, signs) && !starts_with_any(after, signs)) return {};
  const std::size_t open = before.rfind("（"), close = after.find("）");
  if (open == std::string_view::npos || close == std::string_view::npos || begin - open > longest) return {};
  const std::string_view inside = text.substr(open, after.data() + close - text.data() - open);
  if (inside.find("）") != std::string_view::npos) return {};
  std::string_view label = text.substr(0, open);
  for (const std::string_view mark : words<"， 。 ； ： 、 ）">)
    if (const std::size_t at = label.rfind(mark); at != std::string_view::npos) label.remove_prefix(at + mark.size());
  for (const std::string_view verb : words<"表示 为 是 指">)
    if (const std::size_t at = label.find(verb); at != std::string_view::npos && at > 0) label = label.substr(0, at);
  label = trim(label);
  const std::string_view name = bounded(inside);
  if (label.empty() || label.size() >= longest || name.size() < shortest) return {};
  return std::string(name).append("（").append(label).append("）");
}

}  // namespace gouji::extractor
