// 绩效自评报告: a department on itself in prose, with its tables of funds, indicators and scores.
#include "generate/grammars.h"
#include "generate/names.h"

namespace gouji::generate {
namespace {

struct Projects {
  std::vector<std::string> names;
  std::vector<int> amounts;
};

// What 项目支出 went to; the amounts add up to it.
Projects projects_of(Writer& writer, const Department& d) {
  Random& random = writer.random();
  Projects out;
  const auto count = static_cast<std::size_t>(random.between(2, 6));
  while (out.names.size() < count) {
    const std::string name = invented_project(random);
    bool known = false;
    for (const std::string& other : out.names) known = known || other.compare(0, 6, name, 0, 6) == 0;
    if (!known) out.names.push_back(name);
  }
  const Quantity total = writer.quantity(d.project.total());
  const std::vector<std::int64_t> parts = divide(random, total.value, count);
  for (std::size_t i = 0; i < count; ++i) out.amounts.push_back(writer.add({out.names[i], Measure::amount, parts[i], 1, total.period, total.basis}));
  return out;
}

void budget_and_accounts(Writer& writer, const Department& d) {
  Random& random = writer.random();
  const Quantity spent = writer.quantity(d.spent.total());
  const std::int64_t budget_basic = writer.quantity(d.basic.total()).value * random.between(80, 104) / 100 / 100 * 100,
                     budget_project = writer.quantity(d.project.total()).value * random.between(50, 110) / 100 / 100 * 100;
  const int basic = writer.add({"年初预算基本支出", Measure::amount, budget_basic, 1, spent.period, "budget_initial"}),
            project = writer.add({"年初预算项目支出", Measure::amount, budget_project, 1, spent.period, "budget_initial"}),
            budget = sum_of(writer, "年初预算支出", {basic, project});
  writer.heading(1, "{预决算情况|部门预决算情况|预算批复与决算情况|经批复的预、决算情况}");
  Said said = writer.say("[year]年{，本单位|我单位|}年初{部门|}预算{支出|安排支出}{为|}<t>，{其中：|其中}基本支出<b>，项目支出<p>。",
                         {{"t", budget}, {"b", basic}, {"p", project}});
  writer.sum(said["t"], {said["b"], said["p"]});
  const int more = difference_of(writer, "较年初预算", d.spent.total(), budget);
  const int share_b = ratio_of(writer, "占总支出", d.basic.total(), d.spent.total()),
            share_p = ratio_of(writer, "占总支出", d.project.total(), d.spent.total());
  const FigureId first = said["t"];
  if (random.chance(40)) writer.end();
  said = writer.say(
      random.chance(50)
          ? "[year]年{决算总支出|总支出|决算支出}<t>{，较年初预算(m:增加,减少)<m>|}，其中：基本支出<b>，占总支出的<bs>；项目支出<p>，占总支出的<ps>。"
          : "[year]年{部门整体支出|总支出|支出合计}{为|}<t>{，{较|比}年初预算(m:增加,减少)<m>|}，其中基本支出<b>，项目支出<p>。",
      {{"t", d.spent.total()}, {"m", more}, {"b", d.basic.total()}, {"p", d.project.total()}, {"bs", share_b}, {"ps", share_p}});
  writer.sum(said["t"], {said["b"], said["p"]});
  writer.signed_sum(said["m"], {{said["t"], 1}, {first, -1}});
  writer.quotient(said["bs"], said["b"], said["t"]);
  writer.quotient(said["ps"], said["p"], said["t"]);
  writer.end();
}

void basic_spending(Writer& writer, const Department& d) {
  writer.heading(1, "{基本支出情况|基本支出使用情况}");
  say_basic_spending(writer, d);
}

void project_spending(Writer& writer, const Department& d, const Projects& projects) {
  writer.heading(1, "{项目支出情况|项目支出使用情况|专项资金使用情况}");
  std::vector<Item> items;
  for (std::size_t i = 0; i < projects.names.size(); ++i) items.push_back({projects.names[i] + "<v>", {{"v", projects.amounts[i]}}});
  const Said said = writer.say(
      "{[year]年{，|}|}{本单位|我单位|}项目支出{共计|合计|}<t>{，其中：|，具体包括：|，包括：|。其中：}<list>。{以上资金{均已支付到位|"
      "全部用于年度重点工作}。|}",
      {{"t", d.project.total()}}, {{"list", items}});
  writer.list_sum(said["t"], said);
  writer.end();
}

void assets(Writer& writer) {
  Random& random = writer.random();
  const std::string year = std::to_string(writer.year());
  const std::int64_t all = random.spread(1'000'000, 90'000'000), debts = all / random.between(3, 20);
  const int total = writer.add({"资产总额", Measure::amount, all, 1, year + "-12-31", ""}),
            debt = writer.add({"负债总额", Measure::amount, debts, 1, year + "-12-31", ""}),
            net = writer.add({"净资产", Measure::amount, all - debts, 1, year + "-12-31", ""});
  writer.heading(1, "{资产管理情况|资产情况}");
  const Said said = writer.say("{截至[year]年12月31日|[year]年末|[year]年年末}，{本单位|}资产总额<a>，负债总额<b>，净资产<n>。",
                               {{"a", total}, {"b", debt}, {"n", net}});
  writer.signed_sum(said["n"], {{said["a"], 1}, {said["b"], -1}});
  writer.end();
}

}  // namespace

void self_evaluation(Random& random, Report& report) {
  Writer writer(random, report, department_style(random));
  const Department d = make_department(writer, "final");
  const Projects projects = projects_of(writer, d);
  writer.word("name", d.name);
  writer.word("year", std::to_string(d.year));
  writer.word("last", std::to_string(d.year - 1));
  report.entity = d.name;
  report.title =
      writer.choose("{[name][year]年度部门整体支出绩效自评报告|[year]年度[name]整体支出绩效自评报告|[name][year]年部门整体支出绩效评价自评报告}");
  writer.title(report.title);
  writer.heading(0, "{部门基本情况|单位基本情况|部门、单位基本情况|部门概况}");
  if (random.chance(60)) {
    writer.heading(1, "{机构设置情况|主要职责}");
    filler(writer, 100);
  }
  if (random.chance(80)) {
    writer.heading(1, "{人员编制情况|人员情况}");
    say_staff(writer, d);
  }
  writer.heading(0, "{一般公共预算支出情况|部门整体支出情况|资金使用情况|部门支出情况}");
  budget_and_accounts(writer, d);
  if (random.chance(75)) basic_spending(writer, d);
  if (random.chance(80)) project_spending(writer, d, projects);
  if (random.chance(80)) {
    writer.heading(1, "“三公”经费{执行情况|支出情况|使用和管理情况}");
    say_three_expenses(writer, d);
  }
  if (random.chance(60)) {
    writer.heading(1, "政府采购{执行情况|情况}");
    say_procurement(writer, d);
  }
  if (random.chance(55)) assets(writer);
  if (random.chance(40)) {
    writer.heading(0, "{政府性基金预算支出情况|国有资本经营预算支出情况}");
    writer.say("无");
    writer.end();
  }
  writer.heading(0, "{部门整体支出绩效情况|绩效自评情况}");
  filler(writer, 80);
  const bool tables = random.chance(75);
  writer.heading(0, "{存在的问题及改进措施|存在的问题}");
  filler(writer, 100);
  if (!tables) return;
  writer.plain_heading("{附件|附表}");
  if (random.chance(60)) base_data_table(writer, d);
  const int total = score_tables(writer, d);
  if (random.chance(50)) {
    writer.say("{综上|经自评|经综合评价}，{本单位|本部门}[year]年度部门整体支出绩效自评得分<s>，评价等级为{“优”|优|“优秀”}。", {{"s", total}});
    writer.end();
  }
}

}  // namespace gouji::generate
