// Grammars: one for each kind of report. Structure (which sections, tables, breakdowns, how deep) and wording are drawn at random.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "generate/department.h"
#include "generate/report.h"
#include "generate/writer.h"

namespace gouji::generate {

void final_accounts(Random& random, Report& report);     // 部门决算
void department_budget(Random& random, Report& report);  // 部门预算
void self_evaluation(Random& random, Report& report);    // 绩效自评报告
void budget_execution(Random& random, Report& report);   // 财政预算执行情况和预算草案的报告
void government_budget(Random& random, Report& report);  // 政府预算公开
void work_report(Random& random, Report& report);        // 政府工作报告
void bulletin(Random& random, Report& report);           // 统计公报

// The kinds as the records name them: self_evaluation, final_accounts, budget, budget_execution, work_report, bulletin; and government_budget,
// which they call budget.
const std::vector<std::string>& report_kinds();

// The clean report of this kind and seed. Every relation in it holds.
Report make_report(const std::string& kind, std::uint64_t seed);

// Sentences that several kinds share. Each writes a whole paragraph, or part of one that the caller ends.
void say_three_expenses(Writer& writer, const Department& d);
void say_procurement(Writer& writer, const Department& d);
void say_staff(Writer& writer, const Department& d);
void say_basic_spending(Writer& writer, const Department& d);
void say_running_costs(Writer& writer, const Department& d);
// Tables of a self-evaluation; score_tables returns the quantity of the total score.
void base_data_table(Writer& writer, const Department& d);
int score_tables(Writer& writer, const Department& d);
void filler(Writer& writer, unsigned percent);  // a paragraph without figures, or none

}  // namespace gouji::generate
