// The fixed words of the terminal report, in both languages. Internal to output/.
#pragma once

#include "output/messages.h"

namespace gouji::output::phrase {

inline constexpr Text findings{"发现的问题", "findings"};
inline constexpr Text no_findings{"未发现不一致", "Nothing inconsistent"};
inline constexpr Text formula{"算式", "sum"};
inline constexpr Text message{"说明", "what"};
inline constexpr Text hint{"提示", "hint"};
inline constexpr Text consequences{"另有 {} 项核对因同一原因不成立", "further checks that fail for the same cause: {}"};
inline constexpr Text doubtful{"存疑（不算错误）", "To be asked (no error)"};
inline constexpr Text more{"另有 {} 项，见 --format jsonl", "{} more, see --format jsonl"};
inline constexpr Text covered{"核对覆盖：应核对 {} 项，已核对 {} 项；{} 个数中有 {} 个（{}%）至少参与一项核对",
                              "Coverage: {} obligations, {} checked; of {} figures {} ({}%) stand in at least one check"};
inline constexpr Text across{"跨报告核对 {} 项：一致 {}，需核实 {}", "Across reports {} checks: {} agree, {} to look at"};
inline constexpr Text rounding_in_table{"尾差 {} 处：{}", "off by the last digit, {} times: {}"};
inline constexpr Text not_checked{"未能核对", "Not checked"};
inline constexpr Text no_reason{"未说明原因", "no reason given"};
inline constexpr Text warnings{"读取时的提示", "Notes on reading"};
inline constexpr Text figures{"数字", "figures"};
inline constexpr Text checks{"核对", "checks"};
inline constexpr Text numbers{"其他数", "other numbers"};
inline constexpr Text refused{"未能读取", "REFUSED"};
inline constexpr Text totals{"合计", "In all"};
inline constexpr Text documents{"文档", "documents"};
inline constexpr Text refusals{"未能读取", "refused"};
inline constexpr Text same_bytes{"内容相同", "same bytes"};
inline constexpr Text colon{"：", ": "};
inline constexpr Text comma{"，", ", "};
inline constexpr Text semicolon{"；", "; "};
inline constexpr Text open{"（", " ("};
inline constexpr Text close{"）", ")"};

}  // namespace gouji::output::phrase
