// One number of running text becomes a figure.
#include <algorithm>
#include <optional>
#include <utility>

#include "extractor/characters.h"
#include "extractor/graded_bound.h"
#include "extractor/indicator_path.h"
#include "extractor/lead_state.h"
#include "extractor/pairing.h"
#include "extractor/paragraph_reader.h"
#include "extractor/words.h"

namespace gouji::extractor {
namespace {

bool derived_by_change(const Figure& f) { return f.aspect == Aspect::change || f.aspect == Aspect::change_rate; }

// A number of a scoring rule or an approval limit: "一千元以下的由…签批", "得分≥90分为优秀".
bool is_rule(const Figure& f, std::string_view after, bool scoring_rules) {
  if ((f.comparator == Comparator::at_most || f.comparator == Comparator::at_least || f.comparator == Comparator::less) &&
      starts_with_any(trim_left(after), words<"的由 的， 的需 的须 的经 的应">))
    return true;
  return f.kind == Kind::score && f.aspect != Aspect::full_score && scoring_rules;
}

// 较上年的5亿元增加…, 较目标（924亿元）超收…: the level that the change behind it is measured from.
bool is_compared_with(const Lead& lead, std::string_view after, const patterns::Library& library) {
  if (lead.versus_text.empty() || lead.aspect != Aspect::level || lead.to || lead.done || !lead.name.empty()) return false;
  after = trim_left(after);
  drop_prefix(after, words<"） )">);
  drop_prefix(after, words<"， 相比， 相比">);
  return static_cast<bool>(library.changes().prefix(trim_left(after)));
}

}  // namespace

// 完成年度目标4443人的127.7%, 占总支出1107.5万元的20%: the number before 的 is what the rate is of, the level before that what it is about.
void ParagraphReader::read_rate_of_number(FigureId id, std::string_view between) {
  Figure& f = out_.figures[id];
  if (f.kind != Kind::ratio || f.aspect != Aspect::level || id < 2 || trim(between) != "的") return;
  Figure& whole = out_.figures[id - 1];
  const Figure& level = out_.figures[id - 2];
  const bool levels =
      level.aspect == Aspect::level && whole.aspect == Aspect::level && whole.kind == level.kind && whole.unit.value == level.unit.value;
  if (whole.sentence != f.sentence || level.sentence != f.sentence || !levels || whole.clause.begin < base_) return;
  std::string_view clause = trim(text_.substr(whole.clause.begin - base_, whole.number.begin - whole.clause.begin));
  while (drop_prefix(clause, words<"， , 、 ； ;">)) {
  }
  const bool plan = contains_any(clause, words<"目标 任务 计划 预算">);
  const bool share = clause.starts_with("占");
  if (!drop_prefix(clause, words<"占 完成 达到 相当于 为 达">) || !(plan || share)) return;
  f.aspect = plan ? Aspect::completion : Aspect::share;
  f.subject = id - 2;
  f.of = names_.intern(clause);
  f.indicator = level.indicator;
  f.indicator_id = {};
  identify(f);
  f.basis = {level.basis.value, Origin::sentence};
  if (share) whole.indicator = f.of;
  if (contains_any(clause, words<"目标 任务 计划">)) whole.basis = {Basis::target, Origin::clause};
}

// 由a提高到b，提高c: c is their difference.
void ParagraphReader::read_ends_of_change(FigureId id, const Lead& lead, Carry& carry) {
  const Figure& f = out_.figures[id];
  if (lead.from) {
    carry.from = id;
    carry.to = no_id;
  } else if ((lead.to || lead.becomes) && carry.from != no_id && carry.from == carry.previous) {
    carry.to = id;
  } else if (derived_by_change(f) && carry.to != no_id && carry.to == carry.previous && f.kind == out_.figures[carry.to].kind &&
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

// How many numbers stand in a row from numerals_[index] on, with nothing but separators between them.
std::size_t ParagraphReader::numbers_in_row(std::size_t index, bool commas) const {
  std::size_t numbers = 1;
  for (std::size_t i = index + 1; i < numerals_.size() && numbers < 64; ++i) {
    const std::string_view between = trim(text_.substr(numerals_[i - 1].text.end, numerals_[i].text.begin - numerals_[i - 1].text.end));
    if (!words<"、 和 与 及 以及 : ： ︰ ∶">.has(between) && !(commas && between == "，")) break;
    ++numbers;
  }
  return numbers;
}

// Names the figures of "A、B分别为x、y" in order; where the counts differ nothing is guessed.
void ParagraphReader::pair_names(std::size_t index, Lead& lead, const Gap& flags, Carry& carry) {
  const bool derived = lead.aspect != Aspect::level;
  constexpr std::string_view respectively = "分别";
  const std::string_view printed = lead.name;
  const std::size_t inside = printed.find(respectively);  // 信用贷、抵押贷分别新增放款: the verb belongs to both
  if (lead.respectively || inside == std::string_view::npos || inside == 0) {
    if (!lead.name.empty()) carry.pair_tail.clear();
  } else {
    carry.pair_tail = printed.substr(inside + respectively.size());
    lead.name = names_.intern(printed.substr(0, inside));
    lead.respectively = true;
  }
  if (lead.respectively && !lead.name.empty()) {
    carry.paired = lead.name;
    carry.pair_names = enumerated_names(lead.name);
    carry.pair_subjects.clear();
    carry.pair_next = 0;
    const std::size_t numbers = numbers_in_row(index, true);
    if (carry.pair_names.size() != numbers) {
      if (carry.pair_names.size() > 1)
        out_.warnings.push_back({"unequal_pairs",
                                 "“分别” pairs " + std::to_string(carry.pair_names.size()) + " names with " + std::to_string(numbers) + " numbers",
                                 carry.text});
      carry.pair_names.clear();
    }
  } else if (lead.respectively && derived) {
    pair_subjects(numbers_in_row(index, true), carry);
  } else if (!lead.name.empty() && !flags.enumeration && numbers_in_row(index, false) > 1) {
    // 第一、二、三产业占比为2%、50%和48%: as many names as numbers answer each other without 分别, too.
    carry.paired = lead.name;
    carry.pair_names = enumerated_names(lead.name);
    carry.pair_subjects.clear();
    carry.pair_next = 0;
    if (carry.pair_names.size() < 2 || carry.pair_names.size() != numbers_in_row(index, false)) carry.pair_names.clear();
  } else if ((!flags.enumeration || !lead.name.empty()) && !(lead.name.empty() && lead.to)) {
    carry.pair_names.clear();
  }
  if (lead.name.empty() && lead.to && carry.from != no_id && carry.pair_next == carry.pair_names.size())
    carry.pair_next = 0;  // 分别由1元、2元提高到3元、4元
  if (carry.pair_next < carry.pair_names.size())
    lead.name = next_of_pair(carry);
  else if (!lead.name.empty() && !carry.pair_tail.empty())
    lead.name = names_.intern(lead.name.str() + carry.pair_tail);
}

Name ParagraphReader::next_of_pair(Carry& carry) {
  return names_.intern(paired_name(carry.paired, carry.pair_names, carry.pair_next++) + carry.pair_tail);
}

// "卫生支出5亿元，教育支出6亿元，分别增长3%和4%": the last levels of the sentence, as many as there are numbers.
void ParagraphReader::pair_subjects(std::size_t numbers, Carry& carry) {
  carry.pair_names.clear();
  carry.pair_subjects.clear();
  carry.pair_next = 0;
  constexpr std::size_t farthest = 200;  // figures
  const std::size_t end = out_.figures.size();
  for (std::size_t id = end; id-- > 0 && end - id <= farthest && out_.figures[id].sentence == carry.sentence && carry.pair_subjects.size() < numbers;)
    if (out_.figures[id].aspect == Aspect::level && out_.figures[id].table == no_id) carry.pair_subjects.push_back(static_cast<FigureId>(id));
  std::reverse(carry.pair_subjects.begin(), carry.pair_subjects.end());
  if (numbers < 2 || carry.pair_subjects.size() != numbers) carry.pair_subjects.clear();
}

// The second and later numbers of a row say nothing of themselves: what the first said holds for them.
bool ParagraphReader::continues_row(std::size_t index, const Lead& lead, const Carry& carry) const {
  if (carry.previous == no_id || index == 0 || carry.row_at + 1 != index || !lead.name.empty() || lead.aspect != Aspect::level ||
      numerals_[index].kind != numerals_[index - 1].kind)
    return false;
  const TextRange between{numerals_[index - 1].text.end, numerals_[index].text.begin};
  return between.begin <= between.end && words<"、 和 与 及 以及 : ： ︰ ∶">.has(trim(text_.substr(between.begin, between.size())));
}

// A figure that is a rate of others just stated: 分别增长3%和4%, 完成预算数520.8亿元的98.6%.
bool ParagraphReader::name_by_partner(Figure& f, const Lead& lead, Carry& carry) {
  if (f.kind == Kind::ratio && clean_.text == "的" && !carry.base.empty() && carry.measured != no_id) {
    f.subject = carry.measured;
    f.of = carry.base;
    f.aspect = is_plan(carry.base) ? Aspect::completion : Aspect::share;
  } else if (lead.aspect != Aspect::level && carry.pair_next < carry.pair_subjects.size()) {
    f.subject = carry.pair_subjects[carry.pair_next++];
  } else {
    return false;
  }
  f.indicator = out_.figures[f.subject].indicator;
  f.code = out_.figures[f.subject].code;
  return true;
}

// 完成预算数520.8亿元的…, 占总额5亿元的…: the figure is what the next one is a part of.
void ParagraphReader::note_base(FigureId id, const Lead& lead, FigureId level_before, Carry& carry) {
  std::string_view base = clean_.text;
  carry.base = {};
  if (out_.figures[id].kind == Kind::ratio || lead.aspect != Aspect::level || !drop_prefix(base, words<"完成 占 为 达到">) || base.empty()) return;
  carry.base = names_.intern(without_placeholders(base));
  carry.measured = level_before;
}

void ParagraphReader::read_figure(const Block& block, std::size_t index, TextRange gap, std::string_view after, bool next_opens, Carry& carry,
                                  Gap flags) {
  const Numeral& n = numerals_[index];
  const std::string_view between = text_.substr(gap.begin, gap.size());
  split_clauses(between, clauses_);
  const std::vector<Clause>& clauses = clauses_;
  read_context(text_, gap, first_numeral(gap.begin, index), clauses, carry, flags);
  TextRange clause{gap.begin + clauses.back().text.begin, gap.begin + clauses.back().text.end};
  clause.begin = std::clamp(carry.noun_end, clause.begin, clause.end);
  // A longer lead is no lead: only its end can name the figure.
  constexpr std::uint32_t longest_lead = 900;  // bytes
  if (clause.size() > longest_lead) {
    clause.begin = clause.end - longest_lead;
    while (clause.begin < clause.end && (static_cast<unsigned char>(text_[clause.begin]) & 0xC0U) == 0x80U) ++clause.begin;
  }
  flags.in_brackets = carry.brackets > 0;
  flags.opens_brackets = carry.previous != no_id && carry.brackets == 1 && clauses.size() >= 2 && clauses.front().end == Mark::open &&
                         trim(text_.substr(gap.begin, clauses.front().text.size())).empty();
  if (starts_with_any(trim_left(text_.substr(clause.begin, clause.size())), words<"含 不含 内含">)) flags.opens_brackets = false;
  // 上年结转（20.41亿元）: the brackets hold the number alone, its name stands before them.
  const bool alone = clauses.size() >= 2 && clauses[clauses.size() - 2].end == Mark::open &&
                     trim(text_.substr(clause.begin, clause.size())).empty() && starts_with_any(trim_left(after), words<"） )">);
  if (alone && !trim(text_.substr(gap.begin + clauses[clauses.size() - 2].text.begin, clauses[clauses.size() - 2].text.size())).empty()) {
    clause = {gap.begin + clauses[clauses.size() - 2].text.begin, gap.begin + clauses[clauses.size() - 2].text.end};
    flags.in_brackets = carry.brackets > 1;
  }
  flags.enumeration = starts_with_any(trim_left(text_.substr(clause.begin, clause.size())), words<"、 和 及 以及">) &&
                      (alone || clauses.size() == 1 || clauses[clauses.size() - 2].end == Mark::close);
  clean_clause(text_, clause, numerals_, first_numeral(clause.begin, index), index, clean_);
  const Lead& read = parser_.parse(clean_, n.kind);
  const bool names_entity = !read.scope.empty() && out_.facts.entity.ends_with(read.scope);
  const bool compared_with = is_compared_with(read, after, library_);
  const bool in_row = continues_row(index, read, carry);
  const bool opens_row = !in_row && numbers_in_row(index, false) > 1;
  const bool pairs = opens_row || read.respectively || !carry.pair_names.empty() || !carry.pair_subjects.empty() || contains(read.name, "分别");
  // Few leads are changed before they are used; only those are copied.
  std::optional<Lead> changed;
  if (names_entity || compared_with || in_row || pairs) changed = in_row ? carry.run : read;
  if (names_entity) {  // the report's own entity is no scope of its own
    changed->scope = {};
    changed->own_entity = true;
  }
  if (compared_with) changed->compared_with = true;
  if (in_row || opens_row) carry.row_at = index;
  if (in_row) {
    changed->of_which = changed->consists = changed->sums = changed->respectively = false;
    if (carry.pair_next < carry.pair_names.size()) changed->name = next_of_pair(carry);
  } else if (pairs) {
    if (opens_row) carry.run = *changed;
    pair_names(index, *changed, flags, carry);
  }
  const Lead& lead = changed ? *changed : read;
  const FigureId level_before = structure_.last_level();

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
    f.versus = lead.versus != Versus::none ? lead.versus : carry.versus != Versus::none ? carry.versus : Versus::prior_year;
    f.versus_text = lead.versus != Versus::none ? lead.versus_text : carry.versus_text;
    if (f.value.sign() < 0) {  // 增长-5% is a decrease
      f.value = -f.value;
      f.direction = f.direction == Direction::increase ? Direction::decrease : Direction::increase;
    }
  }
  if (f.kind == Kind::score) {  // 分值设定100分，其中产出指标50分: what can be reached, not what was
    const bool scored = ends_with_any(trim_right(clean_.text), words<"得 得分 得分为 实得 自评得 扣 扣分">);
    const bool full = !scored && (carry.full_score_at < n.text.begin || contains_any(read.name, words<"分值 满分">));
    f.aspect = full ? Aspect::full_score : Aspect::score;
  }
  if (f.comparator == Comparator::equal && in_row) f.comparator = out_.figures[id - 1].comparator;
  if (const std::string bound = graded_bound(text_, n.text); !bound.empty())
    f.indicator = names_.intern(bound);
  else if (!name_by_partner(f, lead, carry))
    name_figure(f, lead, after, carry);
  f.role = is_rule(f, after, carry.scoring_rules) ? Role::rule : Role::measure;
  const FigureId parent = structure_.place(id, lead, flags, next_opens);
  if (parent != no_id && !f.indicator.empty() && !out_.figures[parent].indicator.empty() &&
      last_part(out_.figures[parent].indicator) != f.indicator)  // 其中：市级5亿元 is of the same name
    f.indicator = names_.intern(joined_path(out_.figures[parent].indicator, f.indicator));
  settle(f, lead, carry, parent);
  identify(f);
  if (f.aspect == Aspect::level && library_.funds().prefix(last_part(f.indicator)) && ends_with_any(f.indicator, words<"收入 支出">))
    fund_name_ = last_part(f.indicator);
  if (lead.period.known() && !lead.from) {  // 由2023年的1元增加到2元: the second is of the present
    carry.period = {lead.period, Origin::clause};
    if (carry.previous == no_id) carry.opening_period = carry.period;
  }
  if (f.kind == Kind::count && f.basis.value == Basis::actual) carry.basis = {Basis::actual, Origin::clause};
  if (lead.basis != Basis::none && f.aspect == Aspect::level)
    carry.basis = {lead.basis, Origin::clause};
  else if (lead.done && f.basis.value == Basis::executed && f.aspect == Aspect::level)
    carry.basis = f.basis;
  if (!lead.scope.empty()) carry.scope = {lead.scope, Origin::clause};
  if (lead.versus != Versus::none && (derived_by_change(f) || lead.compared_with)) {
    carry.versus = lead.versus;
    carry.versus_text = lead.versus_text;
  }
  note_base(id, lead, level_before, carry);
  read_rate_of_number(id, between);
  read_ends_of_change(id, lead, carry);
  if (f.aspect == Aspect::level) carry.topic = {};
  carry.previous = id;
}

}  // namespace gouji::extractor
