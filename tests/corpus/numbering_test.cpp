#include "corpus/numbering.h"

#include <catch2/catch.hpp>

using gouji::NumberStyle;
using gouji::corpus::parse_numbering;

TEST_CASE("numbers of headings and lists") {
  struct Case {
    std::string_view text, number;
    NumberStyle style;
    int value;
  };
  for (const Case& c : {Case{"第一部分 概况", "第一部分", NumberStyle::part, 1}, Case{"第三章　收入", "第三章", NumberStyle::chapter, 3},
                        Case{"一、部门概况", "一、", NumberStyle::han_comma, 1}, Case{"十二、其他", "十二、", NumberStyle::han_comma, 12},
                        Case{"（一）机构", "（一）", NumberStyle::han_paren, 1}, Case{"(二)人员", "(二)", NumberStyle::han_paren, 2},
                        Case{"（二十一）人员", "（二十一）", NumberStyle::han_paren, 21}, Case{"1.收入", "1.", NumberStyle::arabic_dot, 1},
                        Case{"１．收入", "１．", NumberStyle::arabic_dot, 1}, Case{"1.2025年预算", "1.", NumberStyle::arabic_dot, 1},
                        Case{"2、支出", "2、", NumberStyle::arabic_comma, 2}, Case{"（3）结余", "（3）", NumberStyle::arabic_paren, 3},
                        Case{"(1)结余", "(1)", NumberStyle::arabic_paren, 1}, Case{"4）结转", "4）", NumberStyle::arabic_half_paren, 4},
                        Case{"②公用经费", "②", NumberStyle::circled, 2}, Case{"2.1 收入情况", "2.1", NumberStyle::decimal, 1},
                        Case{"一是增收", "一是", NumberStyle::han_ordinal, 1}, Case{"——教育支出", "——", NumberStyle::dash, 0},
                        Case{"●教育", "●", NumberStyle::bullet, 0}}) {
    INFO(c.text);
    const auto numbering = parse_numbering(c.text);
    CHECK(numbering.style == c.style);
    CHECK(numbering.value == c.value);
    CHECK(c.text.substr(0, numbering.bytes) == c.number);
  }
}

TEST_CASE("what only looks like a number") {
  for (const std::string_view text : {"2023年收入", "1.25亿元", "12.5 亿元", "3.6％", "一般公共预算", "十四五时期", "（含结转）", "三公经费", "—",
                                      "12", "10万元", "第三产业", "100.5％", "1998年", "2.5 个百分点", ""}) {
    INFO(text);
    CHECK_FALSE(parse_numbering(text));
  }
}

TEST_CASE("an ASCII space after digits marks an automatic number") {
  CHECK(parse_numbering("（2） 项目支出").automatic);
  CHECK(parse_numbering("3、 绩效").automatic);
  CHECK_FALSE(parse_numbering("（2）项目支出").automatic);
  CHECK_FALSE(parse_numbering("（二） 项目支出").automatic);
}
