// Department: the hidden books of one office for one year, balanced to the 元: every identity of the standard forms holds in them, so
// what a report prints of them holds up to rounding. Amounts are quantities (ids) of the writer that made them.
#pragma once

#include <map>
#include <string>
#include <vector>

#include "generate/writer.h"

namespace gouji::generate {

struct FunctionCode {
  std::string code, class_name, group_name, name;  // 2130305, 农林水支出, 水利, 水利工程建设
};

// One amount by functional class: of each item, group (5 digits), class (3 digits) and in total ("").
struct ByFunction {
  std::string name;
  std::map<std::string, int> ids;
  int of(const std::string& code) const { return ids.at(code); }
  int total() const { return ids.at(""); }
};

struct Economic {
  std::string code, name;
  int id = -1;
};

struct ThreeExpenses {  // “三公”经费
  int total = -1, abroad = -1, vehicles = -1, purchase = -1, running = -1, reception = -1;
};

struct Department {
  std::string county, office, name;
  int year = 0;
  bool administrative = true;
  std::vector<FunctionCode> codes;  // in order
  ByFunction spent, basic, project;
  ByFunction general, general_basic, general_project, general_budget;
  ByFunction income, grants, superior, business, operating, attached, other;
  ByFunction carried, means;  // what is carried over into the year, and that with the income: all that can be spent
  ByFunction fund_begin, fund_income, fund_spent, fund_end, capital;
  // Of the whole: what was carried over, and what balances it.
  int general_income = -1, capital_income = -1, surplus_used = -1, distributed = -1, begin = -1, end = -1, grand_total = -1;
  int grant_begin = -1, grant_begin_general = -1, grant_begin_fund = -1, grant_end = -1, grant_end_general = -1, grant_end_fund = -1;
  int grant_total = -1, grant_total_general = -1, grant_total_fund = -1, grant_total_capital = -1;
  int grant_income = -1, grant_spent = -1;
  std::vector<Economic> economics;  // 3-digit classes, each before its 5-digit items; without those that are 0
  int people = -1, running_costs = -1;
  ThreeExpenses three_budget, three_final, three_prior;
  int procurement = -1, goods = -1, works = -1, services = -1;
  int prior_total = -1, prior_general = -1, prior_running_costs = -1;
  int posts = -1, posts_administrative = -1, posts_institution = -1, staff = -1, staff_administrative = -1, staff_institution = -1, retired = -1;
};

Department make_department(Writer& writer, const std::string& basis);

// Quantities made of others: a ratio of two, the difference of two (named as a change), a sum.
int ratio_of(Writer& writer, const std::string& name, int numerator, int denominator);
int difference_of(Writer& writer, const std::string& name, int present, int former);
int change_rate_of(Writer& writer, const std::string& name, int present, int former);  // former must not be 0
int sum_of(Writer& writer, const std::string& name, const std::vector<int>& parts);

}  // namespace gouji::generate
