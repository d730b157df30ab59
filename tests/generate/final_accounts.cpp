// 部门决算: overview, the nine forms, what they say in words.
#include "generate/forms.h"
#include "generate/grammars.h"

namespace gouji::generate {
namespace {

void overall(Writer& writer, const Department& d) {
  const int more = difference_of(writer, "较上年增减", d.grand_total, d.prior_total),
            rate = change_rate_of(writer, "增减率", d.grand_total, d.prior_total);
  const Said said = writer.say(
      "{[year]年度|[year]年}{收、支总计|收入、支出总计|收入总计、支出总计均为}<t>。{与上年相比|与[last]年相比|与[last]年度相比}，{收、支总计{各|}|}("
      "m:增加,减少)<m>，(r:增长,下降)<r>{，主要原因是{项目资金(m:增加,减少)|人员变动}|}。",
      {{"t", d.grand_total}, {"m", more}, {"r", rate}});
  writer.growth(said["r"], said["m"], said["t"]);
  writer.end();
}

// total, its parts with or without their shares.
void parts_with_shares(Writer& writer, const std::string& opening, int total, const std::vector<int>& parts) {
  const bool shares = writer.random().chance(70);
  std::vector<Item> items;
  for (const int part : parts) {
    const Quantity& q = writer.quantity(part);
    if (q.value == 0 && writer.random().chance(60)) continue;
    const int share = ratio_of(writer, "占比", part, total);
    items.push_back({q.name + (shares ? "<v>，占<s>" : "<v>"), {{"v", part}}});
    if (shares) items.back().slots.push_back({"s", share});
  }
  const Said said = writer.say(opening + "<t>，其中：<list>。", {{"t", total}}, {{"list", items, shares ? "；" : ""}});
  writer.list_sum(said["t"], said);
  for (std::size_t i = 0; i < items.size(); ++i) writer.quotient(said.item("list", i, "s"), said.item("list", i, "v"), said["t"]);
  writer.end();
}

void general_spending(Writer& writer, const Department& d) {
  writer.heading(1, "{财政拨款支出决算总体情况|一般公共预算财政拨款支出决算总体情况}");
  const int share = ratio_of(writer, "占本年支出合计", d.general.total(), d.spent.total());
  const int more = difference_of(writer, "较上年增减", d.general.total(), d.prior_general),
            rate = change_rate_of(writer, "增减率", d.general.total(), d.prior_general);
  Said said = writer.say(
      "{[year]年度|[year]年}一般公共预算财政拨款支出<t>，占本年支出合计的<s>{。|，}与上年相比，一般公共预算财政拨款支出(m:增加,减少)<m>，(r:增长,"
      "下降)<r>。",
      {{"t", d.general.total()}, {"s", share}, {"m", more}, {"r", rate}});
  writer.growth(said["r"], said["m"], said["t"]);
  if (writer.random().chance(50)) {  // what it is a share of, said again
    const Said whole = writer.say("{全年|本年}支出合计<w>。", {{"w", d.spent.total()}});
    writer.quotient(said["s"], said["t"], whole["w"]);
  }
  writer.end();
  writer.heading(1, "{财政拨款支出决算结构情况|一般公共预算财政拨款支出决算结构情况}");
  std::vector<Item> items;
  for (const auto& [code, id] : d.general.ids) {
    if (code.size() != 3 || writer.quantity(id).value == 0) continue;
    items.push_back({writer.quantity(id).name + (writer.random().chance(50) ? "（类）" : "") + "<v>，占<s>",
                     {{"v", id}, {"s", ratio_of(writer, "占比", id, d.general.total())}}});
  }
  said =
      writer.say("{[year]年度|[year]年}一般公共预算财政拨款支出<t>，主要用于以下方面：<list>。", {{"t", d.general.total()}}, {{"list", items, "；"}});
  writer.list_sum(said["t"], said);
  for (std::size_t i = 0; i < items.size(); ++i) writer.quotient(said.item("list", i, "s"), said.item("list", i, "v"), said["t"]);
  writer.end();
}

void general_items(Writer& writer, const Department& d) {
  writer.heading(1, "{财政拨款支出决算具体情况|一般公共预算财政拨款支出决算具体情况}");
  const int rate = ratio_of(writer, "完成年初预算", d.general.total(), d.general_budget.total());
  const Said said = writer.say("{[year]年度|[year]年}一般公共预算财政拨款支出年初预算{数|}为<b>，支出决算{数|}为<t>，完成年初预算的<r>。{其中：|}",
                               {{"b", d.general_budget.total()}, {"t", d.general.total()}, {"r", rate}});
  writer.quotient(said["r"], said["t"], said["b"]);
  writer.end();
  for (const FunctionCode& code : d.codes) {
    const int spent = d.general.of(code.code), budget = d.general_budget.of(code.code);
    if (writer.quantity(spent).value == 0 || writer.quantity(budget).value == 0) continue;
    writer.heading(2, code.class_name + "（类）" + code.group_name + "（款）" + code.name + "（项）。");
    const Said item =
        writer.say("年初预算{数|}为<b>，支出决算{数|}为<t>，完成年初预算的<r>。{决算数与年初预算数存在差异的主要原因是{年中追加|项目进度}。|}",
                   {{"b", budget}, {"t", spent}, {"r", ratio_of(writer, "完成年初预算", spent, budget)}});
    writer.quotient(item["r"], item["t"], item["b"]);
    writer.end();
  }
}

void explanations(Writer& writer, const Department& d) {
  Random& random = writer.random();
  writer.heading(0, "{收入支出决算总体情况|收入支出决算总体情况说明}");
  overall(writer, d);
  writer.heading(0, "{收入决算情况|收入决算情况说明}");
  parts_with_shares(writer, writer.choose("{[year]年度|本年|}收入合计"), d.income.total(),
                    {d.grants.total(), d.superior.total(), d.business.total(), d.operating.total(), d.attached.total(), d.other.total()});
  writer.heading(0, "{支出决算情况|支出决算情况说明}");
  parts_with_shares(writer, writer.choose("{[year]年度|本年|}支出合计"), d.spent.total(), {d.basic.total(), d.project.total()});
  writer.heading(0, "{财政拨款支出决算情况说明|一般公共预算财政拨款支出决算情况}");
  general_spending(writer, d);
  if (random.chance(70)) general_items(writer, d);
  if (random.chance(80)) {
    writer.heading(0, "{一般公共预算财政拨款基本支出决算情况|财政拨款基本支出决算情况说明}");
    say_basic_spending(writer, d);
  }
  if (random.chance(85)) {
    writer.heading(0, "{“三公”经费支出决算情况|“三公”经费财政拨款支出决算情况说明}");
    say_three_expenses(writer, d);
  }
  if (random.chance(60)) {
    writer.heading(0, "{机关运行经费支出说明|机关运行经费支出情况}");
    say_running_costs(writer, d);
  }
  if (random.chance(70)) {
    writer.heading(0, "{政府采购支出说明|政府采购支出情况}");
    say_procurement(writer, d);
  }
  if (random.chance(50)) {
    writer.heading(0, "{预算绩效管理情况|预算绩效情况说明}");
    filler(writer, 100);
  }
}

}  // namespace

void final_accounts(Random& random, Report& report) {
  Writer writer(random, report, department_style(random));
  const Department d = make_department(writer, "final");
  writer.word("name", d.name);
  writer.word("year", std::to_string(d.year));
  writer.word("last", std::to_string(d.year - 1));
  report.entity = d.name;
  report.title = writer.choose("{[name][year]年度部门决算|[year]年度[name]部门决算|[year]年[name]部门决算公开说明}");
  writer.title(report.title);
  writer.plain_heading("第一部分 {部门概况|单位概况}");
  writer.heading(0, "{部门职责|主要职能}");
  filler(writer, 100);
  if (random.chance(50)) {
    writer.heading(0, "{机构设置|机构设置及人员情况}");
    say_staff(writer, d);
  }
  const bool forms = random.chance(85), forms_first = random.chance(70);
  const auto explain = [&] {
    writer.plain_heading("{第三部分|第二部分} {[year]年度部门决算情况说明|部门决算情况说明}");
    explanations(writer, d);
  };
  if (!forms || !forms_first) explain();
  if (!forms) return;
  writer.plain_heading("{第二部分|第四部分} {[year]年度部门决算表|部门决算表}");
  const FormOptions options{false, random.chance(40)};
  income_and_spending(writer, d, options);
  if (random.chance(85)) income_by_function(writer, d, options);
  if (random.chance(85)) spending_by_function(writer, d, options);
  if (random.chance(85)) grants_in_and_out(writer, d, options);
  if (random.chance(85)) general_by_function(writer, d, options);
  if (random.chance(80)) basic_by_economic_class(writer, d, options);
  if (random.chance(70)) three_expenses_form(writer, d, options);
  funds_form(writer, d, options);
  capital_form(writer, d, options);
  if (forms_first) explain();
}

}  // namespace gouji::generate
