// The bounds of grades: 优秀（得分率≥90%）、良好（90%＞得分率≥80%）.
#pragma once

#include <string>
#include <string_view>

#include "model/document.h"

namespace gouji::extractor {

// "得分率（优秀）" for a number (a range of `text`) that stands in brackets beside ＞, ≥, ＜ or ≤; "" for any other.
std::string graded_bound(std::string_view text, TextRange number);

}  // namespace gouji::extractor
