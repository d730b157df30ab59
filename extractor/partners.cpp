// Figures that say something of the one beside them: the base of a rate, a rate of what was just stated, the ends of a change.
#include <utility>

#include "extractor/characters.h"
#include "extractor/indicator_path.h"
#include "extractor/lead_state.h"
#include "extractor/paragraph_reader.h"
#include "model/words.h"

namespace gouji::extractor {
// 由a提高到b，提高c: c is their difference.
void ParagraphReader::read_ends_of_change(FigureId id, const Lead& lead, FigureId previous, Carry& carry) {
  const Figure& f = out_.figures[id];
  if (lead.from) {
    carry.from = id;
    carry.to = no_id;
  } else if ((lead.to || lead.becomes) && carry.from != no_id && carry.from == previous) {
    carry.to = id;
  } else if (derived_by_change(f) && carry.to != no_id && carry.to == previous && f.kind == out_.figures[carry.to].kind &&
             (f.kind != Kind::ratio || f.unit.value == "pp")) {
    const bool rise = f.direction == Direction::increase;
    Relation r;
    r.kind = RelationKind::balance;
    r.operands = {
        {id, OperandRole::total, 1}, {rise ? carry.to : carry.from, OperandRole::part, 1}, {rise ? carry.from : carry.to, OperandRole::part, -1}};
    r.text = {out_.figures[carry.from].text.begin, f.text.end};
    out_.relations.push_back(std::move(r));
  }
}

// 第一产业占生产总值比重为7%，第二产业比重为38%: of the same whole, which is not said again.
bool ParagraphReader::continues_share(Figure& f, const Lead& lead, const Carry& carry) {
  if (f.kind != Kind::ratio || f.aspect != Aspect::level || carry.previous == no_id) return false;
  const Figure& before = out_.figures[carry.previous];
  std::string_view name = lead.name;
  if (before.aspect != Aspect::share || before.of.empty() || !drop_suffix(name, words<"的比重 比重 的占比 占比">) || name.empty()) return false;
  f.aspect = Aspect::share;
  f.of = before.of;
  f.indicator = names_.intern(name);
  return true;
}

// 人员经费103万元，占基本支出预算90.9%: a part of another budget, not how far its own was reached.
bool ParagraphReader::is_share_of_named_budget(const Figure& f) const {
  if (f.aspect != Aspect::completion || f.of.empty() || !contains(text_.substr(f.clause.begin - base_, f.clause.size()), "占")) return false;
  std::string_view whole = f.of;
  if (!drop_suffix(whole, words<"支出预算 预算数 预算">) || whole.empty()) return false;
  if (!library_.indicators().exact(plain_name(whole)) && !library_.indicators().exact(plain_name(f.of.view().substr(0, whole.size() + 6))))
    return false;
  const std::string_view part = last_part(f.indicator);
  return !part.empty() && !contains(part, whole) && !contains(whole, part);
}

// A figure that is a rate of others just stated: 分别增长3%和4%, 完成预算数520.8亿元的98.6%.
bool ParagraphReader::name_by_partner(Figure& f, const Lead& lead, Carry& carry) {
  if (f.kind == Kind::ratio && clean_.text == "的" && carry.base_figure != no_id && carry.base_figure == carry.previous) {
    f.subject = carry.measured;
    f.whole = carry.base_figure;
    f.of = carry.base;
    f.aspect = is_plan(carry.base) ? Aspect::completion : Aspect::share;
    if (f.subject == no_id) return false;
  } else if (lead.aspect != Aspect::level && carry.pair_next < carry.pair_subjects.size()) {
    f.subject = carry.pair_subjects[carry.pair_next++];
  } else {
    return false;
  }
  f.indicator = out_.figures[f.subject].indicator;
  f.code = out_.figures[f.subject].code;
  return true;
}

// 完成预算数520.8亿元的98.6%, 占全市收入273亿元的24.9%: the number before 的 is what the rate behind it is of. The sentence goes on
// with what is measured, so the base leaves no trace in it. Takes the verb out of the clause.
bool ParagraphReader::takes_base_of_rate(std::size_t index, std::string_view after, Carry& carry) {
  if (numerals_[index].kind == Kind::ratio || index + 1 >= numerals_.size() || numerals_[index + 1].kind != Kind::ratio) return false;
  after = trim(after);
  if (!drop_prefix(after, words<"的">) || !(after.empty() || words<"约 近 超过">.has(after))) return false;
  std::string_view base = clean_.text;
  if (!drop_prefix(base, words<"完成 占 为 达到 达 相当于">) || base.empty()) return false;
  carry.base = names_.intern(without_placeholders(base));
  carry.base_figure = static_cast<FigureId>(out_.figures.size());
  carry.measured = structure_.last_level() != no_id ? structure_.last_level() : structure_.block_level();
  clean_.text.erase(0, clean_.text.size() - base.size());
  return true;
}

// What the base of a rate is called: a plan like what is measured against it, any other by its own words.
void ParagraphReader::name_base(Figure& f, const Lead& lead, const Carry& carry) {
  if (!is_plan(carry.base)) {
    f.indicator = is_generic_name(lead.name) ? carry.base : lead.name;
  } else if (carry.measured != no_id && (lead.name.empty() || is_plan(lead.name))) {
    f.indicator = out_.figures[carry.measured].indicator;
    f.code = out_.figures[carry.measured].code;
    if (f.fund == Fund::none) f.fund = out_.figures[carry.measured].fund;
  }
}

// 规模21070亿元，首次突破2万亿元，比上年增长…: a mark that was passed, of the level just stated; the sentence goes on with that.
bool ParagraphReader::is_restated(const Figure& f, const Lead& lead, const Gap& flags) const {
  if (!lead.name.empty() || f.aspect != Aspect::level || f.comparator == Comparator::equal || flags.in_brackets || lead.period.known()) return false;
  const FigureId level = structure_.last_level();
  if (level == no_id || level + 1 != out_.figures.size() - 1) return false;
  const Figure& before = out_.figures[level];
  return f.kind == Kind::amount && before.kind == f.kind && before.comparator == Comparator::equal && f.comparator == Comparator::at_least &&
         before.sentence == f.sentence && !(before.value < f.value) && f.indicator == last_part(before.indicator);
}

}  // namespace gouji::extractor
