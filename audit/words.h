// The words of messages, in Chinese and English, and small helpers for how numbers differ.
#pragma once

#include <functional>
#include <string>
#include <string_view>

#include "audit/draft.h"

namespace gouji::audit {

// A sentence with {0} the indicator and {1} the stated number as printed.
struct Words {
  const char* sentence;
};
Words words_for(Form form, Verdict verdict, bool zh);
// "" for Why::none.
std::string_view words_for(Why why, bool zh);

inline bool failed_at_most(Verdict v) { return v == Verdict::inconsistent || v == Verdict::suspect_unit || v == Verdict::query; }

// "1 2 / 100% *" → "98 ÷ 110 × 100%".
std::string infix(std::string_view postfix, const std::function<std::string(std::size_t)>& operand);

enum class DigitSlip : std::uint8_t { none, transposed, one_digit };
// How two canonical decimals differ as written: 885.83 and 858.83, 16.8 and 16.3.
DigitSlip compare_digits(std::string_view printed, std::string_view should_be);

}  // namespace gouji::audit
