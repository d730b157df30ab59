// 国民经济和社会发展统计公报.
#include "generate/government.h"
#include "generate/grammars.h"
#include "generate/names.h"

namespace gouji::generate {
namespace {

void production(Writer& writer, Government& government) {
  Random& random = writer.random();
  const int total = government.amount("地区生产总值", 8'000'000'000, 400'000'000'000);
  const std::vector<int> sectors = government.parts(total, {"第一产业增加值", "第二产业增加值", "第三产业增加值"});
  std::vector<Item> items;
  for (const int sector : sectors)
    items.push_back({writer.quantity(sector).name + "<v>，增长<r>", {{"v", sector}, {"r", government.percent("增速", 100, 900)}}});
  Said said =
      writer.say("{根据地区生产总值统一核算结果，|初步核算，}全年{实现|}地区生产总值<t>，按{不变|可比}价格计算，比上年增长<r>。其中，<list>。",
                 {{"t", total}, {"r", government.percent("增速", 100, 900)}}, {{"list", items, "；"}});
  writer.list_sum(said["t"], said);
  if (random.chance(60)) {
    std::vector<Item> shares;
    const std::vector<FigureId> amounts = said.all("list", "v");
    for (const int sector : sectors)
      shares.push_back({writer.quantity(sector).name + "占地区生产总值的比重为<s>", {{"s", ratio_of(writer, "比重", sector, total)}}});
    const Said share = writer.say("<list>。", {}, {{"list", shares, "，"}});
    for (std::size_t i = 0; i < shares.size(); ++i) writer.quotient(share.item("list", i, "s"), amounts[i], said["t"]);
  }
  writer.end();
}

void people(Writer& writer, Government& government) {
  Random& random = writer.random();
  const int all = government.count("常住人口", 90'000, 6'000'000);
  const std::int64_t urban = writer.quantity(all).value / 1000 * random.between(350, 800);
  const std::string year = std::to_string(writer.year());
  const std::vector<int> kinds{writer.add({"城镇人口", Measure::count, urban, 1, year, ""}),
                               writer.add({"乡村人口", Measure::count, writer.quantity(all).value - urban, 1, year, ""})};
  const Unit unit{"万人", 4, 2};
  const int rate = ratio_of(writer, "城镇化率", kinds[0], all);
  const Said said =
      writer.say("{年末|[year]年末}{全市|[area]|}常住人口<t>，其中{：|}城镇{常住|}人口<a>，乡村{常住|}人口<b>{；|，}{常住人口|}城镇化率为<r>。",
                 {{"t", all, unit}, {"a", kinds[0], unit}, {"b", kinds[1], unit}, {"r", rate}});
  writer.sum(said["t"], {said["a"], said["b"]});
  writer.quotient(said["r"], said["a"], said["t"]);
  writer.end();
  if (!random.chance(60)) return;
  const int age = government.count("户籍人口", 90'000, 6'000'000);
  const std::vector<int> sexes = government.parts(age, {"男性", "女性"});
  const Said by_sex = writer.say("{年末|}户籍人口<t>，其中：男性<a>，女性<b>。", {{"t", age, unit}, {"a", sexes[0], unit}, {"b", sexes[1], unit}});
  writer.sum(by_sex["t"], {by_sex["a"], by_sex["b"]});
  writer.end();
}

void trade(Writer& writer, Government& government) {
  const int sales = government.amount("社会消费品零售总额", 3'000'000'000, 200'000'000'000);
  say_growth(writer, government, "全年社会消费品零售总额", sales);
  say_parts(writer, "按{经营地|经营单位所在地}分，社会消费品零售总额", sales, government.parts(sales, {"城镇消费品零售额", "乡村消费品零售额"}),
            writer.random().chance(30));
  writer.end();
  const int foreign = government.amount("货物进出口总额", 200'000'000, 90'000'000'000);
  const std::vector<int> ways = government.parts(foreign, {"出口", "进口"});
  const Said said = writer.say("全年{货物|}进出口总额<t>，其中：出口<a>，进口<b>。", {{"t", foreign}, {"a", ways[0]}, {"b", ways[1]}});
  writer.sum(said["t"], {said["a"], said["b"]});
  writer.end();
}

void finance(Writer& writer, Government& government) {
  const int deposits = government.amount("存款余额", 9'000'000'000, 900'000'000'000);
  say_growth(writer, government, "{年末|}金融机构{本外币|人民币}各项存款余额", deposits);
  writer.end();
  const int income = government.amount("一般公共预算收入", 500'000'000, 40'000'000'000);
  say_growth(writer, government, "全年{[area]|}一般公共预算收入", income);
  say_parts(writer, "一般公共预算收入", income, government.parts(income, {"税收收入", "非税收入"}), writer.random().chance(50));
  writer.end();
}

// Products of the year, with last year's and the growth.
void product_table(Writer& writer, Government& government) {
  Random& random = writer.random();
  const std::vector<std::string> names =
      random.some<std::string>({"粮食", "油料", "蔬菜", "水果", "茶叶", "水产品", "肉类", "禽蛋"}, static_cast<std::size_t>(random.between(4, 7)));
  std::vector<BodyRow> rows;
  for (const std::string& name : names) {
    const int present = government.count(name, 3'000, 900'000), former = government.before(present);
    rows.push_back({{name, present, former, change_rate_of(writer, name, present, former)}, false});
  }
  const FigureGrid figures = writer.table(writer.choose("{表1  [year]年主要农产品产量及增长速度|主要农产品产量}"),
                                          {{"产品名称"}, {std::to_string(writer.year()) + "年产量"}, {"上年产量"}, {"比上年增长"}}, rows, "单位：吨");
  for (const auto& row : figures) writer.change(row[3], row[1], row[2]);
}

}  // namespace

void bulletin(Random& random, Report& report) {
  Writer writer(random, report, government_style(random));
  Government government(writer, "executed");
  const std::string place = random.chance(60) ? invented_city(random) : invented_county(random);
  const std::string kind = place.substr(place.size() - 3);
  writer.word("name", place);
  writer.word("area", kind == "市" ? "全市" : kind == "县" ? "全县" : "全区");
  writer.word("year", std::to_string(report.year));
  report.entity = place;
  report.title = writer.choose("{[name][year]年国民经济和社会发展统计公报|[year]年[name]国民经济和社会发展统计公报}");
  writer.title(report.title);
  writer.heading(0, "综合");
  production(writer, government);
  if (random.chance(80)) {
    writer.heading(0, "{人口和就业|人口}");
    people(writer, government);
    if (random.chance(60)) {
      say_points(writer, government, "劳动年龄人口{占比|比重}");
      writer.end();
    }
  }
  if (random.chance(60)) {
    writer.heading(0, "农业");
    writer.say("全年粮食{种植|播种}面积<a>{，油料种植面积<b>|}。",
               {{"a", government.count("播种面积", 3'000, 90'000), {"公顷", 0, 0}}, {"b", government.count("油料面积", 300, 9'000), {"公顷", 0, 0}}});
    writer.end();
    if (random.chance(60)) product_table(writer, government);
  }
  if (random.chance(85)) {
    writer.heading(0, "{国内贸易和对外经济|贸易}");
    trade(writer, government);
  }
  if (random.chance(85)) {
    writer.heading(0, "{财政金融|财政、金融}");
    finance(writer, government);
  }
  writer.say("{注：|注释：}{本公报中数据均为初步统计数。|部分数据因四舍五入的原因，存在分项与合计不等的情况。}");
  writer.end();
}

}  // namespace gouji::generate
