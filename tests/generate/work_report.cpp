// 政府工作报告: prose, most of it figures of their own; some hang together.
#include "generate/government.h"
#include "generate/grammars.h"
#include "generate/names.h"

namespace gouji::generate {
namespace {

void economy(Writer& writer, Government& government) {
  Random& random = writer.random();
  const int product = government.amount("地区生产总值", 8'000'000'000, 300'000'000'000), rate = government.percent("地区生产总值增速", 200, 900);
  writer.say("{初步核算，|预计|}[area]地区生产总值{完成|达到|}<t>，{按不变价计算，|按可比价计算，}增长<r>。", {{"t", product}, {"r", rate}});
  if (random.chance(60)) writer.end();
  say_growth(writer, government, "一般公共预算收入", government.amount("一般公共预算收入", 500'000'000, 20'000'000'000));
  if (random.chance(50)) say_growth(writer, government, "社会消费品零售总额", government.amount("社会消费品零售总额", 2'000'000'000, 90'000'000'000));
  if (random.chance(60)) {
    const int income = government.percent("城镇居民人均可支配收入增速", 300, 800), rural = government.percent("农村居民人均可支配收入增速", 400, 900);
    writer.say("城乡居民人均可支配收入分别增长<a>、<b>。", {{"a", income}, {"b", rural}});
  }
  writer.end();
}

void one_topic(Writer& writer, Government& government, std::int64_t topic) {
  Random& random = writer.random();
  switch (topic) {
    case 0: {
      const int all = government.count("完工道路里程", 40, 900);
      std::vector<Item> items;
      for (const int part : government.parts(all, {"新建", "改建", "养护大修"}))
        items.push_back({writer.quantity(part).name + "<v>", {{"v", part, {"公里", 0, 0}}}});
      const Said said =
          writer.say("{全年|}{新改建|完成}农村公路<t>，{包括|包括：|分别是}<list>。", {{"t", all, {"公里", 0, 0}}}, {{"list", items, "、"}});
      writer.list_sum(said["t"], said);
      break;
    }
    case 1: {
      const int all = government.amount("民生支出", 400'000'000, 9'000'000'000);
      say_parts(writer, "{民生领域投入|全年民生支出}", all,
                government.parts(all, random.some<std::string>({"教育", "社会保障", "医疗卫生", "住房保障", "农林水利"}, 3)), random.chance(50));
      break;
    }
    case 2:
      say_points(writer, government,
                 random.pick<std::string>(
                     {"常住人口城镇化率", "森林覆盖率", "规模以上工业企业数字化改造率", "高速公路服务区充电桩覆盖率", "农村自来水普及率"}));
      break;
    case 3: {
      const int target = government.count("城镇新增就业目标", 800, 30'000);
      Quantity now = writer.quantity(target);
      now.name = "城镇新增就业";
      now.value = now.value / 100 * random.between(101, 130) + random.between(0, 99);
      const int done = writer.add(now), rate = ratio_of(writer, "完成目标", done, target);
      const Said said = writer.say("城镇新增就业<d>，完成年度目标<t>的<r>。", {{"d", done}, {"t", target}, {"r", rate}});
      writer.quotient(said["r"], said["d"], said["t"]);
      break;
    }
    case 4: {
      const int signed_up = government.count("签约项目", 30, 200);
      writer.say("{签约|引进}{亿元以上|重点}项目<c>，{|到位资金<m>，}新增{规模以上工业企业|高新技术企业}<n>。",
                 {{"c", signed_up, {"个", 0, 0}},
                  {"m", government.amount("到位资金", 300'000'000, 9'000'000'000)},
                  {"n", government.count("新增企业", 3, 60), {"家", 0, 0}}});
      break;
    }
    case 5: {
      const int houses = government.count("改造老旧小区户数", 300, 20'000), each = government.fixed("户均补助", random.between(4, 90) * 500);
      const int total = government.fixed("补助资金", writer.quantity(houses).value * writer.quantity(each).value);
      const Said said = writer.say("改造{老旧小区|农村危房}<h>，户均补助<e>，{共|累计}发放补助资金<t>。",
                                   {{"h", houses, {"户", 0, 0}}, {"e", each, {"元", 0, 0}}, {"t", total, {"万元", 4, 2}}});
      writer.product(said["t"], said["h"], said["e"]);
      break;
    }
    default: {
      const int people = government.count("培训人次", 2'000, 90'000);
      const std::vector<int> kinds = government.parts(people, {"企业职工", "农村转移劳动力", "高校毕业生"});
      std::vector<Item> items;
      for (const int kind : kinds) items.push_back({writer.quantity(kind).name + "<v>", {{"v", kind, {"人次", 0, 0}}}});
      const Said said = writer.say("开展职业技能培训<t>，{包括：|包括|其中}<list>。", {{"t", people, {"人次", 0, 0}}}, {{"list", items}});
      writer.list_sum(said["t"], said);
    }
  }
}

}  // namespace

void work_report(Random& random, Report& report) {
  Writer writer(random, report, government_style(random));
  Government government(writer, "executed");
  const std::string place = random.chance(50) ? invented_city(random) : invented_county(random);
  writer.word("name", place);
  const std::string kind = place.substr(place.size() - 3);
  writer.word("area", kind == "市" ? "全市" : kind == "县" ? "全县" : "全区");
  writer.word("year", std::to_string(report.year));
  writer.word("next", std::to_string(report.year + 1));
  report.entity = place;
  report.title = writer.choose("{[name]政府工作报告|政府工作报告|[next]年[name]政府工作报告}");
  writer.title(report.title);
  writer.say("各位代表：{现在，我代表[name]人民政府，向大会报告工作，请予审议。|}");
  writer.end();
  writer.heading(0, "[year]年工作回顾");
  economy(writer, government);
  std::vector<std::int64_t> topics{0, 1, 2, 3, 4, 5, 6};
  random.shuffle(topics);
  const std::vector<std::string> leads{"产业发展提质增效。", "城乡面貌持续改善。", "民生福祉不断增进。",
                                       "改革开放纵深推进。", "基础设施日益完善。", ""};
  const auto count = static_cast<std::size_t>(random.between(4, 7));
  for (std::size_t i = 0; i < count; ++i) {
    if (i == 0 || random.chance(60)) {
      writer.end();
      writer.say((random.chance(40) ? "——" : "") + random.pick(leads));
    }
    one_topic(writer, government, topics[i]);
    if (random.chance(30)) writer.say("{群众获得感{明显增强|不断提升}。|发展后劲不断增强。}");
  }
  writer.end();
  writer.heading(0, "[next]年工作安排");
  const int rate = government.percent("预期增速", 400, 800), income = government.percent("预期收入增速", 300, 700);
  writer.say("[next]年经济社会发展的主要预期目标是：地区生产总值增长<a>左右，一般公共预算收入增长<b>以上。",
             {{"a", rate, {"%", -2, 1}}, {"b", income, {"%", -2, 1}}});
  writer.end();
  filler(writer, 100);
}

}  // namespace gouji::generate
