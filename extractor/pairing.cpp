#include "extractor/pairing.h"

#include <algorithm>

#include "extractor/characters.h"
#include "model/words.h"

namespace gouji::extractor {
namespace {

// Separators of an enumeration; 和 inside 结转和结余 separates nothing that a number answers, which the counts then show.
std::size_t separator(std::string_view rest) {
  for (const std::string_view s : words<"、 以及 和 与 及">)
    if (rest.starts_with(s)) return s.size();
  return 0;
}

// The pieces of `name` between what `separator` finds at their end.
std::vector<std::string> split_names(std::string_view name, std::size_t (*separator)(std::string_view)) {
  std::vector<std::string> out{""};
  for (std::size_t at = 0; at < name.size();) {
    if (const std::size_t length = separator(name.substr(at)); length > 0 && !out.back().empty()) {
      out.emplace_back();
      at += length;
      continue;
    }
    const std::size_t length = character_length(name, at);
    out.back().append(name.substr(at, length));
    at += length;
  }
  if (out.back().empty()) out.pop_back();
  return out;
}

std::string_view last_character(std::string_view text) { return text.substr(character_before(text, text.size())); }

// 第一, 二, 三次产业 → "第一", "第二", "第三"; what stands behind the ordinal.
std::string_view drop_ordinal(std::string_view& name) {
  const std::string_view whole = name;
  drop_prefix(name, words<"第">);
  if (!drop_prefix(name, words<"一 二 三 四 五 六 七 八 九 十">)) return {};
  std::string_view ordinal = whole.substr(0, whole.size() - name.size());
  drop_prefix(ordinal, words<"第">);
  drop_prefix(name, words<"次 个">);
  return ordinal;
}

// What the names share and only the last one prints: 龙头企业 of 国家级、省级龙头企业, 支出 of 卫生、教育支出. "" where nothing shows it.
std::string_view shared_tail(const std::vector<std::string>& names) {
  const std::string_view first = names.front(), last = names.back();
  // Each own part ends alike (国家级、省级龙头企业), or they are as long as each other (城镇、农村居民收入).
  std::size_t at = 0;
  const std::size_t own = length_in_characters(first);
  for (std::size_t characters = 1; at < last.size() && characters <= own; ++characters) {
    at += character_length(last, at);
    const bool alike = characters >= 2 && last_character(last.substr(0, at)) == last_character(first);
    if (at < last.size() && (alike || (characters == own && starts_with_any(last, words<"农村 乡村 女">)))) return last.substr(at);
  }
  constexpr auto& nouns = words<"支出 收入 增加值 产量 产值 经费 补贴 补助 投资 余额 面积 资金 贷款 存款 指数 价格">;
  const std::size_t noun = nouns.suffix(last);
  return noun < last.size() && nouns.suffix(first) == 0 ? last.substr(last.size() - noun) : std::string_view{};
}

}  // namespace

std::vector<std::string> enumerated_names(std::string_view name, std::size_t numbers) {
  std::vector<std::string> out = split_names(name, separator);
  if (std::string_view rest = name; out.size() == 1 && drop_prefix(rest, words<"城乡">) && !rest.empty())
    out = {std::string("城镇").append(rest), std::string("农村").append(rest)};
  if (out.size() == numbers) return out;
  // 航空及设备制造业、计算机及办公设备制造业分别增长…: only 、 parts them
  std::vector<std::string> longer = split_names(name, [](std::string_view rest) { return begins(rest, "、") ? std::size_t{3} : std::size_t{0}; });
  const auto whole_name = [](const std::string& piece) { return length_in_characters(piece) >= 4; };  // not 广播、电视、电影和录音制作业
  return longer.size() == numbers && std::all_of(longer.begin(), longer.end(), whole_name) ? longer : out;
}

std::string paired_name(std::string_view whole, const std::vector<std::string>& names, std::size_t i) {
  const std::string& own = names[i];
  if (names.front().starts_with("第")) {  // 第一、二、三次产业占比
    std::string_view tail = names.back(), ordinal = own;
    if (!drop_ordinal(tail).empty() && !tail.empty()) return std::string("第").append(drop_ordinal(ordinal)).append(tail);
  }
  if (names.size() == 2 && words<"收入 支出">.has(names.back())) {  // 一般公共预算收入和支出
    std::string_view shared = names.front();
    if (drop_suffix(shared, words<"收入 支出">) && !shared.empty()) return i == 0 ? own : std::string(shared) + own;
  }
  const bool stands_alone = length_in_characters(own) >= 3 && last_character(own) == last_character(names.back());
  if (stands_alone) return own;
  const std::string_view tail = shared_tail(names);
  return tail.empty() || i + 1 == names.size() ? std::string(whole) + "/" + own : own + std::string(tail);
}

}  // namespace gouji::extractor
