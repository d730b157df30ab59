#include "audit/naming.h"

#include <algorithm>
#include <array>
#include <cstdint>
#include <cstring>

#include "model/words.h"

namespace gouji::audit {
namespace {

// Marks that are no part of a name, in UTF-8: “ ” ‘ ’ 《 》 " and blanks.
constexpr std::array<std::string_view, 11> marks{"“", "”", "‘", "’", "《", "》", "\"", " ", "\t", "　", "'"};
constexpr std::array<std::string_view, 3> opening{"（", "(", "〔"};
constexpr std::array<std::string_view, 3> closing{"）", ")", "〕"};

// Longest first: the first that fits is taken off.
constexpr std::array<std::string_view, 37> before{
    "年初预算安排", "年初预算", "调整预算", "全年预算", "预算安排", "部门整体", "部门预算", "部门决算", "全年",     "本年度", "年度", "本年", "当年",
    "决算",         "预算",     "实际",     "实有",     "实现",     "累计",     "完成",     "安排",     "相应安排", "预计",   "共计", "合计", "全部",
    "整体",         "各项",     "总",       "共",       "达到",     "达",       "本部门",   "本单位",   "年内",     "财务",   "批复"};
constexpr std::array<std::string_view, 32> after{"预算安排数", "预算数", "决算数", "执行数", "完成数", "年初预算", "预算安排", "预算",
                                                 "决算",       "总计",   "合计",   "小计",   "共计",   "总额",     "总数",     "总量",
                                                 "总规模",     "规模",   "金额",   "总金额", "数额",   "总",       "安排",     "情况",
                                                 "完成",       "累计",   "共",     "为",     "达",     "额",       "数",       "值"};

// Which characters begin (or end) a word of a list: most names are told apart by one look.
class EdgeMask {
 public:
  template <std::size_t N>
  constexpr explicit EdgeMask(const std::array<std::string_view, N>& words, bool ends) {
    for (const std::string_view w : words) {
      const unsigned k = key(ends ? w.substr(w.size() - 3) : w);
      bits_[k >> 6U] |= std::uint64_t{1} << (k & 63U);
    }
  }
  constexpr bool may_have(std::string_view character) const {
    return character.size() >= 3 && (bits_[key(character) >> 6U] >> (key(character) & 63U) & 1U) != 0;
  }

 private:
  static constexpr unsigned key(std::string_view c) { return (static_cast<unsigned char>(c[1]) * 37U + static_cast<unsigned char>(c[2])) & 511U; }
  std::array<std::uint64_t, 8> bits_{};
};
constexpr EdgeMask beginnings(before, false);
constexpr EdgeMask endings(after, true);

bool take_prefix(std::string_view& text, std::string_view word) {
  if (!begins(text, word)) return false;
  text.remove_prefix(word.size());
  return true;
}

bool take_suffix(std::string_view& text, std::string_view word) {
  if (!ends(text, word)) return false;
  text.remove_suffix(word.size());
  return true;
}

template <std::size_t N>
std::size_t length_of_any(std::string_view text, const std::array<std::string_view, N>& words) {
  for (const std::string_view w : words)
    if (text.front() == w.front() && text.starts_with(w)) return w.size();
  return 0;
}

// Bytes of the Chinese characters that the text begins with.
std::size_t length_of_han(std::string_view text) {
  std::size_t length = 0;
  while (length + 3 <= text.size() && static_cast<unsigned char>(static_cast<unsigned char>(text[length]) - 0xE4U) <= 5) length += 3;
  return length;
}

// 增加值, 公用经费额 … keep what belongs to the word.
bool may_lose(std::string_view text, std::string_view suffix) {
  if (suffix == "值")
    return !text.ends_with("增加值") && !text.ends_with("总产值") && !text.ends_with("产值") && !text.ends_with("净值") && !text.ends_with("原值");
  if (suffix == "额")
    return !text.ends_with("余额") && !text.ends_with("限额") && !text.ends_with("零售额") && !text.ends_with("差额") && !text.ends_with("税额");
  if (suffix == "数") return !text.ends_with("人数") && !text.ends_with("户数") && !text.ends_with("指数");
  if (suffix == "总") return false;
  return true;
}

}  // namespace

std::string plain(std::string_view name) {
  std::string out;
  out.reserve(name.size());
  int depth = 0;
  while (!name.empty()) {
    // Nearly every character is Han, whose first bytes begin no mark: their runs are copied whole.
    if (const std::size_t run = length_of_han(name)) {
      if (depth == 0) out.append(name.substr(0, run));
      name.remove_prefix(run);
    } else if (const std::size_t n = length_of_any(name, opening)) {
      ++depth;
      name.remove_prefix(n);
    } else if (const std::size_t m = length_of_any(name, closing)) {
      depth = std::max(0, depth - 1);
      name.remove_prefix(m);
    } else if (const std::size_t k = length_of_any(name, marks)) {
      name.remove_prefix(k);
    } else {
      if (depth == 0) out.push_back(name.front());
      name.remove_prefix(1);
    }
  }
  return out;
}

namespace {

// core of a plain name: a part of it.
std::string_view core_of_plain(std::string_view text) {
  // 年初 says the basis of a 预算, and belongs to the name of 年初结转.
  if (text.starts_with("年初") && text.find("预算") != std::string_view::npos) text.remove_prefix(std::string_view("年初").size());
  for (bool changed = true; changed && !text.empty();) {
    changed = false;
    // 预算 and 决算 begin names of their own: 预算稳定调节基金.
    if (beginnings.may_have(text) && !text.starts_with("预算稳定")) {
      for (const std::string_view w : before)
        if (take_prefix(text, w)) {
          changed = true;
          break;
        }
    }
    if (text.size() < 3 || !endings.may_have(text.substr(text.size() - 3))) continue;
    for (const std::string_view w : after)
      if (ends(text, w) && may_lose(text, w) && take_suffix(text, w)) {
        changed = true;
        break;
      }
  }
  // 三公经费支出 is 三公经费, 公务接待费用 is 公务接待费.
  if (text.ends_with("经费支出")) text.remove_suffix(std::string_view("支出").size());
  if (text.size() > std::string_view("费用").size() && text.ends_with("费用")) text.remove_suffix(std::string_view("用").size());
  return text;
}

// What begins no mark and no bracket: most names hold nothing else.
bool is_plain(std::string_view name) { return length_of_han(name) == name.size(); }

}  // namespace

std::string core(std::string_view name) {
  if (is_plain(name)) return std::string(core_of_plain(name));
  const std::string whole = plain(name);
  return std::string(core_of_plain(whole));
}

std::string_view CoreNames::of(std::string_view name) {
  const auto [number, fresh] = known_.add(name);
  if (fresh) cores_.push_back(is_plain(name) ? core_of_plain(name) : rewritten_.intern(core(name)).view());
  return cores_[number];
}

std::string_view scope_core(std::string_view scope) {
  if (scope.empty()) return {};
  if (words<"部门整体 单位整体 整体 本部门 本单位 部门 单位 全部门">.has(scope)) return {};
  return ends_with_any(scope, words<"经济技术开发区 经济开发区">) ? "经开区" : scope;  // and its full name
}

std::string_view leaf(std::string_view path) {
  if (path.empty()) return path;                                     // memrchr wants memory
  const void* const slash = memrchr(path.data(), '/', path.size());  // rfind goes byte by byte
  return slash == nullptr ? path : path.substr(static_cast<std::size_t>(static_cast<const char*>(slash) - path.data()) + 1);
}

std::string_view parents(std::string_view path) {
  const std::size_t last = leaf(path).size();
  return last == path.size() ? std::string_view() : path.substr(0, path.size() - last - 1);
}

bool is_generic(std::string_view core_name) {
  return core_name.size() < 6 || starts_with_any(core_name, words<"其他 其它">) ||
         words<"资金 项目 人员 经费 费用 支出 收入 专项资金 补助 补贴 投资 财政资金 各类资金 专项 面积 工作经费">.has(core_name);
}

}  // namespace gouji::audit
