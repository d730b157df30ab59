#include "audit/rules/form_cells.h"

#include <algorithm>
#include <array>

#include "audit/naming.h"
#include "audit/rules/table_sums.h"
#include "model/words.h"

namespace gouji::audit {
namespace {

using patterns::FormOperand;
using patterns::StandardForm;

constexpr std::array<std::string_view, 12> han_digits{"一", "二", "三", "四", "五", "六", "七", "八", "九", "十", "〇", "百"};

std::size_t han_digit(std::string_view text) {
  for (const std::string_view d : han_digits)
    if (text.starts_with(d)) return d.size();
  return 0;
}

// Bytes of "二十三、" at the front; 0 for none.
std::size_t han_number(std::string_view text) {
  if (!contains(text, "、")) return 0;  // most labels
  std::size_t at = 0;
  while (const std::size_t n = han_digit(text.substr(at))) at += n;
  if (at == 0 || !text.substr(at).starts_with("、")) return 0;
  return at + std::string_view("、").size();
}

// "2023年", "2023年度", "1、", "1." at the front.
std::size_t digits_and_mark(std::string_view text) {
  std::size_t at = 0;
  while (at < text.size() && text[at] >= '0' && text[at] <= '9') ++at;
  if (at == 0) return 0;
  const std::size_t mark = words<"年度 年 、 ． .">.prefix(text.substr(at));
  return mark == 0 ? 0 : at + mark;
}

}  // namespace

std::string label_core(std::string_view label) {
  std::string out = plain(label);
  std::string_view text = out;
  for (bool more = true; more;) {
    more = false;
    if (words<"其中 ： :">.prefix(text) > 0) {
      for (const std::string_view front : words<"其中： 其中: 其中 ： :">)
        if (text.size() > front.size() && begins(text, front)) {
          text.remove_prefix(front.size());
          more = true;
        }
    }
    const std::size_t n = std::max(han_number(text), digits_and_mark(text));
    if (n > 0 && n < text.size()) {
      text.remove_prefix(n);
      more = true;
    }
  }
  // "项目支出：", and "一般公共预算：954.17" where label and number share a cell.
  for (const std::string_view mark : words<"： :">)
    if (const std::size_t at = find_word(text, mark);
        at != 0 && at != std::string_view::npos && text.find_first_not_of("0123456789.,", at + mark.size()) == std::string_view::npos)
      text = text.substr(0, at);
  if (text.size() != out.size()) out.assign(text.data(), text.size());  // a part of itself: assign() knows
  return out;
}

namespace {

std::vector<std::string> label_parts(std::string_view path) {
  std::vector<std::string> out;
  while (!path.empty()) {
    const std::size_t at = std::min(path.find('/'), path.size());
    std::string part = label_core(path.substr(0, at));
    if (!part.empty()) out.push_back(std::move(part));
    path.remove_prefix(std::min(at + 1, path.size()));
  }
  return out;
}

// 合计, 小计, 金额, 决算数: what a column says beyond the header above it is nothing.
bool says_nothing(const std::string& part) { return core(part).empty(); }

}  // namespace

bool is_of_row(const PanelRow& row, const Figure& f) {
  if (row.kind != RowKind::item || !row.code.empty() || row.name.empty()) return true;
  return contains(f.indicator, row.name) || plain(f.indicator).find(label_core(row.name)) != std::string::npos;
}

void FormTable::add(std::uint32_t index) {
  panels_.push_back(index);
  const Panel& p = panel(index);
  std::vector<std::vector<std::string>>& parts = column_parts_[index];
  for (const PanelColumn& column : p.columns) parts.push_back(label_parts(column.label));
  for (std::uint32_t r = 0; r < p.rows.size(); ++r) {
    const PanelRow& row = p.rows[r];
    std::string name = label_core(row_name(row));
    if (!name.empty()) by_name_[std::move(name)].push_back({index, r});
    if (!row.code.empty()) {
      by_code_[row.code].push_back({index, r});
      coded_.push_back({index, r});
    }
    if (han_number(plain(row.label)) > 0) numbered_.push_back({index, r});
    for (std::uint32_t c = 0; c < p.columns.size(); ++c) {
      const FigureId id = p.at(r, c);
      if (id >= context_.extraction.figures.size() || is_of_row(row, context_.index.figure(id))) continue;
      by_figure_.try_emplace(label_core(leaf(context_.index.figure(id).indicator)), id);
    }
  }
}

FigureId FormTable::figure_called(std::string_view name) const {
  const std::vector<std::string>* names = spellings(form_.rows, name);
  const std::vector<std::string> alone{std::string(name)};
  for (const std::string& spelling : names == nullptr ? alone : *names)
    if (const auto found = by_figure_.find(label_core(spelling)); found != by_figure_.end()) return found->second;
  return no_id;
}

bool FormTable::on_side(std::uint32_t index, std::string_view side) const {
  if (side.empty()) return true;
  // The rows tell first: a header over both blocks (收入 | 支出) may have lost its spans.
  const auto holds = [&](const std::string& name) {
    const auto found = by_name_.find(name);
    return found != by_name_.end() && std::any_of(found->second.begin(), found->second.end(), [&](const Row& r) { return r.panel == index; });
  };
  const auto sums_up = [&](const std::string& which) { return holds("本年" + which + "合计") || holds(which + "合计") || holds(which + "总计"); };
  const std::string own(side);
  const std::string other = own == "收入" ? "支出" : "收入";
  if (sums_up(own) != sums_up(other)) return sums_up(own);
  for (const std::vector<std::string>& parts : column_parts_.at(index)) {
    if (std::find(parts.begin(), parts.end(), side) != parts.end()) return true;
  }
  return panels_.size() == 2 && (index == panels_.front()) == (own == "收入");
}

const std::vector<std::string>* FormTable::spellings(const std::vector<std::vector<std::string>>& lists, std::string_view name) const {
  const auto found = std::find_if(lists.begin(), lists.end(), [&](const auto& list) { return list.front() == name; });
  return found == lists.end() ? nullptr : &*found;
}

namespace {

bool code_fits(std::string_view code, std::string_view pattern) {
  if (code.size() != pattern.size()) return false;
  for (std::size_t i = 0; i < code.size(); ++i)
    if (pattern[i] != '?' && pattern[i] != code[i]) return false;
  return true;
}

}  // namespace

std::vector<FormTable::Row> FormTable::rows(const FormOperand& operand) const {
  std::vector<Row> out;
  std::uint32_t looked_at = no_id;  // rows of one panel follow each other: it is asked about once
  bool fits = false;
  const auto is_there = [&](std::uint32_t panel) {
    if (looked_at != panel) fits = on_side(panel, operand.side);
    looked_at = panel;
    return fits;
  };
  const auto take = [&](const std::vector<Row>& rows) {
    for (const Row& r : rows)
      if (is_there(r.panel)) out.push_back(r);
  };
  switch (operand.rows) {
    case FormOperand::Rows::every:
      break;
    case FormOperand::Rows::numbered:
      take(numbered_);
      break;
    case FormOperand::Rows::codes:
      for (const Row& r : coded_)
        if (code_fits(panel(r.panel).rows[r.row].code, operand.row) && is_there(r.panel)) out.push_back(r);
      break;
    case FormOperand::Rows::code:
      if (const auto found = by_code_.find(operand.row); found != by_code_.end()) take(found->second);
      break;
    case FormOperand::Rows::named: {
      const std::vector<std::string>* names = spellings(form_.rows, operand.row);
      const std::vector<std::string> alone{operand.row};
      for (const std::string& name : names == nullptr ? alone : *names) {
        const auto found = by_name_.find(label_core(name));
        if (found != by_name_.end()) take(found->second);
        if (!out.empty()) break;  // the first spelling that stands there
      }
      break;
    }
  }
  return out;
}

bool FormTable::is_run_together(const FormOperand& operand) const {
  if (operand.rows != FormOperand::Rows::named) return false;
  const std::vector<std::string>* names = spellings(form_.rows, operand.row);
  const std::string alone = label_core(operand.row);
  return std::any_of(by_name_.begin(), by_name_.end(), [&](const auto& entry) {
    const std::string& label = entry.first;
    if (names == nullptr) return label != alone && label.find(alone) != std::string::npos;
    const bool known = std::any_of(names->begin(), names->end(), [&](const std::string& name) { return label == label_core(name); });
    return !known && label.find(label_core(names->front())) != std::string::npos;
  });
}

std::vector<std::uint32_t> FormTable::panels(const FormOperand& operand) const {
  std::vector<std::uint32_t> out;
  for (const std::uint32_t p : panels_)
    if (on_side(p, operand.side)) out.push_back(p);
  return out;
}

std::vector<std::uint32_t> FormTable::value_columns(std::uint32_t index) const {
  std::vector<std::uint32_t> out;
  const Panel& p = panel(index);
  for (std::uint32_t c = 0; c < p.columns.size(); ++c)
    if (p.columns[c].role == ColumnRole::value) out.push_back(c);
  return out;
}

std::uint32_t FormTable::column(std::uint32_t index, std::string_view wanted) const {
  const Panel& p = panel(index);
  // "预算数/公务接待费": each part, in this order, and nothing that says more behind the last.
  std::vector<std::vector<std::string>> parts;
  while (!wanted.empty()) {
    const std::size_t at = std::min(wanted.find('/'), wanted.size());
    const std::string part(wanted.substr(0, at));
    wanted.remove_prefix(std::min(at + 1, wanted.size()));
    const std::vector<std::string>* names = spellings(form_.columns, part);
    std::vector<std::string>& any = parts.emplace_back();
    if (names == nullptr) any.push_back(label_core(part));
    for (std::size_t i = 0; names != nullptr && i < names->size(); ++i) any.push_back(label_core((*names)[i]));
  }
  std::uint32_t loose = no_id;
  for (std::uint32_t c = 0; c < p.columns.size(); ++c) {
    if (p.columns[c].role != ColumnRole::value) continue;
    const std::vector<std::string>& label = column_parts_.at(index)[c];
    std::size_t next = 0;
    std::size_t last = 0;  // one behind the last part that was matched
    for (std::size_t i = 0; i < label.size() && next < parts.size(); ++i)
      if (std::find(parts[next].begin(), parts[next].end(), label[i]) != parts[next].end()) {
        ++next;
        last = i + 1;
      }
    // 预算数/合计 may be printed 预算数 alone.
    const bool bare = next + 1 == parts.size() && parts.size() > 1 && last == label.size() && says_nothing(parts.back().front());
    if (next < parts.size() && !bare) continue;
    if (last == label.size() && !bare) return c;
    if (loose == no_id && std::all_of(label.begin() + static_cast<std::ptrdiff_t>(last), label.end(), says_nothing)) loose = c;
  }
  return loose;
}

FigureId FormTable::at(Row row, std::uint32_t column) const {
  const Panel& p = panel(row.panel);
  if (column >= p.columns.size()) return no_id;
  const FigureId id = p.at(row.row, column);
  if (id >= context_.extraction.figures.size()) return no_id;
  return is_of_row(p.rows[row.row], context_.index.figure(id)) ? id : no_id;
}

namespace {

// `parts`: of all columns' labels.
bool has_headers(const StandardForm& form, const std::vector<std::string>& parts) {
  return std::all_of(form.headers.begin(), form.headers.end(), [&](const std::vector<std::string>& any) {
    return std::any_of(any.begin(), any.end(),
                       [&](const std::string& name) { return std::find(parts.begin(), parts.end(), label_core(name)) != parts.end(); });
  });
}

std::size_t longest_name(const StandardForm& form, std::string_view title) {
  std::size_t out = 0;
  const std::string text = label_core(title);
  for (const std::string& name : form.names)
    if (name.size() > out && (title.find(name) != std::string_view::npos || text.find(label_core(name)) != std::string::npos)) out = name.size();
  return out;
}

// The form that the title names: the longest name wins; of two with one name, the one whose headers are there.
const StandardForm* form_of(const Panel& panel, const std::vector<const StandardForm*>& candidates) {
  const StandardForm* best = nullptr;
  std::size_t length = 0;
  if (candidates.empty()) return nullptr;
  std::vector<std::string> parts;
  for (const PanelColumn& column : panel.columns)
    for (std::string& part : label_parts(column.label)) parts.push_back(std::move(part));
  for (const StandardForm* form : candidates) {
    if (!has_headers(*form, parts)) continue;
    const std::size_t n = longest_name(*form, panel.title);
    if (best == nullptr || n > length || (n == length && form->headers.size() > best->headers.size())) {
      best = form;
      length = n;
    }
  }
  return best;
}

std::string tidy_title(std::string_view title) {
  std::string out = plain(title);
  std::erase(out, '\n');
  return out;
}

}  // namespace

std::vector<FormTable> find_forms(const Context& context) {
  std::vector<FormTable> out;
  std::unordered_map<std::string, std::vector<const StandardForm*>> known;  // by title
  std::unordered_map<TableId, std::pair<const StandardForm*, std::size_t>> of_table;
  std::unordered_map<std::string, int> times;
  for (std::uint32_t p = 0; p < context.extraction.panels.size(); ++p) {
    const Panel& panel = context.extraction.panels[p];
    if (panel.cells.size() != panel.rows.size() * panel.columns.size()) continue;
    const auto [at, fresh] = known.try_emplace(panel.title);
    if (fresh && !panel.title.empty()) {
      for (const StandardForm* form : context.library.forms())
        if (names_form(*form, panel.title)) at->second.push_back(form);
    }
    // A further panel of a table belongs to the form that its first was.
    const auto table = of_table.find(panel.table);
    if (table != of_table.end() && (at->second.empty() || std::find(at->second.begin(), at->second.end(), table->second.first) != at->second.end())) {
      out[table->second.second].add(p);
      continue;
    }
    const StandardForm* form = form_of(panel, at->second);
    if (form == nullptr) continue;
    std::string title = tidy_title(panel.title);
    if (const int n = ++times[title]; n > 1) title += "（" + std::to_string(n) + "）";
    of_table[panel.table] = {form, out.size()};
    out.emplace_back(context, *form, std::move(title));
    out.back().add(p);
  }
  return out;
}

}  // namespace gouji::audit
