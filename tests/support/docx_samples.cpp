#include "support/docx_samples.h"

#include "support/docx_writer.h"
#include "support/docx_xml.h"

namespace gouji::test {

using namespace docx;

namespace {

std::string stored(Package package) {
  package.method = ZipMethod::stored;
  return write(package);
}

// Headings 一、 （一） and items 1． ① by style, as a template of an office has them.
void number_headings(Package& package) {
  package.styles = styles({{.id = "H1", .name = "heading 1", .outline = 0, .list = 1},
                           {.id = "H2", .name = "heading 2", .outline = 1, .list = 1, .level = 1},
                           {.id = "Item", .name = "Item", .list = 1, .level = 2}});
  package.numbering = numbering({{.id = 3,
                                  .levels = {{.format = "chineseCountingThousand", .text = "%1、", .style = "H1"},
                                             {.format = "chineseCountingThousand", .text = "（%2）", .style = "H2"},
                                             {.format = "decimal", .text = "%3．", .style = "Item"}}}},
                                {{.id = 1, .definition = 3}});
}

std::string h1(std::string_view text) { return p(text, {.style = "H1"}); }
std::string h2(std::string_view text) { return p(text, {.style = "H2"}); }
std::string item(std::string_view text) { return p(text, {.style = "Item"}); }

// `right` in the clean sample, `wrong` in the faulty one.
struct Plant {
  bool faulty;
  std::string operator()(std::string_view right, std::string_view wrong) const { return std::string(faulty ? wrong : right); }
};

std::string cells(const std::vector<std::string>& texts) {
  std::string out;
  for (const std::string& text : texts) out += c(text);
  return out;
}

}  // namespace

std::string sample_self_evaluation(bool faulty) {
  const Plant plant{faulty};
  Package package;
  package.footnotes = {{2, p("含上年未结算的公务接待费0.12万元。")}};
  package.body = p("松岭县水利站2023年度部门整体支出绩效自评报告");
  package.body += p("一、部门概况");
  package.body +=
      p("松岭县水利站为县水利局所属事业单位，内设3个股室，编制20人，年末在职人员18人，在职人员控制率=18人/20人*100%=" + plant("90%", "92%") + "。");
  package.body += p("二、预算执行情况") + p("（一）总体情况");
  package.body += paragraph(run("2023年年初预算360.00万元。2023年决算支出") + deleted("324.50") + inserted(run("342.50")) + run("万元") +
                            run("（草稿为340.00万元）", {.hidden = true}) +
                            run("，其中：基本支出215.30万元，占总支出的62.86%；项目支出127.20万元，占总支出的" + plant("37.14%", "31.74%") + "。"));
  package.body += p("（二）“三公”经费");
  package.body += paragraph(run("“三公”经费预算4.00万元，决算2.85万元，比预算节约" + plant("1.15", "1.51") + "万元") + footnote_mark(2) +
                            run("，其中：公务用车运行维护费1.95万元，公务接待费0.90万元。"));
  package.body += p("三、绩效自评情况") + p("经自评，综合得分95分，评价等级为“优”。") + p("附件");
  package.body += p("2023年度部门整体支出绩效自评表") + p("单位：万元");
  package.body += table(7, row(cells({"部门资金", "年初预算数", "全年预算数", "全年执行数", "执行率", "分值", "得分"})) +
                               row(cells({"年度资金总额", "360.00", "360.00", "342.50", plant("95.14%", "91.54%"), "10", "9.5"})));
  package.body += p("2023年度部门整体支出绩效自评表");
  const auto first = [](const char* group) { return c(group, {.merge = "restart"}); };
  const std::string same = c("", {.merge = "continue"});
  package.body += table(7, row(cells({"一级指标", "二级指标", "三级指标", "指标值", "完成值", "分值", "得分"}), {.header = true}) +
                               row(first("产出指标") + cells({"数量指标", "渠道维修长度", "≥36公里", "38公里", "20", "20"})) +
                               sdt(row(same + cells({"质量指标", "工程验收合格率", "≥95%", "97%", "15", "15"}))) +
                               row(same + cells({"时效指标", "按期完工率", "≥95%", "93%", "15", "12.5"})) +
                               row(cells({"旧指标", "", "", "", "", "30", "30"}), {.deleted = true}) +
                               row(first("效益指标") + cells({"社会效益指标", "新增供水人口", "≥2600人", "2680人", "20", plant("19", "21")})) +
                               sdt(row(same + cells({"生态效益指标", "节水量", "≥12万立方米", "12.4万立方米", "10", "9"}))) +
                               row(c("满意度指标") + cells({"服务对象满意度指标", "群众满意度", "≥90%", "93%", "10"}) + sdt(c("10"))) +
                               row(c("总分", {.span = 5}) + cells({"100", "95"})));
  return stored(std::move(package));
}

std::string sample_accounts(bool faulty) {
  const Plant plant{faulty};
  Package package;
  number_headings(package);
  const auto down = [](const char* text) { return c(text, {.merge = "restart"}); };
  const std::string same = c("", {.merge = "continue"});
  package.body = p("栗原县广播电视台2023年度部门决算") + h1("部门概况") + p("栗原县广播电视台负责全县广播电视节目的制作和传输。") + h1("部门决算表");
  package.body += p("收入支出决算总表") + p("单位：万元");
  package.body += table(4, row(c("收入", {.span = 2}) + c("支出", {.span = 2})) + row(cells({"项目", "决算数", "项目", "决算数"})) +
                               row(cells({"一、一般公共预算财政拨款收入", "386.40", "一、文化旅游体育与传媒支出", "352.18"})) +
                               row(cells({"二、事业收入", "24.60", "二、社会保障和就业支出", "36.72"})) +
                               row(cells({"三、其他收入", plant("5.20", "5.70"), "三、住房保障支出", "30.15"})) +
                               row(cells({"本年收入合计", "416.20", "本年支出合计", "419.05"})) +
                               row(cells({"年初结转和结余", "12.30", "年末结转和结余", "9.45"})) + row(cells({"总计", "428.50", "总计", "428.50"})));
  package.body += p("支出决算表") + p("单位：万元");
  const auto whole = [](const std::vector<std::string>& texts) { return row(cells(texts)); };
  const auto basic = [](const std::vector<std::string>& texts) { return sdt(row(cells(texts), {.after = 1})); };  // no 项目支出: the row ends early
  package.body += table(
      5, row(c("项目", {.span = 2}) + down("本年支出合计") + down("基本支出") + down("项目支出"), {.header = true}) +
             row(cells({"科目编码", "科目名称"}) + same + same + same, {.header = true}) +
             row(c("合计", {.span = 2}) + cells({"419.05", "298.65", "120.40"})) +
             whole({"207", "文化旅游体育与传媒支出", "352.18", "231.78", "120.40"}) + whole({"20708", "广播电视", "352.18", "231.78", "120.40"}) +
             whole({"2070804", "传输发射", "198.50", "142.30", plant("56.20", "52.60")}) +
             whole({"2070899", "其他广播电视支出", "153.68", "89.48", "64.20"}) + basic({"208", "社会保障和就业支出", "36.72", "36.72"}) +
             basic({"20805", "行政事业单位养老支出", "36.72", "36.72"}) + basic({"2080505", "机关事业单位基本养老保险缴费支出", "36.72", "36.72"}) +
             basic({"221", "住房保障支出", "30.15", "30.15"}) + basic({"22102", "住房改革支出", "30.15", "30.15"}) +
             basic({"2210201", "住房公积金", "30.15", "30.15"}));
  package.body += p("财政拨款“三公”经费支出决算表") + p("单位：万元");
  std::string kinds, shares;  // of each half: budget and final
  for (int half = 0; half < 2; ++half) {
    kinds += down("合计") + down("因公出国（境）费") + c("公务用车购置及运行维护费", {.span = 3}) + down("公务接待费");
    shares += same + same + cells({"小计", "公务用车购置费", "公务用车运行维护费"}) + same;
  }
  package.body +=
      table(12, row(c("预算数", {.span = 6}) + c("决算数", {.span = 6})) + row(kinds) + row(shares) +
                    row(cells({"1", "2", "3", "4", "5", "6", "7", "8", "9", "10", "11", "12"})) +
                    row(cells({"7.20", "0.00", "5.20", "0.00", "5.20", "2.00", "6.85", "0.00", "5.10", "0.00", "5.10", plant("1.75", "1.57")})));
  package.body += h1("部门决算情况说明") + h2("收入支出决算总体情况") + p("2023年度收入总计428.50万元，支出总计428.50万元。") +
                  h2("“三公”经费支出情况") + p("2023年度“三公”经费支出决算6.85万元，其中：公务用车运行维护费5.10万元，公务接待费1.75万元。");
  return stored(std::move(package));
}

std::string sample_budget(bool faulty) {
  const Plant plant{faulty};
  Package package;
  number_headings(package);
  package.headers = {p("白桦镇2025年部门预算")};
  package.footers = {paragraph(run("— ") + simple_field(" PAGE ", run("3")) + run(" —"))};
  package.body = p("白桦镇2025年部门预算说明") + h1("收支预算总体情况") + h2("收入预算");
  package.body += paragraph(run("2025年收入预算") + complex_field(" REF total ", run("1286.40")) +
                            run("万元，其中：一般公共预算拨款1105.20万元，政府性基金预算拨款120.00万元，上年结转61.20万元。"));
  package.body += h2("支出预算");
  package.body += p("2025年支出预算1286.40万元，其中：基本支出742.90万元，占57.75%；项目支出543.50万元，占42.25%。支出预算比上年增加86.40万元，增长" +
                    plant("7.20%", "6.72%") + "。");
  package.body += h1("其他重要事项") + h2("机关运行经费");
  package.body += paragraph(run("机关运行经费的变化见框内。") +
                            text_box(p("2025年机关运行经费98.60万元，比上年减少1.40万元，下降" + plant("1.4%", "4.1%") + "。")));
  package.body += h2("政府采购情况") + p("政府采购预算表") + p("单位：万元");
  package.body += table(5, row(c("项目") + c("政府采购预算", {.span = 4})) + row(cells({"合计", "货物", "工程", "服务"}), {.before = 1}) +
                               row(cells({"合计", "186.50", "62.30", "85.00", plant("39.20", "32.90")})) +
                               row(cells({"办公设备", "42.30", "42.30"}), {.after = 2}) + row(cells({"道路维修", "85.00", "", "85.00", ""})) +
                               row(cells({"物业服务", "39.20", "", "", "39.20"})) + row(cells({"车辆燃料", "20.00", "20.00", "", ""})));
  return stored(std::move(package));
}

std::string sample_execution(bool faulty) {
  const Plant plant{faulty};
  Package package;
  number_headings(package);
  package.body = p("苍浪市2024年预算执行情况和2025年预算草案的报告") + h1("2024年预算执行情况") + h2("一般公共预算");
  package.body +=
      p("全市一般公共预算收入完成58.40亿元，增长4.3%，增加2.41亿元。其中：税收收入36.15亿元，非税收入" + plant("22.25", "25.22") + "亿元。");
  package.body += h2("政府性基金预算");
  package.body += p("全市政府性基金预算收入完成31.75亿元，比上年减少4.05亿元，下降" + plant("11.3%", "12.8%") +
                    "，其中：国有土地使用权出让收入27.60亿元，其他基金收入4.15亿元。");
  package.body += h1("2025年预算草案") + h2("财力构成") + p("2025年市级可用财力安排46.80亿元，构成如下：");
  package.body += item("一般公共预算收入20.15亿元；") + item("转移性收入19.40亿元；") +
                  paragraph(deleted("债务转贷收入2.00亿元；"), {.style = "Item", .deleted_mark = true}) +
                  item("调入资金" + plant("4.25", "4.52") + "亿元；") + item("上年结转3.00亿元。");
  package.body += h2("支出安排") + p("市级一般公共预算支出安排46.80亿元，其中：基本支出28.30亿元，项目支出18.50亿元。");
  return stored(std::move(package));
}

std::map<std::string, std::string> docx_samples() {
  std::map<std::string, std::string> out;
  for (const bool faulty : {false, true}) {
    const std::string end = faulty ? "_faulty.docx" : "_clean.docx";
    out["self_evaluation" + end] = sample_self_evaluation(faulty);
    out["accounts" + end] = sample_accounts(faulty);
    out["budget" + end] = sample_budget(faulty);
    out["execution" + end] = sample_execution(faulty);
  }
  return out;
}

}  // namespace gouji::test
