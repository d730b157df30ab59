// 财政预算执行情况和预算草案的报告, of a city's or county's government.
#include "generate/government.h"
#include "generate/grammars.h"
#include "generate/names.h"

namespace gouji::generate {
namespace {

struct Budgeted {
  int total = -1, budget = -1, prior = -1;
};

// Amounts by item with budget and last year's: a table's rows.
struct Table3 {
  std::vector<std::string> names;
  std::vector<Budgeted> rows;
};

Budgeted with_budget(Writer& writer, Government& government, int total) {
  Quantity budget = writer.quantity(total);
  budget.value = budget.value / 100 * writer.random().between(88, 112) / 10'000 * 10'000;
  budget.basis = "budget";
  const int id = writer.add(budget);
  return {total, id, government.before(total)};
}

Budgeted sum_up(Writer& writer, const std::string& name, const std::vector<Budgeted>& parts) {
  std::vector<int> totals, budgets, priors;
  for (const Budgeted& part : parts) totals.push_back(part.total), budgets.push_back(part.budget), priors.push_back(part.prior);
  return {sum_of(writer, name, totals), sum_of(writer, name, budgets), sum_of(writer, name, priors)};
}

struct Revenue {
  Table3 taxes, fees;
  Budgeted tax, fee, total;
};

Revenue revenue_of(Writer& writer, Government& government) {
  Random& random = writer.random();
  Revenue r;
  r.taxes.names = random.some<std::string>(
      {"增值税", "企业所得税", "个人所得税", "资源税", "城市维护建设税", "房产税", "印花税", "城镇土地使用税", "土地增值税", "契税"},
      static_cast<std::size_t>(random.between(4, 9)));
  r.fees.names = random.some<std::string>({"专项收入", "行政事业性收费收入", "罚没收入", "国有资源（资产）有偿使用收入", "其他收入"},
                                          static_cast<std::size_t>(random.between(2, 5)));
  for (Table3* table : {&r.taxes, &r.fees})
    for (const std::string& name : table->names)
      table->rows.push_back(with_budget(writer, government, government.amount(name, 30'000'000, 3'000'000'000)));
  r.tax = sum_up(writer, "税收收入", r.taxes.rows);
  r.fee = sum_up(writer, "非税收入", r.fees.rows);
  r.total = sum_up(writer, "一般公共预算收入", {r.tax, r.fee});
  return r;
}

void say_revenue(Writer& writer, const Revenue& r) {
  const int done = ratio_of(writer, "完成预算", r.total.total, r.total.budget), more = difference_of(writer, "增减", r.total.total, r.total.prior),
            rate = change_rate_of(writer, "增减率", r.total.total, r.total.prior);
  Said said =
      writer.say("[year]年，[area]一般公共预算收入{完成|}<t>，{完成预算的<d>，|为预算的<d>，|}{比|较}上年(m:增加,减少)<m>，(r:增长,下降)<r>。",
                 {{"t", r.total.total}, {"d", done}, {"m", more}, {"r", rate}});
  writer.growth(said["r"], said["m"], said["t"]);
  const int tax = ratio_of(writer, "占比", r.tax.total, r.total.total), fee = ratio_of(writer, "占比", r.fee.total, r.total.total);
  const bool shares = writer.random().chance(60);
  const Said parts = writer.say(shares ? "其中：税收收入{完成|}<a>，占{一般公共预算收入|收入总量}的<as>；非税收入{完成|}<b>，占<bs>。"
                                       : "其中：税收收入{完成|}<a>，非税收入{完成|}<b>。",
                                {{"a", r.tax.total}, {"b", r.fee.total}, {"as", tax}, {"bs", fee}});
  writer.sum(said["t"], {parts["a"], parts["b"]});
  writer.quotient(parts["as"], parts["a"], said["t"]);
  writer.quotient(parts["bs"], parts["b"], said["t"]);
  writer.end();
}

// 收入 + … = 收入总计 = 支出总计 = 支出 + …
void say_balance(Writer& writer, Government& government, int income, int spending) {
  Random& random = writer.random();
  const std::int64_t gap = writer.quantity(spending).value - writer.quantity(income).value;
  const std::int64_t sent_up = random.spread(10'000'000, 900'000'000), repaid = random.spread(10'000'000, 900'000'000),
                     left = random.spread(1'000'000, 600'000'000);
  std::vector<std::string> names =
      random.some<std::string>({"上级补助收入", "上年结转收入", "调入资金", "动用预算稳定调节基金", "地方政府一般债务转贷收入"},
                               static_cast<std::size_t>(random.between(2, 5)));
  const std::int64_t more = gap + sent_up + repaid + left;
  if (more < 1000) return;
  const int added = government.fixed("转移性收入", more), total = government.fixed("收入总计", writer.quantity(income).value + more);
  const std::vector<int> means = government.parts(added, names);
  std::vector<Item> in{{"一般公共预算收入<v>", {{"v", income}}}}, out{{"一般公共预算支出<v>", {{"v", spending}}}};
  for (std::size_t i = 0; i < names.size(); ++i) in.push_back({names[i] + "<v>", {{"v", means[i]}}});
  out.push_back({"上解上级支出<v>", {{"v", government.fixed("上解上级支出", sent_up)}}});
  out.push_back({"地方政府一般债务还本支出<v>", {{"v", government.fixed("债务还本支出", repaid)}}});
  out.push_back({"结转下年支出<v>", {{"v", government.fixed("结转下年支出", left)}}});
  const Said said = writer.say("{收支平衡情况：|}<in>，收入总计<t>。<out>，支出总计<u>。{收支平衡。|收支相抵，实现平衡。|}",
                               {{"t", total}, {"u", total}}, {{"in", in, "，"}, {"out", out, "，"}});
  writer.list_sum(said["t"], said, "in");
  writer.list_sum(said["u"], said, "out");
  writer.end();
}

void say_funds(Writer& writer, Government& government) {
  Random& random = writer.random();
  if (random.chance(80)) {
    writer.heading(1, "政府性基金预算{执行情况|收支情况}");
    const int income = government.amount("政府性基金预算收入", 200'000'000, 9'000'000'000);
    say_growth(writer, government, "[area]政府性基金预算收入", income);
    writer.end();
  }
  if (random.chance(50)) {
    writer.heading(1, "国有资本经营预算{执行情况|收支情况}");
    say_growth(writer, government, "[area]国有资本经营预算收入", government.amount("国有资本经营预算收入", 300'000'000, 4'000'000'000));
    writer.end();
  }
  if (random.chance(70)) {
    writer.heading(1, "社会保险基金预算{执行情况|收支情况}");
    const int income = government.amount("社会保险基金收入", 900'000'000, 9'000'000'000);
    const std::int64_t in = writer.quantity(income).value, spent = in / 100 * random.between(70, 98),
                       kept = random.spread(500'000'000, 6'000'000'000);
    const int out = government.fixed("社会保险基金支出", spent), left = government.fixed("当年收支结余", in - spent),
              all = government.fixed("年末滚存结余", kept + in - spent);
    const Said said = writer.say("[area]社会保险基金{预算|}收入<a>，支出<b>，{当年|本年}收支结余<c>，{年末|}滚存结余<d>。",
                                 {{"a", income}, {"b", out}, {"c", left}, {"d", all}});
    writer.signed_sum(said["c"], {{said["a"], 1}, {said["b"], -1}});
    writer.end();
  }
  if (random.chance(70)) {
    writer.heading(1, "{政府债务情况|地方政府债务情况}");
    const int debt = government.amount("政府债务余额", 2'000'000'000, 60'000'000'000);
    const std::vector<int> kinds = government.parts(debt, {"一般债务余额", "专项债务余额"});
    say_parts(writer, "{截至[year]年底，|[year]年末，}[area]{政府|地方政府}债务余额", debt, kinds, false);
    writer.end();
  }
}

// Columns: budget, executed, completion, last year, growth; drawn in one of several orders.
void execution_table(Writer& writer, const std::string& title, const std::vector<std::string>& names, const std::vector<Budgeted>& rows,
                     const std::vector<std::vector<std::size_t>>& parts) {
  const bool completion = writer.random().chance(80), growth = writer.random().chance(70);
  const std::string year = std::to_string(writer.year()), last = std::to_string(writer.year() - 1);
  std::vector<Heads> heads{{writer.choose("{项目|预算科目|项 目}")},
                           {writer.choose("{预算数|[year]年预算数|年初预算数}")},
                           {writer.choose("{执行数|[year]年执行数|完成数}")}};
  if (completion) heads.push_back({writer.choose("{完成预算%|为预算的%|完成预算的%}")});
  if (growth) heads.push_back({last + writer.choose("{年执行数|年完成数}")}), heads.push_back({writer.choose("{比上年增长%|增长%|同比增减%}")});
  std::vector<BodyRow> body;
  for (std::size_t i = 0; i < rows.size(); ++i) {
    BodyRow row{{names[i], rows[i].budget, rows[i].total}, parts[i].empty()};
    if (completion) row.cells.emplace_back(ratio_of(writer, "完成预算", rows[i].total, rows[i].budget));
    if (growth) row.cells.emplace_back(rows[i].prior), row.cells.emplace_back(change_rate_of(writer, "增长", rows[i].total, rows[i].prior));
    body.push_back(std::move(row));
  }
  const FigureGrid figures = writer.table(title, heads, body);
  const std::size_t prior = completion ? 4 : 3;
  for (std::size_t i = 0; i < rows.size(); ++i) {
    if (completion) writer.quotient(figures[i][3], figures[i][2], figures[i][1]);
    if (growth) writer.change(figures[i][prior + 1], figures[i][2], figures[i][prior]);
    std::vector<std::size_t> amounts{1, 2};
    if (growth) amounts.push_back(prior);
    for (const std::size_t column : amounts) {
      std::vector<FigureId> terms;
      for (const std::size_t part : parts[i]) terms.push_back(figures[part][column]);
      writer.sum(figures[i][column], terms);
    }
  }
}

void revenue_table(Writer& writer, const Revenue& r) {
  std::vector<std::string> names;
  std::vector<Budgeted> rows;
  std::vector<std::vector<std::size_t>> parts;
  const bool total_first = writer.random().chance(40);
  const auto add = [&](const std::string& name, const Budgeted& row, std::vector<std::size_t> of = {}) {
    names.push_back(name), rows.push_back(row), parts.push_back(std::move(of));
    return names.size() - 1;
  };
  const std::string total = writer.choose("{一般公共预算收入合计|收入合计|合计}");
  const std::size_t top = total_first ? add(total, r.total) : 0;
  const auto group = [&](const std::string& name, const Budgeted& sum, const Table3& table) {
    const std::size_t head = add(name, sum);
    std::vector<std::size_t> of;
    for (std::size_t i = 0; i < table.names.size(); ++i) of.push_back(add(table.names[i], table.rows[i]));
    parts[head] = std::move(of);
    return head;
  };
  const std::size_t tax = group("一、税收收入", r.tax, r.taxes), fee = group("二、非税收入", r.fee, r.fees);
  const std::size_t at = total_first ? top : add(total, r.total);
  parts[at] = {tax, fee};
  execution_table(writer, writer.choose("{[year]年[area]一般公共预算收入执行情况表|[area][year]年一般公共预算收入完成情况表}"), names, rows, parts);
}

void spending(Writer& writer, const Table3& items, const Budgeted& total) {
  const int done = ratio_of(writer, "完成预算", total.total, total.budget), more = difference_of(writer, "增减", total.total, total.prior),
            rate = change_rate_of(writer, "增减率", total.total, total.prior);
  Said said = writer.say("[area]一般公共预算支出{完成|}<t>，{完成预算的<d>，|}{比|较}上年(m:增加,减少)<m>，(r:增长,下降)<r>。",
                         {{"t", total.total}, {"d", done}, {"m", more}, {"r", rate}});
  writer.growth(said["r"], said["m"], said["t"]);
  if (writer.random().chance(60)) {
    std::vector<Item> list;
    for (std::size_t i = 0; i < items.names.size(); ++i) list.push_back({items.names[i] + "<v>", {{"v", items.rows[i].total}}});
    const Said parts = writer.say("{具体项目为：|支出构成是：|按科目分：}<list>。", {}, {{"list", list}});
    writer.list_sum(said["t"], parts);
  }
  writer.end();
}

void next_year(Writer& writer, Government& government, const Revenue& r) {
  Random& random = writer.random();
  writer.heading(0, "[next]年预算草案");
  Quantity planned = writer.quantity(r.total.total);
  planned.value = planned.value / 1000 * random.between(1010, 1080);
  planned.period = std::to_string(writer.year() + 1);
  planned.basis = "budget";
  const int income = writer.add(planned), more = difference_of(writer, "增加", income, r.total.total),
            rate = change_rate_of(writer, "增长", income, r.total.total);
  writer.heading(1, "{收入预计|收入预期和支出安排}");
  const Said said = writer.say("[next]年，[area]一般公共预算收入{预期|预计|安排}<t>，比上年{执行数|完成数}(m:增加,减少)<m>，(r:增长,下降)<r>。",
                               {{"t", income}, {"m", more}, {"r", rate}});
  writer.growth(said["r"], said["m"], said["t"]);
  writer.end();
  const int fund = writer.add({"民生资金", Measure::amount, planned.value / random.between(4, 12), 1, planned.period, "budget"});
  const std::vector<int> parts = government.parts(
      fund, random.some<std::string>({"就业创业补助", "困难群众救助", "义务教育保障", "基本公共卫生服务", "农村道路建设", "高标准农田建设"},
                                     static_cast<std::size_t>(random.between(2, 5))));
  say_parts(writer, "{安排重点民生资金|统筹安排民生项目资金}", fund, parts, false);
  writer.end();
}

}  // namespace

void budget_execution(Random& random, Report& report) {
  Writer writer(random, report, government_style(random));
  Government government(writer, "executed");
  const bool city = random.chance(50);
  const std::string place = city ? invented_city(random) : invented_county(random);
  writer.word("name", place);
  writer.word("area", place.substr(place.size() - 3) == "市" ? "全市" : place.substr(place.size() - 3) == "县" ? "全县" : "全区");
  writer.word("year", std::to_string(report.year));
  writer.word("next", std::to_string(report.year + 1));
  report.entity = place;
  report.title = writer.choose("{关于[name][year]年财政预算执行情况和[next]年财政预算草案的报告|[name][year]年预算执行情况和[next]年预算草案的报告}");
  writer.title(report.title);
  writer.say("各位代表：");
  writer.end();
  const Revenue revenue = revenue_of(writer, government);
  Table3 items;
  items.names =
      random.some<std::string>({"一般公共服务支出", "公共安全支出", "教育支出", "科学技术支出", "文化旅游体育与传媒支出", "社会保障和就业支出",
                                "卫生健康支出", "节能环保支出", "城乡社区支出", "农林水支出", "交通运输支出", "住房保障支出"},
                               static_cast<std::size_t>(random.between(4, 10)));
  for (const std::string& name : items.names)
    items.rows.push_back(with_budget(writer, government, government.amount(name, 200'000'000, 6'000'000'000)));
  const Budgeted total = sum_up(writer, "一般公共预算支出", items.rows);
  writer.heading(0, "[year]年预算执行情况");
  writer.heading(1, "一般公共预算{执行情况|收支情况}");
  say_revenue(writer, revenue);
  spending(writer, items, total);
  if (random.chance(65)) say_balance(writer, government, revenue.total.total, total.total);
  say_funds(writer, government);
  filler(writer, 60);
  if (random.chance(70)) next_year(writer, government, revenue);
  if (random.chance(70)) {
    writer.plain_heading("附件");
    revenue_table(writer, revenue);
    if (random.chance(70)) {
      std::vector<std::string> names{writer.choose("{一般公共预算支出合计|支出合计|合计}")};
      std::vector<Budgeted> rows{total};
      std::vector<std::vector<std::size_t>> parts(1 + items.names.size());
      for (std::size_t i = 0; i < items.names.size(); ++i) {
        names.push_back(chinese_number(static_cast<unsigned>(i + 1)) + "、" + items.names[i]);
        rows.push_back(items.rows[i]);
        parts[0].push_back(i + 1);
      }
      execution_table(writer, writer.choose("{[year]年[area]一般公共预算支出执行情况表|[area][year]年一般公共预算支出完成情况表}"), names, rows,
                      parts);
    }
  }
}

}  // namespace gouji::generate
