// A standard form as it stands in a report: its panels, and the cells that an identity's operands mean.
#pragma once

#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "audit/rules/rules.h"
#include "patterns/form.h"

namespace gouji::audit {

// A label as names are compared: without blanks, brackets, marks, numbering, 其中 and a year in front ("2023年决算数" → 决算数).
std::string label_core(std::string_view label);

// The figure is named after its row: a cell may hold a label of its own ("基本支出 | 221.67" at the row's end). Totals and codes go by columns.
bool is_of_row(const PanelRow& row, const Figure& figure);

class FormTable {
 public:
  FormTable(const Context& context, const patterns::StandardForm& form, std::string title)
      : context_(context), form_(form), title_(std::move(title)) {}

  void add(std::uint32_t panel);  // index into Extraction::panels
  const patterns::StandardForm& form() const { return form_; }
  const std::string& title() const { return title_; }

  struct Row {
    std::uint32_t panel = no_id, row = 0;
  };
  // The rows that a named or coded operand means, in reading order; several where a name stands in several places.
  std::vector<Row> rows(const patterns::FormOperand& operand) const;
  // The panels in which every row of an operand is looked for (side:*).
  std::vector<std::uint32_t> panels(const patterns::FormOperand& operand) const;
  // The value column of `panel` that the operand names; no_id where none is.
  std::uint32_t column(std::uint32_t panel, std::string_view name) const;
  std::vector<std::uint32_t> value_columns(std::uint32_t panel) const;
  bool has_codes() const { return !coded_.empty(); }
  // A row's label holds the operand's name and more: print has run the row together with the next.
  bool is_run_together(const patterns::FormOperand& operand) const;

  // The cell's figure, where it is that row's: a cell may hold a label of its own ("基本支出 | 221.67" at the row's end).
  FigureId at(Row row, std::uint32_t column) const;
  // The figure that is called so by a label of its own; no_id for none.
  FigureId figure_called(std::string_view name) const;
  const Panel& panel(std::uint32_t index) const { return context_.extraction.panels[index]; }

 private:
  bool on_side(std::uint32_t panel, std::string_view side) const;
  const std::vector<std::string>* spellings(const std::vector<std::vector<std::string>>& lists, std::string_view name) const;

  const Context& context_;
  const patterns::StandardForm& form_;
  std::string title_;
  std::vector<std::uint32_t> panels_;
  std::unordered_map<std::uint32_t, std::vector<std::vector<std::string>>> column_parts_;  // panel → its columns' labels, part by part
  std::unordered_map<std::string, std::vector<Row>> by_name_, by_code_;
  std::unordered_map<std::string, FigureId> by_figure_;  // figures with a name other than their row's
  std::vector<Row> coded_;                               // rows with a code
  std::vector<Row> numbered_;                            // rows numbered 一、
};

// The standard forms that the report holds, in reading order.
std::vector<FormTable> find_forms(const Context& context);

}  // namespace gouji::audit
