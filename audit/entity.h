// Who reports: the names of one entity brought to one form. Words only.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace gouji::audit {

// Without blanks, brackets and quotation marks (what stands in brackets stays), long official words in their short form: 中国共产党…委员会 → 中共…委.
// 本级 and 机关 stay: they are another scope.
std::string entity_core(std::string_view name);

// For each of `cores`, which may repeat: the longest name that it is a short form of (行政审批服务局 of 云山县行政审批服务局), itself where none
// or several are.
std::vector<std::string> full_entities(const std::vector<std::string>& cores);

}  // namespace gouji::audit
