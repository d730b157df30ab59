#include "audit/rules/completeness.h"

#include <algorithm>
#include <array>
#include <stdexcept>
#include <string>

#include "audit/naming.h"
#include "audit/precision.h"
#include "model/words.h"

namespace gouji::audit {
namespace {

// The clause that begins at the front of `text` says that nothing changed or nothing is there.
bool says_nothing(std::string_view text) {
  std::size_t end = text.size();
  for (const std::string_view mark : {"，", "；", "。", ",", ";"}) end = std::min(end, text.find(mark));
  const std::string_view clause = text.substr(0, end);
  return contains_any(clause, words<"不变 持平 一致 相同 没有 未发生 无变化 无增减">);
}

// "…，其他支出保持不变": a part that is named without a number is nothing, and closes the list all the same.
bool mentions_the_rest(std::string_view text) {
  if (!contains_any(text, words<"其他 其它 其余">)) return false;
  for (const std::string_view word : words<"其他 其它 其余">) {
    for (std::size_t at = text.find(word); at != std::string_view::npos; at = text.find(word, at + 1)) {
      const std::string_view before = text.substr(0, at);
      for (const std::string_view mark : {"，", "；", "：", ",", ";"})
        if (before.ends_with(mark) && says_nothing(text.substr(at))) return true;
    }
  }
  return false;
}

// Which part of the partition the name is; npos for none.
std::size_t part_index(const patterns::Partition& partition, std::string_view name) {
  std::size_t best = std::string::npos;
  std::size_t length = 0;
  for (std::size_t p = 0; p < partition.parts.size(); ++p)
    for (const std::string& spelling : partition.parts[p])
      if (spelling.size() > length && contains(name, spelling)) {
        best = p;
        length = spelling.size();
      }
  return best;
}

constexpr std::size_t most_names = 16;

bool divides(const patterns::Partition& partition, const std::vector<std::string>& names) {
  if (names.size() < partition.parts.size() || names.size() > most_names) return false;
  std::array<const std::string*, most_names> seen{};  // by part
  for (const std::string& name : names) {
    const std::size_t p = part_index(partition, name);
    if (p == std::string::npos || (seen[p] != nullptr && *seen[p] != name)) return false;
    seen[p] = &name;  // one printed twice is a slip: the names are all there
  }
  const auto last = seen.begin() + static_cast<std::ptrdiff_t>(partition.parts.size());
  return std::find(seen.begin(), last, nullptr) == last;
}

// A share of one whole beside each part, and they come to 100%: whatever the list is called, it is all.
bool shares_are_whole(const Context& context, const std::vector<CheckOperand>& parts) try {
  if (parts.size() < 2) return false;
  Decimal sum, widths;
  std::string_view of;
  for (const CheckOperand& o : parts) {
    const auto about = context.index.about(o.figure);
    const auto share = std::find_if(about.begin(), about.end(), [&](FigureId id) {
      const Figure& f = context.index.figure(id);
      return f.aspect == Aspect::share && f.kind == Kind::ratio && f.comparator == Comparator::equal && context.index.usable(id);
    });
    if (share == about.end() || (o.figure != parts.front().figure && context.index.of_core(*share) != of)) return false;
    of = context.index.of_core(*share);
    sum = sum + context.index.figure(*share).value;
    widths = widths + printed_width(context.index.figure(*share));
  }
  const Decimal apart = (sum - Decimal(1)).abs();
  return apart + apart <= widths;
} catch (const std::overflow_error&) {  // numbers that no report prints
  return false;
}

// （A 5万元、B 3万元等）
bool goes_on(const Context& context, const Relation& relation) {
  const std::string_view text = context.document.text;
  std::size_t at = relation.text.end;
  while (at < text.size() && (text[at] == ' ' || text[at] == '\n' || text[at] == '\t')) ++at;
  return at < text.size() && text.substr(at).starts_with("等");
}

}  // namespace

bool names_the_rest(std::string_view name, std::string_view whole) {
  constexpr std::size_t shortest = 3 * 6, head = 3 * 2;  // bytes: six Han, two
  if (!name.starts_with("其他") && !name.starts_with("其它") && !name.starts_with("其余")) return false;
  return name.size() <= shortest || (whole.size() >= head && name.ends_with(whole.substr(whole.size() - head)));
}

bool names_divide_a_whole(const patterns::Library& library, const std::vector<std::string>& names) {
  if (names.size() < 2 || names.size() > most_names) return false;
  const auto& all = library.partitions();
  return std::any_of(all.begin(), all.end(), [&](const patterns::Partition& p) { return divides(p, names); });
}

bool is_partition(const Context& context, const std::vector<FigureId>& parts) {
  if (parts.size() < 2 || parts.size() > most_names) return false;
  std::vector<std::string> names;
  names.reserve(parts.size());
  for (const FigureId id : parts) names.push_back(plain(leaf(context.index.figure(id).indicator)));
  return names_divide_a_whole(context.library, names);
}

Completeness completeness(const Context& context, const Relation& relation, const std::vector<CheckOperand>& parts) {
  if (shares_are_whole(context, parts)) return Completeness::complete;
  if (relation.open || (is_suggested(relation) && goes_on(context, relation))) return Completeness::open;
  const bool amounts = context.index.figure(parts.front().figure).kind == Kind::amount;
  const bool says_all = (is_suggested(relation) && amounts) || relation.marker == Marker::consists || relation.marker == Marker::colon ||
                        relation.marker == Marker::list;
  // "支出合计1107万元，基本支出…；项目支出…" says that it adds up; "投资总额…；合同外资…" does not.
  const std::string_view total =
      context.index.figure(FigureIndex::total_of(relation) == no_id ? parts.front().figure : FigureIndex::total_of(relation)).indicator;
  const bool adds_up = relation.marker == Marker::total_then_parts && contains_any(total, words<"合计 总计 共计">);
  if (says_all || adds_up) return Completeness::complete;
  std::vector<FigureId> ids;
  for (const CheckOperand& p : parts) ids.push_back(p.figure);
  if (names_the_rest(plain(leaf(context.index.figure(ids.back()).indicator)), plain(leaf(total)))) return Completeness::complete;
  if (is_partition(context, ids)) return Completeness::complete;
  const std::uint32_t sentence = context.index.figure(ids.back()).sentence;
  if (sentence < context.extraction.sentences.size()) {
    const TextRange range{relation.text.begin, context.extraction.sentences[sentence].text.end};
    if (range.begin < range.end && mentions_the_rest(context.document.view(range))) return Completeness::complete;
  }
  return relation.kind == RelationKind::headcount ? Completeness::complete : Completeness::partial;
}

}  // namespace gouji::audit
