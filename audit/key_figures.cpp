#include "audit/key_figures.h"

#include <fmt/format.h>

#include <algorithm>
#include <unordered_map>
#include <unordered_set>

#include "audit/entity.h"
#include "audit/figure_index.h"
#include "audit/naming.h"
#include "audit/precision.h"

namespace gouji::audit {
namespace {

constexpr std::size_t most_key_figures = 500;  // of one document

// A level that means one thing wherever it is printed: its name is telling, its number is no chance.
bool is_key(const Figure& f) {
  constexpr Decimal::Coefficient least = 100;  // three digits
  if (f.role != Role::measure || f.kind != Kind::amount || f.aspect != Aspect::level || f.comparator != Comparator::equal) return false;
  if (f.range_end != RangeEnd::none || !f.fraction.empty() || !f.period.value.is_year() || basis_class(f.basis.value) == BasisClass::unknown)
    return false;
  return f.value.normalized().abs().coefficient() >= least;
}

std::string one_line(std::string text, std::string_view unwanted) {
  std::erase_if(text, [&](char c) { return unwanted.find(c) != std::string_view::npos; });
  return text;
}
constexpr std::string_view breaks = "\n\r\f\t", breaks_and_blanks = "\n\r\f\t ";

std::string key_text(CoreNames& cores, const Figure& f) {
  const std::string_view name = f.indicator_id.empty() ? cores.of(leaf(f.indicator)) : f.indicator_id.view();
  if (is_generic(name)) return {};
  return one_line(
      fmt::format("{}|{}|{}|{}|{}|{}|{}|{}", name, core(parents(f.indicator)), std::string_view(f.code), scope_core(f.scope.value),
                  gouji::name(f.fund), std::string_view(f.unit.value), f.period.value.str(), static_cast<int>(basis_class(f.basis.value))),
      breaks);
}

}  // namespace

KeyFigures key_figures(const Document& document, const Extraction& extraction) {
  KeyFigures out{document.meta.id, document.meta.path, entity_core(extraction.facts.entity), {}};
  if (out.entity.empty()) return out;
  CoreNames cores;
  std::unordered_map<std::string, std::size_t> seen;  // key → figure
  std::unordered_set<std::string> ambiguous;
  for (const Figure& f : extraction.figures) {
    if (!is_key(f) || seen.size() >= most_key_figures) continue;
    std::string text = key_text(cores, f);
    if (text.empty()) continue;
    const auto [known, fresh] = seen.try_emplace(text, out.figures.size());
    if (!fresh) {
      if (out.figures[known->second].value != f.value) ambiguous.insert(text);
      continue;
    }
    out.figures.push_back({std::move(text), one_line(std::string(leaf(f.indicator)), breaks), f.period.value, f.number,
                           one_line(std::string(document.view(f.text)), breaks_and_blanks), document.map.place(f.number).line, f.value,
                           printed_width(f)});
  }
  std::erase_if(out.figures, [&](const KeyFigure& f) { return ambiguous.contains(f.key); });
  return out;
}

}  // namespace gouji::audit
