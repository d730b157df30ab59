// What a clause looks like to the lead parser: no layout spaces, no list numbers, no codes, periods as placeholders.
#include <algorithm>

#include "extractor/characters.h"
#include "extractor/lead.h"
#include "model/words.h"

namespace gouji::extractor {
namespace {

constexpr std::size_t most_periods = 8;  // a clause with more is no clause; further ones stay as text

// Copies a stretch of the block without layout spaces: a space stays only between two ASCII words.
void copy(std::string& out, std::string_view block, std::size_t begin, std::size_t end) {
  const std::string_view all = block.substr(begin, end - begin);
  if (!may_have_space(all)) {
    out.append(all);
    return;
  }
  for (std::size_t at = begin; at < end;) {
    const std::size_t length = character_length(block, at);
    if (!is_space(block, at)) {
      out.append(block.substr(at, length));
    } else if (!out.empty() && static_cast<unsigned char>(out.back()) < 0x80 && at + length < end &&
               static_cast<unsigned char>(block[at + length]) < 0x80 && out.back() != ' ') {
      out.push_back(' ');
    }
    at += length;
  }
}

// Remarks in brackets name nothing: 为调整预算（下同）的, 预计完成（以下简称完成）.
void drop_remarks(std::string& out) {
  if (!contains(out, "（") && !contains(out, "(")) return;
  for (std::size_t from = 0; from < out.size();) {
    const bool wide = out.compare(from, std::string_view("（").size(), "（") == 0;
    if (!wide && out[from] != '(') {
      from += character_length(out, from);
      continue;
    }
    const std::size_t end = std::min(out.find("）", from), out.find(')', from));
    if (end == std::string::npos) return;
    const std::size_t after = end + character_length(out, end);
    if (contains_any(std::string_view(out).substr(from, end - from), words<"下同 以下简称 以下统称 以下称 详见 见附 参见 附后">))
      out.erase(from, after - from);
    else
      from = after;
  }
}

// Removes the empty brackets that a code left behind: 小学教育（） → 小学教育.
void drop_empty_brackets(std::string& out) {
  for (const std::string_view pair : words<"（） () （) (）">)
    if (out.ends_with(pair)) out.resize(out.size() - pair.size());
}

}  // namespace

void CleanClause::clear() {
  text.clear();
  periods.clear();
  period_texts.clear();
  code.clear();
  numbered = false;
}

void clean_clause(std::string_view block, TextRange clause, const std::vector<Numeral>& numerals, std::size_t first, std::size_t last,
                  CleanClause& out) {
  out.clear();
  std::size_t at = clause.begin;
  bool after_code = false;
  const auto copy_to = [&](std::size_t end) {
    if (after_code && end > at) {
      const std::size_t length = character_length(block, at);
      copy(out.text, block, at, at + length);
      at += length;
      drop_empty_brackets(out.text);
      after_code = false;
    }
    copy(out.text, block, at, end);
    at = end;
  };
  for (std::size_t i = first; i < last; ++i) {
    const Numeral& n = numerals[i];
    if (n.text.begin < at || n.text.end > clause.end) continue;
    copy_to(n.text.begin);
    switch (n.number_class) {
      case NumberClass::date:
      case NumberClass::period:
        if (out.periods.size() >= most_periods) continue;
        out.periods.push_back(n.period);
        out.period_texts.push_back(block.substr(n.text.begin, n.text.size()));
        if (out.text.ends_with("“") && block.substr(n.text.end).starts_with("”")) {  // “十四五”时期: the quotes are the period's
          out.text.resize(out.text.size() - std::string_view("“").size());
          at = n.text.end + static_cast<std::uint32_t>(std::string_view("”").size());
        } else {
          at = n.text.end;
        }
        out.text.push_back(static_cast<char>(out.periods.size()));
        break;
      case NumberClass::list_number:
        if (!out.text.empty() && starts_with_any(block.substr(n.text.begin), words<"[ ［ 〔 【">)) {  // a footnote's mark: 生产总值[2]
          at = n.text.end;
          break;
        }
        [[fallthrough]];
      case NumberClass::heading:
        out.numbered = true;
        out.text.clear();
        at = n.text.end;
        break;
      case NumberClass::code:
        if (!out.text.ends_with("（") && !out.text.ends_with("(")) break;
        out.code = block.substr(n.number.begin, n.number.size());
        at = n.text.end;
        after_code = true;
        break;
      default:
        break;  // stays as text
    }
  }
  copy_to(clause.end);
  drop_remarks(out.text);
}

}  // namespace gouji::extractor
