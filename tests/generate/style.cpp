#include "generate/style.h"

namespace gouji::generate {
namespace {

void shared(Random& random, Style& style) {
  style.trim = random.chance(25);
  style.trim_table = random.chance(10);
  style.group = random.chance(8);
  style.group_table = random.chance(30);
  style.percent_decimals = static_cast<int>(random.pick<std::int64_t>({2, 2, 2, 1, 1, 0}));
  style.trim_percent = random.chance(20);
  style.zero_blank = random.chance(60);
  style.whole_zero = random.chance(30);
  style.numbering = static_cast<unsigned>(random.between(0, 3));
  style.ascii_marks = random.chance(6);
  style.separator = random.pick<std::string>({"，", "，", "、", "；", "；"});
}

}  // namespace

Style department_style(Random& random) {
  Style style;
  style.money = random.pick<Unit>({{"万元", 4, 2}, {"万元", 4, 2}, {"万元", 4, 2}, {"万元", 4, 2}, {"元", 0, 2}, {"万元", 4, 4}});
  style.table_money = style.money;
  if (random.chance(10)) style.table_money = {"元", 0, 2};
  shared(random, style);
  if (style.money.decimals != 2) style.trim = false;
  return style;
}

Style government_style(Random& random) {
  Style style;
  style.money = random.pick<Unit>({{"亿元", 8, 2}, {"亿元", 8, 1}, {"万元", 4, 0}, {"亿元", 8, 2}});
  style.table_money = random.pick<Unit>({{"万元", 4, 0}, {"万元", 4, 0}, {"亿元", 8, 2}});
  shared(random, style);
  style.trim_table = false;
  style.percent_decimals = static_cast<int>(random.pick<std::int64_t>({1, 1, 1, 2}));
  return style;
}

}  // namespace gouji::generate
