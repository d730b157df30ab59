// Shares of one whole add up to 100%, and their amounts to the whole: only where the parts are all of it, by their breakdown
// or by their names (基本支出 + 项目支出).
#include <algorithm>
#include <stdexcept>

#include "audit/naming.h"
#include "audit/precision.h"
#include "audit/rules/completeness.h"
#include "audit/rules/share.h"

namespace gouji::audit {
namespace {

struct Share {
  FigureId share = no_id, numerator = no_id, whole = no_id;
};

Draft to_hundred(const std::vector<Share>& shares) {
  Draft out = make_draft(Rule::shares_total, Form::complement, {});
  for (const Share& s : shares) out.operands.push_back({s.share, OperandRole::part, 1});
  return out;
}

// Every part of a complete breakdown states its share in one whole.
void breakdown_shares(const Context& context, const Relation& relation, Drafts& drafts) {
  std::vector<Share> shares;
  std::vector<CheckOperand> parts;
  std::string_view of;
  const FigureId total = FigureIndex::total_of(relation);
  for (const RelationOperand& o : relation.operands) {
    if (o.role == OperandRole::total || !context.index.usable(o.figure)) continue;
    const Figure& part = context.index.figure(o.figure);
    parts.push_back({o.figure, OperandRole::part, 1});
    Share share{part.aspect == Aspect::share ? o.figure : no_id, o.figure, no_id};
    for (const FigureId id : context.index.about(o.figure))
      if (share.share == no_id && context.index.figure(id).aspect == Aspect::share) share.share = id;
    if (share.share == no_id) return;
    const std::string_view name = context.index.of_core(share.share);
    if (!shares.empty() && name != of) return;
    of = name;
    // Shares of something else than what is broken down do not come to 100%.
    if (share.share != o.figure) {
      const Found whole = find_whole(context, share.share, o.figure);
      if (whole.figure != total || whole.certainty != Certainty::stated) return;
    }
    shares.push_back(share);
  }
  if (shares.size() < 2 || relation.open) return;
  Draft draft = to_hundred(shares);
  // 其中 alone does not say that the parts are all; that they come to 100% is worth a word, that they do not is none.
  if (completeness(context, relation, parts) != Completeness::complete) draft.certainty = Certainty::possible;
  drafts.push_back(std::move(draft));
}

// "基本支出…，占87.5%；项目支出…，占12.5%" does not say of what. That one of them is its part of what the amounts come to does.
bool one_is_of_their_sum(const Context& context, const std::vector<Share>& group) try {
  Decimal sum;
  for (const Share& s : group) {
    if (s.numerator == no_id || !same_measure(context.index.figure(s.numerator), context.index.figure(group.front().numerator))) return false;
    sum = sum + context.index.figure(s.numerator).value;
  }
  return std::any_of(group.begin(), group.end(), [&](const Share& s) {
    const Figure& share = context.index.figure(s.share);
    const Figure& part = context.index.figure(s.numerator);
    const Decimal apart = (part.value - share.value * sum).abs();
    return apart + apart <= printed_width(share) * sum + printed_width(part) + printed_width(part);
  });
} catch (const std::overflow_error&) {  // numbers that no report prints
  return false;
}

// Shares of a sentence that name the same whole: they divide it where their names do (基本支出 + 项目支出). Where they only
// stand together (按功能科目划分，…) that they come to the whole is worth a word, that they do not is none.
void sentence_shares(const Context& context, const std::vector<Share>& group, Drafts& drafts) {
  if (group.size() < 2) return;
  std::vector<FigureId> named;
  for (const Share& s : group) named.push_back(s.numerator != no_id ? s.numerator : s.share);
  // "…；其他支出109.50万元，占总支出的0.02%" closes the list.
  const std::string last = plain(leaf(context.index.figure(named.back()).indicator));
  const bool closed =
      names_the_rest(last, group.front().whole == no_id ? std::string() : plain(leaf(context.index.figure(group.front().whole).indicator)));
  if (context.index.of_core(group.front().share).empty() && !(is_partition(context, named) && one_is_of_their_sum(context, group))) return;
  const Certainty certainty = closed || is_partition(context, named) ? Certainty::stated : Certainty::possible;
  drafts.push_back(to_hundred(group));
  drafts.back().certainty = certainty;
  const bool one_whole = std::all_of(group.begin(), group.end(),
                                     [&](const Share& s) { return s.whole != no_id && s.numerator != no_id && s.whole == group.front().whole; });
  if (!one_whole) return;
  Draft sum = make_draft(Rule::sum, Form::sum, {{group.front().whole, OperandRole::total, 1}});
  for (const Share& s : group) sum.operands.push_back({s.numerator, OperandRole::part, 1});
  sum.certainty = certainty;
  drafts.push_back(std::move(sum));
}

}  // namespace

void whole_rule(const Context& context, Drafts& drafts) {
  for (const Relation& relation : context.extraction.relations)
    if (relation.kind == RelationKind::breakdown) breakdown_shares(context, relation, drafts);
  struct Group {
    std::string_view of;
    std::vector<Share> shares;
  };
  std::vector<Group> groups;  // of one sentence
  std::uint32_t sentence = no_id;
  const auto flush = [&] {
    for (const Group& g : groups) sentence_shares(context, g.shares, drafts);
    groups.clear();
  };
  for (FigureId id = 0; id < context.extraction.figures.size(); ++id) {
    const Figure& f = context.index.figure(id);
    if (!context.index.usable(id) || f.aspect != Aspect::share || f.kind != Kind::ratio) continue;
    if (f.sentence != sentence) flush();
    sentence = f.sentence;
    Share share{id, level_of(context, id), no_id};
    if (share.numerator != no_id) {
      const Found whole = find_whole(context, id, share.numerator);
      if (whole.certainty == Certainty::stated) share.whole = whole.figure;
    }
    const std::string_view of = context.index.of_core(id);
    auto group = std::find_if(groups.begin(), groups.end(), [&](const Group& g) { return g.of == of; });
    if (group == groups.end()) group = groups.insert(groups.end(), Group{of, {}});
    group->shares.push_back(share);
  }
  flush();
}

}  // namespace gouji::audit
