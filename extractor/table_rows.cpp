#include "extractor/table_rows.h"

#include <algorithm>
#include <map>

#include "extractor/characters.h"
#include "extractor/divided_rows.h"
#include "extractor/row_facts.h"
#include "extractor/row_label.h"
#include "model/words.h"

namespace gouji::extractor {
namespace {

// 合计, 收入总计, 小计, 总分: rows that state a sum.
RowKind kind_of(std::string_view name) {
  std::string_view text = name;
  for (const std::string_view open : {"（", "("})
    if (const std::size_t at = text.find(open); at != std::string_view::npos && at > 0) text = text.substr(0, at);
  if (text.ends_with("小计")) return RowKind::subtotal;
  if (length_in_characters(text) <= 12 && ends_with_any(text, words<"合计 总计 总和">)) return RowKind::total;
  if (text == "总分" || text == "合计" || text == "共计" || text == "汇总") return RowKind::total;
  return RowKind::item;
}

// Which row totals which, read from top to bottom: an outline of open rows, and the rows that wait for their total.
class Hierarchy {
 public:
  Hierarchy(std::vector<RowMeaning>& rows, std::size_t size) : rows_(rows), lists_of_which_(size) {}

  void add(std::uint32_t row, const RowLabel& label, std::uint32_t indentation, bool states_numbers) {
    PanelRow& r = rows_[row].panel;
    if (r.name.empty()) return;
    if (r.kind == RowKind::total || r.kind == RowKind::subtotal) return add_total(row);
    Open own{row, label.ordinal, label.style, indentation, label.of_which, r.code};
    pop_for(own);
    if (!open_.empty()) {
      r.parent = open_.back().row;
      r.of_which = label.of_which || lists_of_which_[r.parent];
      if (label.of_which) lists_of_which_[r.parent] = true;
      own.of_which = r.of_which;
    } else if (transfers_ && label.style.empty() && label.code.empty()) {
      r.doubtful = true;  // of what the row of transfers states: no part of the total beside it
    } else {
      waiting_.push_back(row);
      // A row without a number behind 一、: one of its parts, or one more beside it; nothing says which.
      if (states_numbers && label.style.empty() && label.code.empty() && numbered_) doubtful_ = r.doubtful = true;
    }
    numbered_ = numbered_ || !label.style.empty();
    // 转移性支出 26425 over 上解上级支出, 债务还本支出…, all at one left edge: these are what it is made of.
    transfers_ = transfers_ || (states_numbers && label.style.empty() && r.parent == no_id && (r.name == "转移性收入" || r.name == "转移性支出"));
    if (!label.style.empty() && label.ordinal > 0) lists_[label.style] = {label.ordinal, r.parent};
    open_.push_back(own);
    previous_ = row;
  }

  void finish() {
    // 合计 in the first row is the sum of what follows it.
    if (leading_total_ == no_id) return;
    rows_[leading_total_].panel.doubtful = doubtful_;
    for (const std::uint32_t row : waiting_)
      if (row != leading_total_ && rows_[row].panel.parent == no_id) rows_[row].panel.parent = leading_total_;
  }

 private:
  struct Open {
    std::uint32_t row = 0;
    int ordinal = 0;
    std::string style;
    std::uint32_t indentation = 0;
    bool of_which = false;
    std::string code;
  };

  // 1、, 其中：…, a row without a number, 2、: the list goes on under what its last number stood under, though nothing of it is open any more.
  void resume_list(const Open& own) {
    open_.clear();
    const auto list = lists_.find(own.style);
    if (list == lists_.end() || list->second.ordinal + 1 != own.ordinal || list->second.parent == no_id) return;
    const PanelRow& parent = rows_[list->second.parent].panel;
    if (!parent.of_which) open_.push_back({list->second.parent, 0, {}, 0, false, parent.code});
  }

  void add_total(std::uint32_t row) {
    open_.clear();
    lists_.clear();
    const bool sub = rows_[row].panel.kind == RowKind::subtotal;
    rows_[row].panel.doubtful = doubtful_;
    doubtful_ = numbered_ = transfers_ = false;
    if (waiting_.empty()) {
      if (leading_total_ == no_id && previous_ == no_id) leading_total_ = row;
    } else if (leading_total_ == no_id || sub) {
      for (const std::uint32_t part : waiting_) rows_[part].panel.parent = row;
    }
    if (sub) subtotals_.push_back(row);
    waiting_.clear();
    if (leading_total_ == no_id && !sub) {
      for (const std::uint32_t subtotal : subtotals_) rows_[subtotal].panel.parent = row;
      subtotals_.clear();
    }
    if (!sub && leading_total_ != row) waiting_.push_back(row);  // 总计 = 本年合计 + 年初结转
    previous_ = row;
  }

  // Rows that the new one does not stand under are closed.
  void pop_for(const Open& own) {
    if (!own.code.empty())
      return pop_while([&](const Open& o) { return o.code.empty() || !(own.code.size() > o.code.size() && own.code.starts_with(o.code)); });
    if (!own.style.empty()) {
      const auto same = std::find_if(open_.rbegin(), open_.rend(), [&](const Open& o) { return o.style == own.style; });
      if (same != open_.rend()) {
        // 1、 again, behind a row without a number: a list of its own under that row; else the next of the same list.
        const bool restart = own.ordinal == 1 && !open_.empty() && open_.back().style.empty() && !open_.back().of_which;
        if (restart) return;
        const std::uint32_t until = same->row;
        pop_while([&](const Open& o) { return o.row >= until; });
        return;
      }
      if (own.ordinal != 1 && !own.of_which) resume_list(own);
      return;
    }
    if (own.of_which) {
      while (!open_.empty() && open_.back().of_which && open_.back().style.empty() && own.indentation <= open_.back().indentation) open_.pop_back();
      return;
    }
    // Without a number: deeper than the row above, or beside the 其中 that it stands no farther left than; else at the top.
    while (!open_.empty()) {
      const Open& last = open_.back();
      const bool deeper = own.indentation > last.indentation && !(last.of_which && last.style.empty());
      if (deeper && own.indentation >= 2) return;
      if (last.of_which && last.style.empty() && own.indentation >= last.indentation && own.indentation > 0) {
        open_.pop_back();
        return;
      }
      open_.pop_back();
    }
  }

  template <class Test>
  void pop_while(Test test) {
    while (!open_.empty() && test(open_.back())) open_.pop_back();
  }

  struct List {
    int ordinal = 0;
    std::uint32_t parent = no_id;
  };

  std::vector<RowMeaning>& rows_;
  std::vector<Open> open_;
  std::map<std::string, List> lists_;     // by style: the last number of each since the last total
  std::vector<std::uint32_t> waiting_;    // rows at the top that no total has yet
  std::vector<std::uint32_t> subtotals_;  // 小计 that no 合计 has yet
  std::vector<bool> lists_of_which_;      // an 其中 stands under the row
  std::uint32_t leading_total_ = no_id, previous_ = no_id;
  // Since the last total: a numbered row, a row whose place is not said, 转移性收入 or 转移性支出.
  bool numbered_ = false, doubtful_ = false, transfers_ = false;
};

// The row's own cells: a cell that begins in the row.
bool begins_here(const TableGrid& grid, std::uint32_t index, std::uint32_t row) { return index != no_id && grid.cell(index).row == row; }

// 类 款 项 in three columns: their digits together; or one code. Rows of a 款 or 项 may leave the columns before theirs blank: then they
// are those of the row above.
class CodeColumns {
 public:
  CodeColumns(const TableGrid& grid, const ColumnBlock& block) : grid_(grid), block_(block) {}

  std::string next(std::uint32_t row) {
    std::vector<std::string> parts;
    for (const ColumnMeaning& column : block_.columns)
      if (column.panel.role == ColumnRole::code) parts.push_back(digits(row, column));
    const auto filled = [](const std::string& part) { return !part.empty(); };
    const auto first = static_cast<std::size_t>(std::find_if(parts.begin(), parts.end(), filled) - parts.begin());
    if (first == parts.size()) return {};
    const bool goes_on = first > 0 && above_.size() == parts.size() && is_part(parts[first]) && above_[0].size() == class_digits &&
                         std::all_of(above_.begin() + 1, above_.begin() + static_cast<std::ptrdiff_t>(first), is_part);
    if (goes_on) std::copy(above_.begin(), above_.begin() + static_cast<std::ptrdiff_t>(first), parts.begin());
    above_ = parts;
    std::string code;
    for (const std::string& part : parts)
      if (code.size() + part.size() <= 12) code += part;
    return code;
  }

 private:
  static constexpr std::size_t class_digits = 3;
  static bool is_part(const std::string& part) { return part.size() == 2; }

  std::string digits(std::uint32_t row, const ColumnMeaning& column) const {
    const std::uint32_t i = grid_.index(row, column.panel.column);
    const std::string text = i == no_id ? std::string() : without_space(grid_.text(i));
    return std::all_of(text.begin(), text.end(), is_ascii_digit) ? text : std::string();
  }

  const TableGrid& grid_;
  const ColumnBlock& block_;
  std::vector<std::string> above_;  // of the last row with a code
};

struct LabelCells {
  std::vector<std::string> labels;
  std::uint32_t last = no_id;  // the cell of the innermost label
  bool shared = false;         // that cell began in the block before: its row is of both
};

// 合计, set at the left edge of the columns of labels: it stands over the codes.
LabelCells label_among_codes(const TableGrid& grid, std::uint32_t row, const ColumnBlock& block) {
  LabelCells out;
  for (const ColumnMeaning& column : block.columns) {
    const std::uint32_t i = column.panel.role == ColumnRole::code ? grid.index(row, column.panel.column) : no_id;
    if (!begins_here(grid, i, row) || grid.reading(i).shape != CellShape::label) continue;
    out.labels = {grid.reading(i).label};
    out.last = i;
    break;
  }
  return out;
}

// label | number | label | number in a row: the header above says nothing of its cells.
bool is_relabelled(const TableGrid& grid, std::uint32_t row, const ColumnBlock& block) {
  unsigned pairs = 0, labels = 0;
  bool label = false;
  for (const ColumnMeaning& column : block.columns) {
    const std::uint32_t i = grid.index(row, column.panel.column);
    if (!begins_here(grid, i, row) || grid.cell(i).column != column.panel.column) continue;
    const CellReading& cell = grid.reading(i);
    if (cell.shape == CellShape::label || cell.shape == CellShape::mixed) {
      label = column.panel.role == ColumnRole::value;
      labels += label ? 1 : 0;
    } else if (cell.shape == CellShape::number) {
      pairs += label ? 1 : 0;
      label = false;
    }
  }
  const bool plain = std::none_of(block.columns.begin(), block.columns.end(), [](const ColumnMeaning& c) {
    return c.panel.role == ColumnRole::value && (c.basis == Basis::target || c.basis == Basis::actual);
  });
  return plain && (pairs > 0 || labels >= 2);
}

// 吨, 万元 in a column of units.
std::optional<UnitHint> unit_of_row(const TableGrid& grid, std::uint32_t row, const ColumnBlock& block, const patterns::Library& library) {
  for (const ColumnMeaning& column : block.columns)
    if (column.panel.role == ColumnRole::unit)
      if (const auto unit = library.units().exact(grid.at(row, column.panel.column).label))
        return UnitHint{unit.entry->kind, unit.entry->code.empty() ? grid.at(row, column.panel.column).label : unit.entry->code, unit.entry->power,
                        unit.entry->countable};
  return std::nullopt;
}

LabelCells labels_of_row(const TableGrid& grid, std::uint32_t row, const ColumnBlock& block, LabelCells& above) {
  std::vector<std::string> by_column;
  LabelCells out;
  std::uint32_t previous = no_id;
  for (const ColumnMeaning& column : block.columns) {
    if (column.panel.role != ColumnRole::label) continue;
    const std::uint32_t i = grid.index(row, column.panel.column);
    std::string label;
    const CellShape shape = i == no_id ? CellShape::blank : grid.reading(i).shape;
    const bool number = shape == CellShape::number && !grid.reading(i).whole && !by_column.empty();  // 合计 | 100分
    if (i != previous && shape != CellShape::blank && !number) {
      label = without_space(grid.text(i));
      out.last = i;
      out.shared = grid.cell(i).column < block.first;
    }
    previous = i;
    by_column.push_back(std::move(label));
  }
  // A group's label stands in its first row only: the rows below inherit it, where they have a label of their own.
  const bool own = !by_column.empty() && !by_column.back().empty();
  for (std::size_t k = 0; k + 1 < by_column.size() && own; ++k) {
    if (!by_column[k].empty()) break;
    if (k < above.labels.size()) by_column[k] = above.labels[k];
  }
  above.labels = by_column;
  for (std::string& label : by_column)
    if (!label.empty()) out.labels.push_back(std::move(label));
  return out;
}

// 综合评定等级 | | 总分 | 100 | 97: a total named in the midst of the row.
std::string total_before_numbers(const TableGrid& grid, std::uint32_t row, const ColumnBlock& block) {
  std::string total;
  for (const ColumnMeaning& column : block.columns) {
    const std::uint32_t i = grid.index(row, column.panel.column);
    if (!begins_here(grid, i, row) || column.panel.role != ColumnRole::value) continue;
    const CellReading& cell = grid.reading(i);
    if (cell.shape == CellShape::label && kind_of(cell.label) == RowKind::total) total = cell.label;
    if (cell.shape == CellShape::number) return total;
  }
  return {};
}

}  // namespace

std::vector<RowMeaning> read_rows(const TableGrid& grid, const TablePart& part, const ColumnBlock& block, const patterns::Library& library) {
  std::vector<RowMeaning> rows;
  rows.reserve(part.last - part.body);
  Hierarchy hierarchy(rows, part.last - part.body);
  LabelCells above;
  CodeColumns codes(grid, block);
  // 三级指标: no indicator is a part of the one above it, however far its label is set in.
  const bool indicators = std::any_of(block.columns.begin(), block.columns.end(), [](const ColumnMeaning& c) {
    return c.panel.role == ColumnRole::label && !c.labels.empty() && contains(c.labels.back(), "指标");
  });
  for (std::uint32_t r = part.body; r < part.last; ++r) {
    const auto index = static_cast<std::uint32_t>(rows.size());
    RowMeaning& row = rows.emplace_back();
    row.panel.row = r;
    if (part.is_header(r)) continue;
    row.relabelled = is_relabelled(grid, r, block);
    LabelCells cells = labels_of_row(grid, r, block, above);
    if (cells.labels.empty()) cells = label_among_codes(grid, r, block);
    if (std::string total = total_before_numbers(grid, r, block); !total.empty()) cells.labels = {std::move(total)};
    row.panel.code = codes.next(r);
    row.unit = unit_of_row(grid, r, block, library);
    RowLabel label;
    if (!cells.labels.empty()) {
      row.panel.label = cells.labels.back();
      row.panel.groups.assign(cells.labels.begin(), cells.labels.end() - 1);
      if (!row.unit) row.unit = unit_in_brackets(row.panel.label, library);
      for (std::size_t k = row.panel.groups.size(); k-- > 0 && !row.unit;) row.unit = unit_in_brackets(row.panel.groups[k], library);
      label = read_row_label(without_unit(row.panel.label, library));
      row.panel.name = label.name;
      take_period(row);
      if (row.panel.code.empty()) row.panel.code = label.code;
      row.panel.kind = kind_of(label.name);
    }
    if (row.panel.kind == RowKind::item && row.panel.name.empty() && (row.panel.code == "合计")) row.panel.kind = RowKind::total;
    if (row.relabelled || cells.shared) continue;  // 公用经费合计 under two blocks is the total of neither
    const auto is_number = [&](const ColumnMeaning& c) {
      return c.panel.role == ColumnRole::value && grid.at(r, c.panel.column).shape == CellShape::number;
    };
    const bool states_numbers = std::any_of(block.columns.begin(), block.columns.end(), is_number);
    hierarchy.add(index, label, indicators || cells.last == no_id ? 0 : grid.indentation(cells.last), states_numbers);
  }
  hierarchy.finish();
  settle_bases(rows, library);
  settle_divided_rows(rows, library);
  return rows;
}

}  // namespace gouji::extractor
