#include "extractor/post_noun.h"

#include "extractor/characters.h"
#include "extractor/segmenter.h"
#include "extractor/words.h"

namespace gouji::extractor {

std::string_view post_noun(std::string_view after, const patterns::Library& library, const patterns::Lexicon<patterns::MarkerWord>& verbs) {
  constexpr std::size_t longest = 60;  // bytes
  after = trim_left(after);
  drop_prefix(after, words<"以上的 以下的 左右的 以上 以下 左右 的">);
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
    if (is_space(after, at) || starts_with_any(after.substr(at), words<"÷ × ＝ － ＋ ≥ ≤">)) break;
    if (verbs.prefix(after.substr(at)) || after.substr(at).starts_with("其中")) break;
    if (at == 0 && (library.changes().prefix(after) || library.versus().prefix(after))) return {};
    at += p.length;
  }
  std::string_view noun = after.substr(0, at);
  while (drop_suffix(noun, words<"、 和 与 及 的 等 （ ( “ 被 将 已 均 共">)) {
  }
  return noun;
}

}  // namespace gouji::extractor
