#include <re2/re2.h>

#include <algorithm>

#include "patterns/data.h"

namespace gouji::patterns {
namespace {

RE2::Options options() {
  RE2::Options options(RE2::Quiet);
  options.set_longest_match(true);
  options.set_max_mem(32 << 20);  // the alternation has many Chinese classes; a small DFA cache would be flushed again and again
  return options;
}

TextRange range_of(std::string_view text, re2::StringPiece piece) {
  const auto begin = static_cast<std::uint32_t>(piece.data() - text.data());
  return {begin, begin + static_cast<std::uint32_t>(piece.size())};
}

// The longest of the patterns that match at `at` exactly; its group, where it has one.
Library::NegativeHit hit_at(const std::vector<NegativePattern>& patterns, std::string_view text, std::size_t at) {
  Library::NegativeHit best;
  std::size_t longest = 0;
  for (const NegativePattern& pattern : patterns) {
    re2::StringPiece groups[3];
    if (!pattern.whole->Match(text, at, text.size(), RE2::ANCHOR_START, groups, pattern.has_group ? 3 : 2)) continue;
    if (groups[0].size() <= longest) continue;
    longest = groups[0].size();
    best = {pattern.entry, range_of(text, groups[pattern.has_group ? 2 : 1])};
  }
  return best;
}

void add_patterns(const Library::Data& data, std::string_view text, std::vector<Library::NegativeHit>& hits) {
  if (data.any_negative == nullptr) return;
  re2::StringPiece found;
  for (std::size_t at = 0; at < text.size() && data.any_negative->Match(text, at, text.size(), RE2::UNANCHORED, &found, 1);) {
    const auto begin = static_cast<std::size_t>(found.data() - text.data());
    const Library::NegativeHit hit = hit_at(data.negative_patterns, text, begin);
    if (hit.entry != nullptr) hits.push_back(hit);
    // The match less the context behind its group: that can be the context before the next one.
    at = std::max<std::size_t>({begin + 1, hit.entry != nullptr ? hit.range.end : begin + found.size()});
  }
}

void add_names(const Lexicon<Negative>& names, std::string_view text, std::vector<Library::NegativeHit>& hits) {
  std::size_t at = 0;
  for (Match<Negative> m = names.find(text, 0, at); m; m = names.find(text, at, at)) {
    const auto begin = static_cast<std::uint32_t>(at);
    hits.push_back({m.entry, {begin, begin + static_cast<std::uint32_t>(m.length)}});
    at += m.length;
  }
}

}  // namespace

void compile_negatives(Library::Data& data) {
  std::string any;
  for (const auto& entry : data.negatives.entries) {
    if (entry->pattern.empty()) continue;
    NegativePattern compiled;
    compiled.entry = entry.get();
    compiled.whole = std::make_unique<RE2>("(" + entry->pattern + ")", options());
    compiled.has_group = compiled.whole->NumberOfCapturingGroups() > 1;
    data.negative_patterns.push_back(std::move(compiled));
    any += (any.empty() ? "(?:" : "|(?:") + entry->pattern + ")";
  }
  if (!any.empty()) data.any_negative = std::make_unique<RE2>(any, options());
}

std::vector<Library::NegativeHit> Library::negatives(std::string_view text) const {
  std::vector<NegativeHit> hits;
  add_names(data_->negatives.lexicon, text, hits);
  add_patterns(*data_, text, hits);
  std::stable_sort(hits.begin(), hits.end(), [](const NegativeHit& a, const NegativeHit& b) {
    return a.range.begin != b.range.begin ? a.range.begin < b.range.begin : a.range.end > b.range.end;
  });
  std::uint32_t end = 0;
  std::erase_if(hits, [&](const NegativeHit& hit) {
    if (hit.range.begin < end || hit.range.empty()) return true;
    end = hit.range.end;
    return false;
  });
  return hits;
}

}  // namespace gouji::patterns
