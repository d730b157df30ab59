#include "extractor/lead.h"

#include <algorithm>
#include <array>

#include "extractor/character_filter.h"
#include "extractor/characters.h"

namespace gouji::extractor {
namespace {

bool is_placeholder(char c) { return c >= 0x01 && c <= 0x08; }

std::string without_placeholders(std::string_view text) {
  std::string out;
  for (const char c : text)
    if (!is_placeholder(c)) out.push_back(c);
  return out;
}

std::string restored(std::string_view text, const CleanClause& clause) {
  std::string out;
  for (const char c : text) {
    if (is_placeholder(c)) {
      out += clause.period_texts[static_cast<std::size_t>(c) - 1];
    } else {
      out.push_back(c);
    }
  }
  return out;
}

// A plan, budget or target: a share of it is a completion.
bool is_plan(std::string_view of) {
  if (ends_with_any(of, {"预算收入", "预算支出", "预算总收入", "预算总支出"})) return false;
  return ends_with_any(of, {"预算", "预算数", "预算的", "计划", "目标", "任务", "计划数", "目标任务", "目标值", "指标", "预期", "年初数", "进度"});
}

constexpr std::string_view particle = "的";

}  // namespace

struct LeadParser::State {
  const CleanClause& clause;
  Kind kind = Kind::other;
  std::string_view rest;   // what has not been understood yet; a view of clause.text
  CharacterFilter filter;  // of clause.text
  Lead lead;
};

LeadParser::LeadParser(const patterns::Library& library)
    : library_(library),
      of_which_(library.markers("of_which")),
      consists_(library.markers("consists")),
      open_(library.markers("open")),
      plus_(library.markers("plus")),
      minus_(library.markers("minus")),
      own_entity_(library.markers("own_entity")),
      openers_(library.markers("opener")),
      copulas_(library.markers("copula")),
      respectively_(library.markers("respectively")),
      adverbs_(library.markers("adverb")),
      not_comparable_(library.markers("not_comparable")) {}

// 其中, 包括, 一是, 主要 … before the name. A word that begins a known indicator is no opener (其他收入, 本年收入合计).
void LeadParser::openers(State& s) const {
  while (!s.rest.empty()) {
    s.rest = trim_left(s.rest);
    const auto take = [&](Words words) {
      const auto hit = words.prefix(s.rest);
      if (!hit || hit.length == 0) return false;
      if (hit.length < std::max(library_.indicators().prefix(s.rest).length, library_.changes().prefix(s.rest).length)) return false;  // 减收 is no minus
      s.rest.remove_prefix(hit.length);
      return true;
    };
    if (take(of_which_)) {
      s.lead.of_which = true;
    } else if (take(plus_)) {
      s.lead.sign = 1;
    } else if (take(minus_)) {
      s.lead.sign = -1;
    } else if (consists_.prefix(s.rest).length < s.rest.size() && take(consists_)) {
      s.lead.consists = true;
    } else if (take(own_entity_)) {
      s.lead.own_entity = true;
    } else if (open_.prefix(s.rest).length < s.rest.size() && take(open_)) {
      s.lead.open = true;
    } else if (!take(openers_) && !drop_prefix(s.rest, {"，", "、", "；", "：", ":", "．", ".", "/", "÷", "*", "×", "+", "＋", "=", "＝", "＞", "≥", ">", "<", "≤", "＜", "－"})) {
      return;
    }
  }
}

// "一般公共预算收入加上上级补助": what is added to is named once more.
void LeadParser::addition(State& s) const {
  constexpr std::string_view plus = "加上";
  const std::size_t at = s.filter.find(s.rest, plus);
  if (at == std::string_view::npos || at + plus.size() >= s.rest.size()) return;
  s.lead.sign = 1;
  s.rest.remove_prefix(at + plus.size());
}

// 为, 达到, 完成, 分别为 … between the name and its number.
void LeadParser::copulas(State& s) const {
  while (!s.rest.empty()) {
    s.rest = trim_right(s.rest);
    if (drop_suffix(s.rest, {"：", ":", "，", ",", "、", "“", "=", "＝"})) continue;
    const std::size_t pairing = respectively_.suffix(s.rest).length;
    const std::size_t length = std::max(pairing, copulas_.suffix(s.rest).length);
    if (length == 0 || length < std::max(library_.indicators().suffix(s.rest).length, library_.changes().suffix(s.rest).length)) return;
    s.lead.respectively = s.lead.respectively || pairing == length;
    s.rest.remove_suffix(length);
  }
}

void LeadParser::share_or_completion(State& s) const {
  if (s.kind != Kind::ratio) return;
  std::string_view v = s.rest;
  drop_suffix(v, {particle});
  const bool ratio_noun = drop_suffix(v, {"的比重", "的比例", "的百分比", "的份额", "的比率", "比重", "比例", "百分比"});
  const std::size_t at = v.rfind("占");
  if (at != std::string_view::npos) {
    std::string_view of = v.substr(at + std::string_view("占").size());
    if (of == "比" || of.starts_with("比")) of = {};
    s.lead.of = without_placeholders(of);
    s.lead.aspect = is_plan(of) ? Aspect::completion : Aspect::share;
    s.rest = v.substr(0, at);
    return;
  }
  if (ratio_noun) return;
  for (const std::string_view verb : {"完成", "为", "达到", "达", "相当于", "是"}) {
    const std::size_t begin = v.rfind(verb);
    if (begin == std::string_view::npos || begin + verb.size() >= v.size()) continue;
    const std::string_view of = v.substr(begin + verb.size());
    if (!is_plan(of)) continue;
    s.lead.of = without_placeholders(of);
    s.lead.aspect = Aspect::completion;
    s.rest = v.substr(0, begin);
    return;
  }
  if (ends_with_any(v, {"执行率", "完成率", "预算执行进度", "支付进度"})) s.lead.aspect = Aspect::completion;
}

// 增长, 同比下降, 较预算增加, 增幅 … A change to a level ("提高到80%") is a level.
void LeadParser::change(State& s) const {
  if (s.lead.aspect != Aspect::level) return;
  std::string_view v = s.rest;
  bool to_level = false;
  while (drop_suffix(v, {"了", "率", "额", "幅度", "速度"})) {}
  if (drop_suffix(v, {"到", "至"})) to_level = true;
  if (v.ends_with("）") || v.ends_with(")")) {  // 增长（降低）
    const std::size_t open = std::max(v.rfind("（") + 1, v.rfind("(") + 1);
    if (open > 0 && library_.changes().exact(v.substr(v.substr(open - 1).starts_with("（") ? open + 2 : open, v.size() - open - (v.ends_with("）") ? 5 : 1)))) v = v.substr(0, open - 1);
  }
  auto hit = library_.changes().suffix(v);
  if (!hit && s.kind != Kind::ratio) {  // 节约预算0.5万元
    const auto against = library_.bases().suffix(v);
    if (!against || against.length == v.size()) return;
    hit = library_.changes().suffix(v.substr(0, v.size() - against.length));
    if (!hit) return;
    s.lead.versus = Versus::budget;
    v.remove_suffix(against.length);
  }
  if (!hit) {
    // 超目标任务0.8个百分点, 高于全国平均水平2个百分点
    const bool above = drop_prefix(v, {"超出", "超过", "超", "高于", "高出"});
    if ((!above && !drop_prefix(v, {"低于"})) || !contains_any(v, {"目标", "任务", "计划", "预期", "平均", "上年", "全国", "全省"})) return;
    s.lead.direction = above ? Direction::increase : Direction::decrease;
    s.lead.aspect = s.kind == Kind::ratio ? Aspect::change_rate : Aspect::change;
    s.lead.versus = contains_any(v, {"目标", "任务", "计划", "预期"}) ? Versus::target : Versus::prior_year;
    s.lead.versus_text = restored(s.rest, s.clause);
    s.rest = {};
    return;
  }
  v.remove_suffix(hit.length);
  if (to_level) {
    s.lead.to = true;
    s.rest = v;
    return;
  }
  s.lead.direction = hit.entry->direction;
  s.lead.aspect = s.kind == Kind::ratio ? Aspect::change_rate : Aspect::change;
  while (true) {
    v = trim_right(v);
    const std::size_t known = library_.indicators().suffix(v).length;
    const std::size_t footing = not_comparable_.suffix(v).length;
    const std::size_t length = std::max({footing, adverbs_.suffix(v).length, copulas_.suffix(v).length});
    if (length == 0 || length < known) break;
    if (footing == length) s.lead.not_comparable = true;
    if (ends(v, "同比") && s.lead.versus == Versus::none) {
      s.lead.versus = Versus::prior_year;
      s.lead.versus_text = "同比";
    }
    v.remove_suffix(length);
  }
  s.rest = v;
}

// 比上年, 较年初预算, 与2023年度相比: cut off with everything behind it.
void LeadParser::versus(State& s) const {
  constexpr std::size_t longest = 120;  // bytes of a comparison
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
    if (!found && starts_with_any(from, {"比", "较", "与", "同", "和"})) {
      const std::string_view base = from.substr(character_length(from, 0));
      const bool dated = !base.empty() && (is_placeholder(base[0]) || base.starts_with("“"));
      const bool named = contains_any(base, {"预算", "计划", "目标", "任务", "上年", "去年", "同期", "年初", "上期", "上月"});
      const bool compared = ends_with_any(base, {"相比", "比较", "比", "相较"});
      found = starts_with_any(from, {"比", "较"}) ? dated || named : compared && (dated || named);
    }
    if (!found) continue;
    s.lead.versus_text = restored(from, s.clause);
    for (const char c : from)
      if (is_placeholder(c) && !s.lead.versus_period.known()) s.lead.versus_period = s.clause.periods[static_cast<std::size_t>(c) - 1];
    if (versus == Versus::none) {
      versus = contains_any(from, {"年初预算"})                  ? Versus::budget_initial
               : contains_any(from, {"目标", "计划", "任务"})    ? Versus::target
               : contains(from, "预算")                          ? (s.lead.versus_period.known() ? Versus::prior_year_budget : Versus::budget)
               : contains_any(from, {"时期", "“"})               ? Versus::prior_period
               : contains_any(from, {"年初", "年末", "末", "底"}) ? Versus::base_date
                                                                 : Versus::prior_year;
    }
    if (s.lead.versus == Versus::none) s.lead.versus = versus;
    s.rest = v.substr(0, at);
    return;
  }
}

// 年初预算, 决算数, 执行数 … at the end ("基本支出年初预算") or the beginning ("年初预算安排支出") of the name.
void LeadParser::basis(State& s) const {
  copulas(s);
  const std::size_t known = library_.indicators().suffix(s.rest).length;
  const auto at_end = library_.bases().suffix(s.rest);
  // 一般公共预算 is a fund; the 预算 of any other name that ends with it is its basis (“三公”经费预算).
  const bool part_of_name = known > at_end.length && (!s.rest.ends_with("预算") || library_.funds().suffix(s.rest).length > at_end.length);
  if (at_end && !part_of_name) {
    s.lead.basis = at_end.entry->basis;
    s.lead.basis_text = std::string(s.rest.substr(s.rest.size() - at_end.length));
    s.rest.remove_suffix(at_end.length);
    drop_suffix(s.rest, {particle});
    copulas(s);
  }
  if (s.lead.basis == Basis::none || s.lead.basis == Basis::budget) {
    const std::string_view all = s.clause.text;
    const bool initial = s.filter.holds(all, "年初") && s.filter.holds(all, "预算") && s.lead.versus_text.empty();
    const bool adjusted = s.lead.basis == Basis::budget && s.filter.holds_any(all, {"调整", "变动"});
    if (initial) s.lead.basis = Basis::budget_initial;
    else if (adjusted) s.lead.basis = Basis::budget_adjusted;
  }
}

void LeadParser::scope(State& s) const {
  if (const auto hit = library_.scopes().prefix(s.rest); hit && hit.length < s.rest.size()) {
    const auto known = library_.indicators().prefix(s.rest);
    if (hit && s.rest.substr(0, hit.length) == "地方" && starts_with_any(s.rest.substr(hit.length), {"政府", "财政"})) return;  // 地方政府债务
    const bool grade = starts_with_any(s.rest.substr(hit.length), {"以上", "以下", "及以", "和", "、", "与", "及"});  // 省级以上园区, 省级和市级
    if (!grade && (!known || known.length < hit.length)) {
      s.lead.scope = std::string(s.rest.substr(0, hit.length));
      s.rest.remove_prefix(hit.length);
      drop_prefix(s.rest, {particle});
      return;
    }
  }
  // 张掖经开区一般公共预算收入: what stands before a known indicator and ends like a place or an office.
  const auto known = library_.indicators().suffix(s.rest);
  if (!known || known.length == s.rest.size()) return;
  const std::string_view before = s.rest.substr(0, s.rest.size() - known.length);
  if (ends_with_any(before, {"区", "县", "市", "旗", "州", "省", "镇", "乡", "街道", "局", "厅", "中心", "师", "团", "盟"}) && length_in_characters(before) <= 12 &&
      !contains_any(before, {"、", "的"})) {
    s.lead.scope = std::string(before);
    s.rest.remove_prefix(before.size());
  }
}

namespace {

// 年末, 年底 behind a year make it the year's last day; 年度, 时期 add nothing.
std::size_t period_tail(std::string_view tail, Period& period) {
  for (const std::string_view word : {"年末", "年底", "期末", "末", "底"}) {
    if (!tail.starts_with(word)) continue;
    if (period.is_year()) period = {period.year, 12, 31, 0, 0};
    return word.size();
  }
  for (const std::string_view word : {"年度", "全年", "当年", "时期", "期间", "度"})
    if (tail.starts_with(word)) return word.size();
  return 0;
}

// "A、B、C等工资福利支出" is 工资福利支出; "项目支出主要是…" is 项目支出.
void cut_lists(std::string_view& name, const CharacterFilter& filter) {
  constexpr std::string_view and_others = "等";
  if (const std::size_t at = filter.may_hold(and_others) ? name.rfind(and_others) : std::string_view::npos; at != std::string_view::npos) {
    const std::string_view before = name.substr(0, at);
    const std::string_view after = name.substr(at + and_others.size());
    const bool word = ends_with_any(before, {"高", "初", "中", "平", "同", "相", "优", "对", "均", "特"}) || starts_with_any(after, {"级", "额", "价", "式", "量", "候"});  // 高等教育, 等级
    if (length_in_characters(after) >= 3 && (filter.holds(before, "、") || (!word && length_in_characters(before) >= 3))) name = after;
  }
  if (const std::size_t at = filter.may_hold("是指") ? name.rfind("是指") : std::string_view::npos; at != std::string_view::npos) name = name.substr(at + std::string_view("是指").size());
  if (ends_with_any(name, {"前", "第"}))  // …进入全球排名前1%
    for (const std::string_view verb : {"进入", "位居", "位列", "跻身", "排名"}) {
      const std::size_t at = name.rfind(verb);
      if (at == std::string_view::npos) continue;
      name = name.substr(at);
      break;
    }
  for (const std::string_view verb : {"共有", "现有", "拥有"}) {  // 县政府办共有编制人数
    const std::size_t at = filter.find(name, verb);
    if (at != std::string_view::npos && length_in_characters(name.substr(at + verb.size())) >= 2) name = name.substr(at + verb.size());
  }
  for (const std::string_view word : {"主要是", "主要为", "主要用于", "即", "，", "＝", "="})
    if (const std::size_t at = filter.find(name, word); at != std::string_view::npos && at > 0) name = name.substr(0, at);
  if (name.starts_with("＝")) name = {};
}

}  // namespace

// "2023年全市…": a period before everything else; "2023年，全市…" is cut by the comma already.
bool LeadParser::head_period(State& s) const {
  if (s.rest.empty() || !is_placeholder(s.rest[0])) return false;
  Period period = s.clause.periods[static_cast<std::size_t>(s.rest[0]) - 1];
  s.rest.remove_prefix(1);
  s.rest.remove_prefix(period_tail(s.rest, period));
  s.lead.period = period;
  return true;
}

void LeadParser::finish(State& s) const {
  s.lead.code = s.clause.code;
  std::string name;
  const std::string_view v = s.rest;
  int depth = 0;
  const bool dated = std::any_of(v.begin(), v.end(), is_placeholder);
  if (!dated) name = v;
  for (std::size_t at = 0; dated && at < v.size(); ++at) {
    if (v.substr(at).starts_with("（") || v[at] == '(') ++depth;
    if (v.substr(at).starts_with("）") || v[at] == ')') --depth;
    if (!is_placeholder(v[at])) {
      name.push_back(v[at]);
      continue;
    }
    const auto index = static_cast<std::size_t>(v[at]) - 1;
    if (depth > 0) {  // 交通补贴（2022年度）: a part of the name
      name += s.clause.period_texts[index];
      continue;
    }
    Period period = s.clause.periods[index];
    at += period_tail(v.substr(at + 1), period);
    if (!s.lead.period.known()) s.lead.period = period;
  }
  std::string_view n = name;
  while (drop_prefix(n, {"，", "的", "经批复的", "、", "由", "（", "(", "．", ".", "和", "与", "及", "以及", "或", "；", "：", "/"}) ||
         drop_suffix(n, {"的", "，", "、", "（", "(", "“", "数额", "数量", "=", "＝"})) {}
  cut_lists(n, s.filter);
  std::string without;  // 政府性基金预算相应安排支出 → 政府性基金预算安排支出
  if (const std::size_t at = s.filter.find(n, "相应"); at != std::string_view::npos) {
    without = std::string(n.substr(0, at)).append(n.substr(at + std::string_view("相应").size()));
    n = without;
  }
  for (const std::string_view verb : {"实现", "完成"}) {  // 农业实现增加值 → 农业增加值
    const std::size_t at = s.filter.find(n, verb);
    if (at == std::string_view::npos || at == 0 || at + verb.size() >= n.size()) continue;
    without = std::string(n.substr(0, at)).append(n.substr(at + verb.size()));
    n = without;
  }
  if (n.starts_with("安排") && !is_generic_name(n) && length_in_characters(n) >= 5) drop_prefix(n, {"安排"});
  if (s.lead.basis == Basis::budget_initial && n.starts_with("年初") && !n.starts_with("年初预算") && !is_generic_name(n.substr(6))) drop_prefix(n, {"年初"});  // 年初“三公”经费
  if (const auto first = library_.bases().prefix(n)) {
    const bool known = library_.indicators().prefix(n).length > first.length;  // 预算稳定调节基金 is no budget figure, 决算总支出 is final
    if (s.lead.basis == Basis::none && (!known || contains_any(n.substr(0, first.length), {"决算", "年初"}))) s.lead.basis = first.entry->basis;
    const std::string_view rest = n.substr(first.length);
    // 决算支出 keeps its basis: 支出 alone would name nothing.
    if (!known && !is_generic_name(rest) && length_in_characters(rest) >= 2) n = rest;
  }
  while (drop_suffix(n, {"在"})) {}
  if (drop_suffix(n, {"由", "从"})) s.lead.from = true;
  if (std::none_of(n.begin(), n.end(), [](char c) { return (static_cast<unsigned char>(c) & 0x80U) != 0 || (c >= 'A' && c <= 'z'); })) n = {};  // operators only
  if (ends_with_any(n, {"将", "把", "对", "使", "让", "按", "从", "向"}) && length_in_characters(n) <= 6) n = {};
  if (!s.lead.of_which)  // 支出合计, 资产总额: the last words say that it is a total
    s.lead.total = ends_with_any(n, {"合计", "总计", "总额", "总数", "总收入", "总支出", "整体支出", "编制人数", "编制数", "共计", "总量", "可用财力"});
  s.lead.name = std::string(n);
  for (std::size_t at = 0; at < n.size() && s.lead.fund == Fund::none; at += character_length(n, at))
    if (const auto hit = library_.funds().prefix(n.substr(at))) s.lead.fund = hit.entry->fund;
}

Lead LeadParser::parse(const CleanClause& clause, Kind kind) const {
  State s{clause, kind, clause.text, CharacterFilter(clause.text), {}};
  s.lead.to = ends_with_any(clause.text, {"提高到", "提高至", "下降到", "下降至", "增加到", "增加至", "减少到", "减少至", "上升到", "上升至", "降低到", "降低至", "提升到", "提升至", "增长到", "增长至", "扩大到", "降至", "升至", "增至", "减至"});
  s.lead.becomes = s.filter.holds_any(clause.text, {"调整为", "变动为"});
  s.lead.done = s.filter.holds(clause.text, "完成");
  openers(s);
  while (head_period(s)) openers(s);
  addition(s);
  copulas(s);
  share_or_completion(s);
  change(s);
  if (s.lead.aspect != Aspect::share && s.lead.aspect != Aspect::completion) versus(s);
  basis(s);
  const std::size_t before_scope = s.rest.size();
  scope(s);
  if (s.rest.size() != before_scope) openers(s);
  finish(s);
  s.lead.sums = s.lead.name.empty() && starts_with_any(clause.text, {"等", "共", "合计", "总计"});
  return std::move(s.lead);
}

Lead LeadParser::parse_topic(const CleanClause& clause) const { return parse(clause, Kind::other); }

bool is_generic_name(std::string_view name) {
  static constexpr std::array<std::string_view, 26> generic{"收入", "支出", "总收入", "总支出", "金额", "数额", "资金", "经费", "数", "额", "实际支出", "实际开支", "实际完成", "开支", "安排",
                                                            "安排支出", "实际", "人数", "数量", "共计", "总额", "合计", "全年", "累计", "其余", "费用"};
  return name.empty() || std::find(generic.begin(), generic.end(), name) != generic.end();
}

std::string plain_name(std::string_view name) {
  std::string out;
  for (std::size_t at = 0; at < name.size();) {
    const std::size_t length = character_length(name, at);
    const std::string_view c = name.substr(at, length);
    at += length;
    if (c == "“" || c == "”" || c == "\"" || c == " " || c == "‘" || c == "’" || is_space(c, 0)) continue;
    if (c == "(") out += "（";
    else if (c == ")") out += "）";
    else out += c;
  }
  return out;
}

}  // namespace gouji::extractor
