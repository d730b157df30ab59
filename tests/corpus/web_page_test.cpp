#include <catch2/catch.hpp>

#include "read_helpers.h"

using namespace gouji::corpus::test;
using Blocks = std::vector<std::string>;

namespace {

const std::string page =
    "\t\t\t\n\t\t\t\t首页\n\n\t\t\t\t政务公开\n\n\t\t\t\t政务服务\n\n\t\t\t\t当前位置：首页 > 政务公开 > 财政预决算\n\n"
    "\t\t\t\t索引号：\n\t\t\t\t0123/2025-00007\n\t\t\t\t标题：\n\t\t\t\t "
    "关于云岭市2024年预算执行情况和2025年预算草案的报告\n\t\t\t\t发布时间：2025-02-24 09:03\n\t\t\t\t【字体：大 中 小】 打印\n\n"
    "——2025年1月8日在云岭市第五届人民代表大会第五次会议上\n云岭市财政局\n各位代表：\n受市人民政府委托，现将预算执行情况报告如下，请予审议。\n"
    "一、预算执行情况\n2024年全市一般公共预算收入完成38.9亿元，占预算的100.5％，增长7.3％；支出完成194.4亿元，增长3％。\n"
    "二、预算草案\n2025年全市一般公共预算收入安排41亿元，增长5％；支出安排200亿元，增长3％。\n\n\n"
    "\t\t\t\t附件下载：1.预算表.xls\n\t\t\t\t网站地图|\n\t\t\t\t主办单位：云岭市人民政府办公室\n\t\t\t\tICP备案：云ICP备00000001号\n";

}  // namespace

TEST_CASE("a web page: furniture around, the article inside, its title recalled from the page") {
  const auto document = read_ok(page);
  const Blocks blocks = blocks_of(document);
  Blocks inside;
  for (const std::string& block : blocks) {
    if (!block.starts_with("furniture")) inside.push_back(block);
  }
  CHECK(inside == Blocks{"title: 关于云岭市2024年预算执行情况和2025年预算草案的报告",
                         "paragraph: ——2025年1月8日在云岭市第五届人民代表大会第五次会议上", "paragraph: 云岭市财政局", "paragraph: 各位代表：",
                         "paragraph: 受市人民政府委托，现将预算执行情况报告如下，请予审议。", "heading: 一、预算执行情况",
                         "paragraph: 2024年全市一般公共预算收入完成38.9亿元，占预算的100.5％，增长7.3％；支出完成194.4亿元，增长3％。",
                         "heading: 二、预算草案", "paragraph: 2025年全市一般公共预算收入安排41亿元，增长5％；支出安排200亿元，增长3％。"});
  CHECK(blocks.back() == "furniture: ICP备案：云ICP备00000001号");
}

TEST_CASE("one word of furniture makes no web page") {
  const Blocks blocks = blocks_of("关于云岭市2024年决算的报告\n打印\n收入完成38.9亿元，增长7.3％，情况良好。\n");
  CHECK(blocks[1] == "paragraph: 打印");
}
