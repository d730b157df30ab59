// Library::test: every entry against its own examples. A text "holds" an entry where a scan from left to right, the longest
// name at each place, meets it; a unit only behind a numeral and a comparator only beside one, as the extractor reads them.
#include <algorithm>
#include <array>

#include "patterns/data.h"

namespace gouji::patterns {
namespace {

// Entries of one `members` table share its examples: any of them will do.
bool same(const Entry& a, const Entry& b) { return &a == &b || (a.line == b.line && a.file == b.file && a.layer == b.layer); }

constexpr std::array<std::string_view, 29> numeral_characters{"〇", "零", "一", "二", "三", "四", "五", "六", "七", "八",
                                                              "九", "十", "百", "千", "万", "亿", "两", "半", "佰", "０",
                                                              "１", "２", "３", "４", "５", "６", "７", "８", "９"};

bool is_digit(char c) { return c >= '0' && c <= '9'; }

bool begins_numeral(std::string_view text) {
  while (text.starts_with(' ')) text.remove_prefix(1);
  if (!text.empty() && is_digit(text.front())) return true;
  return std::any_of(numeral_characters.begin(), numeral_characters.end(), [&](std::string_view c) { return text.starts_with(c); });
}

// "500余", "3000多" and "十几" end a numeral as "500" does; "第三" is none.
bool ends_numeral(std::string_view text) {
  while (text.ends_with(' ')) text.remove_suffix(1);
  for (const std::string_view loose : {"余", "多", "几"})
    if (text.ends_with(loose)) text.remove_suffix(loose.size());
  if (!text.empty() && is_digit(text.back())) return true;
  for (const std::string_view c : numeral_characters)
    if (text.ends_with(c)) return !text.substr(0, text.size() - c.size()).ends_with("第");
  return false;
}

// "50万元" in "50万元以上": a numeral with its unit.
bool ends_quantity(const Library::Data& data, std::string_view text) {
  if (ends_numeral(text)) return true;
  const Match<Unit> unit = data.units.lexicon.suffix(text);
  return unit && ends_numeral(text.substr(0, text.size() - unit.length));
}

bool stands(const Library::Data&, const Unit& unit, std::string_view text, std::size_t begin, std::size_t length) {
  const bool may_precede = unit.kind == Kind::amount || unit.kind == Kind::ratio;  // ￥100, 百分之三十
  return ends_numeral(text.substr(0, begin)) || (may_precede && begins_numeral(text.substr(begin + length)));
}

bool stands(const Library::Data& data, const ComparatorWord& word, std::string_view text, std::size_t begin, std::size_t length) {
  return word.place == ComparatorPlace::before ? begins_numeral(text.substr(begin + length)) : ends_quantity(data, text.substr(0, begin));
}

template <class T>
bool stands(const Library::Data&, const T&, std::string_view, std::size_t, std::size_t) {
  return true;
}

template <class T>
bool holds(const Library&, const Library::Data& data, const Collection<T>& collection, const T& entry, std::string_view text) {
  std::size_t at = 0;
  for (Match<T> m = collection.lexicon.find(text, 0, at); m; m = collection.lexicon.find(text, at, at)) {
    const bool here = stands(data, *m.entry, text, at, m.length);
    if (here && same(*m.entry, entry)) return true;
    at += here ? m.length : character_length(text[at]);
  }
  return false;
}

// Markers overlap (共: copula, adverb), so each is sought among its own; the 加 of 增加 adds no term.
bool holds(const Library& library, const Library::Data& data, const Collection<MarkerWord>&, const MarkerWord& entry, std::string_view text) {
  const Lexicon<MarkerWord>& markers = library.markers(entry.marker);
  for (std::size_t at = 0; at < text.size();) {
    const Match<ChangeWord> change = data.changes.lexicon.prefix(text.substr(at));
    const Match<MarkerWord> marker = markers.prefix(text.substr(at));
    const bool of_change = change.length > marker.length && (entry.marker == "plus" || entry.marker == "minus");
    if (marker && !of_change && same(*marker.entry, entry)) return true;
    at += std::max({marker.length, of_change ? change.length : 0, character_length(text[at])});
  }
  return false;
}

bool holds(const Library& library, const Library::Data&, const Collection<Negative>&, const Negative& entry, std::string_view text) {
  const auto hits = library.negatives(text);
  return std::any_of(hits.begin(), hits.end(), [&](const auto& hit) { return same(*hit.entry, entry); });
}

// A header is looked at whole and by its end.
bool holds(const Library& library, const Library::Data&, const Collection<ColumnWord>&, const ColumnWord& entry, std::string_view text) {
  const ColumnWord* found = library.column(text);
  return found != nullptr && same(*found, entry);
}

// A form is known by its title.
bool holds(const Library&, const Library::Data&, const Collection<StandardForm>&, const StandardForm& entry, std::string_view text) {
  return names_form(entry, text);
}

// A partition is held by a text that names every part.
bool holds(const Library&, const Library::Data&, const Collection<Partition>&, const Partition& entry, std::string_view text) {
  return std::all_of(entry.parts.begin(), entry.parts.end(), [&](const auto& part) {
    return std::any_of(part.begin(), part.end(), [&](const std::string& name) { return text.find(name) != std::string_view::npos; });
  });
}

}  // namespace

std::vector<Library::Failure> Library::test() const {
  std::vector<Failure> failures;
  Data::each(*data_, [&](std::string_view kind, const auto& collection) {
    const Entry* previous = nullptr;
    for (const auto& entry : collection.entries) {
      if (previous != nullptr && same(*previous, *entry)) continue;
      previous = entry.get();
      const Listed listed{std::string(kind), entry.get()};
      for (const std::string& text : entry->examples)
        if (!holds(*this, *data_, collection, *entry, text)) failures.push_back({listed, text, true});
      for (const std::string& text : entry->counter_examples)
        if (holds(*this, *data_, collection, *entry, text)) failures.push_back({listed, text, false});
    }
  });
  return failures;
}

}  // namespace gouji::patterns
