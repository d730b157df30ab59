#include "audit/across.h"

#include <fmt/format.h>

#include <map>

#include "audit/digits.h"
#include "audit/entity.h"
#include "audit/precision.h"

namespace gouji::audit {

void Across::add(const KeyFigures& figures) {
  if (figures.entity.empty()) return;
  Source source{figures.document, figures.path, figures.entity, figures_.size(), figures_.size() + figures.figures.size()};
  for (const KeyFigure& f : figures.figures) {
    const auto [at, fresh] = key_of_.try_emplace(f.key, static_cast<std::uint32_t>(keys_.size()));
    if (fresh) keys_.push_back({f.key, f.name, f.period});
    figures_.push_back({static_cast<std::uint32_t>(documents_.size()), at->second, f.number, f.line, f.value, f.width, f.printed});
  }
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
    std::map<std::uint32_t, std::vector<const Kept*>> by_key;  // keys are numbered as they were met
    for (const std::uint32_t d : list)
      for (std::size_t i = documents_[d].first; i < documents_[d].last; ++i) by_key[figures_[i].key].push_back(&figures_[i]);
    for (const auto& [key, figures] : by_key)
      if (figures.size() > 1) out.push_back(compare(entity, keys_[key], figures));
  }
  return out;
}

AcrossCheck Across::compare(const std::string& entity, const Key& key, const std::vector<const Kept*>& figures) const {
  const bool zh = language_ == Language::zh;
  AcrossCheck out;
  out.entity = entity;
  out.key = key.text;
  out.name = key.name;
  out.period = key.period;
  const Kept& stated = *figures.back();
  bool all_same = true;
  bool slip = false;
  for (const Kept* f : figures) {
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
