#include "audit/coverage.h"

#include <fmt/format.h>

#include <optional>
#include <unordered_map>

#include "audit/naming.h"
#include "audit/words.h"

namespace gouji::audit {
namespace {

enum class Owed : std::uint8_t { breakdown, share, change, completion, statement, repeated, table };

// A finding speaks before what holds, what ran before what did not.
int rank(const Check& c) {
  if (c.verdict == Verdict::inconsistent || c.verdict == Verdict::suspect_unit) return 3;
  return c.verdict == Verdict::not_checkable ? 1 : 2;
}

std::optional<Owed> kind_of(Aspect aspect) {
  switch (aspect) {
    case Aspect::share:
      return Owed::share;
    case Aspect::change:
    case Aspect::change_rate:
      return Owed::change;
    case Aspect::completion:
      return Owed::completion;
    default:
      return std::nullopt;
  }
}

Owed kind_of(RelationKind kind) { return kind == RelationKind::breakdown || kind == RelationKind::headcount ? Owed::breakdown : Owed::statement; }

std::string_view word(Owed kind) {
  switch (kind) {
    case Owed::breakdown:
      return "分项";
    case Owed::share:
      return "占比";
    case Owed::change:
      return "增减";
    case Owed::completion:
      return "完成率";
    case Owed::repeated:
      return "重复列示";
    case Owed::table:
      return "表内合计";
    default:
      return "所述算式";
  }
}

class Ledger {
 public:
  Ledger(const Context& context, const std::vector<Judged>& judged, const std::vector<Judged>& doubts, const std::vector<Check>& checks,
         const Options& options)
      : context_(context),
        judged_(judged),
        doubts_(doubts),
        checks_(checks),
        zh_(options.language == Language::zh),
        named_(options.texts == Texts::all),
        stated_(context.extraction.figures.size(), no_id),
        taking_part_(stated_),
        doubted_(stated_.size()) {
    for (std::uint32_t i = 0; i < checks.size(); ++i) {
      const auto& operands = judged[i].draft.operands;
      for (std::size_t k = 0; k < operands.size(); ++k) {
        prefer(taking_part_[operands[k].figure], i);
        if (k == 0) prefer(stated_[operands[k].figure], i);
      }
    }
    for (const Judged& d : doubts)
      if (!d.draft.operands.empty() && !d.draft.as_printed) doubted_[d.draft.operands.front().figure] = true;
  }

  std::vector<Obligation> write() {
    forms();
    for (const Relation& relation : context_.extraction.relations) of_relation(relation);
    for (FigureId id = 0; id < context_.extraction.figures.size(); ++id) of_figure(id);
    repeated();
    for (const Panel& panel : context_.extraction.panels) of_panel(panel);
    return std::move(out_);
  }

 private:
  void prefer(std::uint32_t& known, std::uint32_t check) const {
    if (known == no_id || rank(checks_[check]) > rank(checks_[known])) known = check;
  }

  // Those of one name are one obligation.
  void forms() {
    std::unordered_map<std::string_view, std::size_t> place;
    for (std::uint32_t i = 0; i < judged_.size(); ++i) {
      for (const std::string& text : judged_[i].draft.obligations) {
        const auto [at, fresh] = place.try_emplace(text, out_.size());
        if (fresh) out_.emplace_back().text = text;
        prefer(out_[at->second].check, i);
      }
    }
    for (Obligation& o : out_) close(o, "");
  }

  void close(Obligation& o, std::string_view why) const {
    o.ran = o.check != no_id && rank(checks_[o.check]) > 1;
    if (o.ran) return;
    o.why = o.check != no_id && !checks_[o.check].why.empty() ? std::string_view(checks_[o.check].why) : why;
  }

  void add(Owed kind, FigureId figure, std::uint32_t check, std::string_view why, std::string_view name = {}) {
    Obligation& o = out_.emplace_back();
    o.check = check;
    if (named_) {
      const Figure& f = context_.index.figure(figure);
      o.text = name.empty() ? fmt::format("{}：{} {}", word(kind), leaf(f.indicator), context_.document.view(f.text))
                            : fmt::format("{}：{}", word(kind), name);
      std::erase_if(o.text, [](char c) { return c == '\n' || c == '\r' || c == '\t'; });
    }
    close(o, why);
  }

  std::string_view why_not(FigureId figure) const {
    if (doubted_[figure]) return zh_ ? "所比的数能否相比并不确定" : "it is not certain that the figures can be compared";
    return zh_ ? "报告未列出可与之核对的数" : "the report does not print what it could be checked against";
  }

  void of_relation(const Relation& relation) {
    FigureId total = FigureIndex::total_of(relation);
    if (total == no_id && !relation.operands.empty()) total = relation.operands.front().figure;
    if (total >= stated_.size() || context_.index.figure(total).role != Role::measure) return;
    std::size_t parts = 0;
    for (const RelationOperand& o : relation.operands) parts += o.role == OperandRole::part ? 1 : 0;
    const Owed kind = kind_of(relation.kind);
    const bool lone = kind == Owed::breakdown && parts < 2;
    std::uint32_t check = stated_[total];
    if (check == no_id && relation.kind == RelationKind::equality) check = taking_part_[total];
    add(kind, total, check, lone ? (zh_ ? "只列出一个部分" : "only one part is printed") : why_not(total));
  }

  void of_figure(FigureId id) {
    const Figure& f = context_.index.figure(id);
    const auto kind = kind_of(f.aspect);
    if (!kind || f.role != Role::measure) return;
    add(*kind, id, stated_[id] != no_id ? stated_[id] : taking_part_[id], why_not(id));
  }

  void repeated() {
    for (std::uint32_t i = 0; i < judged_.size(); ++i)
      if (is_repetition(judged_[i].draft)) add(Owed::repeated, judged_[i].draft.operands.front().figure, i, {});
    for (const Judged& d : doubts_)
      if (is_repetition(d.draft) && !d.draft.as_printed)
        add(Owed::repeated, d.draft.operands.front().figure, no_id, words_for(Why::other_meaning, zh_));
  }
  static bool is_repetition(const Draft& draft) {
    return draft.form == Form::equal && draft.rule == Rule::equal && draft.operands.size() > 1 && draft.obligations.empty();
  }

  // A row or column that totals others, at its first cell that says something.
  void of_panel(const Panel& panel) {
    if (panel.cells.size() != panel.rows.size() * panel.columns.size()) return;
    std::vector<bool> row_totals(panel.rows.size()), column_totals(panel.columns.size());
    for (const PanelRow& row : panel.rows)
      if (row.parent < row_totals.size()) row_totals[row.parent] = true;
    for (const PanelColumn& column : panel.columns)
      if (column.total < column_totals.size()) column_totals[column.total] = true;
    for (std::size_t r = 0; r < panel.rows.size(); ++r)
      if (row_totals[r]) of_line(panel, 1, r * panel.columns.size(), panel.columns.size(), panel.rows[r].label);
    for (std::size_t c = 0; c < panel.columns.size(); ++c)
      if (column_totals[c]) of_line(panel, panel.columns.size(), c, panel.rows.size(), panel.columns[c].label);
  }

  void of_line(const Panel& panel, std::size_t step, std::size_t first, std::size_t count, std::string_view label) {
    FigureId figure = no_id;
    std::uint32_t check = no_id;
    for (std::size_t i = 0; i < count; ++i) {
      const FigureId id = panel.cells[first + i * step];
      if (id >= stated_.size() || context_.index.figure(id).role != Role::measure) continue;
      if (figure == no_id) figure = id;
      if (stated_[id] != no_id) prefer(check, stated_[id]);
    }
    if (figure == no_id) return;  // nothing is printed there
    add(Owed::table, figure, check, why_not(figure), named_ ? plain(panel.title) + "·" + std::string(label) : std::string());
  }

  const Context& context_;
  const std::vector<Judged>& judged_;
  const std::vector<Judged>& doubts_;
  const std::vector<Check>& checks_;
  bool zh_, named_;
  std::vector<std::uint32_t> stated_, taking_part_;  // by figure: the check that says most of it
  std::vector<bool> doubted_;
  std::vector<Obligation> out_;
};

}  // namespace

std::vector<Obligation> coverage(const Context& context, const std::vector<Judged>& judged, const std::vector<Judged>& doubts,
                                 const std::vector<Check>& checks, const Options& options) {
  return Ledger(context, judged, doubts, checks, options).write();
}

}  // namespace gouji::audit
