#include "extractor/side.h"

#include <algorithm>
#include <array>

#include "extractor/characters.h"
#include "model/words.h"

namespace gouji::extractor {

Side side_of(std::string_view name) {
  if (contains_any(name, words<"结余 结转">)) return contains_any(name, words<"收入 支出">) ? Side::unknown : Side::remainder;
  if (ends_with_any(name, words<"收入 收入合计 收入总计 总收入 收入总量">)) return Side::income;
  if (ends_with_any(name, words<"支出 支出合计 支出总计 总支出 支出总量">)) return Side::spending;
  if (contains(name, "负债") || contains(name, "债务余额")) return Side::liability;
  if (contains(name, "资产")) return Side::asset;
  return Side::unknown;
}

bool of_another_fund(std::string_view total, std::string_view part) {
  constexpr std::array funds{"一般公共预算", "政府性基金", "国有资本经营", "社会保险基金"};
  if (contains_any(total, words<"和 及 、 合计 总计">)) return false;  // of several funds
  for (const std::string_view fund : funds) {
    if (!begins(total, fund)) continue;
    return std::any_of(funds.begin(), funds.end(), [&](std::string_view other) { return other != fund && begins(part, other); });
  }
  return false;
}

}  // namespace gouji::extractor
