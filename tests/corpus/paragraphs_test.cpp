#include <catch2/catch.hpp>

#include "read_helpers.h"

using namespace gouji::corpus::test;
using Blocks = std::vector<std::string>;

TEST_CASE("a paragraph a line stays one, whatever ends the line") {
  for (const std::string end : {"\n", "\r\n", "\r", "\xE2\x80\xA8", "\f", "\v"}) {
    CHECK(blocks_of("本年收入12万元。" + end + "本年支出11万元。" + end) == Blocks{"paragraph: 本年收入12万元。", "paragraph: 本年支出11万元。"});
  }
}

TEST_CASE("a line that breaks off inside its sentence goes on in the next") {
  CHECK(blocks_of("2022年“三公”经费预算数3.2万元，其中：因公出\n国（境）费0万元，公务接待费3.2万元。\n其余无变化。\n") ==
        Blocks{"paragraph: 2022年“三公”经费预算数3.2万元，其中：因公出国（境）费0万元，公务接待费3.2万元。", "paragraph: 其余无变化。"});
}

TEST_CASE("items and headings are not swallowed by the line above them") {
  CHECK(blocks_of("全年重点抓了以下工作，取得了较好的成效\n（1）完成收入3万元，增长2%；\n（2）完成支出2万元，增长1%。\n") ==
        Blocks{"paragraph: 全年重点抓了以下工作，取得了较好的成效", "paragraph: （1）完成收入3万元，增长2%；",
               "paragraph: （2）完成支出2万元，增长1%。"});
}

TEST_CASE("marks leave the text and are remembered") {
  const auto document = read_ok("[bookmark: _Toc1]本年收入12[image: 图]万元。\n");
  CHECK(blocks_of(document) == Blocks{"paragraph: 本年收入12万元。"});
  REQUIRE(document.marks.size() == 2);
  CHECK(document.map.decoded().substr(document.marks[1].begin, document.marks[1].size()) == "[image: 图]");
}

namespace {

// A page as pdftotext -layout prints it: first lines moved in by two, wrapped at 56 columns.
const std::string wrapped =
    "  一、基本情况\n\n"
    "  （一）办学情况\n\n"
    "  云岭学院是省属综合性高等学校，坐落在云岭县城南，占地 310\n"
    "余亩，校舍面积 12 万平方米，绿地率达 35%，是省级文明校园，\n"
    "学校现有在校学生 6200 余人，其中本科生 5100 余人，研究生\n"
    "                  1\n\f"
    "1100 余人，现有专任教师 430 人，其中正高级职称 62 人。\n"
    "  学校 2022 年度收入总计 8123.40 万元，比上年增加 305.10\n"
    "万元，\n"
    "                  比 2021 年度决算数增长 3.90%。\n"
    "  学校坚持服务地方经济社会发展，与本省 14 个县建立了合作关\n"
    "系，选派科技人员 120 人次，推广技术 36 项，带动农户增收，\n"
    "取得了良好的社会效益，得到了地方政府和群众的一致好评与肯定。\n"
    "                  2\n\f";

}  // namespace

TEST_CASE("wrapped lines are joined, over the page's end too") {
  const Blocks blocks = blocks_of(wrapped);
  CHECK(blocks == Blocks{"heading: 一、基本情况", "heading: （一）办学情况",
                         "paragraph: 云岭学院是省属综合性高等学校，坐落在云岭县城南，占地 310余亩，校舍面积 12 万平方米，绿地率达 "
                         "35%，是省级文明校园，学校现有在校学生 6200 余人，其中本科生 5100 余人，研究生1100 "
                         "余人，现有专任教师 430 人，其中正高级职称 62 人。",
                         "page: 1", "paragraph: 学校 2022 年度收入总计 8123.40 万元，比上年增加 305.10万元，比 2021 年度决算数增长 3.90%。",
                         "paragraph: 学校坚持服务地方经济社会发展，与本省 14 个县建立了合作关系，选派科技人员 120 人次，推广技术 36 "
                         "项，带动农户增收，取得了良好的社会效益，得到了地方政府和群众的一致好评与肯定。",
                         "page: 2"});
}

TEST_CASE("a figure broken over two lines leads back to both") {
  const auto document = read_ok(wrapped);
  const std::size_t at = document.text.find("310余亩");
  REQUIRE(at != std::string::npos);
  const auto place = document.map.place({static_cast<std::uint32_t>(at), static_cast<std::uint32_t>(at + std::string("310余亩").size())});
  CHECK(place.line == 5);
  CHECK(place.spans.size() == 2);
}

TEST_CASE("lowered decimals are put back behind their number") {
  std::string text;
  for (int i = 0; i < 6; ++i)
    text += "  全市各级部门认真落实积极的财政政策，持续加强财源建设，优化\n支出结构，保障重点领域需要，各项工作取得新的成效，运行情况良好。\n";
  text += "  全年支出 81\n         .2亿元，增长 4\n                   .5%，主要用于教育。\n";
  const Blocks blocks = blocks_of(text);
  REQUIRE(!blocks.empty());
  CHECK(blocks.back() == "paragraph: 全年支出 81.2亿元，增长 4.5%，主要用于教育。");
}

TEST_CASE("newspaper columns are read one after the other") {
  std::string text;
  const std::string left = "全市各级部门认真落实积极财政", right = "教育支出三亿元，卫生支出二亿";
  for (int i = 0; i < 30; ++i)
    text += (i % 6 == 5 ? "政策，成效明显，总体平稳有序" : left) + "    " + (i % 6 == 5 ? "元，其余支出一亿元，稳步增长" : right) + "\n";
  const Blocks blocks = blocks_of(text);
  REQUIRE(blocks.size() == 1);
  CHECK(blocks[0].find("政策，成效明显，总体平稳有序全市各级部门") != std::string::npos);
  CHECK(blocks[0].rfind("全市各级") < blocks[0].find("教育支出"));
}

TEST_CASE("page numbers in every dress") {
  for (const std::string number : {"- 7 -", "—14—", "— 3 —", "第 3 页", "第3页 共10页", "第 3 页，共 10 页", "- ７ -"}) {
    INFO(number);
    CHECK(blocks_of("本年收入12万元。\n" + number + "\n本年支出11万元。\n")[1] == "page: " + number);
  }
  for (const std::string text : {"12", "2022", "—", "-3.5-"}) {
    INFO(text);
    CHECK(blocks_of("本年收入12万元。\n" + text + "\n本年支出11万元。\n")[1] == "paragraph: " + text);
  }
}

TEST_CASE("lines of the contents are no headings") {
  const auto document = read_ok("目  录\n一、基本情况 ........................ 1\n二、收支情况………………3\n一、基本情况\n本单位收入12万元。\n");
  CHECK(blocks_of(document) == Blocks{"contents: 目  录", "contents: 一、基本情况 ........................ 1", "contents: 二、收支情况………………3",
                                      "heading: 一、基本情况", "paragraph: 本单位收入12万元。"});
}

TEST_CASE("decimals are not put behind a line that ends in no number, nor a short line before the one above it") {
  std::string text;
  for (int i = 0; i < 6; ++i)
    text += "  全市各级部门认真落实积极的财政政策，持续加强财源建设，优化\n支出结构，保障重点领域需要，各项工作取得新的成效，运行情况良好。\n";
  text += "  全市支出完成情况总体良好，较上年\n                  .3%，剔除一次性因素后同口径增长\n同期增发国债后总支出增长 1\n";
  const auto document = read_ok(text);
  CHECK(document.text.find("较上年.3%") == std::string::npos);
}

TEST_CASE("a list that runs inside a paragraph goes on where a wrapped line begins with its next number") {
  // The second line is full and ends a sentence; 三是 begins the next: of the list that stands in the paragraph already.
  const std::string text =
      "  “十四五”时期全县财政运行平稳。一是收入稳步增长，五年累\n"
      "计完成一般公共预算收入四十六亿元。二是支出结构进一步优化。\n"
      "三是债务风险有效化解，五年来偿还债务本息十二亿元，守住了底\n"
      "线，没有发生违约，也没有新增隐性债务。\n"
      "  各部门过紧日子，压减一般性支出，把更多的钱用在民生上，全\n"
      "年民生支出占比达到八成以上，群众的获得感进一步增强，\n"
      "社会大局保持稳定，各项事业取得了新的进步。\n";
  CHECK(blocks_of(text + text).front() ==
        "paragraph: “十四五”时期全县财政运行平稳。一是收入稳步增长，五年累计完成一般公共预算收入四十六亿元。二是支出结构进一步优化。三是债务"
        "风险有效化解，五年来偿还债务本息十二亿元，守住了底线，没有发生违约，也没有新增隐性债务。");
}

TEST_CASE("a few wrapped lines are known by the margin that they end at: a list goes on behind its semicolon") {
  const Blocks blocks = blocks_of(
      "                 云岭区政府工作报告\n\n"
      "    全年完成地区生产总值三百亿元，规模以上工业企业增加到六十家，城乡居民\n"
      "收入稳步增长，各项社会事业全面进步，群众的获得感不断增强，发展后劲更足，\n"
      "民生得到改善。\n"
      "    开展职业技能培训3295人次，包括：企业职工2563人次；农村转移劳力455人次；\n"
      "高校毕业生277人次。\n");
  CHECK(blocks.back() == "paragraph: 开展职业技能培训3295人次，包括：企业职工2563人次；农村转移劳力455人次；高校毕业生277人次。");
}
