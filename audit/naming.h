// Names of indicators as the audit compares them. 总支出, 支出合计 and 各项支出总计 are one thing within one report; 基本支出 is not.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "audit/numbering.h"
#include "model/name.h"

namespace gouji::audit {

// Without blanks, quotation marks and bracketed remarks: “三公”经费（含…） → 三公经费.
std::string plain(std::string_view name);

// plain, without the words that say basis, period or totality at its ends (年初预算, 决算, 总, 合计, 总额…). Never empty
// unless the name holds nothing else: 合计 → "".
std::string core(std::string_view name);

// Cores of names that come again and again: each is worked out once. Borrows the names; what it returns lives as long as itself and they.
class CoreNames {
 public:
  std::string_view of(std::string_view name);

 private:
  Numbering<std::string_view> known_;
  std::vector<std::string_view> cores_;  // by the number of a name: most are a part of it
  NamePool rewritten_;                   // the others
};

// The scope without words that only say "this unit as a whole" (部门整体, 本单位).
std::string_view scope_core(std::string_view scope);

// The last part of a path: 总支出/基本支出 → 基本支出.
std::string_view leaf(std::string_view path);
// What stands before the last part, or "".
std::string_view parents(std::string_view path);

// A name that fits many things (资金, 项目, 人员): two figures of it need not be the same.
bool is_generic(std::string_view core_name);

}  // namespace gouji::audit
