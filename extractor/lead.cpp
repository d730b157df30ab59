#include "extractor/lead.h"

#include <algorithm>

#include "extractor/characters.h"
#include "extractor/lead_state.h"
#include "model/words.h"

namespace gouji::extractor {
namespace {

// A word that only begins like an opener: 经营主体, 对外贸易, 共建, 含税.
bool is_no_opener(std::string_view rest) {
  if (starts_with_any(rest,
                      words<"经营 经济 经费 经常 经开 经贸 经办 经纪 经适 经过 对外 对口 对账 对应 将军 把握 到位 到期 到账 到户 现金 现代 现役 现状 "
                            "减免 减税 减持 减排 减负 减值 减半 加强 加快 加大 加油 加征 加装 加固 加工 现场 并购 并轨 并网 共建 共同 共享 共有产权 "
                            "共青 共产 主要领导 主要负责 即期 即时 至今 由于 含税 含量 含氧 含水 含金 累计折旧">))
    return true;
  // 对企事业单位的补助, 对下转移支付: a name of its own
  return rest.starts_with("对") &&
         ends_with_any(rest, words<"补助 补贴 支出 投资 转移支付 拨款 捐赠 援助 资助 进出口 进出口额 进出口总额 出口 进口 的贡献率 贡献率">);
}

// What only looks like a word between name and number: 合计, 人均, 公共.
std::size_t ending_that_stays(std::string_view rest) {
  if (ends_in_funds(rest)) return rest.size();                                    // not 资
  if (ends(rest, "金额") && length_in_characters(rest) <= 4) return rest.size();  // 中标金额, 合同金额
  return words<"公共预算安排 基金预算安排 经营预算安排 实际到位 实际拨付 实际使用 合计 总计 小计 统计 审计 会计 设计 人均 户均 生均 亩均 地均 国有 公有 所有 私有 自有 节约 契约 预约 合约 公约 公共 中共 附近 就近 行为 作为 下达 发达 "
               "到达 未完成">.suffix(rest);
}

// 加上级补助收入, 加上年结转: 加, and then what is the upper level's or last year's; 加上 is another word.
bool adds_what_is_upper(std::string_view rest) { return drop_prefix(rest, words<"加上">) && starts_with_any(rest, words<"级 年 期 缴 解 划">); }

}  // namespace

bool is_plan(std::string_view of) {
  if (ends_with_any(of, words<"预算收入 预算支出 预算总收入 预算总支出">)) return false;
  return ends_with_any(of, words<"预算 预算数 预算的 计划 目标 任务 计划数 任务数 目标数 目标任务 目标任务数 目标值 指标 预期 年初数 进度">);
}

LeadParser::LeadParser(const patterns::Library& library, NamePool& names)
    : library_(library),
      names_(names),
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
      not_comparable_(library.markers("not_comparable")) {
  for (const std::string_view word : words<"比 较 与 同 和">) versus_beginnings_.add(word);
  library.versus().each_beginning([&](char before_last, char last) { versus_beginnings_.add(before_last, last); });
  library.funds().each_beginning([&](char before_last, char last) { fund_beginnings_.add(before_last, last); });
}

// One of 其中, 包括, 一是, 主要 … before the name. A word that begins a known indicator is no opener (其他收入, 本年收入合计).
bool LeadParser::opener(State& s) const {
  if (!library_.markers().prefix(s.rest)) return false;  // none of the lists below has it
  const std::size_t known = std::max(library_.indicators().prefix(s.rest).length, library_.changes().prefix(s.rest).length);  // 减收 is no minus
  const auto take = [&](Words list) {
    const auto hit = list.prefix(s.rest);
    if (!hit || hit.length < known || is_no_opener(s.rest)) return false;
    s.rest.remove_prefix(hit.length);
    return true;
  };
  if (adds_what_is_upper(s.rest)) {
    drop_prefix(s.rest, words<"加">);
    s.lead.sign = 1;
  } else if (take(of_which_)) {
    s.lead.of_which = true;
  } else if (take(plus_)) {
    s.lead.sign = 1;
  } else if (take(minus_)) {
    s.lead.sign = -1;
  } else if (consists_.prefix(s.rest).length < s.rest.size() && take(consists_)) {
    s.lead.consists = true;
  } else if (s.rest != "学校" && take(own_entity_)) {  // 各类学校168所 are counted, 学校收入 is the entity's
    s.lead.own_entity = true;
  } else if (open_.prefix(s.rest).length < s.rest.size() && take(open_)) {
    s.lead.open = true;
  } else {
    return take(openers_);
  }
  return true;
}

void LeadParser::openers(State& s) const {
  do s.rest = trim_left(s.rest);
  while (!s.rest.empty() &&
         (opener(s) || drop_prefix(s.rest, words<"， 、 ； ： : ． . / ÷ * × + ＋ = ＝ ＞ ≥ > < ≤ ＜ － — ─ ━ – • ● ○ ◆ ◇ ■ □ ▲ △ ★ ☆ ※ ＊ ► ➢">)));
}

// "一般公共预算收入加上上级补助": what is added to is named once more.
void LeadParser::addition(State& s) const {
  constexpr std::string_view plus = "加上";
  const std::size_t at = s.filter.find(s.rest, plus);
  if (at == std::string_view::npos || at + plus.size() >= s.rest.size()) return;
  if (adds_what_is_upper(s.rest.substr(at))) return;
  s.lead.sign = 1;
  s.rest.remove_prefix(at + plus.size());
}

// 为, 达到, 完成, 分别为 … between the name and its number.
void LeadParser::copulas(State& s) const {
  const bool changes = s.lead.aspect == Aspect::change || s.lead.aspect == Aspect::change_rate;
  while (!s.rest.empty() && !(changes && ends(s.rest, "投入"))) {  // 研发投入增长: what grows is the input
    s.rest = trim_right(s.rest);
    if (drop_suffix(s.rest, words<"： : ， , 、 “ = ＝">)) continue;
    if (ends_with_any(s.rest, words<"系数为 指数为 人数为 户数为 件数为 次数为 倍数为">) && drop_suffix(s.rest, words<"为">)) continue;  // not 数为
    const std::size_t pairing = respectively_.suffix(s.rest).length;
    const std::size_t length = std::max(pairing, copulas_.suffix(s.rest).length);
    if (length == 0 || ending_that_stays(s.rest) > length ||
        length < std::max(library_.indicators().suffix(s.rest).length, library_.changes().suffix(s.rest).length))
      return;
    s.lead.respectively = s.lead.respectively || pairing == length;
    if (const std::size_t act = words<"统筹 安排 投入 拨付 下达 落实 发放 使用">.suffix(s.rest); act > 0)
      s.lead.act = names_.intern(s.rest.substr(s.rest.size() - act));
    s.rest.remove_suffix(length);
  }
}

void LeadParser::share_or_completion(State& s) const {
  if (s.kind != Kind::ratio) return;
  std::string_view v = s.rest;
  if (s.filter.holds_any(v, words<"占比重 占比例 占比">) && library_.changes().suffix(v)) return;  // 所占比重比上年下降: a change of the share
  drop_suffix(v, words<"的">);
  std::string_view begins = v;  // 占比由上年的68.12%提高到…
  if (s.filter.may_hold("占") && drop_suffix(begins, words<"由上年的 从上年的 由去年的 从去年的 由上年 从上年 由 从">) && contains(begins, "占")) {
    s.lead.from = true;
    v = begins;
  }
  const bool ratio_noun = drop_suffix(v, words<"的比重 的比例 的百分比 的份额 的比率 比重 比例 百分比">);
  const std::size_t at = s.filter.may_hold("占") ? v.rfind("占") : std::string_view::npos;
  if (at != std::string_view::npos) {
    std::string_view of = v.substr(at + std::string_view("占").size());
    if (of == "比" && at > 0 && length_in_characters(v.substr(0, at)) <= 2 && !library_.scopes().exact(v.substr(0, at))) {
      s.lead.aspect = Aspect::share;  // 药占比, 税占比: one word
      s.rest = v;
      return;
    }
    if (of == "比" || of.starts_with("比")) of = {};
    std::string_view whole = v.substr(0, at);
    if (of.empty() && drop_prefix(whole, words<"在">) && drop_suffix(whole, words<"中的 中">)) {  // 在移动电话用户中占比67%
      s.lead.of = names_.intern(without_placeholders(whole));
      s.lead.aspect = Aspect::share;
      s.rest = {};
      return;
    }
    drop_suffix(of, words<"的比重继续 的比重持续 的比重始终 的比重稳定 的比重">);
    if (ends_in_funds(of)) drop_suffix(of, words<"额">);
    s.lead.of = names_.intern(without_placeholders(of));
    s.lead.aspect = is_plan(of) ? Aspect::completion : Aspect::share;
    s.rest = v.substr(0, at);
    return;
  }
  if (ratio_noun) return;
  for (const std::string_view verb : words<"完成 为 达到 达 相当于 是">) {
    if (!s.filter.may_hold(verb)) continue;
    const std::size_t begin = v.rfind(verb);
    if (begin == std::string_view::npos || begin + verb.size() >= v.size()) continue;
    const std::string_view of = v.substr(begin + verb.size());
    if (!is_plan(of)) continue;
    s.lead.of = names_.intern(without_placeholders(of));
    s.lead.aspect = Aspect::completion;
    s.rest = v.substr(0, begin);
    return;
  }
  if (ends_with_any(v, words<"执行率 完成率 预算执行进度 支付进度">)) s.lead.aspect = Aspect::completion;
}

// 年初预算, 决算数, 执行数 … at the end ("基本支出年初预算") or the beginning ("年初预算安排支出") of the name.
void LeadParser::basis(State& s) const {
  if (ends_with_any(s.rest, words<"预算中 决算中">)) drop_suffix(s.rest, words<"中">);
  const std::size_t known = library_.indicators().suffix(s.rest).length;
  const auto at_end = library_.bases().suffix(s.rest);
  // 一般公共预算 is a fund; the 预算 of any other name that ends with it is its basis (“三公”经费预算).
  const std::size_t fund = library_.funds().suffix(s.rest).length;
  const bool settled = ends_with_any(s.rest, words<"决算 决算数">);  // in no name
  const bool part_of_name =
      !settled && ((known > at_end.length && (!s.rest.ends_with("预算") || fund > at_end.length)) || (fund == s.rest.size() && fund > at_end.length));
  if (at_end && !part_of_name) {
    constexpr std::string_view budget = "预算";
    s.lead.basis = at_end.entry->basis;
    std::string_view said = s.rest.substr(s.rest.size() - at_end.length);
    if (said.size() < s.rest.size()) drop_prefix(said, words<"收入 支出">);  // 教育支出决算数 is of 教育支出
    s.lead.basis_text = names_.intern(said);
    const bool whole = said == budget && ends(s.rest.substr(0, s.rest.size() - said.size()), "总");  // 收支总预算 is one word
    if (!whole) s.rest.remove_suffix(said.size());
    const std::string_view with_budget{s.rest.data(), s.rest.size() + budget.size()};  // 一般公共预算安排: the fund keeps its last word
    if (said.starts_with(budget) && library_.funds().suffix(with_budget).length > budget.size() &&
        library_.funds().suffix(s.rest).length + budget.size() != library_.funds().suffix(with_budget).length) {
      s.rest = with_budget;
      if (said == budget) s.lead.basis = Basis::none;
    }
    drop_suffix(s.rest, words<"的">);
    copulas(s);
  }
  if (s.lead.basis == Basis::none || s.lead.basis == Basis::budget) {
    const std::string_view all = s.clause.text;
    const bool initial =
        s.filter.holds(all, "年初") && s.filter.holds(all, "预算") && s.lead.versus_text.empty() && s.lead.aspect != Aspect::completion;
    const bool adjusted = s.lead.basis == Basis::budget && s.filter.holds_any(all, words<"调整 变动">);
    if (initial)
      s.lead.basis = Basis::budget_initial;
    else if (adjusted)
      s.lead.basis = Basis::budget_adjusted;
    else if (s.lead.basis == Basis::none && s.filter.holds_any(all, words<"拟安排 拟投入 拟下达 拟发行 拟筹集 计划安排">))
      s.lead.basis = Basis::budget;
  }
}

void LeadParser::scope(State& s) const {
  // 市级投入2亿元 names no more than whose money it is; 省级12个 of parks is a grade, a name of its own
  const auto may_be_all = [&](std::size_t length) {
    return length < s.rest.size() || s.kind == Kind::amount || starts_with_any(s.rest, words<"全 我">);
  };
  if (const auto hit = library_.scopes().prefix(s.rest); hit && may_be_all(hit.length)) {
    const auto known = library_.indicators().prefix(s.rest);
    if (hit && s.rest.substr(0, hit.length) == "地方" && starts_with_any(s.rest.substr(hit.length), words<"政府 财政">)) return;  // 地方政府债务
    const bool grade =
        starts_with_any(s.rest.substr(hit.length), words<"以上 以下 及以 和 、 与 及 预算单位 单位 部门 企业 机关">) &&  // 省级以上园区, 省级和市级
        !starts_with_any(s.rest.substr(hit.length), words<"企业职工 企业所得税 企业基本 企业养老 机关事业 机关运行 机关养老 单位资金 单位自有">);
    if (!grade && (!known || known.length < hit.length)) {
      s.lead.scope = names_.intern(s.rest.substr(0, hit.length));
      s.rest.remove_prefix(hit.length);
      drop_prefix(s.rest, words<"的">);
      return;
    }
  }
  // 张掖经开区一般公共预算收入: what stands before a known indicator and ends like a place or an office.
  const auto known = library_.indicators().suffix(s.rest);
  if (!known || known.length == s.rest.size()) return;
  const std::string_view before = s.rest.substr(0, s.rest.size() - known.length);
  if (const std::size_t area =
          words<"全市 全县 全区 全省 全州 全盟 全旗 全国 我市 我县 我区 我省 我州 市级 市本级 州级 州本级 县级 县本级 区级 区本级">.suffix(before);
      area > 0 && area < before.size()) {  // 建议全市一般公共预算支出: the area next to the name
    s.lead.scope = names_.intern(before.substr(before.size() - area));
    s.rest.remove_prefix(before.size());
    return;
  }
  if (ends_with_any(before, words<"拨款安排 预算安排 资金安排 财政安排">)) {  // 一般公共预算安排“三公”经费支出
    std::size_t at = 0;
    if (const auto fund = library_.funds().find(before, 0, at); fund && s.lead.fund == Fund::none) s.lead.fund = fund.entry->fund;
    s.rest.remove_prefix(before.size());
    return;
  }
  if (ends_with_any(before, words<"区 县 市 旗 州 省 镇 乡 街道 局 厅 中心 师 团 盟">) && length_in_characters(before) <= 12 &&
      !contains_any(before, words<"、 的 对 向">)) {
    s.lead.scope = names_.intern(before);
    s.rest.remove_prefix(before.size());
  }
}

// 零售总额已超过去年全年的8118.5亿元: last year's level, which this one has passed.
void LeadParser::surpassed(State& s) const {
  std::string_view v = s.rest;
  drop_suffix(v, words<"的">);
  drop_suffix(v, words<"全年 同期 总量 总额 水平">);
  if (!drop_suffix(v, words<"上年 去年">) || !drop_suffix(v, words<"超过 超出 突破 超">)) return;
  drop_suffix(v, words<"已 已经 就已 均">);
  s.lead.compared_with = true;
  s.lead.versus = Versus::prior_year;
  s.rest = v;
}

const Lead& LeadParser::parse(const CleanClause& clause, Kind kind) {
  constexpr std::size_t longest_known = 60, most_known = 20'000;  // bytes of a lead that may come again; bounds the memory
  Known& known = known_[static_cast<std::size_t>(kind)];
  const bool by_words_alone = clause.periods.empty() && clause.code.empty() && !clause.text.empty();
  if (!by_words_alone || clause.text.size() > longest_known || known.leads.size() >= most_known) return unknown_ = read(clause, kind);
  const std::size_t number = known.words.intern(clause.text).index() - 1;
  if (number == known.leads.size()) known.leads.push_back(read(clause, kind));
  return known.leads[number];
}

Lead LeadParser::read(const CleanClause& clause, Kind kind) const {
  Lead lead;
  State s{clause, kind, clause.text, CharacterFilter(clause.text), lead};
  s.lead.to = ends_with_any(clause.text, words<"提高到 提高至 下降到 下降至 增加到 增加至 减少到 减少至 上升到 上升至 降低到 降低至 提升到 提升至 "
                                               "增长到 增长至 扩大到 降至 升至 增至 减至">);
  s.lead.becomes = s.filter.holds_any(clause.text, words<"调整为 变动为">);
  s.lead.done = s.filter.holds(clause.text, "完成");
  openers(s);
  while (head_period(s)) openers(s);
  addition(s);
  if (kind != Kind::ratio) surpassed(s);
  copulas(s);
  const std::size_t before_change = s.rest.size();
  share_or_completion(s);
  change(s);
  if (s.lead.aspect != Aspect::share && s.lead.aspect != Aspect::completion) versus(s);
  if (s.rest.size() != before_change) copulas(s);
  basis(s);
  const std::size_t before_scope = s.rest.size();
  scope(s);
  if (s.rest.size() != before_scope) openers(s);
  finish(s);
  s.lead.sums = s.lead.name.empty() && starts_with_any(clause.text, words<"等 共 合计 总计">);
  return lead;
}

const Lead& LeadParser::parse_topic(const CleanClause& clause) { return parse(clause, Kind::other); }

}  // namespace gouji::extractor
