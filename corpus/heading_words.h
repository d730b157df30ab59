// What the headings of a printed form look like, as far as a reader needs it that knows no patterns: which printed lines are headings
// (预算数 执行数 分值 得分), which name what is filled in (项目名称), which open a form's goals (预期目标, 实际完成情况).
//
// Source: the 绩效自评表, 绩效评价基础数据表 and 项目支出绩效自评表 of the 财政部 and of provinces. What a heading means is said by
// patterns/data/columns.toml, not here.
#pragma once

#include <cstdint>
#include <string_view>

namespace gouji::corpus {

// Without the brackets behind it: 部门资金（万元）.
std::string_view without_bracket(std::string_view text);

// `text`: a cell's content without white space. 2023年预算数, 实际规模（㎡）, 三级指标; not 数量指标 beside a number: lines are judged whole.
bool is_heading_word(std::string_view text);

// 指标值, 完成值, 分值, 得分: headings that only a table of indicators has.
bool is_indicator_heading(std::string_view text);

// 预期目标, 实际完成情况, 偏差原因, 改进措施: headings over sentences.
bool heads_sentences(std::string_view text);

// 年初预算数, 决算数, 金额: headings over numbers.
bool names_amounts(std::string_view text);

// 事业收入, 项目支出, 一般公共预算, 公务接待费: what heads a column of a form, or a row of it; a line of nothing else is a header.
bool is_column_heading(std::string_view text);

// What a heading of a table stands over by its name alone: 科目编码, 合计, 公务接待费 over one column; 本年收入, 单位资金,
// 功能分类科目, 2024年预算数 over several.
enum class HeadsColumns : std::uint8_t { any, one, several };
HeadsColumns heads_columns(std::string_view text);

// 项目名称, 主管部门, 实施单位: what stands beside it was filled in.
bool is_form_label(std::string_view text);

// 2023年度部门整体支出绩效自评表: the title of a form, whatever stands above it.
bool names_form(std::string_view text);

// 填报单位（盖章）：…, （2023年度）: a line above a form.
bool precedes_form(std::string_view text);

// 填表人：…, 说明：…, 注：: no row of the table any more.
bool follows_form(std::string_view text);

}  // namespace gouji::corpus
