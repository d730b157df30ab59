// One number of running text becomes a figure.
#include <algorithm>
#include <optional>
#include <utility>

#include "extractor/characters.h"
#include "extractor/indicator_path.h"
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

}  // namespace

// 由a提高到b，提高c: c is their difference.
void ParagraphReader::read_ends_of_change(FigureId id, const Lead& lead, Carry& carry) {
  const Figure& f = out_.figures[id];
  if (lead.from) {
    carry.from = id;
    carry.to = no_id;
  } else if (lead.to && carry.from != no_id && carry.from == carry.previous) {
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

// Names the figures of "A、B分别为x、y" in order; where the counts differ nothing is guessed.
void ParagraphReader::pair_names(std::size_t index, Lead& lead, const Gap& flags, Carry& carry) {
  if (lead.respectively && !lead.name.empty()) {
    carry.paired = lead.name;
    carry.pair_names = enumerated_names(lead.name);
    carry.pair_next = 0;
    std::size_t numbers = 1;
    for (std::size_t i = index + 1; i < numerals_.size() && numbers < 64; ++i) {
      const std::string_view between = trim(text_.substr(numerals_[i - 1].text.end, numerals_[i].text.begin - numerals_[i - 1].text.end));
      if (between != "、" && between != "和" && between != "，" && between != "与" && between != "及") break;
      ++numbers;
    }
    if (carry.pair_names.size() != numbers) {
      if (carry.pair_names.size() > 1)
        out_.warnings.push_back({"unequal_pairs",
                                 "“分别” pairs " + std::to_string(carry.pair_names.size()) + " names with " + std::to_string(numbers) + " numbers",
                                 carry.text});
      carry.pair_names.clear();
    }
  } else if (!flags.enumeration || !lead.name.empty()) {
    carry.pair_names.clear();
  }
  if (carry.pair_next >= carry.pair_names.size()) return;
  lead.name = paired_name(carry.paired, carry.pair_names, carry.pair_next++);
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
  // Few leads are changed before they are used; only those are copied.
  const bool names_entity = !read.scope.empty() && out_.facts.entity.ends_with(read.scope);
  const bool pairs = (read.respectively && !read.name.empty()) || carry.pair_next < carry.pair_names.size();
  std::optional<Lead> changed;
  if (names_entity || pairs) changed = read;
  if (names_entity) {  // the report's own entity is no scope of its own
    changed->scope.clear();
    changed->own_entity = true;
  }
  if (pairs) pair_names(index, *changed, flags, carry);
  const Lead& lead = changed ? *changed : read;

  const auto id = static_cast<FigureId>(out_.figures.size());
  Figure& f = out_.figures.emplace_back();
  f.text = {base_ + n.text.begin, base_ + n.text.end};
  f.number = {base_ + n.number.begin, base_ + n.number.end};
  f.unit_text = {base_ + n.unit_text.begin, base_ + n.unit_text.end};
  f.range_end = n.range_end;
  take_value(f, n);
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
    const bool full = carry.full_score_at < n.text.begin || contains_any(read.name, words<"分值 满分">);
    f.aspect = full ? Aspect::full_score : Aspect::score;
  }
  name_figure(f, lead, after, carry);
  f.role = is_rule(f, after, carry.scoring_rules) ? Role::rule : Role::measure;
  const FigureId parent = structure_.place(id, lead, flags, next_opens);
  if (parent != no_id && !f.indicator.empty()) f.indicator = joined_path(out_.figures[parent].indicator, f.indicator);
  settle(f, lead, carry, parent);
  identify(f);
  if (lead.period.known()) {
    carry.period = {lead.period, Origin::clause};
    if (carry.previous == no_id) carry.opening_period = carry.period;
  }
  if (f.kind == Kind::count && f.basis.value == Basis::actual) carry.basis = {Basis::actual, Origin::clause};
  if (lead.basis != Basis::none && f.aspect == Aspect::level) carry.basis = {lead.basis, Origin::clause};
  if (!lead.scope.empty()) carry.scope = {lead.scope, Origin::clause};
  if (lead.versus != Versus::none && derived_by_change(f)) {
    carry.versus = lead.versus;
    carry.versus_text = lead.versus_text;
  }
  read_ends_of_change(id, lead, carry);
  if (f.aspect == Aspect::level) carry.topic.clear();
  carry.previous = id;
}

}  // namespace gouji::extractor
