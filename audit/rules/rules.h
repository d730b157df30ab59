// The rules of prose: each reads the relations of one kind and drafts the checks that they bring. One file each; a new rule
// is one new file, one line here and one line in rules.cpp.
//
// A rule never looks whether a relation holds, except to choose between two operands that syntax allows.
#pragma once

#include <vector>

#include "audit/draft.h"
#include "audit/figure_index.h"
#include "audit/panel_index.h"
#include "model/document.h"
#include "model/extraction.h"
#include "patterns/library.h"

namespace gouji::audit {

struct Context {
  const Document& document;
  const Extraction& extraction;
  const patterns::Library& library;
  const FigureIndex& index;
  const PanelIndex& panels;
};

using Drafts = std::vector<Draft>;

void breakdown_rule(const Context& context, Drafts& drafts);    // 其中, 包括, 构成是: total = Σ parts; people too
void share_rule(const Context& context, Drafts& drafts);        // 占…的x%
void whole_rule(const Context& context, Drafts& drafts);        // shares of one whole to 100%, and their numerators to the whole
void difference_rule(const Context& context, Drafts& drafts);   // 较…增加 x: against the base; 节约, 结余
void change_rule(const Context& context, Drafts& drafts);       // 增长 x%: from the increase, or from a base
void change_sum_rule(const Context& context, Drafts& drafts);   // the change of a whole and those of its parts
void completion_rule(const Context& context, Drafts& drafts);   // 完成预算的x%
void surplus_rule(const Context& context, Drafts& drafts);      // 收入a，支出b，当年收支结余c
void balance_rule(const Context& context, Drafts& drafts);      // 收入加…减…，总计
void formula_rule(const Context& context, Drafts& drafts);      // 98人/110人*100%=
void equality_rule(const Context& context, Drafts& drafts);     // 收支平衡
void product_rule(const Context& context, Drafts& drafts);      // 7人，人均193元
void identity_rule(const Context& context, Drafts& drafts);     // 净资产 = 资产 − 负债, 使用率 = 在用 ÷ 原值
void attainment_rule(const Context& context, Drafts& drafts);   // targets and what was done, “三公” budgets and what was spent
void same_figure_rule(const Context& context, Drafts& drafts);  // the same figure stated twice
void unit_rule(const Context& context, Drafts& drafts);         // 16158元 where all else is 万元

// Rules of tables: each reads the panels.
void footing_rule(const Context& context, Drafts& drafts);         // a row and the rows that it totals; 类 = Σ款 = Σ项
void cross_footing_rule(const Context& context, Drafts& drafts);   // a column and the columns that it totals
void score_rule(const Context& context, Drafts& drafts);           // 总分 = Σ得分, a group's weight = Σ分值, 得分 ≤ 分值
void score_criteria_rule(const Context& context, Drafts& drafts);  // the scores of 评分标准 and the weight that they are of
void target_rule(const Context& context, Drafts& drafts);          // 指标值 and 完成值; 控制率 and 执行率 beside what they come from
void cost_indicator_rule(const Context& context, Drafts& drafts);  // 成本指标 and the funds of the same form
void table_tie_rule(const Context& context, Drafts& drafts);       // a figure of a table stated elsewhere too
void forms_rule(const Context& context, Drafts& drafts);           // the identities of the standard forms

// Every rule, in the order in which checks are listed.
void run_rules(const Context& context, Drafts& drafts);

}  // namespace gouji::audit
