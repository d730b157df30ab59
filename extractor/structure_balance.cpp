// Balances: what is added and taken away until a total, totals behind their terms, and what two totals leave.
#include "extractor/characters.h"
#include "extractor/indicator_path.h"
#include "extractor/side.h"
#include "extractor/structure.h"
#include "model/words.h"

namespace gouji::extractor {

// "加上A（5亿元）、B（3亿元）等8亿元": the terms since the last sign make one.
void Structure::sum_of_run(FigureId id) {
  if (balance_.size() >= balance_run_ + 2) {
    const std::size_t relation = open_relation(id, Marker::total_then_parts, true);
    for (std::size_t i = balance_run_; i < balance_.size(); ++i)
      out_.relations[relation].operands.push_back({balance_[i].figure, OperandRole::part, 1});
    balance_.resize(balance_run_);
  }
  balance_.push_back({id, OperandRole::part, balance_sign_});
}

// 收入…，加上…、…，减…，总计…: terms until a total. What is added to may be the whole whose parts were just listed.
bool Structure::balance(FigureId id, const Lead& lead, const Gap& gap) {
  const Figure& f = out_.figures[id];
  // 减去全市短收（5亿元）、调入资金减少（3亿元）: as a term even a change is what it amounts to.
  const bool term = lead.sign != 0 || (gap.enumeration && !balance_.empty());
  if (f.kind != Kind::amount || (f.aspect != Aspect::level && !(term && f.aspect == Aspect::change))) return false;
  if (lead.sign != 0) {
    if (balance_.empty()) {
      const FigureId first = !stack_.empty() ? stack_.front().total : last_level_ != no_id ? last_level_ : subject_before_;
      if (first == no_id || out_.figures[first].kind != f.kind || out_.figures[first].unit.value != f.unit.value) return false;
      balance_.push_back({first, OperandRole::part, 1});
      stack_.clear();
    }
    balance_sign_ = lead.sign;
    balance_run_ = balance_.size();
    balance_.push_back({id, OperandRole::part, lead.sign});
    return true;
  }
  if (balance_.empty()) return false;
  if (lead.sums) {
    sum_of_run(id);
    return true;
  }
  const Side first = side_of(last_part(out_.figures[balance_.front().figure].indicator));
  const Side own = side_of(lead.name);
  const bool total = lead.total || lead.becomes || contains_any(lead.name, words<"财力 总计 合计 总量 共计 总收入 总支出 滚存结余 净结余 累计结余">);
  const bool fits = first == Side::unknown || own == Side::unknown || own == Side::remainder || first == Side::remainder || own == first;
  // "减去上解支出a、债务还本支出b": what is enumerated is a term like the one before it, whatever its name.
  if (!total && !gap.semicolon && (fits || gap.enumeration) && out_.figures[balance_.front().figure].unit.value == f.unit.value) {
    balance_.push_back({id, OperandRole::part, gap.enumeration ? balance_sign_ : std::int8_t{1}});
    return true;
  }
  if (total && fits && balance_.size() >= 2) {
    Relation r;
    r.kind = RelationKind::balance;
    r.operands.push_back({id, OperandRole::total, 1});
    r.operands.insert(r.operands.end(), balance_.begin(), balance_.end());
    r.text = {out_.figures[balance_.front().figure].text.begin, f.text.end};
    out_.relations.push_back(std::move(r));
  }
  balance_.clear();
  return false;
}

// "收入a，上级补助b，上年结转c，收入总计t": the total stands behind its parts.
void Structure::trailing_total(FigureId id, const Lead& lead) {
  const Side side = side_of(lead.name);
  const bool total = ends_with_any(lead.name, words<"收入总计 支出总计 收入总量 支出总量 收入合计 支出合计 总收入 总支出">);
  if (!total || side == Side::unknown) return;
  (side == Side::income ? income_total_ : spending_total_) = id;
  if (group_.size() < 2 || side_of(last_part(out_.figures[group_.front()].indicator)) != side) return;
  Relation r;
  r.kind = RelationKind::balance;
  if (group_.size() == 2) r.marker = Marker::total_then_parts;  // there may have been more than the two
  r.operands.push_back({id, OperandRole::total, 1});
  for (const FigureId part : group_) r.operands.push_back({part, OperandRole::part, 1});
  r.text = {out_.figures[group_.front()].text.begin, out_.figures[id].text.end};
  out_.relations.push_back(std::move(r));
}

// "收支相抵，年终结余x": x is what the two totals leave.
void Structure::remainder(FigureId id, const Lead& lead, const Gap& gap) {
  if (!gap.offset || income_total_ == no_id || spending_total_ == no_id || side_of(lead.name) != Side::remainder) return;
  if (!same_dimension(income_total_, id) || !same_dimension(spending_total_, id)) return;
  Relation r;
  r.kind = RelationKind::balance;
  r.operands = {{id, OperandRole::total, 1}, {income_total_, OperandRole::part, 1}, {spending_total_, OperandRole::part, -1}};
  r.text = {out_.figures[income_total_].text.begin, out_.figures[id].text.end};
  out_.relations.push_back(std::move(r));
  income_total_ = spending_total_ = no_id;
}

}  // namespace gouji::extractor
