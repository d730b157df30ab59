#include "extractor/bare_numbers.h"

#include "extractor/characters.h"
#include "model/words.h"

namespace gouji::extractor {
namespace {

constexpr const WordList& reached =
    words<"达到 增加到 提高到 提高至 缩小到 缩小至 扩大到 下降到 下降为 上升到 降到 降至 升至 分别为 由 从 为 达 是 约 的 共 到 至 比上年 比">;
constexpr const WordList& changed = words<"缩小 扩大 下降 上升 提高 降低 增加 减少">;
constexpr const WordList& colons = words<": ： ︰ ∶">;

// The words between the last punctuation mark and the number, without what only leads up to it.
std::string_view lead_of(std::string_view text, std::uint32_t from, std::uint32_t to) {
  std::string_view lead = text.substr(from, to - from);
  constexpr std::size_t longest = 90;  // bytes
  for (const std::string_view mark : words<"， 。 ； ： （ 、 , ; : (">)
    if (const std::size_t at = lead.rfind(mark); at != std::string_view::npos) lead.remove_prefix(at + mark.size());
  if (lead.size() > longest) return {};
  lead = trim(lead);
  while (drop_suffix(lead, reached)) lead = trim_right(lead);
  return lead;
}

// What the number is by the word before it; Kind::score stands for none.
Kind kind_by_lead(std::string_view lead) {
  if (ends_with_any(lead, words<"人数 户数 数量 总数 件数 次数 人员数 个数">)) return Kind::count;
  if (ends_with_any(lead, words<"收入比 收入比值 收入比例 比值 倍差 系数 生师比 师生比 床护比 医护比">)) return Kind::ratio;
  if (ends_with_any(lead, words<"指数">)) return Kind::other;
  return Kind::score;
}

// 民生支出1.21万亿, 贫困人口减少6800多万: so large a number without a unit is money where its lead is, else so many of something.
Kind kind_by_size(std::string_view lead, std::string_view number) {
  if (!ends_with_any(number, words<"万 亿">)) return Kind::score;
  while (drop_suffix(lead, changed) || drop_suffix(lead, reached) || drop_suffix(lead, words<"突破 超过 超 净 了">)) lead = trim_right(lead);
  if (ends_with_any(lead, words<"收入 支出 投资 资金 生产总值 增加值 产值 总额 余额 经费 存款 贷款 税收 补助">)) return Kind::amount;
  return ends_with_any(lead, words<"人口 人数 户数 人 用户 群众 农民 居民 职工 学生 主体 数量 总量">) ? Kind::count : Kind::score;
}

// No word goes on behind it: 人数2024年, 系数0.8版 are something else.
bool ends_here(std::string_view text, std::uint32_t at) {
  const std::string_view after = trim_left(text.substr(at));
  return after.empty() || starts_with_any(after, words<"， 。 ； 、 ） , ; ) 左右 以上 以下 以内 缩小 扩大 提高 下降 增加 减少 上升 降">) ||
         starts_with_any(after, colons);
}

void become(Numeral& n, Kind kind) {
  n.kind = kind;
  n.number_class = kind == Kind::amount  ? NumberClass::amount
                   : kind == Kind::count ? NumberClass::count
                   : kind == Kind::ratio ? NumberClass::ratio
                                         : NumberClass::other;
  n.unit = kind == Kind::amount ? "CNY" : kind == Kind::ratio ? "1" : "";
}

}  // namespace

void find_bare_figures(std::string_view text, std::vector<Numeral>& numerals) {
  const Numeral* last = nullptr;  // the bare figure before, and whether it is a term of a proportion
  bool proportion = false;
  for (std::size_t i = 0; i < numerals.size(); ++i) {
    Numeral& n = numerals[i];
    if (n.number_class != NumberClass::number || n.range_end != RangeEnd::none) continue;
    const std::uint32_t from = i > 0 ? numerals[i - 1].text.end : 0;
    if (from > n.text.begin) continue;
    const std::string_view between = text.substr(from, n.text.begin - from);
    if (proportion && last == &numerals[i - 1] && colons.has(trim(between))) {
      become(n, Kind::other);
      last = &n;
      continue;
    }
    proportion = false;
    if (!ends_here(text, n.text.end)) continue;
    const std::string_view lead = lead_of(text, from, n.text.begin);
    const bool followed = starts_with_any(trim_left(text.substr(n.text.end)), colons);
    Kind kind = followed ? Kind::score : kind_by_lead(lead);
    if (kind == Kind::score && !followed) kind = kind_by_size(lead, text.substr(n.number.begin, n.text.end - n.number.begin));
    if (followed && i + 1 < numerals.size() && ends_with_any(lead, words<"结构 结构比 之比 比例 比重">)) {
      kind = Kind::other;
      proportion = true;
    } else if (kind == Kind::score && last != nullptr && (ends_with_any(lead, changed) || (lead.empty() && changed.prefix(trim(between)) > 0)) &&
               !contains(text.substr(last->text.end, n.text.begin - last->text.end), "。")) {
      kind = last->kind;  // 收入比为2.05，比上年缩小0.02
    }
    if (kind == Kind::score) continue;
    become(n, kind);
    last = &n;
  }
}

}  // namespace gouji::extractor
