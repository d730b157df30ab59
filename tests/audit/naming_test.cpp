#include "audit/naming.h"

#include "audit/words.h"
#include "report.h"

using namespace gouji::audit;

TEST_CASE("names as they are compared") {
  struct Case {
    const char *name, *core;
  };
  const Case cases[] = {
      {"总支出", "支出"},
      {"支出合计", "支出"},
      {"各项支出总计", "支出"},
      {"预算安排支出", "支出"},
      {"决算总收入", "收入"},
      {"年初预算收入", "收入"},
      {"资产总额", "资产"},
      {"“三公”经费预算", "三公经费"},
      {"年初“三公”经费预算", "三公经费"},
      {"“三公”经费支出", "三公经费"},
      {"公务接待费用", "公务接待费"},
      {"因公出国（境）费", "因公出国费"},
      {"基本支出", "基本支出"},
      {"一般公共预算收入", "一般公共预算收入"},
      {"预算稳定调节基金", "预算稳定调节基金"},
      {"第一产业增加值", "第一产业增加值"},
      {"债务余额", "债务余额"},
      {"合计", ""},
      {"年初结转", "年初结转"},
      {"年末结转", "年末结转"},
  };
  CoreNames cores;
  for (const Case& c : cases) {
    INFO(c.name);
    CHECK(core(c.name) == c.core);
    CHECK(cores.of(c.name) == c.core);
    CHECK(cores.of(c.name).data() == cores.of(c.name).data());  // worked out once
  }
}

TEST_CASE("paths") {
  CHECK(leaf("总支出/基本支出") == "基本支出");
  CHECK(parents("总支出/基本支出") == "总支出");
  CHECK(parents("总支出").empty());
  CHECK(is_generic("资金"));
  CHECK_FALSE(is_generic("一般公共预算收入"));
}

TEST_CASE("formulas as people write them") {
  const auto operand = [](std::size_t i) { return std::string(i == 1 ? "98人" : i == 2 ? "110人" : "7人"); };
  CHECK(infix("1 2 / 100% *", operand) == "98人 ÷ 110人 × 100%");
  CHECK(infix("1 2 + 3 /", operand) == "(98人 + 110人) ÷ 7人");
  CHECK(infix("1 +", operand) == "1 +");
}
