#include "extractor/section_context.h"

#include "extractor/character_filter.h"
#include "extractor/characters.h"
#include "extractor/facts.h"
#include "extractor/lead.h"
#include "model/words.h"

namespace gouji::extractor {
namespace {

Basis basis_of(std::string_view title, const CharacterFilter& filter) {
  const bool final_accounts = filter.holds(title, "决算");
  const bool executed = filter.holds_any(title, words<"执行 完成情况 使用情况 支出情况 使用和管理 落实情况">);
  const bool planned =
      filter.holds_any(title, words<"预算草案 预算（草案） 预算安排 预算编制 收支预算 预算总体 预算情况说明 部门预算情况 单位预算情况 预算目标">) ||
      (title.ends_with("预算情况") && !final_accounts);
  if (filter.holds_any(title, words<"预决算 预、决算">)) return Basis::none;
  if (final_accounts) return Basis::final_accounts;
  if (planned && !executed) return Basis::budget;
  if (executed && filter.holds_any(title, words<"预算执行 执行情况">)) return planned ? Basis::none : Basis::executed;
  return Basis::none;
}

// A heading that names one indicator: short, and none of the words by which chapters are named.
std::string_view indicator_name(std::string_view title, const CharacterFilter& filter) {
  std::string_view name = trim(title);
  while (drop_suffix(name, words<"。 ： : ． .">)) {
  }
  // …（类）…（款）…（项）: a subject of 政府收支分类科目, whatever words it is made of.
  constexpr std::size_t longest_subject = 90;
  if (ends_with_any(name, words<"（项） （款） （类） (项) (款) (类)">) && length_in_characters(name) <= longest_subject) return name;
  if (length_in_characters(name) > 40 ||
      filter.holds_any(name, words<"情况 说明 概况 问题 措施 职责 设置 分析 评价 目标 附件 其他 原则 要求 思路 规模 方向 内容 范围 管理 工作">) ||
      ends_with_any(name, words<"预算 决算 执行 报告 草案">))
    return {};
  return name;
}

}  // namespace

SectionContext read_heading(std::string_view title, const patterns::Library& library, NamePool& names) {
  SectionContext out;
  const CharacterFilter filter(title);
  out.period.year = static_cast<std::int16_t>(first_year(title));
  out.basis = basis_of(title, filter);
  out.target = filter.holds_any(title, words<"绩效目标设 目标设定 预期目标 主要目标 目标任务">) && !filter.holds(title, "完成");
  out.name = names.intern(indicator_name(title, filter));
  for (std::size_t at = 0; at < title.size(); at += character_length(title, at)) {
    const std::string_view rest = title.substr(at);
    if (out.fund == Fund::none)
      if (const auto hit = library.funds().prefix(rest)) out.fund = hit.entry->fund;
    if (out.scope.empty())
      if (const auto hit = library.scopes().prefix(rest); hit && rest.substr(0, hit.length) != "地方")  // 地方财政预算 is no area
        out.scope = names.intern(rest.substr(0, hit.length));
  }
  return out;
}

std::vector<SectionContext> section_contexts(const Document& document, const ReportFacts& facts, const patterns::Library& library, NamePool& names) {
  std::vector<SectionContext> out;
  out.reserve(document.sections.size());
  for (const Section& section : document.sections) {
    SectionContext own = read_heading(document.view(section.title), library, names);
    if (section.parent != no_id && section.parent < out.size()) {
      const SectionContext& parent = out[section.parent];
      const bool both_scopes = contains(document.view(section.title), "及");  // 全市及市级: no one scope
      if (both_scopes) own.scope = {};
      if (!own.period.known()) own.period = parent.period;
      if (own.basis == Basis::none && own.period == parent.period) own.basis = parent.basis;
      if (own.fund == Fund::none) own.fund = parent.fund;
      if (own.scope.empty() && !both_scopes) own.scope = parent.scope;
      own.target = own.target || parent.target;
    }
    if (own.period.known() && own.period.year > facts.period.year && facts.period.known() && own.basis == Basis::none) own.basis = Basis::budget;
    out.push_back(own);
  }
  return out;
}

}  // namespace gouji::extractor
