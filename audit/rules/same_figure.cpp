// The same figure stated in several places. Two figures are the same when their keys are; where the key leaves a doubt (other
// parents, another fund, a name that fits many things) only agreement is reported, never a difference.
#include <algorithm>
#include <functional>
#include <optional>
#include <string>
#include <unordered_map>

#include "audit/digits.h"
#include "audit/naming.h"
#include "audit/numbering.h"
#include "audit/rules/operands.h"

namespace gouji::audit {
namespace {

bool comparable(const Figure& f) {
  return f.comparator == Comparator::equal && f.range_end == RangeEnd::none && f.kind != Kind::score && f.kind != Kind::other &&
         f.period.value.known() && f.aspect != Aspect::full_score && f.aspect != Aspect::score;
}

// The basis that a name itself states (“三公”经费预算/公务接待费) goes before the one that was read for it.
BasisClass basis_of(const Figure& f) {
  std::string_view path = f.indicator;
  while (!path.empty()) {
    const std::string_view part = leaf(path);
    if (part.ends_with("预算") || part.ends_with("预算数")) return BasisClass::planned;
    if (part.ends_with("决算") || part.ends_with("决算数")) return BasisClass::actual;
    path = parents(path);
  }
  return basis_class(f.basis.value);
}

// 上年结转 after 政府性基金预算收入 is that fund's, though its own clause does not say so: the paragraph's first figure tells.
Fund fund_of(const Context& context, FigureId id) {
  const Figure& f = context.index.figure(id);
  if (f.fund != Fund::none) return f.fund;
  constexpr FigureId window = 30;
  FigureId first = id;
  for (FigureId step = 1; step <= window && step <= id && context.index.figure(id - step).block == f.block; ++step) first = id - step;
  return context.index.figure(first).fund;
}

// What every figure of a group has in common. Borrows its words.
struct LooseKey {
  std::string_view name, scope, unit, of;
  Period period;
  Aspect aspect = Aspect::level;
  Direction direction = Direction::none;   // of changes
  Versus versus = Versus::none;            // of changes
  BasisClass basis = BasisClass::unknown;  // of all others
  friend bool operator==(const LooseKey&, const LooseKey&) = default;
};

struct LooseKeyHash {
  std::size_t operator()(const LooseKey& key) const {
    std::size_t out = hash_of(key.name);
    const auto add = [&](std::size_t part) { out = out * 0x9E3779B97F4A7C15ULL + part; };
    if (!key.scope.empty()) add(hash_of(key.scope));
    if (!key.of.empty()) add(hash_of(key.of));
    add(key.unit.size());
    add(static_cast<std::size_t>(key.period.year) * 16 + static_cast<std::size_t>(key.period.month));
    add(static_cast<std::size_t>(key.aspect) * 64 + static_cast<std::size_t>(key.direction) * 16 + static_cast<std::size_t>(key.basis));
    return out ^ (out >> 32);
  }
};

LooseKey loose_key(const Context& context, CoreNames& cores, FigureId id) {
  const Figure& f = context.index.figure(id);
  LooseKey key;
  key.name = f.indicator_id.empty() ? context.index.core_name(id) : cores.of(f.indicator_id);
  key.scope = scope_core(f.scope.value);
  key.unit = f.unit.value;
  key.of = context.index.of_core(id);
  key.period = f.period.value;
  key.aspect = f.aspect;
  if (f.aspect == Aspect::change || f.aspect == Aspect::change_rate) {
    key.direction = f.direction;
    key.versus = f.versus;
  } else {
    key.basis = basis_of(f);
  }
  return key;
}

// What they must also share before a difference between them means anything.
std::string strict_key(const Context& context, FigureId id) {
  const Figure& f = context.index.figure(id);
  std::string key = core(parents(f.indicator));
  // A part of all income or spending is the part of the whole unit, as one without a parent is.
  for (const std::string_view whole : {"收入", "支出", "收支", "收支总", "总收支"})
    if (key == whole) key.clear();
  key += '|';
  key += f.code;
  key += static_cast<char>('a' + static_cast<int>(fund_of(context, id)));
  return key;
}

bool same_number(const Context& context, FigureId a, FigureId b) {
  const Figure& x = context.index.figure(a);
  const Figure& y = context.index.figure(b);
  return x.value == y.value || same_when_rounded(x.value, printed_width(x), y.value, printed_width(y));
}

bool agree(const Context& context, const std::vector<FigureId>& group) {
  return std::all_of(group.begin(), group.end(), [&](FigureId id) { return same_number(context, id, group.front()); });
}

// Figures with the value that most of them have, then the others; the first of the others, if any, is the odd one.
std::vector<FigureId> majority(const Context& context, const std::vector<FigureId>& group) {
  std::vector<FigureId> best, with;
  for (std::size_t i = 0; i < group.size() && best.size() * 2 <= group.size(); ++i) {
    with.clear();
    for (const FigureId id : group)
      if (same_number(context, id, group[i])) with.push_back(id);
    if (with.size() > best.size()) std::swap(best, with);
  }
  return best;
}

int significant_digits(const Decimal& value) {
  int digits = 0;
  for (Decimal::Coefficient c = value.normalized().abs().coefficient(); c != 0; c /= 10) ++digits;
  return digits;
}

bool one_sentence(const Context& context, const std::vector<FigureId>& group) {
  return std::all_of(group.begin(), group.end(),
                     [&](FigureId id) { return context.index.figure(id).sentence == context.index.figure(group.front()).sentence; });
}

Draft equal_draft(const std::vector<FigureId>& group, FigureId stated, Certainty certainty) {
  Draft out = make_draft(Rule::equal, Form::equal, {{stated, OperandRole::left, 1}});
  for (const FigureId id : group)
    if (id != stated) out.operands.push_back({id, OperandRole::right, 1});
  out.certainty = certainty;
  return out;
}

// A difference is a finding only between figures of a name that means one thing.
bool name_is_sure(const Context& context, FigureId id) {
  constexpr std::size_t telling_name = 18;  // bytes: six characters
  const std::string_view name = context.index.core_name(id);
  return !is_generic(name) && (!context.index.figure(id).indicator_id.empty() || name.size() >= telling_name);
}

// What else the two places say agrees: the growth or share beside each, or the level that each is the growth or share of.
bool companions_agree(const Context& context, FigureId a, FigureId b) {
  const Figure& x = context.index.figure(a);
  const Figure& y = context.index.figure(b);
  if (x.subject != no_id && y.subject != no_id) {
    const Figure& u = context.index.figure(x.subject);
    const Figure& v = context.index.figure(y.subject);
    return x.subject != y.subject && u.value == v.value && significant_digits(u.value) >= 2;
  }
  for (const FigureId i : context.index.about(a))
    for (const FigureId j : context.index.about(b)) {
      const Figure& u = context.index.figure(i);
      const Figure& v = context.index.figure(j);
      if (u.aspect == v.aspect && u.direction == v.direction && u.versus == v.versus && u.value == v.value && significant_digits(u.value) >= 2)
        return true;
    }
  return false;
}

// Differs as a slip of the pen does: a digit, two digits swapped, a unit. Short numbers do so by chance.
bool differs_by_a_slip(const Figure& a, const Figure& b) {
  if (a.kind == Kind::amount && !a.value.is_zero() && (a.value.shifted(4) == b.value || b.value.shifted(4) == a.value)) return true;
  return std::max(significant_digits(a.value), significant_digits(b.value)) >= 3 && is_slip_of_digits(a.value, b.value);
}

// How two sections compare, name by name. Where they differ more often than not they speak of two things (two counties, two
// funds), whatever their headings say.
class SectionPairs {
 public:
  SectionPairs(const Context& context, const std::vector<std::vector<FigureId>>& groups) : context_(context) {
    constexpr std::size_t too_many_pairs = 6;
    for (const std::vector<FigureId>& group : groups) {
      if (group.size() < 2 || group.size() > too_many_pairs) continue;
      for (std::size_t i = 0; i < group.size(); ++i)
        for (std::size_t j = i + 1; j < group.size(); ++j) {
          const auto key = key_of(group[i], group[j]);
          if (!key) continue;
          Count& count = counts_[*key];
          if (same_number(context, group[i], group[j]))
            ++count.same;
          else
            ++count.differ;
        }
    }
  }

  bool speak_of_two_things(FigureId a, FigureId b) const {
    const auto key = key_of(a, b);
    if (!key) return false;
    const auto found = counts_.find(*key);
    return found != counts_.end() && found->second.differ >= 2 && found->second.differ > found->second.same;
  }

 private:
  struct Count {
    int same = 0, differ = 0;
  };
  // Paragraphs serve where there are no sections between them.
  std::optional<std::uint64_t> key_of(FigureId a, FigureId b) const {
    const Figure& x = context_.index.figure(a);
    const Figure& y = context_.index.figure(b);
    const bool sections = x.section != y.section;
    const std::uint64_t u = sections ? x.section : x.block;
    const std::uint64_t v = sections ? y.section : y.block;
    if (u == v) return std::nullopt;
    return (std::min(u, v) << 33) | (std::max(u, v) << 1) | (sections ? 1U : 0U);
  }

  const Context& context_;
  std::unordered_map<std::uint64_t, Count> counts_;
};

// The group by strict key. A figure that stands alone (一般公共预算收入) is the one that is a part elsewhere (…可用财力/一般公共预算
// 收入), unless it could be several.
std::vector<std::vector<FigureId>> strict_groups(const Context& context, const std::vector<FigureId>& group) {
  std::unordered_map<std::string, std::size_t> place;
  std::vector<std::vector<FigureId>> out;
  for (const FigureId id : group) {
    const auto [at, fresh] = place.try_emplace(strict_key(context, id), out.size());
    if (fresh) out.emplace_back();
    out[at->second].push_back(id);
  }
  if (out.size() != 2 || fund_of(context, out[0].front()) != fund_of(context, out[1].front())) return out;
  const auto alone = [&](const std::vector<FigureId>& ids) { return strict_key(context, ids.front()).starts_with('|'); };
  if (alone(out[0]) == alone(out[1])) return out;
  std::vector<FigureId> merged = out[0];
  merged.insert(merged.end(), out[1].begin(), out[1].end());
  std::sort(merged.begin(), merged.end());
  return {merged};
}

// A name that fits many things tells nothing by a difference, but that the very digits come again with 万 or without it does.
void unit_slips(const Context& context, const std::vector<FigureId>& group, Drafts& drafts) {
  constexpr int telling_digits = 4;
  const Figure& first = context.index.figure(group.front());
  if (first.kind != Kind::amount || significant_digits(first.value) < telling_digits) return;
  for (const FigureId id : group) {
    const Figure& f = context.index.figure(id);
    if (f.sentence == first.sentence) continue;
    if (f.value.shifted(4) == first.value) return drafts.push_back(equal_draft({group.front(), id}, id, Certainty::stated));
    if (first.value.shifted(4) == f.value) return drafts.push_back(equal_draft({group.front(), id}, group.front(), Certainty::stated));
  }
}

void compare_group(const Context& context, const SectionPairs& sections, const std::vector<FigureId>& group, Drafts& drafts) {
  if (one_sentence(context, group)) return;
  if (agree(context, group)) {
    // 统筹0.4亿元 here and 统筹0.4亿元 there: a short number comes again by chance where the name says nothing.
    if (!name_is_sure(context, group.front()) && significant_digits(context.index.figure(group.front()).value) < 2) return;
    drafts.push_back(equal_draft(group, group.back(), Certainty::stated));
    return;
  }
  const std::vector<FigureId> most = majority(context, group);
  if (most.size() >= 2 && !one_sentence(context, most)) drafts.push_back(equal_draft(most, most.back(), Certainty::possible));
  const bool sure_name = name_is_sure(context, group.front());
  if (!sure_name) unit_slips(context, group, drafts);
  if (!sure_name && is_generic(context.index.core_name(group.front()))) return;
  for (const std::vector<FigureId>& ids : strict_groups(context, group)) {
    if (ids.size() < 2 || one_sentence(context, ids) || agree(context, ids)) continue;
    const std::vector<FigureId> same = majority(context, ids);
    if (ids.size() > 2 && same.size() * 2 <= ids.size()) continue;  // as many values as places: no one figure
    const auto odd = std::find_if(ids.rbegin(), ids.rend(), [&](FigureId id) { return std::find(same.begin(), same.end(), id) == same.end(); });
    const FigureId other = same.front();
    if (sections.speak_of_two_things(*odd, other)) continue;
    // A name that may be of several things accuses nobody; a sum that its other value mends may bear the doubt out.
    const bool sure =
        sure_name && (differs_by_a_slip(context.index.figure(*odd), context.index.figure(other)) || companions_agree(context, *odd, other));
    drafts.push_back(equal_draft(ids, *odd, sure ? Certainty::stated : Certainty::possible));
  }
}

constexpr std::size_t too_many = 24;  // a word that is everywhere is no name

// Figures with one loose key, in order of the first of each group. Most names are stated once: those make no group.
std::vector<std::vector<FigureId>> loose_groups(const Context& context) {
  struct Member {
    std::size_t group;
    FigureId id;
  };
  Numbering<LooseKey, LooseKeyHash> keys;
  CoreNames cores;
  std::vector<Member> members;
  std::vector<std::size_t> sizes;  // of groups
  for (FigureId id = 0; id < context.extraction.figures.size(); ++id) {
    const Figure& f = context.index.figure(id);
    if (!context.index.usable(id) || context.index.core_name(id).empty() || !comparable(f)) continue;
    if (f.indicator_id.empty() && context.index.namesakes(id).size() < 2) continue;  // stated once
    const auto [group, fresh] = keys.add(loose_key(context, cores, id));
    if (fresh) sizes.push_back(0);
    ++sizes[group];
    members.push_back({group, id});
  }
  std::vector<std::size_t> slot(sizes.size());
  std::size_t kept = 0;
  for (std::size_t g = 0; g < sizes.size(); ++g) slot[g] = sizes[g] >= 2 && sizes[g] <= too_many ? kept++ : SIZE_MAX;
  std::vector<std::vector<FigureId>> out(kept);
  for (const Member& m : members)
    if (slot[m.group] != SIZE_MAX) out[slot[m.group]].push_back(m.id);
  return out;
}

}  // namespace

void same_figure_rule(const Context& context, Drafts& drafts) {
  const std::vector<std::vector<FigureId>> groups = loose_groups(context);
  const SectionPairs sections(context, groups);
  for (const std::vector<FigureId>& group : groups) compare_group(context, sections, group, drafts);
}

}  // namespace gouji::audit
