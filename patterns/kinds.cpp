#include "patterns/kinds.h"

#include <fmt/format.h>
#include <re2/re2.h>

#include <algorithm>
#include <iterator>

namespace gouji::patterns {
namespace {

template <class T>
using Choices = std::vector<std::pair<std::string_view, T>>;

// The names of the values of a model enum from `first` to `last`, as the contract prints them.
template <class T>
Choices<T> named(T first, T last) {
  Choices<T> choices;
  for (int i = static_cast<int>(first); i <= static_cast<int>(last); ++i) choices.emplace_back(name(static_cast<T>(i)), static_cast<T>(i));
  return choices;
}

void check_code(TomlEntry& toml, const Unit& unit) {
  if (!toml.good()) return;
  const auto upper = [](char c) { return c >= 'A' && c <= 'Z'; };
  if (unit.kind == Kind::amount && (unit.code.size() != 3 || !std::all_of(unit.code.begin(), unit.code.end(), upper)))
    toml.problem("code of an amount must be an ISO 4217 code, as in code = \"CNY\"");
  if (unit.kind == Kind::ratio && unit.code != "1" && unit.code != "pp" && unit.code != "x") toml.problem("code of a ratio must be one of 1, pp, x");
}

// -1, 0, 2 (years from the report's) or 2021/2025.
bool is_meaning(const std::string& meaning) {
  static const RE2 form("[+-]?[0-9]|[0-9]{4}/[0-9]{4}");
  return RE2::FullMatch(meaning, form);
}

}  // namespace

void read_fields(TomlEntry& toml, Unit& unit) {
  unit.kind = toml.choice("kind", named(Kind::amount, Kind::other), true);
  unit.code = toml.text("code");
  unit.power = toml.integer("power", 0, -12, 12);
  unit.countable = toml.boolean("countable");
  unit.duration = toml.boolean("duration");
  check_code(toml, unit);
}

void read_fields(TomlEntry& toml, ComparatorWord& comparator) {
  comparator.comparator = toml.choice("comparator", named(Comparator::equal, Comparator::about), true);
  comparator.place = toml.choice<ComparatorPlace>("place", {{"before", ComparatorPlace::before}, {"after", ComparatorPlace::after}}, true);
}

void read_fields(TomlEntry& toml, Negative& negative) {
  negative.number_class = toml.choice("class", named(NumberClass::date, NumberClass::broken), true);
  negative.pattern = toml.text("pattern");
  if (negative.names.empty() == negative.pattern.empty()) toml.problem("needs either names or a pattern");
  if (negative.pattern.empty()) return;
  const RE2 compiled(negative.pattern, RE2::Quiet);
  if (!compiled.ok())
    toml.problem(fmt::format("pattern is no RE2 expression: {}", compiled.error()));
  else if (compiled.NumberOfCapturingGroups() > 1)
    toml.problem("pattern may have one group, which is the negative; write (?:…) for the others");
  else if (RE2::FullMatch("", compiled))
    toml.problem("pattern must not match nothing");
}

void read_fields(TomlEntry& toml, Indicator& indicator) {
  using Side = Indicator::Side;
  static const Choices<Side> sides{{"none", Side::none},       {"income", Side::income}, {"spending", Side::spending},
                                   {"balance", Side::balance}, {"people", Side::people}, {"assets", Side::assets}};
  indicator.side = toml.choice("side", sides, false);
  if (toml.has("fund")) indicator.fund = toml.choice("fund", named(Fund::general, Fund::all), true);
}

void read_fields(TomlEntry& toml, BasisWord& basis) { basis.basis = toml.choice("basis", named(Basis::budget_initial, Basis::actual), true); }
void read_fields(TomlEntry& toml, FundWord& fund) { fund.fund = toml.choice("fund", named(Fund::general, Fund::all), true); }
void read_fields(TomlEntry&, ScopeWord&) {}

void read_fields(TomlEntry& toml, PeriodWord& period) {
  period.meaning = toml.text("meaning");
  if (toml.good() && !is_meaning(period.meaning))
    toml.problem("meaning must be years from the report's year (\"-1\", \"0\") or a span of years (\"2021/2025\")");
}

void read_fields(TomlEntry& toml, ChangeWord& change) {
  change.direction = toml.choice("direction", named(Direction::increase, Direction::decrease), true);
}
void read_fields(TomlEntry& toml, VersusWord& versus) { versus.versus = toml.choice("versus", named(Versus::prior_year, Versus::base_date), true); }

void read_fields(TomlEntry& toml, MarkerWord& marker) {
  static const Choices<std::string> words = [] {
    Choices<std::string> all;
    for (const std::string_view word : {"of_which", "consists", "open", "respectively", "share", "total", "completion", "plus", "minus",
                                        "rounding_note", "copula", "adverb", "not_comparable", "opener", "own_entity", "verb"})
      all.emplace_back(word, word);
    return all;
  }();
  marker.marker = toml.choice("marker", words, true);
}

void read_fields(TomlEntry& toml, Partition& partition) {
  partition.parts = toml.lists("parts");
  if (toml.good() && partition.parts.size() < 2) toml.problem("parts must name at least two parts");
}

void read_fields(TomlEntry& toml, ColumnWord& column) {
  column.role = toml.choice<ColumnRole>("role",
                                        {{"value", ColumnRole::value},
                                         {"label", ColumnRole::label},
                                         {"code", ColumnRole::code},
                                         {"line_number", ColumnRole::line_number},
                                         {"unit", ColumnRole::unit},
                                         {"text", ColumnRole::text}},
                                        false);
  if (toml.has("kind")) column.kind = toml.choice("kind", named(Kind::amount, Kind::other), true);
  if (toml.has("aspect")) column.aspect = toml.choice("aspect", named(Aspect::level, Aspect::score), true);
  column.unit = toml.text("unit");
  column.ending = toml.boolean("ending");
}

void read_fields(TomlEntry& toml, StandardForm& form) {
  form.without = toml.texts("without");
  form.headers = toml.lists("headers");
  form.rows = toml.lists("rows");
  form.columns = toml.lists("columns");
  form.written = toml.texts("identities");
  for (const std::string& text : form.written) {
    std::string reason;
    auto identities = read_identity(text, reason);
    if (!identities) {
      toml.problem(fmt::format("identity \"{}\": {}", text, reason));
      continue;
    }
    std::move(identities->begin(), identities->end(), std::back_inserter(form.identities));
  }
}

}  // namespace gouji::patterns
