// Changes in a lead: 增长, 较预算增加, 超目标任务; and what they are against.
#include <algorithm>

#include "extractor/characters.h"
#include "extractor/lead_state.h"
#include "model/words.h"

namespace gouji::extractor {

// 超目标任务, 质量高于全国平均水平, 决算数大于预算数: `v` compares two things, and the number is by how much.
void LeadParser::difference(State& s, std::string_view v) const {
  const std::string_view all = v;
  std::string_view before;
  bool above = false;
  for (const std::string_view word : words<"超出 超过 高于 高出 大于 多于 低于 小于 少于 超">) {
    const std::size_t at = s.filter.find(v, word);
    if (at == std::string_view::npos || (word == "超" && at > 0)) continue;  // 超 begins other words, too
    above = !words<"低于 小于 少于">.has(word);
    before = v.substr(0, at);
    v.remove_prefix(at + word.size());
    break;
  }
  if (v.size() == all.size()) return;
  const auto plan = library_.bases().exact(v);
  const bool settled = plan && (before.empty() || library_.bases().suffix(before));  // 决算数大于预算数
  if (!settled && !contains_any(v, words<"目标 任务 计划 预期 平均 上年 全国 全省 进度 时序">)) return;
  s.lead.direction = above ? Direction::increase : Direction::decrease;
  s.lead.aspect = s.kind == Kind::ratio ? Aspect::change_rate : Aspect::change;
  s.lead.versus = settled && plan.entry->basis == Basis::budget_initial     ? Versus::budget_initial
                  : settled                                                 ? Versus::budget
                  : contains_any(v, words<"目标 任务 计划 预期 进度 时序">) ? Versus::target
                  : contains_any(v, words<"上年 去年">)                     ? Versus::prior_year
                                                                            : Versus::none;
  s.lead.of_others = s.lead.versus == Versus::none;
  s.lead.versus_text = names_.intern(restored(all.substr(before.size()), s.clause));
  s.rest = before;
  if (const auto of = library_.bases().suffix(s.rest); settled && of) s.rest.remove_suffix(of.length);
}

// 两年平均, 近三年年均: a rate of several years together.
bool drop_average_of_years(std::string_view& v) {
  std::string_view before = v;
  if (!drop_suffix(before, words<"年平均 年年均 年均">) || !drop_suffix(before, words<"两 三 四 五 十">)) return false;
  drop_suffix(before, words<"近 这 前 过去">);
  v = before;
  return true;
}

// 增长, 同比下降, 较预算增加, 增幅 … A change to a level ("提高到80%") is a level.
void LeadParser::change(State& s) const {
  if (s.lead.aspect != Aspect::level) return;
  std::string_view v = s.rest;
  bool to_level = false;
  while (drop_suffix(v, words<"了 率 额 幅度 速度">)) {
  }
  if (v.ends_with("新增")) return;  // 新增12家 are what came, not by how much
  if (drop_suffix(v, words<"到 至">)) to_level = true;
  if (v.ends_with("）") || v.ends_with(")")) {  // 增长（降低）
    const std::size_t open = std::max(v.rfind("（") + 1, v.rfind("(") + 1);
    if (open > 0 &&
        library_.changes().exact(v.substr(v.substr(open - 1).starts_with("（") ? open + 2 : open, v.size() - open - (v.ends_with("）") ? 5 : 1))))
      v = v.substr(0, open - 1);
  }
  auto hit = library_.changes().suffix(v);
  if (!hit && s.kind != Kind::ratio) {  // 节约预算0.5万元
    const std::size_t against = library_.bases().suffix(v).length;
    if (against > 0) hit = library_.changes().suffix(v.substr(0, v.size() - against));
    if (hit) {
      s.lead.versus = Versus::budget;
      v.remove_suffix(against);
    }
  }
  if (!hit) return difference(s, v);
  const std::string_view word = v.substr(v.size() - hit.length);
  v.remove_suffix(hit.length);
  if (to_level) {
    s.lead.to = true;
    s.rest = v;
    return;
  }
  while (drop_suffix(v, words<"/ ／">)) v.remove_suffix(library_.changes().suffix(v).length);  // 增加/减少0万元
  s.lead.direction = hit.entry->direction;
  s.lead.average = word.starts_with("年均") || drop_average_of_years(v);
  s.lead.aspect = s.kind == Kind::ratio ? Aspect::change_rate : Aspect::change;
  while (true) {
    v = trim_right(v);
    const std::size_t known = library_.indicators().suffix(v).length;
    const std::size_t footing = not_comparable_.suffix(v).length;
    const std::size_t length = std::max({footing, adverbs_.suffix(v).length, copulas_.suffix(v).length});
    if (length == 0 || length < known) break;
    if (ends(v, "投入") && length < v.size()) break;  // 研发投入增长: what grows is the input
    if (footing == length) s.lead.not_comparable = true;
    if (ends(v, "分别")) s.lead.respectively = true;
    if (ends_with_any(v, words<"年均 平均每年 年平均 每年">)) s.lead.average = true;
    if (ends(v, "同比") && s.lead.versus == Versus::none) {
      s.lead.versus = Versus::prior_year;
      s.lead.versus_text = names_.intern("同比");
    }
    v.remove_suffix(length);
  }
  if (!ends_with_any(v, words<"自各">)) drop_suffix(v, words<"各">);  // 收、支总计各增加
  if (words<"人 户">.has(v)) v = {};                                  // 人均增加1680元: of what the sentence is about
  // 减去全市短收（5亿元）: with nothing but an area before it, the shortfall is what is stated.
  const bool named = words<"短收 超收 减收 增收 超支 节支 减支 增支">.has(word) && library_.scopes().exact(v);
  s.rest = named ? std::string_view(v.data(), static_cast<std::size_t>(word.data() + word.size() - v.data())) : v;
}

// 比上年, 较年初预算, 与2023年度相比: cut off with everything behind it.
void LeadParser::versus(State& s) const {
  if (!s.filter.meets(versus_beginnings_)) return;  // most leads compare nothing
  constexpr std::size_t longest = 120;              // bytes of a comparison
  const std::string_view v = s.rest;
  const std::size_t floor = v.size() > longest ? v.size() - longest : 0;
  for (std::size_t end = v.size(); end > floor;) {
    const std::size_t at = character_before(v, end);
    end = at;
    const std::string_view from = v.substr(at);
    if (static_cast<unsigned char>(from[0]) < 0x80) continue;
    const auto hit = library_.versus().prefix(from);
    bool found = static_cast<bool>(hit);
    Versus versus = found ? hit.entry->versus : Versus::none;
    if (!found && starts_with_any(from, words<"比 较 与 同 和">)) {
      const std::string_view base = from.substr(character_length(from, 0));
      const bool dated = !base.empty() && (is_placeholder(base[0]) || base.starts_with("“"));
      const bool named = contains_any(base, words<"预算 计划 目标 任务 上年 去年 同期 年初 上期 上月">);
      const bool compared = ends_with_any(base, words<"相比 比较 比 相较">);
      const bool bare = s.lead.direction != Direction::none && words<"上年 上年度 去年 上年同期 去年同期">.has(base);  // 与上年下降7%
      found = starts_with_any(from, words<"比 较">) ? dated || named : bare || (compared && (dated || named));
    }
    if (!found || (from.starts_with("年均") && s.lead.direction == Direction::none)) continue;  // 年均节约利息支出: nothing is compared
    s.lead.versus_text = names_.intern(restored(from, s.clause));
    for (const char c : from)
      if (is_placeholder(c) && !s.lead.versus_period.known()) s.lead.versus_period = s.clause.periods[static_cast<std::size_t>(c) - 1];
    if (versus == Versus::none) {
      versus = contains_any(from, words<"年初预算">)         ? Versus::budget_initial
               : contains_any(from, words<"目标 计划 任务">) ? Versus::target
               : contains(from, "预算")                      ? (s.lead.versus_period.known() ? Versus::prior_year_budget : Versus::budget)
               : contains_any(from, words<"时期 “">) || s.lead.versus_period.to_year != 0 ? Versus::prior_period
               : contains_any(from, words<"年初 年末 末 底">)                             ? Versus::base_date
                                                                                          : Versus::prior_year;
    }
    if (s.lead.versus == Versus::none) s.lead.versus = versus;
    s.rest = v.substr(0, at);
    return;
  }
}

}  // namespace gouji::extractor
