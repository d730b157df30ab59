#include "generate/grammars.h"

namespace gouji::generate {

void filler(Writer& writer, unsigned percent) {
  static const std::vector<std::string> lines{
      "{我单位|本部门|本单位}{严格执行|认真落实}{各项财务管理制度|预算管理的有关规定}，{做到了|基本做到}{专款专用|收支有据}，{未发现|没有出现}{"
      "截留、挪用|违规使用}{资金|专项资金}的{情况|现象}。",
      "{存在的主要问题|当前存在的不足}：一是{预算编制的精细化程度有待提高|绩效指标设置还不够量化}；二是{项目前期准备不够充分|"
      "资产管理的基础工作还较薄弱}。",
      "{下一步|今后}，{将|我们将}{进一步加强|持续强化}{预算绩效管理|内部控制建设}，{提高资金使用效益|把有限的资金用在刀刃上}。",
      "{主要职责是|承担的主要职责为}：{贯彻执行|负责落实}{有关法律法规|上级的方针政策}，{拟订并组织实施年度计划|指导全县相关工作}。",
      "{各项工作|全年重点工作}{稳步推进|有序开展}，{群众反映良好|社会效益较为明显}。"};
  if (!writer.random().chance(percent)) return;
  writer.end();
  writer.say(writer.random().pick(lines));
  writer.end();
}

void say_three_expenses(Writer& writer, const Department& d) {
  Random& random = writer.random();
  writer.end();
  const std::string year = std::to_string(d.year);
  writer.word("year", year);
  const ThreeExpenses& f = d.three_final;
  const int saved = difference_of(writer, "节约", d.three_budget.total, f.total);
  const int rate = ratio_of(writer, "完成预算", f.total, d.three_budget.total);
  const bool under = writer.quantity(saved).value > 0;
  const Said said = writer.say(
      under ? "[year]年{度|}“三公”经费{财政拨款支出|}预算{数|}{为|}<budget>，{支出决算|决算数|实际支出}{为|}<final>，{完成预算的<rate>|比预算{节约|"
              "减少}<saved>|较预算数减少<saved>}。"
            : "[year]年{度|}“三公”经费{财政拨款支出|}预算{数|}{为|}<budget>，{支出决算|决算数|实际支出}{为|}<final>{|，完成预算的<rate>}。",
      {{"budget", d.three_budget.total}, {"final", f.total}, {"saved", saved}, {"rate", rate}});
  writer.signed_sum(said["saved"], {{said["budget"], 1}, {said["final"], -1}});
  writer.quotient(said["rate"], said["final"], said["budget"]);
  const bool nested = random.chance(50);
  const int abroad_share = ratio_of(writer, "占比", f.abroad, f.total), vehicle_share = ratio_of(writer, "占比", f.vehicles, f.total),
            guest_share = ratio_of(writer, "占比", f.reception, f.total);
  if (random.chance(40)) {
    const Said list = writer.say(
        "[year]年{度|}“三公”经费{财政拨款|}支出决算中，因公出国（境）费{支出|}{决算|}<a>，占<as>；公务用车购置及运行维护费{支出|}{决算|}<v>，占<vs>"
        "；公务接待费{支出|}{决算|}<g>，占<gs>。",
        {{"a", f.abroad}, {"v", f.vehicles}, {"g", f.reception}, {"as", abroad_share}, {"vs", vehicle_share}, {"gs", guest_share}});
    writer.quotient(list["as"], list["a"], said["final"]);
    writer.quotient(list["vs"], list["v"], said["final"]);
    writer.quotient(list["gs"], list["g"], said["final"]);
    writer.sum(said["final"], {list["a"], list["v"], list["g"]});
  } else {
    std::vector<Item> items{
        {"因公出国（境）费<v>", {{"v", f.abroad}}}, {"公务用车购置及运行维护费<v>", {{"v", f.vehicles}}}, {"公务接待费<v>", {{"v", f.reception}}}};
    if (nested) {
      items[1].text += "（其中：公务用车购置费<p>，公务用车运行维护费<r>）";
      items[1].slots.insert(items[1].slots.end(), {{"p", f.purchase}, {"r", f.running}});
    }
    const Said list = writer.say("“三公”经费{支出|决算}<t>{，其中：|，其中|，包括：}<list>。", {{"t", f.total}}, {{"list", items}});
    writer.list_sum(list["t"], list);
    if (nested) writer.sum(list.item("list", 1, "v"), {list.item("list", 1, "p"), list.item("list", 1, "r")});
  }
  if (random.chance(60) && writer.quantity(d.three_prior.total).value != writer.quantity(f.total).value) {
    const int less = difference_of(writer, "较上年增减", f.total, d.three_prior.total),
              by = change_rate_of(writer, "增减率", f.total, d.three_prior.total);
    const Said change =
        writer.say("{“三公”经费|“三公”经费支出|“三公”经费支出决算}{比|较}上年(d:增加,减少)<d>，(r:增长,下降)<r>。", {{"d", less}, {"r", by}});
    writer.growth(change["r"], change["d"], said["final"]);
  }
  writer.end();
}

void say_procurement(Writer& writer, const Department& d) {
  writer.end();
  writer.word("year", std::to_string(d.year));
  std::vector<Item> items{
      {"{政府采购|}货物支出<v>", {{"v", d.goods}}}, {"{政府采购|}工程支出<v>", {{"v", d.works}}}, {"{政府采购|}服务支出<v>", {{"v", d.services}}}};
  const Said said = writer.say("{[year]年度|[year]年|本年度}{[name]|本部门|}政府采购支出{总额|总计|合计}<t>，其中：<list>。", {{"t", d.procurement}},
                               {{"list", items}});
  writer.list_sum(said["t"], said);
  if (writer.random().chance(50)) {
    const int small = writer.add({"授予中小企业合同金额", Measure::amount,
                                  writer.quantity(d.procurement).value * writer.random().between(40, 100) / 100, 1, std::to_string(d.year), ""});
    const int share = ratio_of(writer, "占政府采购支出总额", small, d.procurement);
    const Said part = writer.say("授予中小企业合同金额<s>，占政府采购支出总额的<r>。", {{"s", small}, {"r", share}});
    writer.quotient(part["r"], part["s"], said["t"]);
  }
  writer.end();
}

void say_staff(Writer& writer, const Department& d) {
  writer.end();
  writer.word("year", std::to_string(d.year));
  const Unit posts = writer.random().chance(50) ? Unit{"人", 0, 0} : Unit{"名", 0, 0};
  const Said said = writer.say(
      "{本部门|我单位|本单位}{核定|共有}编制{数|人数|}<p>，其中：行政编制<a>，事业编制<i>。[year]年末{实有|}在职人员<s>{，其中：行政人员<sa>"
      "，事业人员<si>|}{；|，}{离退休|退休}人员<r>。",
      {{"p", d.posts, posts},
       {"a", d.posts_administrative, posts},
       {"i", d.posts_institution, posts},
       {"s", d.staff},
       {"sa", d.staff_administrative},
       {"si", d.staff_institution},
       {"r", d.retired}});
  writer.sum(said["p"], {said["a"], said["i"]});
  writer.sum(said["s"], {said["sa"], said["si"]});
  if (writer.random().chance(40)) {
    const int rate = ratio_of(writer, "在职人员控制率", d.staff, d.posts);
    const Said control =
        writer.say("{在职人员控制率|人员控制率}={<s>/<p>*100%=<r>|<s>÷<p>×100%=<r>}。", {{"s", d.staff}, {"p", d.posts}, {"r", rate}});
    writer.quotient(control["r"], control["s"], control["p"]);
  }
  writer.end();
}

void say_basic_spending(Writer& writer, const Department& d) {
  Random& random = writer.random();
  writer.end();
  writer.word("year", std::to_string(d.year));
  const int people = ratio_of(writer, "人员经费占比", d.people, d.general_basic.total()),
            running = ratio_of(writer, "公用经费占比", d.running_costs, d.general_basic.total());
  const Said said = writer.say(
      "{[year]年度|[year]年|}{一般公共预算|}财政拨款基本支出<t>，其中：人员经费<p>{，占基本支出的<ps>|}{，|；}公用经费<r>{，占基本支出的<rs>|}。",
      {{"t", d.general_basic.total()}, {"p", d.people}, {"r", d.running_costs}, {"ps", people}, {"rs", running}});
  writer.sum(said["t"], {said["p"], said["r"]});
  writer.quotient(said["ps"], said["p"], said["t"]);
  writer.quotient(said["rs"], said["r"], said["t"]);
  writer.end();
  for (std::size_t k = 0; k < d.economics.size() && random.chance(70); ++k) {
    if (d.economics[k].code.size() != 3) continue;
    std::vector<Item> items;
    for (std::size_t i = k + 1; i < d.economics.size() && d.economics[i].code.size() == 5; ++i)
      items.push_back({d.economics[i].name + "<v>", {{"v", d.economics[i].id}}});
    writer.word("class", d.economics[k].name);
    const Said list = writer.say("[class]<t>{，其中：|，包括：|：}<list>。", {{"t", d.economics[k].id}}, {{"list", items}});
    writer.list_sum(list["t"], list);
    if (random.chance(60)) writer.end();
  }
  writer.end();
}

void say_running_costs(Writer& writer, const Department& d) {
  writer.end();
  writer.word("year", std::to_string(d.year));
  if (writer.quantity(d.prior_running_costs).value == writer.quantity(d.running_costs).value) return;
  const int more = difference_of(writer, "较上年增减", d.running_costs, d.prior_running_costs),
            rate = change_rate_of(writer, "增减率", d.running_costs, d.prior_running_costs);
  const Said said = writer.say(
      "{[year]年度|[year]年|本年度}机关运行经费{支出|支出决算}<t>，{比|较}{上年|上年决算数|[last]年}(m:增加,减少)<m>，(r:增长,下降)<r>。{主要原因是{"
      "严格控制一般性支出|人员变动|物价上涨}。|}",
      {{"t", d.running_costs}, {"m", more}, {"r", rate}});
  writer.growth(said["r"], said["m"], said["t"]);
  writer.end();
}

}  // namespace gouji::generate
