#include <catch2/catch.hpp>

#include "read_helpers.h"

using namespace gouji;
using namespace gouji::corpus::test;
using Sections = std::vector<std::string>;

TEST_CASE("levels follow the order in which numbering nests") {
  CHECK(sections_of(read_ok("一、部门概况\n（一）机构设置\n设有3个股室。\n（二）人员情况\n1.编制情况\n编制5人。\n2."
                            "在职情况\n在职4人。\n二、收支情况\n（一）收入情况\n收入3万元。\n")) ==
        Sections{"1 部门概况", "2 机构设置", "2 人员情况", "3 编制情况", "3 在职情况", "1 收支情况", "2 收入情况"});
  CHECK(sections_of(read_ok("第一部分 概况\n一、职责\n负责服务。\n第二部分 决算\n一、收入\n收入3万元。\n")) ==
        Sections{"1 概况", "2 职责", "1 决算", "2 收入"});
}

TEST_CASE("an automatic number counts on in the Chinese style that it stands for") {
  CHECK(
      sections_of(read_ok("1、 部门概况\n（一）机构设置\n设有3个股室。\n（2） "
                          "支出规模\n支出3万元。\n二、支出情况\n（一）基本支出\n支出2万元。\n（2） 项目支出\n支出1万元。\n3、 绩效情况\n良好。\n")) ==
      Sections{"1 部门概况", "2 机构设置", "2 支出规模", "1 支出情况", "2 基本支出", "2 项目支出", "1 绩效情况"});
}

TEST_CASE("a noun phrase that opens a paragraph is a heading of its own") {
  const auto document = read_ok("一、预算\n1．一般公共预算。全县收入完成3.2亿元。\n2．政府性基金预算。全县收入完成0.4亿元。\n");
  CHECK(sections_of(document) == Sections{"1 预算", "2 一般公共预算", "2 政府性基金预算"});
  CHECK(document.blocks[1].kind == BlockKind::paragraph);
  CHECK(document.sections[1].block == 1);
  CHECK(document.view(document.sections[1].heading) == "1．一般公共预算");
}

TEST_CASE("a numbered item that states figures is an item, not a heading") {
  const auto document = read_ok(
      "一、财力构成是：\n（1）一般公共预算收入3.3亿元，占5％；\n（2）上年结转2亿元；\n（3）调入资金0.4亿元。\n二、支出\n（1）工资福利支出132."
      "52万元：基本工资16.61万元。\n");
  CHECK(sections_of(document) == Sections{"1 支出"});
  for (const BlockId id : {1U, 2U, 3U, 5U}) {
    CHECK(document.blocks[id].kind == BlockKind::paragraph);
    CHECK(document.blocks[id].number_style == NumberStyle::arabic_paren);
    CHECK(document.blocks[id].list_level >= 1);
  }
  CHECK(document.view(document.blocks[2].number) == "（2）");
  CHECK(document.blocks[3].number_value == 3);
}

TEST_CASE("an item of a list is no heading because it is short") {
  const auto document = read_ok("一、收入\n（1）全县收入完成3万元；\n（2）县级收入完成1万元；\n（3）开发区无政府性基金收入\n二、支出\n支出2万元。\n");
  CHECK(sections_of(document) == Sections{"1 收入", "1 支出"});
}

TEST_CASE("a short line without a number above running text is a heading beside the one before it") {
  const auto document = read_ok(
      "一、概况\n（一）机构设置\n本单位设有3个股室。\n主要职责职能\n本单位负责全县行政审批制度改革和政务服务管理工作，指导乡镇便民服务中心建设，承办"
      "县政府交办的其他事项。\n");
  CHECK(sections_of(document) == Sections{"1 概况", "2 机构设置", "2 主要职责职能"});
}

TEST_CASE("titles, also over two lines, and what stands below them") {
  const auto document = read_ok(" 云岭县审批服务局2022年部门\n整体支出绩效自评报告\n一、概况\n收入3万元。\n");
  CHECK(blocks_of(document)[0] == "title: 云岭县审批服务局2022年部门整体支出绩效自评报告");
  const auto budget = read_ok(
      "关于云岭县2024年预算执行情况\n和2025年预算草案的报告\n——2025年1月8日在云岭县第五届\n人民代表大会第三次会议上\n云岭县财政局\n\n各位代表：\n收入"
      "3万元。\n");
  CHECK(blocks_of(budget)[0] == "title: 关于云岭县2024年预算执行情况和2025年预算草案的报告");
  CHECK(blocks_of(budget)[1] == "paragraph: ——2025年1月8日在云岭县第五届人民代表大会第三次会议上");
  CHECK(budget.blocks[1].number_style == NumberStyle::none);
}
