// Chinese numerals in running text: which are numbers and which are parts of words (一般, 统一, 三公, 十分).
#pragma once

#include "extractor/quantities.h"

namespace gouji::extractor::numeral {

// A Han that may begin a Chinese number, 翻一番 or 数十; one look in a table of bits.
bool may_begin_chinese(char32_t c);

// `quantity` begins with a Chinese numeral. Prose asks for more than a lone numeral with a classifier.
bool is_spoken_number(std::string_view text, const Quantity& quantity, const Context& context, bool prose);

}  // namespace gouji::extractor::numeral
