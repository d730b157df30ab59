// One number of running text becomes a figure.
#include <algorithm>
#include <utility>

#include "extractor/characters.h"
#include "extractor/graded_bound.h"
#include "extractor/indicator_path.h"
#include "extractor/paragraph_reader.h"
#include "model/words.h"

namespace gouji::extractor {
namespace {

// A number of a scoring rule or an approval limit: "一千元以下的由…签批", "得分≥90分为优秀".
bool is_rule(const Figure& f, std::string_view after, bool scoring_rules) {
  if ((f.comparator == Comparator::at_most || f.comparator == Comparator::at_least || f.comparator == Comparator::less) &&
      starts_with_any(trim_left(after), words<"的由 的， 的需 的须 的经 的应">))
    return true;
  return f.kind == Kind::score && f.aspect != Aspect::full_score && scoring_rules;
}

}  // namespace

// The clause that leads up to a number, and how brackets and commas stand around it.
TextRange ParagraphReader::lead_clause(TextRange gap, std::string_view after, const Carry& carry, Gap& flags) const {
  const std::vector<Clause>& clauses = clauses_;
  const auto words_of = [&](const Clause& c) { return trim(text_.substr(gap.begin + c.text.begin, c.text.size())); };
  TextRange clause{gap.begin + clauses.back().text.begin, gap.begin + clauses.back().text.end};
  clause.begin = std::clamp(carry.noun_end, clause.begin, clause.end);
  // A longer lead is no lead: only its end can name the figure.
  constexpr std::uint32_t longest_lead = 900;  // bytes
  if (clause.size() > longest_lead) {
    clause.begin = clause.end - longest_lead;
    while (clause.begin < clause.end && (static_cast<unsigned char>(text_[clause.begin]) & 0xC0U) == 0x80U) ++clause.begin;
  }
  const Clause* const before = clauses.size() >= 2 ? &clauses[clauses.size() - 2] : nullptr;
  flags.in_brackets = carry.brackets > 0;
  flags.opens_brackets =
      carry.previous != no_id && carry.brackets == 1 && before != nullptr && clauses.front().end == Mark::open && words_of(clauses.front()).empty();
  if (starts_with_any(trim_left(text_.substr(clause.begin, clause.size())), words<"含 不含 内含">)) flags.opens_brackets = false;
  // 上年结转（20.41亿元）: the brackets hold the number alone, its name stands before them.
  const bool alone = before != nullptr && before->end == Mark::open && trim(text_.substr(clause.begin, clause.size())).empty() &&
                     starts_with_any(trim_left(after), words<"） )">);
  if (alone && !words_of(*before).empty()) {
    clause = {gap.begin + before->text.begin, gap.begin + before->text.end};
    flags.in_brackets = carry.brackets > 1;
  }
  flags.enumeration = starts_with_any(trim_left(text_.substr(clause.begin, clause.size())), words<"、 和 及 以及">) &&
                      (alone || before == nullptr || before->end == Mark::close);
  return clause;
}

// A figure with what its number and its lead say by themselves.
Figure& ParagraphReader::add_figure(const Block& block, const Numeral& n, TextRange clause, const Lead& lead, const Carry& carry) {
  const auto id = static_cast<FigureId>(out_.figures.size());
  Figure& f = out_.figures.emplace_back();
  f.text = {base_ + n.text.begin, base_ + n.text.end};
  f.number = {base_ + n.number.begin, base_ + n.number.end};
  f.unit_text = {base_ + n.unit_text.begin, base_ + n.unit_text.end};
  f.range_end = n.range_end;
  take_value(f, n, names_);
  f.aspect = lead.aspect;
  f.of = lead.of;
  f.direction = lead.direction;
  f.code = lead.code;
  f.fund = lead.fund;
  f.block = static_cast<BlockId>(&block - document_.blocks.data());
  f.section = block.section;
  f.sentence = carry.sentence;
  f.clause = {base_ + clause.begin, base_ + n.text.end};
  if (n.range_end == RangeEnd::high && id > 0) {
    f.range_other = id - 1;
    out_.figures[id - 1].range_other = id;
  }
  if (derived_by_change(f)) {
    const bool said = lead.versus != Versus::none || lead.of_others;
    f.versus = said ? lead.versus : carry.versus != Versus::none ? carry.versus : Versus::prior_year;
    f.versus_text = said ? lead.versus_text : carry.versus_text;
    if (f.value.sign() < 0) {  // 增长-5% is a decrease
      f.value = -f.value;
      f.direction = f.direction == Direction::increase ? Direction::decrease : Direction::increase;
    }
  }
  if (f.kind == Kind::score) {  // 分值设定100分，其中产出指标50分: what can be reached, not what was
    const bool scored = ends_with_any(trim_right(clean_.text), words<"得 得分 得分为 实得 自评得 扣 扣分">);
    const bool full = !scored && (carry.full_score_at < n.text.begin || contains_any(lead.name, words<"分值 满分">));
    f.aspect = full ? Aspect::full_score : Aspect::score;
  }
  if (f.comparator == Comparator::equal && carry.in_row) f.comparator = out_.figures[id - 1].comparator;
  return f;
}

void ParagraphReader::read_figure(const Block& block, std::size_t index, TextRange gap, std::string_view after, bool next_opens, Carry& carry,
                                  Gap flags) {
  const Numeral& n = numerals_[index];
  split_clauses(text_.substr(gap.begin, gap.size()), clauses_);
  read_context(text_, gap, first_numeral(gap.begin, index), clauses_, carry, flags);
  const TextRange clause = lead_clause(gap, after, carry, flags);
  clean_clause(text_, clause, numerals_, first_numeral(clause.begin, index), index, clean_);
  const bool base_of_rate = takes_base_of_rate(index, after, carry);
  const Lead& lead = understand(index, after, flags, carry);

  const auto id = static_cast<FigureId>(out_.figures.size());
  Figure& f = add_figure(block, n, clause, lead, carry);
  if (const std::string bound = graded_bound(text_, n.text); !bound.empty())
    f.indicator = names_.intern(bound);
  else if (!name_by_partner(f, lead, carry) && !continues_share(f, lead, carry))
    name_figure(f, lead, after, carry);
  if (is_share_of_named_budget(f)) f.aspect = Aspect::share;
  f.role = is_rule(f, after, carry.scoring_rules) ? Role::rule : Role::measure;
  if (base_of_rate) name_base(f, lead, carry);
  const bool again = is_restated(f, lead, flags);
  const FigureId parent = base_of_rate || again ? no_id : structure_.place(id, lead, flags, next_opens);
  if (parent != no_id && !f.indicator.empty() && !out_.figures[parent].indicator.empty() &&
      last_part(out_.figures[parent].indicator) != f.indicator)  // 其中：市级5亿元 is of the same name
    f.indicator = names_.intern(joined_path(out_.figures[parent].indicator, f.indicator));
  settle(f, lead, carry, parent);
  identify(f);
  const FigureId previous = std::exchange(carry.previous, id);
  if (base_of_rate) {
    if (contains_any(carry.base, words<"目标 任务 计划">)) f.basis = {Basis::target, Origin::clause};
    return;
  }
  if (f.range_end == RangeEnd::high && id > 0 && out_.figures[id - 1].indicator.empty()) {  // 3—6岁儿童: the noun is of both
    out_.figures[id - 1].indicator = f.indicator;
    out_.figures[id - 1].indicator_id = f.indicator_id;
  }
  if (f.aspect == Aspect::completion && f.subject != no_id) measured_against_budget(f);
  carry_on(id, lead, previous, carry);
}

// What a figure leaves behind for those that follow.
void ParagraphReader::carry_on(FigureId id, const Lead& lead, FigureId previous, Carry& carry) {
  const Figure& f = out_.figures[id];
  const bool level = f.aspect == Aspect::level;
  if (level && library_.funds().prefix(last_part(f.indicator)) && ends_with_any(f.indicator, words<"收入 支出">)) fund_name_ = last_part(f.indicator);
  if (lead.period.known() && !lead.from) {  // 由2023年的1元增加到2元: the second is of the present
    carry.period = {lead.period, Origin::clause};
    if (previous == no_id) carry.opening_period = carry.period;
  }
  if (f.kind == Kind::count && f.basis.value == Basis::actual) carry.basis = {Basis::actual, Origin::clause};
  if (lead.basis != Basis::none && level)
    carry.basis = {lead.basis, Origin::clause};
  else if (lead.done && f.basis.value == Basis::executed && level)
    carry.basis = f.basis;
  if (!lead.scope.empty()) carry.scope = {lead.scope, Origin::clause};
  if (lead.versus != Versus::none && (derived_by_change(f) || lead.compared_with)) {
    carry.versus = lead.versus;
    carry.versus_text = lead.versus_text;
  }
  read_ends_of_change(id, lead, previous, carry);
  if (!level) return;
  carry.topic = {};
  carry.unchanged = {};
}

}  // namespace gouji::extractor
