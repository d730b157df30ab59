// How a figure gets its indicator.

#include "extractor/characters.h"
#include "extractor/indicator_path.h"
#include "extractor/paragraph_reader.h"
#include "extractor/post_noun.h"
#include "model/words.h"

namespace gouji::extractor {
namespace {

constexpr std::size_t longest_name = 60;       // characters; a longer lead is a sentence, its tail names the figure
constexpr std::size_t longest_indicator = 38;  // characters of a path; farther parents are cut

// The tail of a name that is really a sentence: from the last enumeration or verb-like break on.
std::string_view shortened(std::string_view name) {
  if (name.size() <= longest_name || length_in_characters(name) <= longest_name) return name;
  const std::size_t cut = name.rfind("、");
  if (cut != std::string_view::npos && cut + 3 < name.size()) name.remove_prefix(cut + 3);
  for (std::size_t length = length_in_characters(name); length > longest_name; --length) name.remove_prefix(character_length(name, 0));
  return name;
}

// A heading that can name a figure; 综合, 财政改革发展成效 or 着力改善民生 are what chapters are called.
bool names_a_figure(std::string_view heading, const patterns::Library& library) {
  if (library.indicators().exact(plain_name(heading))) return true;
  return ends_with_any(
      heading,
      words<
          "收入 支出 经费 资金 费 费用 余额 限额 债务 债券 补助 补贴 投资 资产 负债 基金 贷款 收益 税 款 项 拨款 结余 结转 合计 总计 总额 "
          "收支 （项） （款） （类） (项) (款) (类) 类） 款） 项） 类) 款) 项) 编制 人数 数量 情况数 数 率 额 值 量 面积 预备费 福利 工资 奖金 保险 "
          "公积金 采购 购置 运行 运转 接待 出国 离退休 事务 运行维护 教育">);
}

// 规模, 面积 …: of what was counted just before (发行债券15只，规模60亿元).
bool is_dependent(std::string_view name) {
  return words<"利润 利润总额 营业收入 主营业务收入 税收 增加值 产值 总产值 规模 总规模 资金规模 面积 总面积 建筑面积 总金额 合同金额 成交金额 交易额 成交额 总投资 投资总额 总投资额 计划总投资 概算总投资 总值 价值 货值">.has(name);
}

// 净值 beside 固定资产原值 is 固定资产净值, 限额 beside 政府债务余额 is 政府债务限额.
std::string other_measure(std::string_view name, std::string_view beside) {
  const bool value = words<"净值 账面净值 累计折旧 账面价值 账面余额 评估价值">.has(name);
  if (!value && !words<"限额 余额">.has(name)) return {};
  if (!(value ? drop_suffix(beside, words<"账面原值 原值 面积 总额">) : drop_suffix(beside, words<"余额 限额">)) || beside.empty()) return {};
  return std::string(beside).append(name);
}

// 支出 beside 政府性基金收入 is 政府性基金支出; in a section on one of the four budgets that budget is its parent.
std::string with_fund(std::string_view name, std::string_view counterpart, Fund fund) {
  const std::string_view side = ends(name, "收入") ? "收入" : "支出";
  if (ends_with_any(counterpart, words<"收入 支出">)) return std::string(counterpart.substr(0, counterpart.size() - side.size())).append(side);
  switch (fund) {
    case Fund::general:
      return std::string("一般公共预算/").append(side);
    case Fund::government_fund:
      return std::string("政府性基金预算/").append(side);
    case Fund::state_capital:
      return std::string("国有资本经营预算/").append(side);
    case Fund::social_insurance:
      return std::string("社会保险基金预算/").append(side);
    default:
      return {};
  }
}

// 区水务局整体支出 in the report of 云岭市某某区水务局: the entity itself is no part of the name.
std::string_view without_entity(std::string_view name, std::string_view entity) {
  constexpr std::size_t shortest = 4;  // characters: a shorter tail of the entity's name may be any other word
  for (std::size_t length = length_in_characters(entity); length >= shortest; --length) {
    if (name.size() > entity.size() && begins(name, entity)) return name.substr(entity.size());
    entity.remove_prefix(character_length(entity, 0));
  }
  return name;
}

bool has_equals_sign(std::string_view clause) { return clause.find('=') != std::string_view::npos || contains(clause, "＝"); }

}  // namespace

std::string joined_path(std::string_view parent, std::string_view name) {
  while (length_in_characters(parent) + length_in_characters(name) > longest_indicator) {
    const std::size_t slash = parent.find('/');
    if (slash == std::string_view::npos) return std::string(name);
    parent.remove_prefix(slash + 1);
  }
  return std::string(parent).append("/").append(name);
}

// The words behind the number: what money is for, what people do, the noun that is counted. True when they name the figure.
bool ParagraphReader::name_by_what_follows(Figure& f, const Lead& lead, std::string_view name, std::string_view after, Carry& carry) {
  const bool used = !lead.act.empty() || starts_with_any(trim_left(after), words<"用于 主要用于 专项用于 全部用于">);
  if (f.kind == Kind::amount && f.aspect == Aspect::level && name.empty() && used && lead.basis == Basis::none) {
    const std::string_view object = post_object(after, carry.previous == no_id && carry.topic.empty());
    if (!object.empty()) {
      f.indicator = names_.intern(object);
      carry.noun_end = static_cast<std::uint32_t>(object.data() + object.size() - text_.data());
      return true;
    }
  }
  if (f.kind == Kind::other && ends(name, "提前")) {  // 提前6个月制定计划
    f.indicator = names_.intern(std::string("提前").append(clause_behind(after)));
    return true;
  }
  if (f.kind == Kind::count && name.empty() && f.aspect == Aspect::level) {
    f.indicator = names_.intern(post_verb(after));
    if (!f.indicator.empty()) return true;
  }
  if (is_dependent(name) && structure_.last_level() != no_id && f.aspect == Aspect::level && out_.figures[structure_.last_level()].kind != f.kind) {
    f.indicator = names_.intern(joined_path(out_.figures[structure_.last_level()].indicator, name));
    return true;
  }
  if (structure_.last_level() != no_id && f.aspect == Aspect::level) {
    f.indicator = names_.intern(other_measure(name, last_part(out_.figures[structure_.last_level()].indicator)));
    if (!f.indicator.empty()) return true;
  }
  // 恩格尔系数32%，其中城镇30%，农村38%; 实际动用40亿元，新增0.3亿元: a part of what was named before
  const bool part =
      (f.kind == Kind::ratio && words<"城镇 农村 城市 乡村 男性 女性 城镇居民 农村居民">.has(name)) || (f.kind == Kind::amount && name == "新增");
  if (part && f.aspect == Aspect::level && carry.previous != no_id && out_.figures[carry.previous].kind == f.kind) {
    const std::string_view before = out_.figures[carry.previous].indicator;
    f.indicator = names_.intern(joined_path(before.substr(0, before.find('/')), name));
    return true;
  }
  // 邮政业务总量26亿标准量: a name that measures needs no noun behind its number.
  const bool measures = ends_with_any(name, words<"量 人数 户数 总数 件数 机构数 单位数 家数 次数 面积 里程 数量 率">);
  if ((f.kind == Kind::count && !measures) || name.empty()) {
    std::string_view noun = post_noun(after, library_, verbs_);
    const bool beyond = noun.empty() && f.kind == Kind::count && trim(after).empty();
    if (beyond) noun = post_noun(after_next_, library_, verbs_);  // 3万名65岁以上老年人
    // 4.5吨以上普通货车158辆: a noun that runs up to the next number names that one, too.
    const std::string_view left = noun.empty() || beyond ? after : after.substr(static_cast<std::size_t>(noun.data() + noun.size() - after.data()));
    const bool next_has_it =
        beyond || (!noun.empty() && words<"超 约 达 为 比例 占比 比例为 比例达">.has(trim(left))) || (!noun.empty() && trim(left).empty());
    if (!noun.empty() && !next_has_it) carry.noun_end = static_cast<std::uint32_t>(noun.data() + noun.size() - text_.data());
    if (!noun.empty() && (f.kind == Kind::count || name.empty()) && f.aspect == Aspect::level) {
      const bool enumerated = contains(name, "、");
      if (length_in_characters(noun) <= 2 && !name.empty()) {
        if (enumerated) name = starts_with_any(name, words<"内设">) ? "内设" : "";  // 内设甲股、乙股7个股室
        f.indicator = names_.intern(std::string(name).append(noun));
      } else {
        f.indicator = names_.intern(noun);
      }
      return true;
    }
  }
  return false;
}

// A figure's name: its clause, else what its sentence is about, else what follows it, else its heading.
void ParagraphReader::name_figure(Figure& f, const Lead& lead, std::string_view after, Carry& carry) {
  const FigureId last_level = structure_.last_level(carry.brackets > 0);
  const FigureId level = last_level != no_id ? last_level : structure_.block_level();
  const bool derived = f.aspect != Aspect::level && f.aspect != Aspect::score && f.aspect != Aspect::full_score;
  std::string_view name = shortened(without_entity(lead.name, out_.facts.entity));
  if (name == "支出" && contains(text_.substr(f.clause.begin - base_, f.clause.size()), "安排")) name = "安排支出";
  const bool generic = is_generic_name(name);
  if (derived && generic && !carry.unchanged.empty()) {
    f.indicator = carry.unchanged;
    return;
  }
  if (derived && generic) {
    // 城镇化率74.49%，比上年提高0.73个百分点: points are of the ratio before them.
    if (f.unit.value == "pp" && carry.previous != no_id && out_.figures[carry.previous].kind == Kind::ratio) {
      f.subject = out_.figures[carry.previous].unit.value == "pp" ? out_.figures[carry.previous].subject : carry.previous;
      f.indicator = out_.figures[carry.previous].indicator;
      return;
    }
    const FigureId side = words<"收入 支出">.has(name) ? structure_.level_of_side(name) : no_id;  // 收入减少5万元，支出减少4万元
    // 工业增加值增长8.1%，占地区生产总值比重39.9%: of what the sentence names, though it states no level of it.
    if (side == no_id && structure_.last_level() == no_id && carry.previous != no_id) {
      f.subject = out_.figures[carry.previous].subject;
      f.indicator = out_.figures[carry.previous].indicator;
      f.code = out_.figures[carry.previous].code;
      return;
    }
    if (const FigureId of = side != no_id ? side : level; of != no_id) {
      f.subject = of;
      f.indicator = out_.figures[of].indicator;
      f.code = out_.figures[of].code;
      return;
    }
  }
  if (name_by_what_follows(f, lead, name, after, carry)) return;
  if (!name.empty() && !generic) {
    f.indicator = names_.intern(name);
    if (has_equals_sign(text_.substr(f.clause.begin - base_, f.clause.size()))) carry.formula_name = f.indicator;
    return;
  }
  name_from_context(f, lead, name, carry);
}

// Where the words around a figure say nothing: what its sentence is about, the fund or the heading it stands under.
void ParagraphReader::name_from_context(Figure& f, const Lead& lead, std::string_view name, Carry& carry) {
  const FigureId level = structure_.last_level() != no_id ? structure_.last_level() : structure_.block_level();
  const bool generic = is_generic_name(name);
  const SectionContext& context = section(f.section);
  if (f.kind == Kind::amount && f.aspect == Aspect::level && words<"收入 支出 实际收入 实际支出">.has(name)) {
    const std::string_view side = ends(name, "收入") ? "收入" : "支出";
    const bool repeated = structure_.last_level() != no_id && ends(last_part(out_.figures[level].indicator), side);
    const std::string_view beside = structure_.last_level() != no_id ? last_part(out_.figures[structure_.last_level()].indicator) : "";
    const bool of_a_fund = contains_any(beside, words<"基金 预算">);
    const bool budgets = out_.facts.kind == ReportKind::budget_execution || !fund_name_.empty() || contains(beside, "基金");
    if (const std::string own = with_fund(name, of_a_fund ? beside : std::string_view(fund_name_), context.fund);
        !repeated && budgets && !own.empty()) {
      f.indicator = names_.intern(own);
      return;
    }
  }
  if (lead.to && carry.from != no_id && carry.from == carry.previous) {
    f.indicator = out_.figures[carry.from].indicator;
    return;
  }
  // 国内公务接待45批次，380人次，共计支出3.21万元: what it cost
  if (f.kind == Kind::amount && f.aspect == Aspect::level && name == "支出" && structure_.last_level() != no_id &&
      out_.figures[structure_.last_level()].kind == Kind::count) {
    f.indicator = names_.intern(std::string(last_part(out_.figures[structure_.last_level()].indicator)).append("支出"));
    return;
  }
  // 控制率=24人/26人=92.3%, 控制率：24人/26人=92.3%: the result is of what stands before the formula.
  const bool result = name.empty() && has_equals_sign(text_.substr(f.clause.begin - base_, f.clause.size()));
  if (result && carry.topic.empty() && !(carry.formula_name.empty() && carry.colon_topic.empty())) {
    f.indicator = carry.formula_name.empty() ? carry.colon_topic : carry.formula_name;
    return;
  }
  // 满意度≥95%，实际完成值97%: the same ratio, reached
  const bool reached =
      name.empty() && f.kind == Kind::ratio && f.aspect == Aspect::level && (lead.basis == Basis::actual || lead.basis == Basis::target);
  const bool scored = name.empty() && f.kind == Kind::score && carry.topic.empty();  // 满分20分，得19分
  if ((reached || scored) && carry.previous != no_id && out_.figures[carry.previous].kind == f.kind) {
    f.indicator = out_.figures[carry.previous].indicator;
    return;
  }
  if (f.kind == Kind::score && name.empty() && !lead.act.empty()) {  // 其中投入10分
    f.indicator = lead.act;
    return;
  }
  const bool item = ends_with_any(context.name, words<"项） 款） 类） 项) 款) 类)">);
  if (!carry.topic.empty()) {
    f.indicator = carry.topic;
    if (f.code.empty()) f.code = carry.topic_code;
  } else if (structure_.last_level() != no_id && (generic || name.empty()) && out_.figures[level].kind == f.kind && lead.basis != Basis::none) {
    f.indicator = names_.intern(last_part(out_.figures[level].indicator));
    if (is_generic_name(f.indicator)) f.indicator = out_.figures[level].indicator;  // 一般公共预算/支出
    f.code = out_.figures[level].code;
  } else if (!name.empty() && lead.basis != Basis::none && contains_any(name, words<"收入 支出">) && context.name.empty()) {
    f.indicator = names_.intern(name);
  } else if (name.empty() && !item && ends_with_any(lead.basis_text, words<"收入 支出">)) {
    f.indicator = lead.basis_text;  // 决算支出395万元
  } else if (!context.name.empty() && names_a_figure(context.name, library_)) {
    f.indicator = context.name;
  } else if (name.empty() && !lead.act.empty() && (level == no_id || !lead.scope.empty())) {
    f.indicator = lead.act;  // 市级投入2亿元
  } else if (!name.empty() || contains_any(lead.basis_text, words<"收入 支出">)) {
    f.indicator = name.empty() ? lead.basis_text : names_.intern(name);
  } else if (level != no_id) {
    f.indicator = names_.intern(last_part(out_.figures[level].indicator));
  } else if (!lead.basis_text.empty()) {
    f.indicator = lead.basis_text;  // 年初预算批复1286万元, and nothing said before
  }
}

void ParagraphReader::identify(Figure& f) {
  if (const Name known = known_.id_of(f.indicator); !known.empty()) f.indicator_id = known;
}

}  // namespace gouji::extractor
