// The same figure in a table and in another table or in the text. One name, unit, period, footing and scope, and the same number: it
// ties out, and is said. A difference means something only where the name is sure, both places speak of the same money, and it looks
// like a slip of the pen.
#include <algorithm>
#include <string>
#include <unordered_map>
#include <utility>

#include "audit/digits.h"
#include "audit/naming.h"
#include "audit/numbering.h"
#include "audit/rules/form_cells.h"
#include "audit/rules/operands.h"
#include "audit/rules/tie_names.h"
#include "model/words.h"

namespace gouji::audit {
namespace {

constexpr std::size_t too_many = 40;  // a name that is everywhere is none

bool may_tie(const Figure& f) {
  if (f.role != Role::measure || f.range_end != RangeEnd::none || f.kind == Kind::other || f.value.is_zero()) return false;
  const BasisClass b = basis_class(f.basis.value);
  const bool marked = b == BasisClass::target || b == BasisClass::achieved;  // 不少于200份
  return (f.comparator == Comparator::equal || marked) && (f.period.value.known() || f.kind == Kind::score);
}

// Spellings of one thing: 部门基本支出 and 基本支出, 公务接待 and 公务接待费, 编制数 and 编制人数.
std::string_view folded(std::string_view name) {
  if (name.ends_with("控制率")) return "控制率";
  if (name.starts_with("部门") && name.size() > 12) name.remove_prefix(6);
  for (const std::string_view end : words<"人员 人数 经费 费用 费 服务">) {
    if (name.size() < end.size() + (end == "服务" ? 12 : 6) || !ends(name, end)) continue;
    name.remove_suffix(end.size());
    break;
  }
  return name;
}

// Whose money: a table of 财政拨款 and one of all funds have rows of one name.
std::string_view money(std::string_view text) {
  constexpr const WordList& all = words<"政府性基金 国有资本 社会保险 一般公共预算 财政拨款">;
  if (!contains_any(text, all)) return {};
  for (const std::string_view word : all)
    if (contains(text, word)) return word;
  return {};
}

struct Tied {
  FigureId figure = no_id;
  Name name;  // not folded
  bool in_table = false;
};

// What figures of one group have in common. Borrows its words.
struct Key {
  std::uint32_t name = 0;  // the number of the folded name
  std::string_view unit, scope;
  Period period;  // of all but scores
  Aspect aspect = Aspect::level;
  BasisClass basis = BasisClass::unknown;
  friend bool operator==(const Key&, const Key&) = default;
};

struct KeyHash {
  std::size_t operator()(const Key& key) const {
    std::uint64_t out = key.name;
    const auto add = [&](std::uint64_t part) { out = (out ^ (out >> 29) ^ part) * 0x9E3779B97F4A7C15ULL; };
    add(static_cast<std::uint64_t>(key.period.year) << 16U | static_cast<std::uint64_t>(key.period.month) << 8U | key.unit.size());
    add(static_cast<std::uint64_t>(key.aspect) << 8U | static_cast<std::uint64_t>(key.basis));
    if (!key.scope.empty()) add(hash_of(key.scope));
    return out ^ (out >> 32U);
  }
};

class Ties {
 public:
  explicit Ties(const Context& context) : context_(context), names_(context) {}

  void run(Drafts& drafts) {
    collect();
    for (const std::vector<Tied>& group : groups_)
      if (std::any_of(group.begin(), group.end(), [](const Tied& t) { return t.in_table; })) {
        agreements(group, drafts);
        differences(group, drafts);
      }
  }

 private:
  const Figure& figure(const Tied& t) const { return context_.index.figure(t.figure); }

  // Spellings of one thing have one number.
  std::uint32_t number_of(Name name) {
    if (number_of_name_.size() <= name.index()) number_of_name_.resize(name.index() + std::size_t{1}, no_id);
    std::uint32_t& number = number_of_name_[name.index()];
    if (number == no_id) number = numbers_.add(spelled(name)).number;
    return number;
  }

  // 年度资金总额 of a 自评表 is what the text calls the year's spending.
  std::string_view spelled(std::string_view name) {
    static constexpr std::string_view total = "年度资金总额";
    if (name == total) evaluates_funds_ = true;
    if (evaluates_funds_)
      if (words<"一般公共预算支出 本年支出合计 整体支出">.has(name)) return total;
    return folded(name);
  }

  // 区审批局 of 云岭区行政审批服务局: the report's own entity by a short name.
  bool names_entity(std::string_view scope) const {
    constexpr std::size_t telling = 12;  // bytes
    const std::string_view entity = context_.extraction.facts.entity;
    if (scope.size() < telling || scope.size() >= entity.size() || !entity.ends_with(scope.substr(scope.size() - 3))) return false;
    std::size_t at = 0;
    for (std::size_t c = 0; c + 3 <= scope.size(); c += 3) {
      at = entity.find(scope.substr(c, 3), at);
      if (at == std::string_view::npos) return false;
      at += 3;
    }
    return true;
  }

  Key key_of(const Tied& tied) {
    const Figure& f = figure(tied);
    const bool score = f.kind == Kind::score && f.aspect != Aspect::full_score;  // the text says 得分 in many ways
    const bool rate = f.kind == Kind::ratio;
    Key key;
    key.name = number_of(tied.name);
    const BasisClass of = basis_class(f.basis.value);
    // A table of indicators may leave the unit out: ≥200 beside 200份.
    if (f.kind != Kind::count || (of != BasisClass::target && of != BasisClass::achieved)) key.unit = f.unit.value;
    key.scope = names_entity(f.scope.value) ? std::string_view() : scope_core(f.scope.value);
    if (f.kind != Kind::score && f.period.value.known()) key.period = f.period.value;
    key.aspect = score ? Aspect::score : rate ? Aspect::completion : f.aspect;
    key.basis = score || rate ? BasisClass::unknown : basis_class(f.basis.value);
    return key;
  }

  // `open`: a group of its own, where there is none yet.
  void add(Tied tied, bool open) {
    const Key key = key_of(tied);
    std::uint32_t group = 0;
    if (open) {
      const auto [number, fresh] = keys_.add(key);
      if (fresh) sizes_.push_back(0);
      group = number;
    } else {
      group = keys_.find(key);
      if (group == no_id) return;
    }
    ++sizes_[group];
    members_.push_back({group, tied});
  }

  // Those of two to `too_many`, in the order of their first members: most names stand in one place and make no group.
  void make_groups() {
    std::size_t kept = 0;
    std::vector<std::size_t> slot(sizes_.size(), SIZE_MAX);
    for (std::size_t g = 0; g < sizes_.size(); ++g)
      if (sizes_[g] >= 2 && sizes_[g] <= too_many) slot[g] = kept++;
    groups_.resize(kept);
    for (const auto& [group, tied] : members_)
      if (slot[group] != SIZE_MAX) groups_[slot[group]].push_back(tied);
  }

  void collect() {
    const auto& figures = context_.extraction.figures;
    for (FigureId id = 0; id < figures.size(); ++id) {
      const PanelPlace cell = context_.panels.place(id);
      if (figures[id].table == no_id || !cell.known() || !may_tie(figures[id])) continue;
      const Name name = names_.of_cell(cell, figures[id]);
      constexpr std::size_t one_character = 3;  // bytes: a unit that stands in a column of its own (吨), no name
      if (name.size() > one_character) add({id, name, true}, true);
    }
    if (sizes_.empty()) return;
    number_of_name_.clear();  // whether funds are evaluated is known only now
    for (FigureId id = 0; id < figures.size(); ++id) {
      const bool level = figures[id].aspect == Aspect::level || figures[id].aspect == Aspect::completion || figures[id].kind == Kind::score;
      if (!context_.index.usable(id) || !may_tie(figures[id]) || !level) continue;
      if (const Name name = names_.of_prose(id); !name.empty()) add({id, name, false}, false);
    }
    make_groups();
  }

  bool same_number(const Tied& a, const Tied& b) const {
    const Figure& x = figure(a);
    const Figure& y = figure(b);
    if (!same_measure(x, y)) return false;
    if (x.direction != y.direction && x.direction != Direction::none && y.direction != Direction::none) return false;
    return x.value == y.value || same_when_rounded(x.value, printed_width(x), y.value, printed_width(y));
  }

  // Two places: another table, another row, another sentence.
  bool two_places(const Tied& a, const Tied& b) const {
    const Figure& x = figure(a);
    const Figure& y = figure(b);
    if (a.in_table != b.in_table) return true;
    return a.in_table ? x.table != y.table || x.row != y.row : x.sentence != y.sentence;
  }

  // 政府性基金预算财政拨款 of this year's income and of what was left over: one column has rows of one name for different things.
  bool in_one_column(const Tied& a, const Tied& b) const {
    if (!a.in_table || !b.in_table) return false;
    const PanelPlace x = context_.panels.place(a.figure), y = context_.panels.place(b.figure);
    return x.panel == y.panel && x.column == y.column;
  }

  void agreements(const std::vector<Tied>& group, Drafts& drafts) const {
    std::vector<bool> taken(group.size());
    for (std::size_t i = 0; i < group.size(); ++i) {
      if (taken[i]) continue;
      std::vector<CheckOperand> operands;  // most numbers stand alone: nothing is made for them
      bool apart = false;
      bool table = group[i].in_table;
      for (std::size_t j = i + 1; j < group.size(); ++j) {
        if (taken[j] || !same_number(group[i], group[j])) continue;
        taken[j] = true;
        apart |= two_places(group[i], group[j]);
        table |= group[j].in_table;
        if (operands.empty()) operands.push_back({group[i].figure, OperandRole::left, 1});
        operands.push_back({group[j].figure, OperandRole::right, 1});
      }
      if (operands.size() < 2 || !apart || !table) continue;
      Draft draft = make_draft(Rule::equal, Form::equal, std::move(operands));
      draft.certainty = Certainty::possible;
      draft.as_printed = true;
      drafts.push_back(std::move(draft));
    }
  }

  std::string_view money_of(const Tied& t) const {
    const Figure& f = figure(t);
    if (f.fund != Fund::none) {
      if (f.fund == Fund::general) return "一般公共预算";
      return name(f.fund);
    }
    if (t.in_table) return money(context_.panels.panel(context_.panels.place(t.figure)).title);
    if (const std::string_view own = money(f.indicator); !own.empty()) return own;
    for (SectionId s = f.section; s < context_.document.sections.size(); s = context_.document.sections[s].parent)
      if (const std::string_view word = money(context_.document.view(context_.document.sections[s].title)); !word.empty()) return word;
    return {};
  }

  // Rows of one name that count different things: what came in for 教育支出 is not what was spent on it; 公务接待费 of “三公”经费 is of all
  // spending, that of 基本支出 of a part.
  std::string_view view_of(const Tied& t) const {
    const Figure& f = figure(t);
    const auto says = [](std::string_view text, std::string_view word) { return text.find(word) != std::string_view::npos; };
    if (t.in_table) {
      const std::string_view title = context_.panels.panel(context_.panels.place(t.figure)).title;
      if (says(title, "三公")) return "三公";
      return says(title, "收入") && !says(title, "支出") ? "收入" : std::string_view();
    }
    if (says(f.indicator, "三公")) return "三公";
    for (SectionId s = f.section; s < context_.document.sections.size(); s = context_.document.sections[s].parent)
      if (says(context_.document.view(context_.document.sections[s].title), "三公")) return "三公";
    return {};
  }

  bool name_is_sure(const Tied& t) const {
    constexpr std::size_t telling = 18;
    return !is_generic(t.name) && (names_.is_known(t.name) || t.name.size() >= telling || !figure(t).code.empty());
  }

  static int significant_digits(const Decimal& value) {
    int digits = 0;
    for (Decimal::Coefficient c = value.normalized().abs().coefficient(); c != 0; c /= 10) ++digits;
    return digits;
  }

  bool slip(const Tied& a, const Tied& b) const {
    const Figure& x = figure(a);
    const Figure& y = figure(b);
    if (x.kind == Kind::amount && (x.value.shifted(4) == y.value || y.value.shifted(4) == x.value)) return true;
    // 200份 and 800份 of a name as long as 起草报告材料 are two numbers of one thing; of amounts a short number tells less.
    const int telling_digits = x.kind == Kind::count && a.name.size() >= 18 ? 1 : 3;
    if (!same_measure(x, y)) return false;
    return std::min(significant_digits(x.value), significant_digits(y.value)) >= telling_digits && is_slip_of_digits(x.value, y.value);
  }

  // Two tables of one title are of two projects or two offices: what they say differs as a matter of course.
  bool two_forms_of_a_kind(const std::vector<const Tied*>& all) const {
    std::unordered_map<std::string_view, TableId> tables;
    for (const Tied* t : all) {
      if (!t->in_table) continue;
      const Panel& panel = context_.panels.panel(context_.panels.place(t->figure));
      if (panel.title.empty()) continue;
      const auto [at, fresh] = tables.try_emplace(panel.title, panel.table);
      if (!fresh && at->second != panel.table) return true;
    }
    return false;
  }

  // One table with a total score and one score that the text calls that of the self-evaluation: two statements of one thing.
  bool is_the_one_score(const std::vector<const Tied*>& all) const {
    const auto in_table = std::count_if(all.begin(), all.end(), [](const Tied* t) { return t->in_table; });
    if (figure(*all.front()).kind != Kind::score || figure(*all.front()).aspect == Aspect::full_score || in_table != 1) return false;
    const auto says = [](std::string_view text, std::string_view word) { return text.find(word) != std::string_view::npos; };
    std::string_view title;
    for (const Tied* t : all)
      if (t->in_table) title = context_.panels.panel(context_.panels.place(t->figure)).title;
    return std::all_of(all.begin(), all.end(), [&](const Tied* t) {
      if (t->in_table) return true;
      const std::string_view name = figure(*t).indicator;
      const bool of_all = says(name, "自评") && (says(name, "得分") || says(name, "总分"));
      return of_all && says(name, "项目") == says(title, "项目");
    });
  }

  // One that differs by a slip from what all others of its money and full name say.
  void differences(const std::vector<Tied>& group, Drafts& drafts) const {
    if (!name_is_sure(group.front()) || figure(group.front()).kind == Kind::ratio) return;
    struct OfOneMoney {
      Name name;
      std::string_view money, view;
      std::vector<const Tied*> all;
    };
    std::vector<OfOneMoney> strict;  // a handful, in the order of their first
    for (const Tied& t : group) {
      const std::string_view money = money_of(t);
      const std::string_view view = view_of(t);
      auto at =
          std::find_if(strict.begin(), strict.end(), [&](const OfOneMoney& s) { return s.money == money && s.view == view && s.name == t.name; });
      if (at == strict.end()) at = strict.insert(strict.end(), {t.name, money, view, {}});
      at->all.push_back(&t);
    }
    for (const auto& [name, money, view, all] : strict) {
      if (all.size() < 2 || two_forms_of_a_kind(all) || std::none_of(all.begin(), all.end(), [](const Tied* t) { return t->in_table; })) continue;
      std::vector<const Tied*> first;
      std::vector<const Tied*> rest;
      for (const Tied* t : all) (same_number(*all.front(), *t) ? first : rest).push_back(t);
      if (rest.empty()) continue;
      const bool one_value = std::all_of(rest.begin(), rest.end(), [&](const Tied* t) { return same_number(*rest.front(), *t); });
      if (!one_value || !two_places(*first.front(), *rest.front())) continue;
      const auto beside = [&](const Tied* a) { return std::any_of(rest.begin(), rest.end(), [&](const Tied* b) { return in_one_column(*a, *b); }); };
      if (std::any_of(first.begin(), first.end(), beside)) continue;
      if (rest.size() > first.size()) std::swap(first, rest);
      Draft draft = make_draft(Rule::equal, Form::equal, {{rest.front()->figure, OperandRole::left, 1}});
      for (std::size_t i = 1; i < rest.size(); ++i) draft.operands.push_back({rest[i]->figure, OperandRole::right, 1});
      for (const Tied* t : first) draft.operands.push_back({t->figure, OperandRole::right, 1});
      draft.as_printed = true;
      // Another number may be another thing; it tells which of the figures of a relation that fails is the wrong one.
      if (!slip(*first.front(), *rest.front()) && !is_the_one_score(all)) draft.certainty = Certainty::possible;
      drafts.push_back(std::move(draft));
    }
  }

  const Context& context_;
  TieNames names_;
  bool evaluates_funds_ = false;                         // a table of the report has the row 年度资金总额
  std::vector<std::uint32_t> number_of_name_;            // by the index of a name
  Numbering<std::string_view> numbers_;                  // of folded names
  Numbering<Key, KeyHash> keys_;                         // of groups
  std::vector<std::uint32_t> sizes_;                     // of groups
  std::vector<std::pair<std::uint32_t, Tied>> members_;  // of the group of a number
  std::vector<std::vector<Tied>> groups_;
};

}  // namespace

void table_tie_rule(const Context& context, Drafts& drafts) {
  if (!context.extraction.panels.empty()) Ties(context).run(drafts);
}

}  // namespace gouji::audit
