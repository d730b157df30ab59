// The identities of the standard forms (patterns/data/forms.toml), within a form and across forms. Every one is an obligation: it is
// run, or the report is told why not.
#include <algorithm>
#include <optional>
#include <unordered_map>

#include "audit/rules/form_cells.h"
#include "audit/rules/table_sums.h"

namespace gouji::audit {
namespace {

using patterns::FormIdentity;
using patterns::FormOperand;
using patterns::FormRelation;

bool may_enter(const Figure& f) { return f.role == Role::measure && f.comparator == Comparator::equal && f.range_end == RangeEnd::none; }

class FormAudit {
 public:
  FormAudit(const Context& context, const std::vector<FormTable>& tables, Drafts& drafts) : context_(context), tables_(tables), drafts_(drafts) {}

  void run() {
    for (std::size_t t = 0; t < tables_.size(); ++t)
      for (const FormIdentity& identity : tables_[t].form().identities) run(t, identity);
  }

 private:
  struct Cell {
    FigureId figure = no_id;
    std::int8_t sign = 1;
  };
  using Cells = std::vector<Cell>;
  // One identity on one table: what came of it.
  struct Run {
    std::size_t table = 0;
    const FormIdentity* identity = nullptr;
    SumReading reading;
    Drafts others;  // quotients and bounds
    std::size_t drafted = 0;
    Why why = Why::no_cell;  // where none was drafted
    FigureId stated = no_id;
    bool half_read = false;  // the main column or the beginning of the list that the identity adds was not read here
  };

  void run(std::size_t table, const FormIdentity& identity) {
    Run r;
    r.table = table;
    r.identity = &identity;
    if (identity.stated.rows == FormOperand::Rows::every)
      every_row(r);
    else
      one_row(r);
    r.reading.finish(drafts_, true);
    std::move(r.others.begin(), r.others.end(), std::back_inserter(drafts_));
    if (r.drafted == 0) not_run(r);
  }

  std::string obligation(const Run& r) const { return tables_[r.table].title() + "：" + r.identity->text; }

  void not_run(const Run& r) {
    Draft draft = r.stated == no_id ? Draft{} : make_draft(Rule::identity, Form::equal, {{r.stated, OperandRole::total, 1}});
    draft.rule = Rule::identity;
    draft.why = r.why;
    draft.label = obligation(r);
    draft.obligations.push_back(draft.label);
    drafts_.push_back(std::move(draft));
  }

  // --- identities on every row: *·合计 = *·基本支出 + *·项目支出

  void every_row(Run& r) {
    const FormTable& table = tables_[r.table];
    for (const std::uint32_t p : table.panels(r.identity->stated)) {
      const std::uint32_t total = table.column(p, r.identity->stated.column);
      if (total == no_id) continue;
      std::vector<std::uint32_t> columns;
      for (const FormOperand& term : r.identity->terms) columns.push_back(table.column(p, term.column));
      const auto missing = static_cast<std::size_t>(std::count(columns.begin(), columns.end(), no_id));
      if (missing == columns.size()) continue;
      r.half_read = missing > 0 && (missing + 1 == columns.size() || columns.front() == no_id);
      if (r.why == Why::no_cell) r.why = Why::blank;
      for (std::uint32_t row = 0; row < table.panel(p).rows.size(); ++row) {
        Cells cells;
        for (std::size_t i = 0; i < columns.size(); ++i) {
          const FigureId id = columns[i] == no_id ? no_id : table.at({p, row}, columns[i]);
          if (id != no_id) cells.push_back({id, r.identity->terms[i].sign});
        }
        relate(r, table.at({p, row}, total), cells);
      }
    }
  }

  // --- identities of named rows, in one column or in every column

  void one_row(Run& r) {
    const FormTable& table = tables_[r.table];
    const FormOperand& stated = r.identity->stated;
    const std::vector<FormTable::Row> rows = table.rows(stated);
    if (rows.empty()) return labelled_cells(r);
    for (const FormTable::Row& row : rows) {
      const bool each = stated.column.empty();
      const std::vector<std::uint32_t> columns = each ? table.value_columns(row.panel) : std::vector{table.column(row.panel, stated.column)};
      for (const std::uint32_t c : columns) {
        if (c == no_id) continue;
        const FigureId total = table.at(row, c);
        if (r.why == Why::no_cell) r.why = Why::blank;
        if (total == no_id) continue;
        const std::optional<Cells> cells = terms(r, row, each ? std::optional(c) : std::nullopt, total);
        if (!cells) {
          r.stated = total;
          continue;
        }
        relate(r, total, *cells);
      }
      if (r.drafted > 0) return;  // a name that stands twice: the first that says something
    }
  }

  // An identity of cells that hold their own labels: 基本支出 | 221.67 at the end of another row.
  void labelled_cells(Run& r) {
    const FormTable& table = tables_[r.table];
    const FigureId total = table.figure_called(r.identity->stated.row);
    if (total == no_id || !r.identity->stated.column.empty()) return;
    Cells cells;
    for (const FormOperand& term : r.identity->terms) {
      const FigureId id = term.form.empty() && term.rows == FormOperand::Rows::named ? table.figure_called(term.row) : no_id;
      if (id == no_id) return;
      cells.push_back({id, term.sign});
    }
    relate(r, total, cells);
  }

  // A numbered list begins with 一、; where it does not, its beginning is on another page.
  static bool is_headless(const FormTable& table, const FormOperand& term, const std::vector<FormTable::Row>& rows) {
    if (term.rows != FormOperand::Rows::numbered || rows.empty()) return false;
    return !table.panel(rows.front().panel).rows[rows.front().row].label.starts_with("一");
  }

  // The cells of the terms that go with the stated cell, but for blank ones. nullopt where a form or every row is missing (r.why says so).
  std::optional<Cells> terms(Run& r, FormTable::Row stated, std::optional<std::uint32_t> column, FigureId total) {
    Cells out;
    std::size_t rows_found = 0;
    bool far = false;  // a row of another form is missing
    for (const FormOperand& term : r.identity->terms) {
      const FormTable* table = term.form.empty() ? &tables_[r.table] : other(r.table, term.form);
      if (table == nullptr) {
        r.why = Why::no_form;
        return std::nullopt;
      }
      const bool sum = term.rows == FormOperand::Rows::codes || term.rows == FormOperand::Rows::numbered;
      const std::vector<FormTable::Row> rows = table->rows(term);
      bool found = false;
      // A table of codes leaves out those that there is no money in.
      const bool none_of_code = term.rows == FormOperand::Rows::code && rows.empty() && table->has_codes();
      rows_found += sum ? 2 : rows.empty() && !none_of_code ? 0 : 1;
      r.half_read =
          (r.half_read && &term != &r.identity->terms.front()) || is_headless(*table, term, rows) || (rows.empty() && table->is_run_together(term));
      for (const FormTable::Row& row : rows) {
        const FigureId id = table->at(row, column_of(*table, term, row, stated, column, total));
        if (id == no_id) continue;
        out.push_back({id, term.sign});
        found = true;
        if (!sum) break;
      }
      if (found || sum || term.rows != FormOperand::Rows::named || (column && table->form().id == tables_[r.table].form().id)) continue;
      if (const FigureId id = table->figure_called(term.row); id != no_id) {
        if (rows.empty()) ++rows_found;
        out.push_back({id, term.sign});
        continue;
      }
      far |= rows.empty() && !term.form.empty();
    }
    // One row of several that are not there is no sum of theirs; 使用非财政拨款结余 may be left out of a longer one.
    if (far || rows_found < std::min<std::size_t>(2, r.identity->terms.size())) {
      r.why = Why::no_cell;
      return std::nullopt;
    }
    return out;
  }

  // The column of a term: the one that it names; the stated one's; the only one; the one with the number that goes with the stated one.
  std::uint32_t column_of(const FormTable& table, const FormOperand& term, FormTable::Row row, FormTable::Row stated,
                          std::optional<std::uint32_t> column, FigureId total) const {
    if (!term.column.empty()) return table.column(row.panel, term.column);
    if (column && row.panel == stated.panel && term.form.empty()) return *column;
    const std::vector<std::uint32_t> values = table.value_columns(row.panel);
    if (values.size() == 1) return values.front();
    if (column && term.form.empty()) {
      const std::string& label = table.panel(stated.panel).columns[*column].label;
      for (const std::uint32_t c : values)
        if (table.panel(row.panel).columns[c].label == label) return c;
    }
    // The only number of its row; where there are several, the only one of the stated one's year and footing.
    std::uint32_t only = no_id;
    std::uint32_t like = no_id;
    int numbers = 0;
    int alike = 0;
    for (const std::uint32_t c : values) {
      const FigureId id = table.at(row, c);
      if (id == no_id) continue;
      only = c;
      ++numbers;
      if (!compatible(context_.index.figure(id), context_.index.figure(total))) continue;
      like = c;
      ++alike;
    }
    return numbers == 1 ? only : alike == 1 ? like : no_id;
  }

  // The table of another form that goes with this one: the same in order where there are several.
  const FormTable* other(std::size_t table, std::string_view form) const {
    std::vector<const FormTable*> found;
    std::size_t rank = 0;
    std::size_t own = 0;
    for (std::size_t t = 0; t < tables_.size(); ++t) {
      if (tables_[t].form().id == form) found.push_back(&tables_[t]);
      if (tables_[t].form().id != tables_[table].form().id) continue;
      if (t < table) ++rank;
      ++own;
    }
    if (found.empty()) return nullptr;
    return found.size() == own ? found[rank] : found.front();
  }

  // --- drafts

  // A row below that has one number only, of another footing than the stated one (what was spent, not what was budgeted): no column says which
  // of the totals it is a part of, so that only a sum that holds is one.
  bool is_against(FigureId part, FigureId total) const {
    const PanelPlace at = context_.panels.place(part);
    const PanelPlace stated = context_.panels.place(total);
    if (!at.known() || at.panel != stated.panel || at.row == stated.row || at.column == stated.column) return false;
    const BasisClass own = basis_class(context_.index.figure(part).basis.value);
    const BasisClass wanted = basis_class(context_.index.figure(total).basis.value);
    return own != wanted && own != BasisClass::unknown && wanted != BasisClass::unknown;
  }

  void relate(Run& r, FigureId stated, const Cells& cells) {
    if (stated == no_id || !may_enter(context_.index.figure(stated))) return;
    if (r.identity->relation == FormRelation::quotient) return quotient(r, stated, cells);
    const Figure& total = context_.index.figure(stated);
    Draft draft = make_draft(Rule::identity, Form::sum, {{stated, OperandRole::total, 1}});
    bool positive = false;
    for (const Cell& cell : cells) {
      if (cell.figure == stated || !addable(total, context_.index.figure(cell.figure))) continue;
      positive |= cell.sign > 0;
      draft.operands.push_back({cell.figure, OperandRole::part, cell.sign});
    }
    if (draft.operands.size() < 2 || !positive || !can_be_total(total)) {
      if (r.drafted == 0) {
        r.why = Why::no_parts;
        r.stated = stated;
      }
      return;
    }
    if (r.identity->relation == FormRelation::at_most) draft = make_draft(Rule::identity, Form::not_less, {draft.operands[1], draft.operands[0]});
    if (draft.operands.size() == 2 && r.identity->terms.size() == 1 && draft.form == Form::sum &&
        r.identity->terms.front().rows == FormOperand::Rows::named) {
      draft.operands[0].role = OperandRole::left;
      draft.operands[1].role = OperandRole::right;
    }
    draft.obligations.push_back(obligation(r));
    ++r.drafted;
    const bool doubtful = r.half_read || std::any_of(cells.begin(), cells.end(), [&](const Cell& cell) { return is_against(cell.figure, stated); });
    if (doubtful) draft.certainty = Certainty::possible;
    if (draft.form == Form::sum && std::all_of(draft.operands.begin(), draft.operands.end(), [](const CheckOperand& o) { return o.sign > 0; }))
      r.reading.add(context_, std::move(draft));
    else
      r.others.push_back(std::move(draft));
  }

  void quotient(Run& r, FigureId stated, const Cells& cells) {
    if (cells.size() != 2 || context_.index.figure(stated).kind != Kind::ratio) {
      if (r.drafted == 0) r.stated = stated;
      return;
    }
    if (!same_measure(context_.index.figure(cells[0].figure), context_.index.figure(cells[1].figure))) return;
    Draft draft =
        make_draft(Rule::rate, Form::quotient,
                   {{stated, OperandRole::total, 1}, {cells[0].figure, OperandRole::numerator, 1}, {cells[1].figure, OperandRole::denominator, 1}});
    draft.obligations.push_back(obligation(r));
    ++r.drafted;
    r.others.push_back(std::move(draft));
  }

  const Context& context_;
  const std::vector<FormTable>& tables_;
  Drafts& drafts_;
};

}  // namespace

namespace {

// All operands stand in one column of a panel, or in one row of it.
bool in_one_line(const Context& context, const Draft& draft, std::uint32_t PanelPlace::*line) {
  const PanelPlace first = context.panels.place(draft.operands.front().figure);
  return first.known() && std::all_of(draft.operands.begin(), draft.operands.end(), [&](const CheckOperand& o) {
           const PanelPlace place = context.panels.place(o.figure);
           return place.known() && place.panel == first.panel && place.*line == first.*line;
         });
}

// What a total of a standard form is made of, its identity says: another sum that the looks of rows and headers suggest (年初结转和结余 and, below
// it, of which fund it is; 公务用车购置费 without 其中; a header that lost its group) is worth a word only where it holds.
void yield_to_identities(const Context& context, Drafts& drafts, std::size_t first_identity) {
  for (const auto line : {&PanelPlace::column, &PanelPlace::row}) {
    std::unordered_map<FigureId, std::size_t> totals;  // with how many operands
    for (std::size_t i = first_identity; i < drafts.size(); ++i) {
      const Draft& draft = drafts[i];
      const bool sum = draft.rule == Rule::identity && draft.form == Form::sum && draft.certainty == Certainty::stated && draft.operands.size() > 1;
      if (!sum || draft.operands.back().role != OperandRole::part || !in_one_line(context, draft, line)) continue;
      std::size_t& most = totals[draft.operands.front().figure];
      most = std::max(most, draft.operands.size());
    }
    for (std::size_t i = 0; i < first_identity && !totals.empty(); ++i) {
      Draft& draft = drafts[i];
      if (draft.rule != Rule::sum || draft.form != Form::sum) continue;
      const auto identity = totals.find(draft.operands.front().figure);
      if (identity == totals.end() || !in_one_line(context, draft, line)) continue;
      // Of one part that is the total they say the same.
      if (identity->second > 2 || draft.operands.size() > 2) draft.certainty = Certainty::possible;
    }
  }
}

}  // namespace

void forms_rule(const Context& context, Drafts& drafts) {
  const std::vector<FormTable> tables = find_forms(context);
  if (tables.empty()) return;
  const std::size_t first = drafts.size();
  FormAudit(context, tables, drafts).run();
  yield_to_identities(context, drafts, first);
}

}  // namespace gouji::audit
