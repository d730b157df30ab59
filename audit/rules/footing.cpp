// Footing: a row of a table and the rows that it totals, column by column. The structure (Panel: parent, kind, of_which) says which;
// a blank cell adds nothing. Functional and economic codes: 类 = Σ款 = Σ项.
#include <algorithm>
#include <iterator>
#include <map>
#include <string>
#include <unordered_map>

#include "audit/naming.h"
#include "audit/rules/completeness.h"
#include "audit/rules/listed_rows.h"
#include "audit/rules/table_sums.h"
#include "model/words.h"

namespace gouji::audit {
namespace {

using Rows = std::vector<std::uint32_t>;

bool says_share(const PanelColumn& column) { return contains_any(column.label, words<"占 比重 构成 结构">); }

class Footing {
 public:
  // What the layout of the report says of a panel.
  struct Place {
    bool repeated = false;   // blocks of one layout stand side by side, so that a total may be of rows in all of them
    bool beside = false;     // another panel stands beside it
    bool continues = false;  // its first rows stand on the page before
    bool continued = false;  // its last rows stand on the page after
  };

  Footing(const Context& context, const Panel& panel, Place place) : context_(context), panel_(panel), place_(place), children_(panel.rows.size()) {
    for (std::uint32_t r = 0; r < panel.rows.size(); ++r) {
      const std::uint32_t parent = panel.rows[r].parent;
      if (parent < panel.rows.size() && parent != r) children_[parent].push_back(r);
    }
    for (std::uint32_t c = 0; c < panel.columns.size(); ++c)
      if (panel.columns[c].role == ColumnRole::value) columns_.push_back(c);
  }

  void run(Drafts& drafts) {
    for (std::uint32_t r = 0; r < panel_.rows.size(); ++r) foot(r);
    codes_.finish(drafts, true);
    lists_.finish(drafts, true);
    for (SumReading* reading : {&totals_, &items_, &open_}) reading->finish(drafts, false);
    std::move(known_.begin(), known_.end(), std::back_inserter(drafts));
  }

 private:
  FigureId at(std::uint32_t row, std::uint32_t column) const {
    const FigureId id = panel_.at(row, column);
    return id < context_.extraction.figures.size() ? id : no_id;
  }

  // The cells of `rows` in a column that add to `total`.
  std::vector<FigureId> parts(FigureId total, const Rows& rows, std::uint32_t column) const {
    std::vector<FigureId> out;
    for (const std::uint32_t r : rows) {
      const FigureId id = at(r, column);
      if (id != no_id && addable(context_.index.figure(total), context_.index.figure(id))) out.push_back(id);
    }
    return out;
  }

  bool is_total_cell(FigureId id, std::uint32_t column) const {
    return id != no_id && can_be_total(context_.index.figure(id), says_share(panel_.columns[column]));
  }

  // How many columns of a reading hold and fail.
  struct Votes {
    int held = 0, failed = 0;
  };
  Votes votes(std::uint32_t row, const Rows& rows, bool open) const {
    Votes out;
    for (const std::uint32_t c : columns_) {
      const FigureId total = at(row, c);
      if (!is_total_cell(total, c) || context_.index.figure(total).aspect == Aspect::change) continue;  // 增减额 has signs of its own
      const std::vector<FigureId> cells = parts(total, rows, c);
      if (cells.empty()) continue;
      if (!adds_up(context_, total, cells, open))
        ++out.failed;
      else if (!context_.index.figure(total).value.is_zero())
        ++out.held;
    }
    return out;
  }

  // 其中 rows that are all of their parent by their names: 公务用车购置费 and 公务用车运行维护费.
  bool divide_a_whole(const Rows& rows) const {
    std::vector<std::string> names;
    for (const std::uint32_t r : rows) names.push_back(plain(row_name(panel_.rows[r])));
    return names_divide_a_whole(context_.library, names);
  }

  // Rows that follow a 其中 and have no parent may go on with it: they do where the sums then hold in two columns or more.
  void extend(std::uint32_t row, Rows& of_which) const {
    constexpr std::uint32_t most_rows = 12;
    if (divide_a_whole(of_which) || is_all(row, of_which)) return;
    Rows longer = of_which;
    bool whole = false;
    const std::uint32_t last = of_which.back() + most_rows;
    for (std::uint32_t r = of_which.back() + 1; r < panel_.rows.size() && r <= last && !divide_a_whole(of_which); ++r) {
      if (panel_.rows[r].parent != no_id || panel_.rows[r].kind != RowKind::item) return;
      longer.push_back(r);
      // As long as rows of the list follow that only add what it lacks in another column; one that breaks what held is the next of another list.
      if (!is_all(row, longer) || (whole && votes(row, longer, false).failed > votes(row, of_which, false).failed)) continue;
      of_which = longer;
      whole = true;
    }
  }

  // The rows are all of the total: their sums hold in most columns, and in two at least.
  bool is_all(std::uint32_t row, const Rows& rows) const {
    const Votes v = votes(row, rows, false);
    return v.held >= 2 && v.held > v.failed;
  }

  void foot(std::uint32_t row) {
    Rows plain_rows;
    Rows of_which;
    for (const std::uint32_t r : children_[row]) (panel_.rows[r].of_which ? of_which : plain_rows).push_back(r);
    if (!of_which.empty()) extend(row, of_which);
    if (!of_which.empty() && (divide_a_whole(of_which) || is_all(row, of_which))) {
      draft(row, of_which, false);
    } else if (!of_which.empty()) {
      draft(row, of_which, true);
    }
    if (!plain_rows.empty()) draft(row, choose(row, std::move(plain_rows)), false);
    if (children_[row].empty())
      if (const Rows below = unnumbered_below(row); !below.empty()) draft(row, below, false);
  }

  // 一、税收收入 and rows without a number below it: its parts where the sums say so in two columns and in more than fail.
  Rows unnumbered_below(std::uint32_t row) const {
    Rows out;
    if (panel_.rows[row].kind != RowKind::item || panel_.rows[row].doubtful) return out;
    for (std::uint32_t r = row + 1; r < panel_.rows.size() && panel_.rows[r].doubtful && panel_.rows[r].kind == RowKind::item; ++r) out.push_back(r);
    if (out.size() < 2) return {};
    return is_all(row, out) || row_twice(context_, {panel_, row, out, columns_}) != no_id ? out : Rows();
  }

  // A total row may be the sum of what the structure says, of all rows above, of those since the last total, or of the subtotals.
  Rows choose(std::uint32_t row, Rows stated) {
    constexpr int most_choices = 32;  // of a panel: each looks at all rows above
    const RowKind kind = panel_.rows[row].kind;
    const Votes as_stated = votes(row, stated, false);
    if (kind == RowKind::item || as_stated.failed <= as_stated.held || ++choices_ > most_choices) return stated;
    std::vector<Rows> others(4);
    for (const std::uint32_t r : stated)
      if (!panel_.rows[r].doubtful) others[3].push_back(r);  // those with a number: the others may be parts of theirs
    for (std::uint32_t r = 0; r < row; ++r) {
      const PanelRow& candidate = panel_.rows[r];
      if (candidate.kind != RowKind::item) {
        others[0].clear();
        others[1].push_back(r);
      } else if (candidate.parent == no_id || candidate.parent == row) {
        others[0].push_back(r);
        others[2].push_back(r);
      }
    }
    for (Rows& other : others) {
      const Votes v = votes(row, other, false);
      if (!other.empty() && v.held > v.failed) return std::move(other);
    }
    return stated;
  }

  // A short list is whole; of a long one numbers or codes say that it leaves none out.
  bool lists_its_parts(const Rows& rows) const {
    constexpr std::size_t short_list = 8;
    return rows.size() <= short_list || std::all_of(rows.begin(), rows.end(), [&](std::uint32_t r) {
             const PanelRow& row = panel_.rows[r];
             return !row.code.empty() || row.kind != RowKind::item || row.label.size() > row.name.size();
           });
  }

  // A long list that misses its total by what no slip of the pen makes lacks a row rather than that one of its numbers is wrong
  // (预备费, which budgets count and lists leave out). A wrong digit is off by a digit, two swapped by a multiple of nine.
  bool is_row_missing(const Draft& draft) const {
    constexpr std::size_t long_list = 9;
    if (draft.operands.size() < long_list || context_.index.figure(draft.operands.front().figure).aspect == Aspect::change) return false;
    Decimal off = context_.index.figure(draft.operands.front().figure).value;
    for (std::size_t i = 1; i < draft.operands.size(); ++i) off = off - context_.index.figure(draft.operands[i].figure).value;
    if (off.sign() <= 0) return false;
    const Decimal::Coefficient digits = off.normalized().coefficient();
    return digits >= 10 && !(digits % 9 == 0 && digits / 9 < 10);
  }

  // Rows of the total stand on another page.
  bool is_cut(std::uint32_t row, const Rows& rows) const {
    const bool above = place_.continues && panel_.rows[row].kind != RowKind::item && row > rows.back();
    return above || (place_.continued && rows.back() + 1 == panel_.rows.size());
  }

  void draft(std::uint32_t row, const Rows& rows, bool open) {
    const PanelRow& total_row = panel_.rows[row];
    const bool coded = std::any_of(rows.begin(), rows.end(), [&](std::uint32_t r) { return !panel_.rows[r].code.empty(); });
    const bool codes = coded && !total_row.code.empty();
    const bool listed = rows.size() > 1 && lists_its_parts(rows);
    SumReading& reading = open ? open_ : coded ? codes_ : listed ? lists_ : total_row.kind != RowKind::item ? totals_ : items_;
    // Wrong in every column: the row is another one than it seems, or one of its rows is missing. Of codes there is no doubt which rows a class has.
    const Votes v = votes(row, rows, open);
    const ListedRows list{panel_, row, rows, columns_, !is_cut(row, rows) && !place_.beside && !total_row.doubtful};
    const Cause off = open || coded || v.failed == 0 || place_.repeated ? Cause::none : rows_off(context_, list);
    const bool whole_row_off = v.failed >= 1 && v.held == 0 && (v.failed >= 2 || !lists_its_parts(rows));
    FigureId first = no_id;
    for (const std::uint32_t c : columns_) {
      const FigureId total = at(row, c);
      if (!is_total_cell(total, c)) continue;
      const std::vector<FigureId> cells = parts(total, rows, c);
      if (cells.empty()) continue;
      Draft out = sum_of(codes ? Rule::hierarchy : Rule::sum, total, cells, open);
      if ((whole_row_off && !codes) || (!coded && is_row_missing(out))) out.certainty = Certainty::likely;
      if (total_row.doubtful && v.held <= v.failed) out.certainty = Certainty::possible;
      if (place_.repeated && total_row.kind != RowKind::item) out.certainty = Certainty::possible;
      if (is_cut(row, rows) && v.held <= v.failed) out.certainty = Certainty::possible;
      if (open)
        out.certainty = std::max(
            out.certainty, Certainty::likely);  // parts of a 其中 may overlap, and it may be of a row further up (总人口, 城镇, 乡村, 其中：男性)
      if (codes) out.obligations.push_back(panel_.title.empty() ? "科目：类 = Σ款 = Σ项" : panel_.title + "：类 = Σ款 = Σ项");
      if (off == Cause::none || context_.index.figure(total).aspect == Aspect::change) {
        reading.add(context_, std::move(out));
        continue;
      }
      out.certainty = Certainty::stated;
      out.known = {off, 0, no_id};
      out.known_once = first = first == no_id ? total : first;
      known_.push_back(std::move(out));
    }
  }

  const Context& context_;
  const Panel& panel_;
  Place place_;
  std::vector<Rows> children_;
  std::vector<std::uint32_t> columns_;
  SumReading codes_, lists_, totals_, items_, open_;
  Drafts known_;  // of lists whose rows are off: whether other sums hold says nothing of these
  int choices_ = 0;
};

}  // namespace

namespace {

std::string layout_of(const Panel& panel) {
  std::string out = std::to_string(panel.table) + "|" + std::to_string(panel.first_row);
  for (const PanelColumn& column : panel.columns) out.append("|").append(column.label);
  return out;
}

// A table that goes on after a page break, its header printed again: one title, one layout, no 总计 at the end of the first and no new beginning.
bool goes_on(const Panel& first, const Panel& next) {
  if (first.rows.empty() || next.rows.empty() || first.title != next.title || first.block != next.block) return false;
  const bool alike = std::equal(first.columns.begin(), first.columns.end(), next.columns.begin(), next.columns.end(),
                                [](const PanelColumn& a, const PanelColumn& b) { return a.label == b.label; });
  return alike && first.rows.back().kind != RowKind::total && first.rows.front().label != next.rows.front().label;
}

std::vector<Footing::Place> places(const std::vector<Panel>& panels) {
  constexpr std::size_t most_blocks = 4;  // side by side: the panel that goes on is the next of the same block
  std::unordered_map<std::string, int> layouts;
  std::map<std::pair<TableId, std::uint32_t>, int> blocks;  // that begin in one row of a table
  for (const Panel& panel : panels) ++layouts[layout_of(panel)], ++blocks[{panel.table, panel.first_row}];
  std::vector<Footing::Place> out(panels.size());
  for (std::size_t i = 0; i < panels.size(); ++i) {
    out[i].repeated = layouts[layout_of(panels[i])] > 1;
    out[i].beside = blocks[{panels[i].table, panels[i].first_row}] > 1;
    for (std::size_t next = i + 1; next < panels.size() && next <= i + most_blocks && !out[i].continued; ++next)
      if (goes_on(panels[i], panels[next])) out[i].continued = out[next].continues = true;
  }
  return out;
}

}  // namespace

void footing_rule(const Context& context, Drafts& drafts) {
  const std::vector<Panel>& panels = context.extraction.panels;
  const std::vector<Footing::Place> place = places(panels);
  for (std::size_t i = 0; i < panels.size(); ++i)
    if (!panels[i].rows.empty() && panels[i].cells.size() == panels[i].rows.size() * panels[i].columns.size())
      Footing(context, panels[i], place[i]).run(drafts);
}

}  // namespace gouji::audit
