// The nine forms of 部门决算 and their counterparts in 部门预算, printed from a department's books, with the relations that their rows,
// columns and codes state.
#pragma once

#include "generate/department.h"

namespace gouji::generate {

struct FormOptions {
  bool budget = false;  // wording of 部门预算, not of 部门决算
  bool line_numbers = false;
};

void income_and_spending(Writer& writer, const Department& d, const FormOptions& options);      // 收入支出决算总表
void income_by_function(Writer& writer, const Department& d, const FormOptions& options);       // 收入决算表
void spending_by_function(Writer& writer, const Department& d, const FormOptions& options);     // 支出决算表
void grants_in_and_out(Writer& writer, const Department& d, const FormOptions& options);        // 财政拨款收入支出决算总表
void general_by_function(Writer& writer, const Department& d, const FormOptions& options);      // 一般公共预算财政拨款支出决算表
void basic_by_economic_class(Writer& writer, const Department& d, const FormOptions& options);  // …基本支出决算明细表
void three_expenses_form(Writer& writer, const Department& d, const FormOptions& options);      // “三公”
void funds_form(Writer& writer, const Department& d, const FormOptions& options);               // 政府性基金
void capital_form(Writer& writer, const Department& d, const FormOptions& options);             // 国有资本经营

}  // namespace gouji::generate
