#include "extractor/post_noun.h"

#include "extractor/characters.h"
#include "extractor/segmenter.h"
#include "model/words.h"

namespace gouji::extractor {

std::string_view post_noun(std::string_view after, const patterns::Library& library, const patterns::Lexicon<patterns::MarkerWord>& verbs) {
  constexpr std::size_t longest = 90;  // bytes
  after = trim_left(after);
  drop_prefix(after, words<"及以上的 及以下的 及以上 及以下 以上的 以下的 左右的 以上 以下 左右 的">);
  after = trim_left(after);
  std::size_t at = 0;
  while (at < after.size() && at < longest) {
    const Punctuation p = punctuation_at(after, at);
    if (p.mark == Mark::enumeration && at > 0) {
      at += p.length;
      continue;
    }
    if (p.mark == Mark::open && at == 0) {
      // “两新”项目 and 《办法》 may begin a noun, a bracket may not.
      const std::string_view c = after.substr(at, p.length);
      if (c == "（" || c == "(") return {};
    } else if (p.mark != Mark::none && p.mark != Mark::close) {
      break;
    }
    if (p.mark == Mark::close && (after.substr(at, p.length) == "）" || after.substr(at, p.length) == ")")) break;
    if (static_cast<unsigned char>(after[at]) < 0x80 && !(after[at] >= 'A' && after[at] <= 'z')) break;  // digits, operators, spaces
    const bool grades = starts_with_any(after.substr(at), words<"～Ⅱ ～Ⅲ ～Ⅳ ～Ⅴ —Ⅱ —Ⅲ —Ⅳ —Ⅴ">);         // Ⅰ～Ⅲ类水质
    if (is_space(after, at) || (!grades && starts_with_any(after.substr(at), words<"÷ × ＝ － ＋ ≥ ≤ — ～">))) break;
    if (const auto verb = verbs.prefix(after.substr(at));
        (verb && !(verb.length == 3 && after.substr(0, at).ends_with("公"))) || after.substr(at).starts_with("其中"))
      break;
    if (at == 0 && (library.changes().prefix(after) || library.versus().prefix(after))) return {};
    at += p.length;
  }
  std::string_view noun = after.substr(0, at);
  while (drop_suffix(noun, words<"、 和 与 及 的 等 （ ( “ 被 将 已 均 共 超">)) {
  }
  return noun;
}

std::string_view clause_behind(std::string_view after) {
  after = trim_left(after);
  std::size_t at = 0;
  while (at < after.size() && punctuation_at(after, at).mark == Mark::none && !is_ascii_digit(after[at])) at += character_length(after, at);
  return after.substr(0, at);
}

std::string_view post_verb(std::string_view after) {
  constexpr std::size_t shortest = 4, longest = 16;  // characters
  after = trim_left(after);
  if (!starts_with_any(after, words<"享受 参加 参保 领取 纳入 获得 接受 实现 取得 脱贫 通过 受益 荣获 入选">)) return {};
  const std::string_view deed = clause_behind(after);
  const std::size_t length = length_in_characters(deed);
  return length >= shortest && length <= longest ? deed : std::string_view{};
}

std::string_view post_object(std::string_view after, bool behind_comma) {
  constexpr std::size_t longest = 30, shortest = 2;  // characters
  after = trim_left(after);
  // 2亿元“两新”补助资金: named by the noun behind it
  for (std::size_t at = 0, characters = 0; at < after.size() && characters < 20; ++characters) {
    const Mark mark = punctuation_at(after, at).mark;
    if (mark != Mark::none && mark != Mark::open && mark != Mark::close) break;
    if (is_ascii_digit(after[at])) break;
    const std::size_t noun = words<"补助资金 专项资金 奖补资金 资金 经费 补贴">.prefix(after.substr(at));
    if (noun > 0 && at > 0) return after.substr(0, at + noun);
    if (noun > 0) after.remove_prefix(noun);
    at += character_length(after, at);
  }
  if (drop_prefix(after, words<"， ,">)) {
    after = trim_left(after);
    if (!behind_comma || !starts_with_any(after, words<"主要用于 重点用于 专项用于 全部用于 用于 主要支持 重点支持 支持 保障 助力">)) return {};
  }
  bool purpose = false;
  while (true) {
    drop_prefix(after, words<"扎实 稳步 有序 切实 深入 有力 全力 重点 大力 积极 着力 定向 集中 持续 有效 了 继续">);
    if (!drop_prefix(after, words<"主要用于 专项用于 全部用于 用于 主要支持 支持 保障 推进 推动 促进 加强 实施 落实 完善 改善 兑现 开展 加快 深化 "
                                  "强化 助力 扶持 提升 补助 奖补 资助">))
      break;
    purpose = true;
  }
  if (!purpose) return {};
  std::size_t at = 0, last_item = 0;
  for (std::size_t characters = 0; at < after.size() && characters <= longest; ++characters) {
    const Punctuation p = punctuation_at(after, at);
    if (p.mark == Mark::enumeration) last_item = at;
    if (p.mark == Mark::comma || p.mark == Mark::semicolon || p.mark == Mark::sentence_end || p.mark == Mark::colon || after.substr(at, 3) == "（" ||
        is_ascii_digit(after[at]))
      break;
    at += p.length;
    if (characters == longest && last_item > 0) at = last_item;
  }
  std::string_view object = after.substr(0, at);
  while (drop_suffix(object, words<"等方面 等 、 和 及 与 的">)) {
  }
  return length_in_characters(object) >= shortest ? object : std::string_view{};
}

}  // namespace gouji::extractor
