#include "audit/across.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <unordered_set>

#include "audit/digits.h"
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

std::string key_text(CoreNames& cores, const Figure& f) {
  const std::string& name = f.indicator_id.empty() ? cores.of(leaf(f.indicator)) : f.indicator_id;
  if (is_generic(name)) return {};
  return fmt::format("{}|{}|{}|{}|{}|{}|{}|{}", name, core(parents(f.indicator)), std::string_view(f.code), scope_core(f.scope.value),
                     gouji::name(f.fund), std::string_view(f.unit.value), f.period.value.str(), static_cast<int>(basis_class(f.basis.value)));
}

std::string one_line(std::string_view text) {
  std::string out(text);
  std::erase_if(out, [](char c) { return c == '\n' || c == '\r' || c == '\f' || c == '\t' || c == ' '; });
  return out;
}

}  // namespace

void Across::add(const Document& document, const Extraction& extraction) {
  Source source{document.meta.id, document.meta.path, entity_core(extraction.facts.entity), figures_.size(), figures_.size()};
  if (source.entity.empty()) return;  // nobody's report goes with nobody's
  CoreNames cores;
  std::unordered_map<std::uint32_t, std::size_t> seen;  // key → figure
  std::unordered_set<std::uint32_t> ambiguous;          // one name, two values: which is meant elsewhere?
  for (const Figure& f : extraction.figures) {
    if (!is_key(f) || seen.size() >= most_key_figures) continue;
    std::string text = key_text(cores, f);
    if (text.empty()) continue;
    const auto [at, fresh_key] = key_of_.try_emplace(std::move(text), static_cast<std::uint32_t>(keys_.size()));
    if (fresh_key) keys_.push_back({at->first, std::string(leaf(f.indicator)), f.period.value});
    const auto [known, fresh] = seen.try_emplace(at->second, figures_.size());
    if (!fresh) {
      if (figures_[known->second].value != f.value) ambiguous.insert(at->second);
      continue;
    }
    figures_.push_back({static_cast<std::uint32_t>(documents_.size()), at->second, f.number, document.map.place(f.number).line, f.value,
                        printed_width(f), one_line(document.view(f.text))});
  }
  const auto begin = figures_.begin() + static_cast<std::ptrdiff_t>(source.first);
  figures_.erase(std::remove_if(begin, figures_.end(), [&](const KeyFigure& f) { return ambiguous.contains(f.key); }), figures_.end());
  source.last = figures_.size();
  documents_.push_back(std::move(source));
}

std::vector<AcrossCheck> Across::checks() const {
  std::vector<std::string> cores;
  for (const Source& d : documents_) cores.push_back(d.entity);
  const std::vector<std::string> entities = full_entities(cores);
  std::vector<std::string> order;
  std::unordered_map<std::string, std::vector<std::uint32_t>> documents;
  for (std::uint32_t d = 0; d < documents_.size(); ++d) {
    auto& list = documents[entities[d]];
    if (list.empty()) order.push_back(entities[d]);
    list.push_back(d);
  }
  std::vector<AcrossCheck> out;
  for (const std::string& entity : order) {
    const std::vector<std::uint32_t>& list = documents[entity];
    if (list.size() < 2) continue;
    std::map<std::uint32_t, std::vector<const KeyFigure*>> by_key;  // keys are numbered as they were met
    for (const std::uint32_t d : list)
      for (std::size_t i = documents_[d].first; i < documents_[d].last; ++i) by_key[figures_[i].key].push_back(&figures_[i]);
    for (const auto& [key, figures] : by_key)
      if (figures.size() > 1) out.push_back(compare(entity, keys_[key], figures));
  }
  return out;
}

AcrossCheck Across::compare(const std::string& entity, const Key& key, const std::vector<const KeyFigure*>& figures) const {
  const bool zh = language_ == Language::zh;
  AcrossCheck out;
  out.entity = entity;
  out.key = key.text;
  out.name = key.name;
  out.period = key.period;
  const KeyFigure& stated = *figures.back();
  bool all_same = true;
  bool slip = false;
  for (const KeyFigure* f : figures) {
    const Source& source = documents_[f->document];
    out.operands.push_back({source.id, source.path, f->number, f->printed, f->line, f->value});
    const bool same = same_when_rounded(f->value, f->width, stated.value, stated.width);
    out.formula += (f == figures.front() ? "" : " / ") + f->printed;
    if (same) continue;
    all_same = false;
    const Cause cause = slip_between(stated.value, f->value).cause;
    // One changed digit comes by chance where a number was restated; swapped digits and another unit do not.
    slip |= strength(cause) >= 3 && cause != Cause::sign;
  }
  out.formula = fmt::format("{}·{} {}：{}", entity, key.name, key.period.str(), out.formula);
  if (all_same) {
    out.message = zh ? fmt::format("{}在各份报告中一致。", key.name) : fmt::format("{} is the same in all of the reports.", key.name);
    return out;
  }
  out.verdict = slip ? Verdict::inconsistent : Verdict::query;
  out.severity = slip ? Severity::error : Severity::note;
  out.message = zh ? fmt::format("{}在各份报告中不一致，请核实。", key.name) : fmt::format("{} differs between reports; please look.", key.name);
  if (!slip) out.why = zh ? "两份报告所列不同，可能经追溯调整或口径有别" : "it may have been restated, or the reports may differ in scope";
  if (slip) out.hint = zh ? "单位或数字顺序可能有误" : "a unit or the order of digits may be wrong";
  return out;
}

}  // namespace gouji::audit
