// The relations that syntax states, whatever the values are.
#include <catch2/catch.hpp>

#include "extraction.h"

using gouji::test::Extracted;
using Lines = std::vector<std::string>;

namespace {

struct Case {
  std::string text;
  Lines expected;
};

void run(std::initializer_list<Case> cases) {
  for (const Case& c : cases) {
    INFO(c.text);
    CHECK(Extracted("云岭县水务局2022年部门整体支出绩效自评报告\n" + c.text).relations() == c.expected);
  }
}

}  // namespace

TEST_CASE("其中 opens a breakdown that its sentence closes") {
  run({
      {"总支出100万元，其中：基本支出60万元，项目支出40万元。结余5万元。", {"breakdown 100 = 60 + 40"}},
      {"总支出100万元，其中基本支出60万元；项目支出40万元。", {"breakdown 100 = 60 + 40"}},
  });
}

TEST_CASE("a breakdown nests, and a semicolon goes back to the outer one") {
  run({
      {"支出合计100万元，其中：基本支出60万元，其中人员经费50万元，公用经费10万元；项目支出40万元。",
       {"breakdown 100 = 60 + 40", "breakdown 60 = 50 + 10"}},
      {"市本级限额30亿元，其中：一般债务20亿元，专项债务10亿元；县区限额9亿元，其中：一般债务5亿元，专项债务4亿元。",
       {"breakdown 30 = 20 + 10", "breakdown 9 = 5 + 4"}},
  });
}

TEST_CASE("a share says whose part it is") {
  run({
      {"整体支出90万元，其中基本支出60万元，占总支出的66.67%，人员支出50万元，占基本支出的83.33%，公用支出10万元，占基本支出的16.67%"
       "，项目支出30万元，占总支出的33.33%。",
       {"breakdown 90 = 60 + 30", "breakdown 60 = 50 + 10"}},
  });
}

TEST_CASE("a colon opens a list, in the sentence or over paragraphs") {
  run({
      {"商品和服务支出20万元：办公费12万元，电费8万元。", {"breakdown 20 = 12 + 8"}},
      {"可用财力10亿元。财力构成是：\n（1）收入6亿元，占可用财力的60%；\n（2）上级补助4亿元，占可用财力的40%。\n其他支出3亿元。",
       {"breakdown 10 = 6 + 4"}},
  });
}

TEST_CASE("a list goes on behind its ninth item in full-width digits too") {
  run({{"办公费23万元。具体包括：\n８.纸张（２０８０５０５）11万元。\n９.水电6万元。\n１０.邮电4万元。\n１１.印刷2万元。",
        {"breakdown 23 = 11 + 6 + 4 + 2"}}});
}

TEST_CASE("changes of parts add up with their signs") {
  run({{"支出总计500万元，比上年增加20万元。其中：教育支出增加25万元，其他支出减少5万元。", {"breakdown 20 = 25 - 5"}}});
}

TEST_CASE("added and taken away, then a total: a balance") {
  run({{"基金收入15亿元，加专项补助2亿元、上年结转3亿元，减调出资金1亿元，预计可用财力19亿元。按照收支平衡的原则，相应安排支出19亿元。",
        {"balance 19 = 15 + 2 + 3 - 1", "equality 19 = 19"}}});
}

TEST_CASE("what is added to may be the whole of a list, or the subject of the sentence before") {
  run({
      {"一般公共预算支出60亿元，增长1%，主要项目安排情况：教育支出20亿元，增长2%；住房保障支出5亿元，加上上解支出4亿元，支出总计64亿元。",
       {"breakdown? 60 = 20 + 5", "balance 64 = 60 + 4"}},
      {"一般公共收入预算50亿元，增长2%。其中，税收收入40亿元。一般公共收入预算加上补助30亿元、上年结余2亿元，预算总收入为82亿元。",
       {"breakdown 50 = 40", "balance 82 = 50 + 30 + 2"}},
      {"一般公共预算收入50亿元，超收收入5亿元按规定使用。加上上级补助30亿元，上年结余2亿元，收入总量为82亿元。", {"balance 82 = 50 + 30 + 2"}},
  });
}

TEST_CASE("a number alone in brackets is named before them, and 等 sums what was enumerated") {
  run(
      {{"年初预算支出100亿元，加上新增转移支付（12亿元）、上年结转（3亿元）等15亿元，减去短收（5亿元）、调入资金减少（1亿元）等6亿元，全年支出预算调"
        "整为109亿元。",
        {"breakdown? 15 = 12 + 3", "breakdown? 6 = 5 + 1", "balance 109 = 100 + 15 - 6"}}});
}

TEST_CASE("a total may stand behind its parts, and a remainder behind two totals") {
  run(
      {{"收支平衡情况：一般公共预算收入50亿元，上级补助收入30亿元，上年结转收入2亿元，收入总计82亿元；一般公共预算支出70亿元，上解支出4亿元，债务还本"
        "支出3亿元，支出总计77亿元；收支相抵，年终结余5亿元。",
        {"balance 82 = 50 + 30 + 2", "balance 77 = 70 + 4 + 3", "balance 5 = 82 - 77"}}});
}

TEST_CASE("a list's total is on the side that its colon names") {
  run({{"支出20亿元。收支相抵，年终结转3亿元。主要支出情况如下：\n——教育支出9亿元。\n——农林水支出7亿元。", {"breakdown? 20 = 9 + 7"}}});
}

TEST_CASE("an in-line formula keeps its operators") {
  run({{"在职人员控制率：在职45人/编制50人*100%=90%。", {"formula 90 = 45 + 50 (1 2 / 100% *)"}}});
}

TEST_CASE("figures in brackets are no parts") {
  run({{"总支出100万元，其中：基本支出60万元（含补助5万元），项目支出40万元。", {"breakdown 100 = 60 + 40"}}});
}

TEST_CASE("what is left over from last year is income too") {
  run({{"收入预算100万元，其中：财政拨款收入80万元；使用非财政拨款结余15万元；上年结转5万元。年末结余3万元。", {"breakdown 100 = 80 + 15 + 5"}}});
}

TEST_CASE("income is no part of spending") { run({{"收入100万元，其中：财政拨款100万元，支出90万元。", {"breakdown 100 = 100"}}}); }

TEST_CASE("brackets right behind a number list what it is made of") {
  run({
      {"债券收入65.4亿元（新增债券18.2亿元、再融资债券47.2亿元），总收入90亿元。", {"breakdown 65.4 = 18.2 + 47.2"}},
      {"到期本息198亿元，其中：一般债39亿元（还本5亿元、付息34亿元），专项债159亿元（还本43亿元、付息116亿元）。",
       {"breakdown 198 = 39 + 159", "breakdown 39 = 5 + 34", "breakdown 159 = 43 + 116"}},
      {"在岗职工50人（其中：男30人，女20人）。", {"breakdown 50 = 30 + 20"}},
      // Something else than the parts, or one of them.
      {"补助12亿元（含中央补助3亿元、省级补助2亿元）。", {}},
      {"支出10亿元（上年9亿元，前年8亿元）。", {}},
      {"储备项目5个（总投资3亿元，到位资金2亿元）。", {}},
      {"补助12亿元，主要用于道路（桥梁3亿元、隧道2亿元）。", {}},
  });
}

TEST_CASE("包括 names more than one: it goes on over a semicolon") {
  run({{"农林水支出20亿元。其中：经费类支出12亿元，包括本级8亿元，完成预算的99%，主要是保障水利；对县区转移支付4亿元。",
        {"breakdown 20 = 12", "breakdown 12 = 8 + 4"}}});
}

TEST_CASE("分产业看, 按经营地分: the parts of what the sentence before was about") {
  run({
      {"全年生产总值90亿元，比上年增长5%。分产业看，第一产业增加值10亿元，增长3%；第二产业增加值50亿元，增长4%；第三产业增加值30亿元，增长6%。",
       {"breakdown 90 = 10 + 50 + 30"}},
      {"消费品零售总额60亿元。按经营地分，城镇消费品零售额40亿元，增长3%；乡村消费品零售额20亿元。", {"breakdown 60 = 40 + 20"}},
      {"消费品零售总额60亿元，增长5%。按经营地分，消费品零售总额60亿元，包括：城镇消费品零售额40亿元；乡村消费品零售额20亿元。",
       {"breakdown 60 = 40 + 20"}},
      {"货物进出口总额60亿元。其中，出口总额40亿元，增长3%；进口总额20亿元。", {"breakdown 60 = 40 + 20"}},
  });
}

TEST_CASE("a list in brackets ends with them: what its whole is a part of goes on") {
  run({{"“三公”经费支出20万元，其中：因公出国费1万元；公务用车费15万元（其中：购置费6万元，运行费9万元）；公务接待费4万元。",
        {"breakdown 20 = 1 + 15 + 4", "breakdown 15 = 6 + 9"}}});
}

TEST_CASE("a share that rises: 占比由上年的49.4%提高到55.7%，提高6.3个百分点") {
  run({{"劳动年龄人口占比由上年的49.4%提高到55.7%，提高6.3个百分点。", {"balance 6.3 = 55.7 - 49.4"}},
       {"劳动年龄人口占比由49.4%下降到45.7%，下降3.7个百分点。", {"balance 3.7 = 49.4 - 45.7"}}});
}

TEST_CASE("支出决算中: what follows are the parts of what the paragraph said before under that name") {
  run({
      {"“三公”经费预算30万元，支出决算20万元。2022年“三公”经费支出决算中，因公出国费1万元，占5%；公务用车费15万元，占75%；公务接待费4万元，占20%。",
       {"breakdown 20 = 1 + 15 + 4"}},
      {"教育支出30万元。“三公”经费支出决算中，因公出国费1万元；公务接待费4万元。", {}},
  });
}

TEST_CASE("按支出性质分: the whole may stand in the paragraph before") {
  run({
      {"2022年支出合计100万元。\n按支出性质分，基本支出60万元，占60%；项目支出40万元，占40%。", {"breakdown 100 = 60 + 40"}},
      {"2022年支出合计100万元。\n按支出性质分，本年支出合计100万元，其中：基本支出60万元，占60%；项目支出40万元，占40%。",
       {"breakdown 100 = 60 + 40"}},
      {"2022年收入合计100万元。\n按支出性质分，基本支出60万元，占60%；项目支出40万元，占40%。", {}},
  });
}

TEST_CASE("terms of a balance, whatever they are called") {
  run({
      {"收入50亿元加上上年结余3亿元和调入资金2亿元，减去上解支出4亿元、债务还本支出1亿元后，可安排财力共计50亿元。",
       {"balance 50 = 50 + 3 + 2 - 4 - 1"}},
      {"当年结余40万元，加上上年结余1300万元，年末滚存结余1340万元。", {"balance 1340 = 40 + 1300"}},
      {"基金预算支出9亿元，结转下年3亿元，支出合计12亿元。", {"balance 12 = 9 + 3"}},
      {"本级支出预算由190.2亿元变动为195.7亿元，调增5.5亿元。", {"balance 5.5 = 195.7 - 190.2"}},
  });
}
