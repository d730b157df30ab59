// StandardForm: a form of the accounts, as data: how its tables are known, the names of its rows and columns, and the
// identities that its numbers obey. docs/patterns.md describes how an identity is written.
//
// Source: the 部门决算 and 部门预算 forms and the 绩效自评表 of the 财政部. Plain values. Threads: a value.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "patterns/entry.h"

namespace gouji::patterns {

// One operand of an identity: a cell, a column of cells (every row) or a sum of cells.
struct FormOperand {
  enum class Rows : std::uint8_t {
    named,     // 本年收入合计
    every,     // *: the identity holds on every row
    code,      // #301
    codes,     // Σ#30??: the sum of the rows with such codes
    numbered,  // Σ一、: the sum of the rows numbered 一、二、三、…
  };
  Rows rows = Rows::named;
  std::int8_t sign = 1;
  std::string form;    // 《支出决算表》: the row is another form's; "": this one's
  std::string side;    // 收入:总计 — the block or section with that heading; "": any
  std::string row;     // name, code, or code pattern
  std::string column;  // "" the only one, or every one
};

enum class FormRelation : std::uint8_t { sum, quotient, at_most };

// stated = Σ ± terms, stated = a ÷ b, or stated ≤ term.
struct FormIdentity {
  std::string text;  // as the library writes it
  FormRelation relation = FormRelation::sum;
  FormOperand stated;
  std::vector<FormOperand> terms;
};

struct StandardForm : Entry {
  std::vector<std::string> without;                     // words that its title does not hold
  std::vector<std::vector<std::string>> headers;        // of each list one must be a column's header
  std::vector<std::vector<std::string>> rows, columns;  // spellings of a name that identities use; the first is that name
  std::vector<std::string> written;                     // identities as written: "收入:总计 = 支出:总计"
  std::vector<FormIdentity> identities;                 // the same, read; a chain a = b = c is two
};

// Reads one written identity; nullopt and `reason` where it is none.
std::optional<std::vector<FormIdentity>> read_identity(std::string_view text, std::string& reason);

// Does a table's title name the form? Blanks, the year and what stands in front of the name do not matter: only the words of `without` do.
bool names_form(const StandardForm& form, std::string_view title);

}  // namespace gouji::patterns
