// Numbers without a unit that state something all the same: 城乡居民收入比为2.05, 参保人数达到2.2亿, 三次产业结构为7:43:50.
#pragma once

#include <string_view>
#include <vector>

#include "extractor/numerals.h"

namespace gouji::extractor {

// Makes figures of the numerals of class `number` that a measuring word stands before. `numerals` are those of `text`, in order.
void find_bare_figures(std::string_view text, std::vector<Numeral>& numerals);

}  // namespace gouji::extractor
