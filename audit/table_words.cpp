#include "audit/table_words.h"

#include <algorithm>

#include "audit/naming.h"

namespace gouji::audit {
namespace {

constexpr std::size_t most_names = 8;  // of a long sum the first and the last are named

struct Named {
  std::string title, row, column;
  bool in_table = false;
};

// Titles are set with blanks between their characters, and say the form's number behind them.
std::string tidy(std::string_view text) {
  constexpr std::string_view wide_blank = "　";
  const auto blank_at = [&](std::size_t i) -> std::size_t {
    if (text[i] == ' ' || text[i] == '\t' || text[i] == '\n') return 1;
    return text[i] == wide_blank.front() && text.substr(i).starts_with(wide_blank) ? wide_blank.size() : 0;
  };
  std::string out;
  std::size_t begin = 0;  // of what is to be copied
  for (std::size_t i = 0; i < text.size();) {
    const std::size_t blank = blank_at(i);
    if (blank > 0) {
      out.append(text, begin, i - begin);
      begin = i + blank;
    }
    i += std::max<std::size_t>(blank, 1);
  }
  out.append(text, begin);
  return out;
}

Named named(const Extraction& extraction, const PanelIndex& panels, FigureId id) {
  const Figure& f = extraction.figures[id];
  Named out;
  out.in_table = f.table != no_id;
  const PanelPlace place = panels.place(id);
  if (place.known()) {
    out.title = tidy(panels.panel(place).title);
    out.row = tidy(row_name(panels.row(place)));
    out.column = tidy(column_name(panels.column(place)));
  } else if (out.in_table) {
    out.row = tidy(leaf(f.row_label));
    out.column = tidy(leaf(f.column_label));
  } else {
    out.title = "正文";
    out.row = f.indicator;
  }
  return out;
}

// The parts that are not empty and not said above, with a dot between them.
std::string joined(std::string_view a, std::string_view b, std::string_view c = {}) {
  std::string out;
  for (const std::string_view part : {a, b, c}) {
    if (part.empty()) continue;
    if (!out.empty()) out += "·";
    out += part;
  }
  return out;
}

std::string_view between(const Draft& draft, std::size_t operand) {
  switch (draft.form) {
    case Form::quotient:
      return operand == 1 ? " = " : " ÷ ";
    case Form::product:
      return operand == 1 ? " = " : " × ";
    case Form::not_less:
      return " ≥ ";
    case Form::equal:
      return " = ";
    case Form::at_most:
      return operand == 1 ? " ≥ " : " + ";
    default:
      break;
  }
  const bool minus = draft.operands[operand].sign < 0;
  if (operand == 1) return minus ? " = −" : " = ";
  return minus ? " − " : " + ";
}

}  // namespace

std::string table_label(const Extraction& extraction, const PanelIndex& panels, const Draft& draft) {
  const auto in_table = [&](const CheckOperand& o) { return extraction.figures[o.figure].table != no_id; };
  if (std::none_of(draft.operands.begin(), draft.operands.end(), in_table)) return {};
  const Named stated = named(extraction, panels, draft.operands.front().figure);
  bool one_title = true;
  bool one_row = true;
  bool one_column = true;
  for (const CheckOperand& o : draft.operands) {
    const Named n = named(extraction, panels, o.figure);
    one_title &= n.title == stated.title;
    one_row &= n.row == stated.row && n.in_table;
    one_column &= n.column == stated.column && n.in_table;
  }
  one_row &= one_title;
  one_column &= one_title && !one_row;
  std::string out = one_title ? joined(stated.title, one_row ? stated.row : one_column ? stated.column : "") : "";
  if (!out.empty()) out += "：";
  const std::size_t count = draft.operands.size();
  for (std::size_t i = 0; i < count; ++i) {
    if (i > 0) out += between(draft, i);
    if (count > most_names && i == most_names / 2) {
      out += "…";
      i = count - 2;
      continue;
    }
    const Named n = named(extraction, panels, draft.operands[i].figure);
    const std::string name = joined(one_title ? "" : n.title, one_row ? "" : n.row, one_column ? "" : n.column);
    out += name.empty() ? n.row : name;
  }
  return out;
}

}  // namespace gouji::audit
