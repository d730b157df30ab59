#include <rapidcheck.h>

#include <catch2/catch.hpp>

#include "extractor/numerals.h"
#include "extractor/width.h"

using namespace gouji;

namespace {

const patterns::Library& library() {
  static const auto loaded = patterns::Library::load({}).value();
  return *loaded;
}

struct Case {
  std::string_view text;
  std::vector<std::string> expected;
};

void check(const std::vector<Case>& cases) {
  for (const Case& c : cases) {
    INFO(c.text);
    std::vector<std::string> got;
    for (const auto& n : extractor::scan(c.text, library()))
      got.push_back(std::string(c.text.substr(n.text.begin, n.text.size())) + " " + std::string(name(n.number_class)));
    CHECK(got == c.expected);
  }
}

std::vector<std::string> periods(std::string_view text) {
  std::vector<std::string> out;
  for (const auto& n : extractor::scan(text, library()))
    if (n.number_class == NumberClass::date || n.number_class == NumberClass::period) out.push_back(n.period.str());
  return out;
}

}  // namespace

TEST_CASE("dates and periods are read whole") {
  CHECK(periods("2023年度") == std::vector<std::string>{"2023"});
  CHECK(periods("2023年12月31日") == std::vector<std::string>{"2023-12-31"});
  CHECK(periods("2024 年 8 月") == std::vector<std::string>{"2024-08"});
  CHECK(periods("2023年末") == std::vector<std::string>{"2023-12-31"});
  CHECK(periods("2023年1—6月") == std::vector<std::string>{"2023-01/2023-06"});
  CHECK(periods("2023年前三季度") == std::vector<std::string>{"2023-01/2023-09"});
  CHECK(periods("2023年上半年") == std::vector<std::string>{"2023-01/2023-06"});
  CHECK(periods("2021—2025年") == std::vector<std::string>{"2021/2025"});
  CHECK(periods("2021-2025年") == std::vector<std::string>{"2021/2025"});
  CHECK(periods("2022、2023年") == std::vector<std::string>{"2022", "2023"});
  CHECK(periods("二〇二三年") == std::vector<std::string>{"2023"});
  CHECK(periods("“十四五”时期") == std::vector<std::string>{"2021/2025"});
  CHECK(periods("十五五规划") == std::vector<std::string>{"2026/2030"});
  CHECK(periods("填报时间：2022.4.11") == std::vector<std::string>{"2022-04-11"});
  CHECK(periods("2026-02-24 09:03:35") == std::vector<std::string>{"2026-02-24"});
  CHECK(periods("1 9 9 8 年3 月5 日") == std::vector<std::string>{"1998-03-05"});
}

TEST_CASE("headings, list numbers and ordinals") {
  check({
      {"一、基本情况", {"一、 heading"}},
      {"（二）收入情况", {"（二） heading"}},
      {"第一部分 概况", {"第一部分 heading"}},
      {"1．收入38万元", {"1． list_number", "38万元 amount"}},
      {"3.2025年预算表", {"3. list_number", "2025年 period"}},
      {"1.5亿元用于修路", {"1.5亿元 amount"}},
      {"2-2025年预算表", {"2 list_number", "2025年 period"}},
      {"。2、负责会议", {"2、 list_number"}},
      {"如下：（1）工资12元", {"（1） list_number", "12元 amount"}},
      {"①完善制度", {"① list_number"}},
      {"，一是加强管理", {"一是 list_number"}},
      {"位居全省第4。", {"第4 ordinal"}},
      {"第三次会议", {"第三 ordinal"}},
      {"市五届人大五次会议", {"五届 ordinal", "五次 ordinal"}},
      {"获得二等奖1项", {"二等奖 ordinal", "1项 count"}},
      {"一级指标", {"一级 ordinal"}},
      {"表 3：收入决算表", {"3 ordinal"}},
      {"第二部分 报表 ........ 12", {"第二部分 heading", "12 page"}},
  });
}

TEST_CASE("codes, telephones, documents and names are no figures") {
  check({
      {"云财〔2020〕7号文", {"〔2020〕7号 document_number"}},
      {"电话：0734-6811234", {"0734-6811234 phone"}},
      {"手机13900001111", {"13900001111 phone"}},
      {"高等教育（2050205）", {"2050205 code"}},
      {"索引号 620700076/2026-00007", {"620700076/2026-00007 code"}},
      {"账号6222020200112233445", {"6222020200112233445 code"}},
      {"附件1-2", {"1-2 code"}},
      {"拨打12345热线", {"12345 phone"}},
      {"“12345”平台", {"12345 name"}},
      {"211工程和985工程", {"211 name", "985 name"}},
      {"“1＋5＋N”体系", {"1＋5＋N name"}},
      {"创建5A级景区", {"5A name"}},
      {"PM2.5浓度", {"PM2.5 name"}},
      {"支持IPv6", {"IPv6 name"}},
      {"升级到V3.2版", {"V3.2 version"}},
      {"2025金秋旅游节", {"2025 period"}},
      {"亿元以上项目", {"亿 part_of_word"}},
      {"2#楼", {"2 name"}},
      {"总值[2]35亿元", {"[2] list_number", "35亿元 amount"}},
      {"新增20kg设备", {"20kg count"}},
      {"见http://www.example.cn/2023/5/a1.html", {"http://www.example.cn/2023/5/a1.html furniture"}},
      {"98人/编制110人*100%=89.1%", {"98人 count", "110人 count", "100% name", "89.1% ratio"}},
  });
}

TEST_CASE("numerals of words and names are no numbers in prose") {
  check({
      {"进一步统一思想", {"进一步 part_of_word", "统一 part_of_word"}},
      {"“三公”经费", {"三公 name"}},
      {"一个项目两家企业", {"一 part_of_word", "两 part_of_word"}},
      {"单位：万元", {"万 part_of_word"}},
      {"十分重视", {"十分 part_of_word"}},
      {"第三方机构", {"第三方 name"}},
      {"高效办成一件事", {"一件事 name"}},
  });
}

// Whatever the text, every run of digits lies in exactly one numeral, and numerals come in order without overlap.
TEST_CASE("every run of digits lies in exactly one numeral") {
  static constexpr std::string_view pieces[] = {
      "1",    "23", "2023", "456789", "１２", "0",       ".",  "．", ",",  "，",           "-",    "—",
      "/",    ":",  "：",   "%",      "％",   "(",       "）", "（", "[",  "〔",           "〕",   "年",
      "月",   "日", "万",   "亿",     "元",   "个",      "第", "一", "三", "十",           "百",   "分之",
      "点",   "号", "级",   "“",      "”",    "A",       "kg", " ",  "、", "约",           "以上", "余",
      "多",   "至", "至",   "*",      "+",    "≥",       "＞", "翻", "番", "\xEE\x80\x85", "①",    "http://",
      "电话", "角", "分",   "成",     "\xFF", "\xE4\xB8"};
  const bool held = rc::check([] {
    std::string text;
    for (const int i : *rc::gen::container<std::vector<int>>(rc::gen::inRange(0, static_cast<int>(std::size(pieces)))))
      text += pieces[static_cast<std::size_t>(i)];
    std::vector<int> owner(text.size(), 0);
    std::uint32_t last = 0;
    for (const auto& n : extractor::scan(text, library())) {
      RC_ASSERT(n.text.begin >= last);
      RC_ASSERT(n.text.end > n.text.begin);
      RC_ASSERT(n.text.end <= text.size());
      last = n.text.end;
      for (auto i = n.text.begin; i < n.text.end; ++i) ++owner[i];
    }
    for (std::size_t i = 0; i < text.size();) {
      const auto c = extractor::numeral::character_at(text, i);
      if (extractor::numeral::is_digit(c.code)) RC_ASSERT(owner[i] == 1);
      i += c.size;
    }
    // A run is never cut in two.
    for (const auto& n : extractor::scan(text, library())) {
      const bool cut = n.text.end < text.size() && extractor::numeral::is_digit(extractor::numeral::character_before(text, n.text.end).code) &&
                       extractor::numeral::is_digit(extractor::numeral::character_at(text, n.text.end).code);
      RC_ASSERT(!cut);
    }
  });
  CHECK(held);
}

TEST_CASE("numbers beyond the range of a decimal are no figures and never overflow") {
  for (const std::string_view text : {"共123456789012345678万亿元", "九九九九九九九九九九九九九九九九九九亿至99999999999999999万元",
                                      "1.000000000001元至99999999999999999999亿元"}) {
    INFO(text);
    for (const auto& n : extractor::scan(text, library()))
      if (n.number_class <= NumberClass::number) CHECK(n.value.str().size() <= 40);
  }
  check({{"123456789012345678万亿", {"123456789012345678 code", "万亿 part_of_word"}}});
}

TEST_CASE("hostile texts end in linear time and without a crash") {
  for (const std::string_view piece :
       {"1", "一", "1,", "1 ", "1.", "（", "“1", "1-", "十", "万", "点", "1年", "1/", "翻", "第", "百分之", "1、", "A1", "约"}) {
    std::string text;
    while (text.size() < 200'000) text += piece;
    CHECK(extractor::scan(text, library()).size() <= text.size());
  }
}
