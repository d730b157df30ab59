#include "audit/rules/listed_rows.h"

#include <algorithm>
#include <array>
#include <map>
#include <string_view>

#include "audit/precision.h"
#include "audit/rules/table_sums.h"

namespace gouji::audit {
namespace {

// What a column of the list lacks to its total.
struct Gap {
  Decimal missing;
  Decimal widths;        // twice what rounding explains
  bool planned = false;  // a budget of spending, not what became of it
  bool fails() const { return widths < missing.abs() + missing.abs(); }
};

class Gaps {
 public:
  Gaps(const Context& context, const ListedRows& list) : context_(context), list_(list) {}

  // Of the columns that have a total other than 0 and parts; without row `left_out`.
  std::vector<Gap> without(std::uint32_t left_out = no_id) const {
    std::vector<Gap> out;
    for (const std::uint32_t c : list_.columns) {
      const FigureId total = figure_at(list_.total, c);
      if (total == no_id || !can_be_total(context_.index.figure(total)) || context_.index.figure(total).value.is_zero()) continue;
      const Figure& whole = context_.index.figure(total);
      if (whole.aspect == Aspect::change) continue;
      const bool income = list_.panel.columns[c].label.find("收入") != std::string::npos;
      Gap gap{whole.value, printed_width(whole), !income && basis_class(whole.basis.value) != BasisClass::actual};
      bool any = false;
      for (const std::uint32_t r : list_.rows) {
        const FigureId id = r == left_out ? no_id : figure_at(r, c);
        if (id == no_id || !addable(whole, context_.index.figure(id))) continue;
        gap.missing = gap.missing - context_.index.figure(id).value;
        gap.widths = gap.widths + printed_width(context_.index.figure(id));
        any = true;
      }
      if (any) out.push_back(gap);
    }
    return out;
  }

  // The rows say the same: one name, the same values; one of them long enough to be no chance, or the rows touch and several agree.
  bool same(std::uint32_t a, std::uint32_t b) const {
    constexpr Decimal::Coefficient telling = 100;  // three digits
    const PanelRow &first = list_.panel.rows[a], &second = list_.panel.rows[b];
    if (first.name.empty() || first.name != second.name || first.code != second.code) return false;
    bool tells = false;
    int agree = 0;
    for (const std::uint32_t c : list_.columns) {
      const FigureId x = figure_at(a, c), y = figure_at(b, c);
      if (x == no_id && y == no_id) continue;
      if (x == no_id || y == no_id || context_.index.figure(x).value != context_.index.figure(y).value) return false;
      tells |= context_.index.figure(x).value.normalized().abs().coefficient() >= telling;
      agree += context_.index.figure(x).value.is_zero() ? 0 : 1;
    }
    return tells || (agree >= 2 && b == a + 1);
  }

 private:
  FigureId figure_at(std::uint32_t row, std::uint32_t column) const {
    const FigureId id = list_.panel.at(row, column);
    return id < context_.extraction.figures.size() ? id : no_id;
  }

  const Context& context_;
  const ListedRows& list_;
};

// The number in front of a row: 二、 and （二） and 2. are 2; 0 where there is none.
int ordinal_of(std::string_view label) {
  static constexpr std::array<std::string_view, 9> digits{"一", "二", "三", "四", "五", "六", "七", "八", "九"};
  for (const std::string_view open : {"（", "("})
    if (label.starts_with(open)) label.remove_prefix(open.size());
  int value = 0;
  const auto take = [&](std::string_view word) {
    const bool there = label.starts_with(word);
    if (there) label.remove_prefix(word.size());
    return there;
  };
  const auto take_digit = [&] {
    for (std::size_t d = 0; d < digits.size(); ++d)
      if (take(digits[d])) return static_cast<int>(d) + 1;
    return 0;
  };
  if (!label.empty() && label.front() >= '0' && label.front() <= '9') {
    for (; !label.empty() && label.front() >= '0' && label.front() <= '9' && value < 100; label.remove_prefix(1))
      value = value * 10 + (label.front() - '0');
  } else {
    value = take_digit();
    if (take("十")) value = (value == 0 ? 10 : value * 10) + take_digit();
  }
  for (const std::string_view mark : {"、", ".", "．", "）", ")"})
    if (label.starts_with(mark)) return value;
  return 0;
}

// The header is one row: it has not taken the first row for one of its own.
bool has_plain_header(const Panel& panel) {
  return std::none_of(panel.columns.begin(), panel.columns.end(),
                      [](const PanelColumn& c) { return c.role == ColumnRole::label && c.label.find('/') != std::string::npos; });
}

// 一、二、四、: one number is left out, and the rows beside the gap touch, so that it is not the reading that lost it.
enum class Numbers : std::uint8_t { none, whole, skipping };
Numbers numbers_of(const ListedRows& list) {
  const Panel& panel = list.panel;
  int last = 0;
  bool skips = false;
  std::uint32_t above = list.total < list.rows.front() ? list.total : no_id;  // the panel's row above; its header for no_id
  for (const std::uint32_t r : list.rows) {
    const int number = ordinal_of(panel.rows[r].label);
    if (number <= last || number > last + 2) return Numbers::none;
    if (number == last + 2) {
      const bool first = last == 0;
      const bool touches =
          first ? (above == no_id ? r == 0 && has_plain_header(panel) : r == above + 1) : panel.rows[r].row == panel.rows[r - 1].row + 1;
      if (skips || !touches) return Numbers::none;
      skips = true;
    }
    last = number;
  }
  return skips ? Numbers::skipping : Numbers::whole;
}

bool says_some(std::string_view text) {
  for (const std::string_view word : {"主要", "部分", "重点", "其中", "前十", "情况分析"})
    if (text.find(word) != std::string_view::npos) return true;
  return false;
}

// Every row of the table is the total, one of the list, or stands under one of these.
bool fills_the_table(const ListedRows& list) {
  const Panel& panel = list.panel;
  std::vector<bool> known(panel.rows.size());
  known[list.total] = true;
  for (const std::uint32_t r : list.rows) known[r] = true;
  for (std::uint32_t r = 0; r < panel.rows.size(); ++r) {
    const std::uint32_t parent = panel.rows[r].parent;
    if (!known[r]) known[r] = parent < r && parent != list.total && known[parent];
    if (!known[r]) return false;
  }
  return true;
}

// 预备费 is in a spending budget's total and in no list of what it is for.
bool may_hold_a_reserve(const ListedRows& list, const std::vector<Gap>& gaps) {
  const bool all_planned = std::all_of(gaps.begin(), gaps.end(), [](const Gap& g) { return g.planned; });
  const std::string words = list.panel.title + list.panel.rows[list.total].label;
  return all_planned && (words.find("支出") != std::string::npos || words.find("收入") == std::string::npos);
}

}  // namespace

std::uint32_t row_twice(const Context& context, const ListedRows& list) {
  const Gaps gaps(context, list);
  std::map<std::string_view, std::uint32_t> seen;
  for (const std::uint32_t r : list.rows) {
    const auto [known, fresh] = seen.try_emplace(list.panel.rows[r].name, r);
    if (fresh || !gaps.same(known->second, r)) continue;
    const std::vector<Gap> rest = gaps.without(r);
    if (!rest.empty() && std::none_of(rest.begin(), rest.end(), [](const Gap& g) { return g.fails(); })) return r;
  }
  return no_id;
}

Cause rows_off(const Context& context, const ListedRows& list) {
  const std::vector<Gap> gaps = Gaps(context, list).without();
  if (list.rows.size() < 2 || !std::any_of(gaps.begin(), gaps.end(), [](const Gap& g) { return g.fails(); })) return Cause::none;
  if (row_twice(context, list) != no_id) return Cause::row_twice;
  const bool all_lack = std::all_of(gaps.begin(), gaps.end(), [](const Gap& g) { return g.fails() && g.missing.sign() > 0; });
  if (gaps.size() < 2 || !all_lack || !list.alone) return Cause::none;
  const Numbers numbers = numbers_of(list);
  if (numbers == Numbers::skipping) return Cause::row_skipped;
  const PanelRow& total = list.panel.rows[list.total];
  const bool is_whole = numbers == Numbers::whole && list.rows.size() >= 3 && total.kind != RowKind::item && !says_some(list.panel.title);
  return is_whole && fills_the_table(list) && !may_hold_a_reserve(list, gaps) ? Cause::rows_short : Cause::none;
}

}  // namespace gouji::audit
