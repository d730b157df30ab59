// 政府预算公开: the four budgets of a city or county for the coming year: 一般公共预算, 政府性基金, 国有资本经营, 社会保险基金.
#include "generate/government.h"
#include "generate/grammars.h"
#include "generate/names.h"

namespace gouji::generate {
namespace {

struct Planned {
  int budget = -1, prior = -1;
};

// Rows of a budget table; those with parts total them.
struct Plan {
  std::vector<std::string> names;
  std::vector<Planned> rows;
  std::vector<std::vector<std::size_t>> parts;

  std::size_t add(const std::string& name, Planned row, std::vector<std::size_t> of = {}) {
    names.push_back(name);
    rows.push_back(row);
    parts.push_back(std::move(of));
    return names.size() - 1;
  }
};

Planned planned(Government& government, const std::string& name, std::int64_t low, std::int64_t high) {
  const int budget = government.amount(name, low, high);
  return {budget, government.before(budget)};
}

Planned sum_up(Writer& writer, const std::string& name, const Plan& plan, const std::vector<std::size_t>& parts) {
  std::vector<int> budgets, priors;
  for (const std::size_t part : parts) budgets.push_back(plan.rows[part].budget), priors.push_back(plan.rows[part].prior);
  return {sum_of(writer, name, budgets), sum_of(writer, name, priors)};
}

// A total below its parts.
std::size_t total(Writer& writer, Plan& plan, const std::string& name, std::vector<std::size_t> parts) {
  const Planned sum = sum_up(writer, name, plan, parts);
  return plan.add(name, sum, std::move(parts));
}

void print(Writer& writer, const std::string& title, const Plan& plan) {
  const bool growth = writer.random().chance(65);
  const std::string year = std::to_string(writer.year()), last = std::to_string(writer.year() - 1);
  std::vector<Heads> heads{
      {writer.choose("{项目|预算科目|收支项目}")}, {last + writer.choose("{年执行数|年完成数|年预计执行数}")}, {year + "年预算数"}};
  if (growth) heads.push_back({writer.choose("{增长%|比上年增长%|预算数比上年增长%}")});
  std::vector<BodyRow> body;
  for (std::size_t i = 0; i < plan.rows.size(); ++i) {
    BodyRow row{{plan.names[i], plan.rows[i].prior, plan.rows[i].budget}, plan.parts[i].empty()};
    if (growth) row.cells.emplace_back(change_rate_of(writer, "增长", plan.rows[i].budget, plan.rows[i].prior));
    body.push_back(std::move(row));
  }
  const FigureGrid figures = writer.table(title, heads, body);
  for (std::size_t i = 0; i < plan.rows.size(); ++i) {
    if (growth) writer.change(figures[i][3], figures[i][2], figures[i][1]);
    for (const std::size_t column : {1U, 2U}) {
      std::vector<FigureId> terms;
      for (const std::size_t part : plan.parts[i]) terms.push_back(figures[part][column]);
      writer.sum(figures[i][column], terms);
    }
  }
}

std::vector<std::size_t> items(Government& government, Plan& plan, const std::vector<std::string>& names, std::int64_t low, std::int64_t high,
                               bool numbered) {
  std::vector<std::size_t> out;
  for (const std::string& name : names) {
    const std::string mark = numbered ? chinese_number(static_cast<unsigned>(out.size() + 1)) + "、" : "";
    out.push_back(plan.add(mark + name, planned(government, name, low, high)));
  }
  return out;
}

FigureId say(Writer& writer, const std::string& what, const Planned& plan) {
  const int more = difference_of(writer, what, plan.budget, plan.prior), rate = change_rate_of(writer, what, plan.budget, plan.prior);
  writer.word("what", what);
  const Wide size = writer.quantity(more).value;
  if (size < 5'000'000 && size > -5'000'000)  // 0.05亿元, the least with one decimal: no report says that something grew by 0亿元
    return writer.say("[year]年[area][what]{预算|}{安排|预计|}<t>，{比|较}上年{执行数|完成数|}(r:增长,下降)<r>。",
                      {{"t", plan.budget}, {"r", rate}})["t"];
  const Said said = writer.say("[year]年[area][what]{预算|}{安排|预计|}<t>，{比|较}上年{执行数|完成数|}(m:增加,减少)<m>，(r:增长,下降)<r>。",
                               {{"t", plan.budget}, {"m", more}, {"r", rate}});
  writer.growth(said["r"], said["m"], said["t"]);
  return said["t"];
}

Plan revenue(Writer& writer, Government& government) {
  Random& random = writer.random();
  Plan plan;
  const auto group = [&](const std::string& name, const std::vector<std::string>& names) {
    const std::size_t head = plan.add(name, {});
    const std::vector<std::size_t> parts = items(government, plan, names, 20'000'000, 2'000'000'000, false);
    plan.rows[head] = sum_up(writer, name.substr(6), plan, parts);
    plan.parts[head] = parts;
    return head;
  };
  const std::size_t tax =
      group("一、税收收入", random.some<std::string>({"增值税", "企业所得税", "个人所得税", "资源税", "房产税", "印花税", "契税"}, 5));
  const std::size_t fee = group("二、非税收入", random.some<std::string>({"专项收入", "行政事业性收费收入", "罚没收入", "其他收入"}, 3));
  total(writer, plan, writer.choose("{一般公共预算收入合计|收入合计|本级收入合计}"), {tax, fee});
  return plan;
}

// Every insurance's income, spending and what is left of them; all of them together below.
void insurance(Writer& writer, Government& government) {
  Random& random = writer.random();
  const std::vector<std::string> names = random.some<std::string>({"城乡居民基本养老保险基金", "机关事业单位基本养老保险基金", "职工基本医疗保险基金",
                                                                   "城乡居民基本医疗保险基金", "失业保险基金", "工伤保险基金"},
                                                                  static_cast<std::size_t>(random.between(3, 6)));
  std::vector<BodyRow> body;
  std::vector<int> sums[4];
  for (std::size_t i = 0; i < names.size(); ++i) {
    const int in = government.amount(names[i], 60'000'000, 3'000'000'000);
    const std::int64_t income = writer.quantity(in).value, spent = income / 100 * random.between(72, 97),
                       kept = random.spread(90'000'000, 3'000'000'000);
    const std::vector<int> row{in, government.fixed(names[i], spent), government.fixed(names[i], income - spent),
                               government.fixed(names[i], kept + income - spent)};
    BodyRow line{{chinese_number(static_cast<unsigned>(i + 1)) + "、" + names[i]}, true};
    for (std::size_t c = 0; c < row.size(); ++c) line.cells.emplace_back(row[c]), sums[c].push_back(row[c]);
    body.push_back(std::move(line));
  }
  BodyRow last{{"合计"}, false};
  std::vector<int> all;
  for (const auto& column : sums) all.push_back(sum_of(writer, "社会保险基金", column)), last.cells.emplace_back(all.back());
  body.push_back(std::move(last));
  const Said said = writer.say("[year]年[area]社会保险基金{预算|}收入<a>，支出<b>，{本年|当年}收支结余<c>，{年末|}滚存结余<d>。",
                               {{"a", all[0]}, {"b", all[1]}, {"c", all[2]}, {"d", all[3]}});
  writer.signed_sum(said["c"], {{said["a"], 1}, {said["b"], -1}});
  writer.end();
  const FigureGrid figures = writer.table(writer.choose("{[year]年[area]社会保险基金预算表|[area][year]年社会保险基金收支预算表}"),
                                          {{"项目"}, {"本年收入"}, {"本年支出"}, {"本年收支结余"}, {"年末滚存结余"}}, body);
  for (const auto& row : figures) writer.signed_sum(row[3], {{row[1], 1}, {row[2], -1}});
  for (std::size_t c = 1; c <= 4; ++c) {
    std::vector<FigureId> terms;
    for (std::size_t r = 0; r + 1 < figures.size(); ++r) terms.push_back(figures[r][c]);
    writer.sum(figures.back()[c], terms);
  }
}

}  // namespace

void government_budget(Random& random, Report& report) {
  Writer writer(random, report, government_style(random));
  Government government(writer, "budget");
  const std::string place = random.chance(50) ? invented_city(random) : invented_county(random), kind = place.substr(place.size() - 3);
  writer.word("name", place);
  writer.word("area", kind == "市" ? "全市" : kind == "县" ? "全县" : "全区");
  writer.word("year", std::to_string(report.year));
  report.entity = place;
  report.title = writer.choose("{[name][year]年政府预算公开|[year]年[name]政府预算公开说明|[name][year]年财政预算公开}");
  writer.title(report.title);
  const Plan in = revenue(writer, government);
  Plan out;
  total(writer, out, writer.choose("{一般公共预算支出合计|支出合计}"),
        items(government, out,
              random.some<std::string>({"一般公共服务支出", "公共安全支出", "教育支出", "科学技术支出", "社会保障和就业支出", "卫生健康支出",
                                        "节能环保支出", "城乡社区支出", "农林水支出", "住房保障支出"},
                                       static_cast<std::size_t>(random.between(4, 9))),
              100'000'000, 4'000'000'000, true));
  Plan funds;
  total(writer, funds, writer.choose("{政府性基金预算收入合计|收入合计}"),
        items(government, funds,
              random.some<std::string>({"国有土地使用权出让收入", "城市基础设施配套费收入", "污水处理费收入", "彩票公益金收入", "其他政府性基金收入"},
                                       static_cast<std::size_t>(random.between(3, 5))),
              5'000'000, 3'000'000'000, true));
  Plan capital;
  total(writer, capital, writer.choose("{国有资本经营预算收入合计|收入合计}"),
        items(government, capital, random.some<std::string>({"利润收入", "股利、股息收入", "产权转让收入", "其他国有资本经营预算收入"}, 3), 1'000'000,
              90'000'000, true));
  writer.heading(0, "一般公共预算{收支情况|情况说明}");
  const FigureId income = say(writer, "一般公共预算收入", in.rows.back());
  const Planned tax = in.rows[0], fee = in.rows[in.parts.back()[1]];
  const Said parts = writer.say("其中：税收收入<a>，非税收入<b>。", {{"a", tax.budget}, {"b", fee.budget}});
  writer.sum(income, {parts["a"], parts["b"]});
  writer.end();
  say(writer, "一般公共预算支出", out.rows.back());
  writer.end();
  print(writer, writer.choose("{[year]年[area]一般公共预算收入预算表|[area][year]年一般公共预算收入表}"), in);
  print(writer, writer.choose("{[year]年[area]一般公共预算支出预算表|[area][year]年一般公共预算支出表}"), out);
  writer.heading(0, "政府性基金预算{收支情况|情况说明}");
  say(writer, "政府性基金预算收入", funds.rows.back());
  writer.end();
  print(writer, writer.choose("{[year]年[area]政府性基金预算收入预算表|[area][year]年政府性基金预算收入表}"), funds);
  writer.heading(0, "国有资本经营预算{收支情况|情况说明}");
  say(writer, "国有资本经营预算收入", capital.rows.back());
  writer.end();
  print(writer, writer.choose("{[year]年[area]国有资本经营预算收入预算表|[area][year]年国有资本经营预算收入表}"), capital);
  writer.heading(0, "社会保险基金预算{收支情况|情况说明}");
  insurance(writer, government);
  filler(writer, 60);
}

}  // namespace gouji::generate
