// The name that is left of a lead when everything else has been taken out, and its period.
#include <algorithm>

#include "extractor/cell_reading.h"
#include "extractor/characters.h"
#include "extractor/lead_state.h"
#include "model/words.h"

namespace gouji::extractor {

std::string without_placeholders(std::string_view text) {
  std::string out(text);
  std::erase_if(out, is_placeholder);
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

namespace {

// 年末, 年底 behind a year make it the year's last day; 年度, 时期 add nothing.
std::size_t period_tail(std::string_view tail, Period& period) {
  for (const std::string_view word : words<"年末 年底 期末 末 底">) {
    if (!tail.starts_with(word)) continue;
    if (period.is_year()) period = {period.year, 12, 31, 0, 0};
    return word.size();
  }
  for (const std::string_view word : words<"年度 全年 当年 时期 期间 度">)
    if (tail.starts_with(word)) return word.size();
  return 0;
}

// "A、B、C等工资福利支出" is 工资福利支出; "项目支出主要是…" is 项目支出.
void cut_lists(std::string_view& name, const CharacterFilter& filter) {
  constexpr std::string_view and_others = "等";
  if (const std::size_t at = filter.may_hold(and_others) ? name.rfind(and_others) : std::string_view::npos; at != std::string_view::npos) {
    const std::string_view before = name.substr(0, at);
    const std::string_view after = name.substr(at + and_others.size());
    const bool word =
        ends_with_any(before, words<"高 初 中 平 同 相 优 对 均 特">) || starts_with_any(after, words<"级 额 价 式 量 候">);  // 高等教育, 等级
    if (length_in_characters(after) >= 3 && (filter.holds(before, "、") || (!word && length_in_characters(before) >= 3))) name = after;
  }
  for (const std::string_view cause : words<"原因是 原因为">)  // 收入变动的主要原因是新增…
    if (const std::size_t at = filter.find(name, cause); at != std::string_view::npos) {
      name = name.substr(at + cause.size());
      drop_prefix(name, words<"一是 1.">);
    }
  if (const std::size_t at = filter.may_hold("是指") ? name.rfind("是指") : std::string_view::npos; at != std::string_view::npos)
    name = name.substr(at + std::string_view("是指").size());
  if (ends_with_any(name, words<"前 第">))  // …进入全球排名前1%
    for (const std::string_view verb : words<"进入 位居 位列 跻身 排名">) {
      const std::size_t at = name.rfind(verb);
      if (at == std::string_view::npos) continue;
      name = name.substr(at);
      break;
    }
  for (const std::string_view verb : words<"共有 现有 拥有">) {  // 县政府办共有编制人数
    const std::size_t at = filter.find(name, verb);
    if (at != std::string_view::npos && length_in_characters(name.substr(at + verb.size())) >= 2) name = name.substr(at + verb.size());
  }
  for (const std::string_view word : words<"主要是 主要为 主要用于 即 ， ＝ =">)
    if (const std::size_t at = filter.find(name, word); at != std::string_view::npos && at > 0) name = name.substr(0, at);
  if (name.starts_with("＝")) name = {};
}

// A Han or a Latin letter stands in it: digits of any width and operators name nothing.
bool has_letter(std::string_view name) {
  for (std::size_t at = 0; at < name.size(); at += character_length(name, at))
    if (is_han(name, at) || (name[at] >= 'A' && name[at] <= 'z')) return true;
  return false;
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
  if (!s.clause.code.empty()) s.lead.code = names_.intern(without_space(s.clause.code));  // its digits may be wide
  std::string name;                                                                       // of a dated clause, without its periods
  const std::string_view v = s.rest;
  int depth = 0;
  const bool dated = !s.clause.periods.empty() && std::any_of(v.begin(), v.end(), is_placeholder);
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
  std::string_view n = dated ? name : v;
  while (drop_prefix(n, words<"， 的 经批复的 、 由 （ ( ． . 和 与 及 以及 或 ； ： /">) ||
         drop_suffix(n, words<"的 ， 、 （ ( “ 数额 数量 = ＝">)) {
  }
  if (ends_in_funds(n)) drop_suffix(n, words<"额">);
  if (n.size() > std::string_view("全年").size()) drop_suffix(n, words<"全年">);  // 失业率全年控制在5.5%以内
  cut_lists(n, s.filter);
  std::string without;  // 政府性基金预算相应安排支出 → 政府性基金预算安排支出
  if (const std::size_t at = s.filter.find(n, "相应"); at != std::string_view::npos) {
    without = std::string(n.substr(0, at)).append(n.substr(at + std::string_view("相应").size()));
    n = without;
  }
  for (const std::string_view verb : words<"实现 完成">) {  // 农业实现增加值 → 农业增加值
    const std::size_t at = s.filter.find(n, verb);
    if (at == std::string_view::npos || at == 0 || at + verb.size() >= n.size() || n.substr(0, at).ends_with("未")) continue;
    without = std::string(n.substr(0, at)).append(n.substr(at + verb.size()));
    n = without;
  }
  if (std::string_view done = n; drop_prefix(done, words<"完成">) && length_in_characters(done) >= 2 &&
                                 !starts_with_any(done, words<"率 数 值 额 量 度 情况 比例 进度 程度 时 绩效 质量 效果 结果 了 后 前">))
    n = done;  // 累计完成一般公共预算收入
  if (std::string_view own = n;
      drop_prefix(own, words<"其">) && length_in_characters(own) >= 3 && !starts_with_any(own, words<"他 它 中 余 次 实 间">))
    n = own;  // 其部门预算与执行结果的差异总额
  if (n.starts_with("安排") && !is_generic_name(n) && length_in_characters(n) >= 5) drop_prefix(n, words<"安排">);
  if (s.lead.basis == Basis::budget_initial && n.starts_with("年初") && !n.starts_with("年初预算"))
    drop_prefix(n, words<"年初">);  // 年初“三公”经费, 年初支出预算
  if (const auto first = library_.bases().prefix(n)) {
    const Basis before_name = s.lead.basis;
    const bool known = library_.indicators().prefix(n).length > first.length;  // 预算稳定调节基金 is no budget figure, 决算总支出 is final
    if (s.lead.basis == Basis::none && (!known || contains_any(n.substr(0, first.length), words<"决算 年初">))) s.lead.basis = first.entry->basis;
    const std::string_view rest = n.substr(first.length);
    // 决算支出 keeps its basis: 支出 alone would name nothing.
    const bool word = starts_with_any(rest, words<"与 和 及">) ||
                      (ends(n.substr(0, first.length), "数") && starts_with_any(rest, words<"字 据 量 控">)) ||  // 完成数字化
                      (ends(n.substr(0, first.length), "预算") && starts_with_any(rest, words<"单位 部门 管理 外 法 绩效">));
    if (word) s.lead.basis = before_name;
    if (!known && !word && !is_generic_name(rest) && length_in_characters(rest) >= 2) n = rest;
    if (n.data() == rest.data() && !starts_with_any(n, words<"中央 中小 中学 中职 中药 中医 中期 中标 中介 中级 中等">))
      drop_prefix(n, words<"过程中 中 后">);  // 预算执行中新增专款
  }
  while (drop_suffix(n, words<"在">)) {
  }
  if (drop_suffix(n, words<"由上年 从上年 由去年 从去年 由年初 从年初 由上年末 从上年末 由上年同期 从上年同期 由 从">)) {
    s.lead.from = true;
    if (drop_suffix(n, words<"分别">)) s.lead.respectively = true;
    drop_suffix(n, words<"均 的">);
  }
  if (s.lead.aspect == Aspect::level &&
      drop_suffix(
          n,
          words<
              "提高至 提高到 增加至 增加到 提标至 提标到 增长到 增长至 扩大到 扩大至 上升到 上升至 下降到 下降至 减少到 减少至 降至 升至 增至 减至">))
    s.lead.to = true;          // …标准提高到每人每月
  if (!has_letter(n)) n = {};  // operators only
  // What is done and how, when and by what rate: none of it says what is counted.
  if (words<"争取 筹措 筹集 整合 安排 设立 累计投入 共投入">.has(n)) {
    s.lead.act = names_.intern(n);
    n = {};
  }
  if (!n.ends_with("参与")) drop_suffix(n, words<"与">);
  if (words<"是 为 达 有 中 到 与 及 等 即 占 足额 及时 全额 按时 如期 扎实 直接 成功 积极 大力 精准 得 实得 自评得 实际得">.has(n)) n = {};
  if (s.lead.basis == Basis::none && words<"项目预算资金 预算资金 预算总额 预算总投资 概算总投资">.has(n)) s.lead.basis = Basis::budget;
  if (ends_with_any(n, words<"执行中 过程中 期间 以来 基础上 情况下 因素后 影响后">) || words<"年中 两年 三年 五年 十年 三年来 五年来 十年来">.has(n))
    n = {};
  if (starts_with_any(n, words<"按 折">) && ends_with_any(n, words<"折算 计算 换算 折合 口径">)) n = {};  // 按年末汇率折算
  if (ends_with_any(n, words<"将 把 对 使 让 按 从 向">) && length_in_characters(n) <= 6) n = {};
  if (!s.lead.of_which)  // 支出合计, 资产总额: the last words say that it is a total
    s.lead.total = ends_with_any(n, words<"合计 总计 总额 总数 总收入 总支出 整体支出 编制人数 编制数 共计 总量 可用财力">);
  s.lead.name = names_.intern(n);
  std::size_t at = 0;
  if (dated || s.filter.meets(fund_beginnings_))
    if (const auto hit = library_.funds().find(n, 0, at)) s.lead.fund = hit.entry->fund;
}

bool ends_in_funds(std::string_view name) {
  return ends(name, "资金额") && !ends_with_any(name, words<"外资金额 投资金额 出资金额 融资金额 合资金额 工资金额 物资金额 增资金额">);
}

bool is_generic_name(std::string_view name) {
  return name.empty() || words<"收入 支出 总收入 总支出 金额 数额 资金 经费 数 额 实际支出 实际开支 实际完成 开支 安排 安排支出 实际 人数 数量 共计 总额 合计 全年 累计 其余 费用 但所占比重 所占比重 占比重 其占比 其比重">.has(name);
}

std::string plain_name(std::string_view name) {
  const bool marked = std::any_of(name.begin(), name.end(), [](char c) { return c == '(' || c == ')' || c == '"'; });
  if (!marked && !may_have_space(name)) return std::string(name);  // quotation marks of Chinese print begin as some spaces do
  std::string out;
  for (std::size_t at = 0; at < name.size();) {
    const std::size_t length = character_length(name, at);
    const std::string_view c = name.substr(at, length);
    at += length;
    if (c == "“" || c == "”" || c == "\"" || c == " " || c == "‘" || c == "’" || is_space(c, 0)) continue;
    if (c == "(")
      out += "（";
    else if (c == ")")
      out += "）";
    else
      out += c;
  }
  return out;
}

}  // namespace gouji::extractor
