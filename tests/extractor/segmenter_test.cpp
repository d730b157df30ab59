#include "extractor/segmenter.h"

#include <catch2/catch.hpp>
#include <string>

using namespace gouji;
using namespace gouji::extractor;

namespace {

std::vector<std::string> split(const std::string& text) {
  std::vector<std::string> out;
  for (const TextRange r : sentences(text, 0)) out.push_back(text.substr(r.begin, r.size()));
  return out;
}

std::string clauses(const std::string& text) {
  std::string out;
  std::vector<Clause> found;
  split_clauses(text, found);
  for (const Clause& c : found) {
    static constexpr const char* marks[] = {"$", "。", "；", "：", "，", "、", "(", ")"};
    out += text.substr(c.text.begin, c.text.size()) + "<" + marks[static_cast<int>(c.end)] + ">";
  }
  return out;
}

}  // namespace

TEST_CASE("a sentence ends at 。！？ and nowhere inside brackets, quotation marks or numbers") {
  struct Case {
    std::string text;
    std::vector<std::string> expected;
  };
  const Case cases[] = {
      {"收入5万元。支出3万元。", {"收入5万元。", "支出3万元。"}},
      {"没有句号", {"没有句号"}},
      {"为何？因为！好。", {"为何？", "因为！", "好。"}},
      {"支出（含结转。见附表）3万元。完", {"支出（含结转。见附表）3万元。", "完"}},
      {"开展“讲规矩。守纪律”活动2次。完", {"开展“讲规矩。守纪律”活动2次。", "完"}},
      {"收入1.5万元.支出2.5万元.", {"收入1.5万元.", "支出2.5万元."}},
      {"　　　", {}},
      {"支出；其中：甲；乙。", {"支出；其中：甲；乙。"}},
      {"（未闭合的括号。下一句。", {"（未闭合的括号。", "下一句。"}},
      {"1.基本支出5万元。", {"1.基本支出5万元。"}},
  };
  for (const Case& c : cases) {
    INFO(c.text);
    CHECK(split(c.text) == c.expected);
  }
}

TEST_CASE("an opening bracket without its closing one hides no sentence end for long") {
  std::string text = "（";
  for (int i = 0; i < 400; ++i) text += "字";
  text += "。后一句。";
  CHECK(split(text).size() == 2);
}

TEST_CASE("clauses end at separators of depth 0, in either width") {
  struct Case {
    std::string text, expected;
  };
  const Case cases[] = {
      {"，其中：基本支出", "<，>其中<：>基本支出<$>"},
      {",其中:基本支出", "<，>其中<：>基本支出<$>"},
      {"；项目支出", "<；>项目支出<$>"},
      {"（含本级，不含乡镇）支出", "（含本级，不含乡镇）支出<$>"},
      {"支出（其中", "支出<(>其中<$>"},
      {"）。完", "<)><。>完<$>"},
      {"工资、津贴", "工资、津贴<$>"},
  };
  for (const Case& c : cases) {
    INFO(c.text);
    CHECK(clauses(c.text) == c.expected);
  }
}
