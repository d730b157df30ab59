#include "extractor/numerals.h"

#include <catch2/catch.hpp>

using namespace gouji;

namespace {

const patterns::Library& library() {
  static const auto loaded = patterns::Library::load({}).value();
  return *loaded;
}

std::vector<extractor::Numeral> figures(std::string_view text, bool prose = true) {
  std::vector<extractor::Numeral> out;
  for (const auto& n : extractor::scan(text, library(), {.prose = prose}))
    if (n.number_class <= NumberClass::number) out.push_back(n);
  return out;
}

std::string shown(std::string_view text, const extractor::Numeral& n) {
  return std::string(text.substr(n.text.begin, n.text.size())) + " = " + (n.fraction.empty() ? n.value.str() : n.fraction) + " " + n.unit + " " +
         std::string(name(n.kind)) + " " + std::string(name(n.comparator));
}

struct Case {
  std::string_view text;
  std::vector<std::string> expected;
};

void check(const std::vector<Case>& cases, bool prose = true) {
  for (const Case& c : cases) {
    INFO(c.text);
    std::vector<std::string> got;
    for (const auto& n : figures(c.text, prose)) got.push_back(shown(c.text, n));
    CHECK(got == c.expected);
  }
}

}  // namespace

TEST_CASE("amounts, ratios, counts and scores carry their canonical value and unit") {
  check({
      {"青禾县财政局支出426.92万元。", {"426.92万元 = 4269200 CNY amount ="}},
      {"总投资1.2万亿元", {"1.2万亿元 = 1200000000000 CNY amount ="}},
      {"占30.92%，增长7％", {"30.92% = 0.3092 1 ratio =", "7％ = 0.07 1 ratio ="}},
      {"占比0.00 %", {"0.00 % = 0 1 ratio ="}},
      {"自然增长率5.5‰", {"5.5‰ = 0.0055 1 ratio ="}},
      {"提高0.8个百分点", {"0.8个百分点 = 0.008 pp ratio ="}},
      {"增长1.5倍", {"1.5倍 = 1.5 x ratio ="}},
      {"校舍199 万平方米", {"199 万平方米 = 1990000 平方米 count ="}},
      {"办件46.3万件，服务2.1亿人次", {"46.3万件 = 463000 件 count =", "2.1亿人次 = 210000000 人次 count ="}},
      {"自评得分98分", {"98分 = 98 分 score ="}},
      {"6个月内办结，30分钟送达", {"6个月 = 6 个月 other =", "30分钟 = 30 分钟 other ="}},
      {"出口3.5亿美元", {"3.5亿美元 = 350000000 USD amount ="}},
      {"￥1,200.50", {"￥1,200.50 = 1200.5 CNY amount ="}},
      {"死亡率12.5/10万", {"12.5/10万 = 0.000125 1 ratio ="}},
      {"管网 1700 公 里", {"1700 公 里 = 1700 公里 count ="}},
      {"解决了60万农村人口饮水", {"60万 = 600000  count ="}},
  });
}

TEST_CASE("a count in plain print is read as the grammar reads it") {
  // The first of each pair is read without the grammar, the second is not: what stands behind it makes it more than plain.
  const std::pair<std::string_view, std::string_view> cases[] = {
      {"培训12人次，", "培训12人次  ，"},           {"新建3公里。", "新建3公里  。"},
      {"新建3.25公里。", "新建3.25公里  。"},       {"设有7个。", "设有7个  。"},
      {"共有50平方米，", "共有50平方米  ，"},       {"出口35美元，", "出口35美元  ，"},
      {"提高8个百分点；", "提高8个百分点  ；"},     {"得98分。", "得98分  。"},
      {"增至120万千瓦时，", "增至120万千瓦时  ，"}, {"收入25,256万元,", "收入25,256万元  ,"},
      {"增长88．7％，", "增长88．7％  ，"},         {"增长8.2% ;", "增长8.2%  ;"},
      {"资金8842.3万元，", "资金8842.3万元  ，"},   {"超市1.4万个（其中", "超市1.4万个  （其中"},
      {"每人94元提高", "每人94元  提高"},           {"拨付1,234,567.8元。", "拨付1,234,567.8元  。"}};
  for (const auto& [plain, other] : cases) {
    INFO(plain);
    const auto one = figures(plain), two = figures(other);
    REQUIRE(one.size() == 1);
    REQUIRE(two.size() == 1);
    CHECK(shown(plain, one[0]) == shown(other, two[0]));
    CHECK(one[0].number_class == two[0].number_class);
    CHECK(one[0].exact == two[0].exact);
    CHECK(one[0].decimals == two[0].decimals);
    CHECK(one[0].unit_text == two[0].unit_text);
  }
  check({
      {"培训12人次以上，", {"12人次 = 12 人次 count >="}},
      {"新建3至5公里，", {"3 = 3 公里 count >=", "5公里 = 5 公里 count <="}},
      {"约3公里，", {"3公里 = 3 公里 count ~"}},
      {"第3分别", {}},
      {"每人94元（含）以上", {"94元 = 94 CNY amount >="}},
      {"收入5万元 以上", {"5万元 = 50000 CNY amount >="}},
      {"共有12人民", {"12 = 12  other ="}},
      {"收入1,23万元", {"1 = 1  other =", "23万元 = 230000 CNY amount ="}},
  });
}

TEST_CASE("digits of any width, grouping, points and signs") {
  check({
      {"下降15．8％", {"15．8％ = 0.158 1 ratio ="}},
      {"共１２３人", {"１２３人 = 123 人 count ="}},
      {"收入1，323.56万元", {"1，323.56万元 = 13235600 CNY amount ="}},
      {"收入477,447.73 万元", {"477,447.73 万元 = 4774477300 CNY amount ="}},
      {"分别为20，300", {"20 = 20  other =", "300 = 300  other ="}},
      {"增速为-3.2%", {"-3.2% = -0.032 1 ratio ="}},
      {"增速为−3.2%", {"−3.2% = -0.032 1 ratio ="}},
      {"净额负5万元", {"负5万元 = -50000 CNY amount ="}},
      {"（1,234.56）", {"（1,234.56） = -1234.56  other ="}},
      {"\xEE\x80\x85"
       "共12\xEE\x80\x85"
       "5万元",
       {"12\xEE\x80\x85"
        "5万元 = 125000 CNY amount ="}},
      {"产量1 2 3 ．5 万吨", {"1 2 3 ．5 万吨 = 1235000 吨 count ="}},
      {"顺序 1 2 3 4", {"1 = 1  other =", "2 = 2  other =", "3 = 3  other =", "4 = 4  other ="}},
  });
}

TEST_CASE("Chinese and mixed numerals") {
  check({
      {"三千五百万元", {"三千五百万元 = 35000000 CNY amount ="}},
      {"壹佰贰拾万元整", {"壹佰贰拾万元整 = 1200000 CNY amount ="}},
      {"3千5百元", {"3千5百元 = 3500 CNY amount ="}},
      {"13万2元", {"13万2元 = 132000 CNY amount ="}},
      {"一万二千元", {"一万二千元 = 12000 CNY amount ="}},
      {"两百零三点五万元", {"两百零三点五万元 = 2035000 CNY amount ="}},
      {"百分之三十点五", {"百分之三十点五 = 0.305 1 ratio ="}},
      {"三分之二以上", {"三分之二 = 2/3 1 ratio >="}},
      {"约三成，增长两倍", {"三成 = 0.3 1 ratio ~", "两倍 = 2 x ratio ="}},
      {"比五年前翻一番，翻两番", {"翻一番 = 2 x ratio =", "翻两番 = 4 x ratio ="}},
      {"比例1:3", {"1:3 = 1/3 1 ratio ="}},
      {"约1/4的企业", {"1/4 = 0.25 1 ratio ~"}},
      {"内设十二个科室", {"十二个 = 12 个 count ="}},
      {"开支在一千以上五千以下的", {"一千 = 1000  other >=", "五千 = 5000  other <="}},
      {"近百家企业", {"百家 = 100 家 count ~"}},
  });
}

TEST_CASE("comparators before and after a number") {
  check({
      {"不少于60次", {"60次 = 60 次 count >="}},
      {"收入突破55亿元", {"55亿元 = 5500000000 CNY amount >="}},
      {"年均增长6％以上", {"6％ = 0.06 1 ratio >="}},
      {"控制在3%以内", {"3% = 0.03 1 ratio <="}},
      {"控制在4%左右", {"4% = 0.04 1 ratio ~"}},
      {"不足10人", {"10人 = 10 人 count <"}},
      {"不超过5万元", {"5万元 = 50000 CNY amount <="}},
      {"留学生近 2000 人", {"2000 人 = 2000 人 count ~"}},
      {"200余份，58500 余人，十余万元", {"200余份 = 200 份 count >=", "58500 余人 = 58500 人 count >=", "十余万元 = 100000 CNY amount >="}},
      {"节约53万元", {"53万元 = 530000 CNY amount ="}},
      {"近3年", {"3年 = 3 年 other ="}},
      {"优秀（S≥90）、良好（90＞S≥80）", {"90 = 90  other >=", "90 = 90  other <", "80 = 80  other >="}},
      {"债务率＞300％", {"300％ = 3 1 ratio >"}},
      {"50万元（含）以上", {"50万元 = 500000 CNY amount >="}},
      {"共200多个", {"200多个 = 200 个 count >="}},
      {"矿种50余种，3000多元，20多种", {"50余种 = 50 种 count >=", "3000多元 = 3000 CNY amount >=", "20多种 = 20 种 count >="}},
  });
}

TEST_CASE("a range is its low end and its high end with one unit") {
  check({
      {"5—8万元", {"5 = 50000 CNY amount >=", "8万元 = 80000 CNY amount <="}},
      {"3%-5%", {"3% = 0.03 1 ratio >=", "5% = 0.05 1 ratio <="}},
      {"20~30人", {"20 = 20 人 count >=", "30人 = 30 人 count <="}},
      {"得16—18分", {"16 = 16 分 score >=", "18分 = 18 分 score <="}},
      {"一千到两千万元", {"一千 = 10000000 CNY amount >=", "两千万元 = 20000000 CNY amount <="}},
      {"8000元至1.2万元", {"8000元 = 8000 CNY amount >=", "1.2万元 = 12000 CNY amount <="}},
      {"1万(含)-5万元", {"1万 = 10000 CNY amount >=", "5万元 = 50000 CNY amount <="}},
      {"从5%到8%", {"5% = 0.05 1 ratio =", "8% = 0.08 1 ratio ="}},
  });
}

TEST_CASE("without prose a lone numeral is a number, a word is none") {
  check({{"五", {"五 = 5  other ="}},
         {"幺幺零", {"幺幺零 = 110  other ="}},
         {"买了五个苹果", {"五个 = 5 个 count ="}},
         {"二十五元三毛", {"二十五元三毛 = 25.3 CNY amount ="}},
         {"人民币数十亿元", {"数十亿元 = 1000000000 CNY amount >=", "数十亿元 = 10000000000 CNY amount <="}},
         {"美味十足", {}},
         {"一起去", {}},
         {"以防万一", {}}},
        false);
}

TEST_CASE("decimals are XBRL's of the canonical value, only whole counts are exact") {
  struct Precision {
    std::string_view text;
    int decimals;
    bool exact;
  };
  for (const Precision& p : {Precision{"426.92万元", -2, false},
                             {"30.92%", 4, false},
                             {"4.46万人", -2, false},
                             {"8200亩", 0, false},
                             {"35人", 0, true},
                             {"200余人", 0, false},
                             {"953.90元", 2, false},
                             {"三千五百万元", -4, false}}) {
    INFO(p.text);
    const auto found = figures(p.text);
    REQUIRE(found.size() == 1);
    CHECK(found[0].decimals == p.decimals);
    CHECK(found[0].exact == p.exact);
  }
  CHECK(figures("953.90元")[0].value.exponent() == -2);
}
