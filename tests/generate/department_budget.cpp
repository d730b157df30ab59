// 部门预算: the forms of the coming year and what they say in words.
#include "generate/forms.h"
#include "generate/grammars.h"

namespace gouji::generate {
namespace {

void income(Writer& writer, const Department& d) {
  std::vector<Item> items;
  for (const ByFunction* source : {&d.grants, &d.superior, &d.business, &d.operating, &d.attached, &d.other}) {
    const Quantity& q = writer.quantity(source->total());
    if (q.value != 0) items.push_back({(source == &d.grants ? "财政拨款" : source->name) + std::string("<v>"), {{"v", source->total()}}});
  }
  if (writer.quantity(d.begin).value != 0) items.push_back({"上年结转<v>", {{"v", d.begin}}});
  if (writer.quantity(d.surplus_used).value != 0) items.push_back({"使用非财政拨款结余<v>", {{"v", d.surplus_used}}});
  const int more = difference_of(writer, "较上年增减", d.grand_total, d.prior_total),
            rate = change_rate_of(writer, "增减率", d.grand_total, d.prior_total);
  Said said = writer.say("[year]年{收入预算|部门收入预算|年初收入预算数}<t>，其中：<list>。", {{"t", d.grand_total}}, {{"list", items}});
  writer.list_sum(said["t"], said);
  if (writer.random().chance(60)) {
    const Said change = writer.say("收入预算{比|较}{上年|[last]年}{预算|}(m:增加,减少)<m>，(r:增长,下降)<r>。", {{"m", more}, {"r", rate}});
    writer.growth(change["r"], change["m"], said["t"]);
  }
  writer.end();
}

void spending(Writer& writer, const Department& d) {
  std::vector<Item> items;
  for (const auto& [code, id] : d.spent.ids)
    if (code.size() == 3 && writer.quantity(id).value != 0) items.push_back({writer.quantity(id).name + "<v>", {{"v", id}}});
  const Said said = writer.say("[year]年{本年支出预算|支出合计}<t>，其中：<list>。", {{"t", d.spent.total()}}, {{"list", items}});
  writer.list_sum(said["t"], said);
  writer.end();
  const int basic = ratio_of(writer, "占比", d.basic.total(), d.spent.total()),
            project = ratio_of(writer, "占比", d.project.total(), d.spent.total());
  const Said kinds = writer.say("{按支出性质分|按支出项目类别划分}，{本年支出合计<t>，其中：|}基本支出<b>，占<bs>；项目支出<p>，占<ps>。",
                                {{"t", d.spent.total()}, {"b", d.basic.total()}, {"p", d.project.total()}, {"bs", basic}, {"ps", project}});
  const FigureId whole = kinds["t"] != nobody ? kinds["t"] : said["t"];
  writer.sum(whole, {kinds["b"], kinds["p"]});
  writer.quotient(kinds["bs"], kinds["b"], whole);
  writer.quotient(kinds["ps"], kinds["p"], whole);
  writer.end();
}

void general(Writer& writer, const Department& d) {
  std::vector<Item> items;
  for (const auto& [code, id] : d.general.ids)
    if (code.size() == 3 && writer.quantity(id).value != 0)
      items.push_back({writer.quantity(id).name + "<v>，占<s>", {{"v", id}, {"s", ratio_of(writer, "占比", id, d.general.total())}}});
  Said said = writer.say("[year]年一般公共预算{拨款|财政拨款}{支出|支出预算}<t>，其中：<list>。{具体安排情况如下：|}", {{"t", d.general.total()}},
                         {{"list", items, "；"}});
  writer.list_sum(said["t"], said);
  for (std::size_t i = 0; i < items.size(); ++i) writer.quotient(said.item("list", i, "s"), said.item("list", i, "v"), said["t"]);
  writer.end();
  said = writer.say(
      "{（一）基本支出：|基本支出：|}[year]年{一般公共预算|}基本支出{预算数|}<t>，其中：人员经费<p>，公用经费<r>{"
      "，主要是为保障机构正常运转、完成日常工作任务而发生的各项支出|}。",
      {{"t", d.general_basic.total()}, {"p", d.people}, {"r", d.running_costs}});
  writer.sum(said["t"], {said["p"], said["r"]});
  writer.end();
}

void others(Writer& writer, const Department& d) {
  Random& random = writer.random();
  if (random.chance(70)) {
    writer.heading(0, "“三公”经费预算{|情况说明}");
    const ThreeExpenses& f = d.three_final;
    const int more = difference_of(writer, "较上年增减", f.total, d.three_prior.total),
              rate = change_rate_of(writer, "增减率", f.total, d.three_prior.total);
    std::vector<Item> items{
        {"因公出国（境）费<v>", {{"v", f.abroad}}}, {"公务用车购置及运行维护费<v>", {{"v", f.vehicles}}}, {"公务接待费<v>", {{"v", f.reception}}}};
    const Said said = writer.say("[year]年“三公”经费预算数{为|}<t>，其中：<list>。{“三公”经费预算{比|较}上年(m:增加,减少)<m>，(r:增长,下降)<r>。|}",
                                 {{"t", f.total}, {"m", more}, {"r", rate}}, {{"list", items}});
    writer.list_sum(said["t"], said);
    writer.growth(said["r"], said["m"], said["t"]);
    writer.end();
  }
  if (random.chance(60)) {
    writer.heading(0, "机关运行经费");
    say_running_costs(writer, d);
  }
  if (random.chance(60)) {
    writer.heading(0, "政府采购{情况|预算情况}");
    std::vector<Item> items{{"货物类<v>", {{"v", d.goods}}}, {"工程类<v>", {{"v", d.works}}}, {"服务类<v>", {{"v", d.services}}}};
    const Said said = writer.say("[year]年{本部门|}政府采购预算{总额|}<t>，其中：<list>。", {{"t", d.procurement}}, {{"list", items}});
    writer.list_sum(said["t"], said);
    writer.end();
  }
  if (random.chance(40)) {
    const int count = writer.add({"培训人数", Measure::count, random.between(20, 400), 1, std::to_string(d.year), ""});
    const std::int64_t price = random.between(1, 40) * 50;
    const int each = writer.add({"人均培训费", Measure::amount, price, 1, std::to_string(d.year), "budget"});
    const int total = writer.add({"培训费", Measure::amount, price * writer.quantity(count).value, 1, std::to_string(d.year), "budget"});
    writer.heading(0, "{一般性支出情况|会议费、培训费预算}");
    const Said said = writer.say("{拟{开展|举办}业务培训，|计划举办培训班，}参训<c>，人均<e>，{共需|合计}培训费<t>。",
                                 {{"c", count}, {"e", each, {"元", 0, 0}}, {"t", total}});
    writer.product(said["t"], said["c"], said["e"]);
    writer.end();
  }
}

}  // namespace

void department_budget(Random& random, Report& report) {
  Writer writer(random, report, department_style(random));
  const Department d = make_department(writer, "budget");
  writer.word("name", d.name);
  writer.word("year", std::to_string(d.year));
  writer.word("last", std::to_string(d.year - 1));
  report.entity = d.name;
  report.title = writer.choose("{[name][year]年部门预算|[year]年[name]部门预算公开说明|[year]年度[name]部门预算}");
  writer.title(report.title);
  writer.plain_heading("第一部分 [year]年部门预算说明");
  writer.heading(0, "{部门基本概况|单位基本情况}");
  filler(writer, 100);
  if (random.chance(50)) say_staff(writer, d);
  writer.heading(0, "{部门收支总体情况|收支预算总体情况}");
  writer.heading(1, "收入预算");
  income(writer, d);
  writer.heading(1, "支出预算");
  spending(writer, d);
  writer.heading(0, "{一般公共预算拨款支出预算|一般公共预算支出情况}");
  general(writer, d);
  others(writer, d);
  if (random.chance(20)) return;
  writer.plain_heading("第二部分 {[year]年部门预算表|部门预算公开表格}");
  const FormOptions options{true, false};
  income_and_spending(writer, d, options);
  if (random.chance(60)) income_by_function(writer, d, options);
  if (random.chance(85)) spending_by_function(writer, d, options);
  if (random.chance(85)) grants_in_and_out(writer, d, options);
  if (random.chance(85)) general_by_function(writer, d, options);
  if (random.chance(80)) basic_by_economic_class(writer, d, options);
  if (random.chance(70)) three_expenses_form(writer, d, options);
  funds_form(writer, d, options);
  capital_form(writer, d, options);
}

}  // namespace gouji::generate
