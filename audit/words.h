// The words of messages, in Chinese and English, and small helpers for how numbers differ.
#pragma once

#include <functional>
#include <string>
#include <string_view>

#include "audit/cause.h"
#include "audit/draft.h"
#include "audit/questions.h"

namespace gouji::audit {

// A sentence with {0} the indicator and {1} the stated number as printed.
struct Words {
  const char* sentence;
};
Words words_for(Form form, Verdict verdict, bool zh);
// "" for Why::none.
std::string_view words_for(Why why, bool zh);

std::string_view words_for(Asked asked, bool zh);
// What may have gone wrong: {0} another figure or year, {1} a factor; "" for Cause::none.
std::string_view words_for(Cause cause, bool zh);

inline bool failed_at_most(Verdict v) { return v == Verdict::inconsistent || v == Verdict::suspect_unit || v == Verdict::query; }

// "1 2 / 100% *" → "98 ÷ 110 × 100%".
std::string infix(std::string_view postfix, const std::function<std::string(std::size_t)>& operand);

}  // namespace gouji::audit
