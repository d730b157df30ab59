#include "corpus/heading_words.h"

#include <algorithm>
#include <array>

#include "corpus/characters.h"

namespace gouji::corpus {
namespace {

template <std::size_t size>
using Words = std::array<std::string_view, size>;

constexpr Words<21> whole{"项目", "科目", "指标", "内容", "数量", "单价", "类别",     "权重",     "预算",     "决算",    "执行",
                          "目标", "栏次", "行次", "序号", "名称", "单位", "指标性质", "指标方向", "计量单位", "度量单位"};

constexpr Words<49> endings{"指标",     "指标值", "目标值", "完成值", "实际值", "预算数", "决算数", "执行数",   "支出数", "分值",
                            "得分",     "评分",   "自评分", "标准分", "执行率", "完成率", "控制率", "增长率",   "比率",   "占比",
                            "比重",     "金额",   "资金",   "规模",   "投资",   "人数",   "编制数", "科目名称", "编码",   "原因",
                            "原因分析", "措施",   "备注",   "说明",   "标准",   "要点",   "情况",   "依据",     "完成数", "预算额",
                            "执行额",   "权重",   "计划数", "增减额", "增减率", "的%",    "的％",   "±%",       "增减%"};

constexpr Words<7> indicator_endings{"指标值", "目标值", "完成值", "实际值", "分值", "得分", "权重"};

constexpr Words<7> amount_endings{"预算数", "决算数", "执行数", "支出数", "金额", "预算额", "执行额"};

constexpr Words<17> over_one{"合计",   "小计",     "总计",   "金额", "编码", "代码",   "名称",   "备注", "行次",
                             "接待费", "（境）费", "(境)费", "结转", "结余", "执行数", "增减额", "序号"};
constexpr Words<10> over_several{"分类科目",         "本年收入", "本年支出", "单位资金", "购置及运行费",
                                 "购置及运行维护费", "年预算数", "年决算数", "基本支出", "事业收入"};

constexpr Words<13> money_endings{"收入", "支出", "预算", "拨款", "经费", "费用", "费", "合计", "小计", "总计", "限额", "债务", "补助"};

constexpr Words<12> sentence_endings{"目标", "完成情况", "实现情况", "原因", "原因分析", "措施", "说明", "标准", "细则", "依据", "内容", "要点"};

constexpr Words<26> form_labels{"项目名称", "支出名称", "单位名称", "部门名称", "主管部门", "实施单位", "实施部门", "预算部门", "预算单位",
                                "填报单位", "项目单位", "使用单位", "负责人",   "联系人",   "联系电话", "电话",     "项目类别", "项目属性",
                                "项目性质", "项目类型", "项目期限", "起止时间", "填报日期", "填报人",   "资金用途", "项目编码"};

constexpr Words<13> followers{"填表人", "填报人", "制表人", "审核人", "单位负责人", "负责人签字", "填报日期",
                              "说明：", "说明:",  "备注：", "注：",   "注:",        "联系电话："};

constexpr Words<8> leaders{"填报单位", "填报部门", "填表单位", "编制单位", "填报时间", "填报日期", "部门名称", "单位名称"};

constexpr Words<6> form_names{"自评表", "基础数据表", "评价表", "评分表", "目标表", "申报表"};

template <std::size_t size>
bool ends_with_any(std::string_view text, const Words<size>& words) {
  return std::any_of(words.begin(), words.end(), [&](std::string_view word) { return text.ends_with(word); });
}

constexpr std::size_t longest = 14 * 3;  // bytes of a heading

}  // namespace

std::string_view without_bracket(std::string_view text) {
  if (!text.ends_with("）") && !text.ends_with(")")) return text;
  const std::size_t open = std::min(text.rfind("（"), text.rfind('('));
  return open == std::string_view::npos || open == 0 ? text : text.substr(0, open);
}

bool is_heading_word(std::string_view text) {
  const std::string_view words = without_bracket(text);
  if (words.size() > longest || words.size() < 6) return false;
  return std::find(whole.begin(), whole.end(), words) != whole.end() || ends_with_any(words, endings);
}

bool is_indicator_heading(std::string_view text) {
  const std::string_view words = without_bracket(text);
  return words.size() <= longest && ends_with_any(words, indicator_endings);
}

bool heads_sentences(std::string_view text) {
  const std::string_view words = without_bracket(text);
  return words.size() <= longest && ends_with_any(words, sentence_endings);
}

bool names_amounts(std::string_view text) {
  const std::string_view words = without_bracket(text);
  return words.size() <= longest && ends_with_any(words, amount_endings);
}

bool is_column_heading(std::string_view text) {
  const std::string_view words = without_bracket(text);
  if (words.size() < 6 || words.size() > longest) return false;
  return is_heading_word(text) || ends_with_any(words, money_endings) || ends_with_any(words, over_one);
}

HeadsColumns heads_columns(std::string_view text) {
  if (text.size() > 2 * longest) return HeadsColumns::any;
  if (ends_with_any(text, over_several) || text.find("执行数比") != std::string_view::npos) return HeadsColumns::several;
  return ends_with_any(text, over_one) ? HeadsColumns::one : HeadsColumns::any;
}

bool is_form_label(std::string_view text) {
  std::string_view words = without_bracket(text);
  for (const std::string_view colon : {"：", ":"})
    if (words.ends_with(colon)) words.remove_suffix(colon.size());
  return words.size() <= longest && ends_with_any(words, form_labels);
}

bool names_form(std::string_view text) {
  static constexpr std::size_t shortest = 8 * 3, longest_name = 40 * 3;
  const std::string_view words = without_bracket(text);
  return words.size() >= shortest && words.size() <= longest_name && ends_with_any(words, form_names);
}

bool precedes_form(std::string_view text) {
  if (text.starts_with("（") || text.starts_with('(')) return text.ends_with("年度）") || text.ends_with("年度)") || text.ends_with("年）");
  const bool colon = text.find("：") != std::string_view::npos || text.find(':') != std::string_view::npos;
  return colon && std::any_of(leaders.begin(), leaders.end(), [&](std::string_view word) { return text.starts_with(word); });
}

bool follows_form(std::string_view text) {
  return std::any_of(followers.begin(), followers.end(), [&](std::string_view word) { return text.starts_with(word); });
}

}  // namespace gouji::corpus
