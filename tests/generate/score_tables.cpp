// The tables of a self-evaluation: funds, indicators with their scores, base data.
#include "generate/grammars.h"

namespace gouji::generate {
namespace {

int score(Writer& writer, const std::string& name, std::int64_t hundredths) { return writer.add({name, Measure::score, hundredths, 100, "", ""}); }

// What an indicator was to reach and reached: numbers, or words.
struct Indicator {
  const char *first, *second, *third;
  Content target, actual;
};

Content measured(Writer& writer, Measure measure, std::int64_t value, const Unit& unit, const char* prefix = "") {
  Content content(writer.add({"指标值", measure, value, measure == Measure::ratio ? 100 : 1, "", ""}));
  content.unit = unit;
  content.show_unit = true;
  content.prefix = prefix;
  return content;
}

std::vector<Indicator> indicators(Writer& writer) {
  Random& random = writer.random();
  const std::int64_t n = random.between(3, 60) * 10, m = random.between(3, 60) * 10;
  const Unit percent{"%", -2, 0}, times{"次", 0, 0}, people{"人", 0, 0};
  const auto count = [&](std::int64_t value, const Unit& unit, const char* prefix = "") {
    return measured(writer, Measure::count, value, unit, prefix);
  };
  const auto share = [&](std::int64_t value, const char* prefix = "") { return measured(writer, Measure::ratio, value, percent, prefix); };
  const std::vector<Indicator> all{{"产出指标", "数量指标", "开展检查次数", count(n, times, "≥"), count(n + random.between(0, 30), times)},
                                   {"产出指标", "数量指标", "培训人数", count(m, people, "≥"), count(m + random.between(0, 60), people)},
                                   {"产出指标", "质量指标", "验收合格率", share(95, "≥"), share(random.between(95, 100))},
                                   {"产出指标", "时效指标", "按时完成率", share(100), share(100)},
                                   {"产出指标", "成本指标", "成本控制", "不超预算", "未超预算"},
                                   {"效益指标", "社会效益指标", "服务能力提升", "有所提升", "有所提升"},
                                   {"效益指标", "可持续影响指标", "长效机制建设", "健全", "基本健全"},
                                   {"满意度指标", "服务对象满意度指标", "服务对象满意度", share(90, "≥"), share(random.between(90, 99))}};
  return random.some(all, static_cast<std::size_t>(random.between(4, 8)));
}

struct Funds {
  FigureId full = nobody, got = nobody;
  std::int64_t hundredths = 0;
};

// 年度资金总额 with its rate of execution, which is worth 10 points.
Funds fund_table(Writer& writer, const Department& d) {
  const Quantity executed = writer.quantity(d.spent.total());
  const int budget =
      writer.add({"全年预算数", Measure::amount, executed.value * 100 / writer.random().between(88, 100), 1, executed.period, "budget_adjusted"});
  const int rate = ratio_of(writer, "执行率", d.spent.total(), budget);
  const std::int64_t full = writer.quantity(budget).value;
  Funds funds;
  funds.hundredths = (2000 * executed.value + full) / (2 * full);
  const std::string title = writer.choose("{[year]年度部门整体支出绩效自评表|部门整体支出绩效自评表|附件：部门整体支出绩效自评表}");
  const int points = score(writer, "分值", 1000), got = score(writer, "得分", funds.hundredths);
  const bool rate_first = writer.random().chance(50);
  std::vector<Heads> heads{{"项目"}, {"全年预算数"}, {"全年执行数"}, {"分值"}, {"执行率"}, {"得分"}};
  std::vector<Content> top{"年度资金总额", budget, d.spent.total(), points, rate, got};
  if (rate_first) std::swap(heads[3], heads[4]), std::swap(top[3], top[4]);
  const FigureGrid figures = writer.table(
      title, heads,
      {{top, false}, {{"其中：基本支出", "", d.basic.total(), "", "", ""}, false}, {{"项目支出", "", d.project.total(), "", "", ""}, false}});
  writer.quotient(figures[0][rate_first ? 3 : 4], figures[0][2], figures[0][1]);
  writer.sum(figures[0][2], {figures[1][2], figures[2][2]}, true);
  funds.full = figures[0][rate_first ? 4 : 3];
  funds.got = figures[0][5];
  return funds;
}

}  // namespace

int score_tables(Writer& writer, const Department& d) {
  Random& random = writer.random();
  const Funds funds = fund_table(writer, d);
  const std::vector<Indicator> chosen = indicators(writer);
  std::vector<std::int64_t> points(chosen.size(), 90 / static_cast<std::int64_t>(chosen.size()) / 5 * 5);
  std::int64_t rest = 90, sum = funds.hundredths;
  for (const std::int64_t p : points) rest -= p;
  points.back() += rest;
  std::vector<BodyRow> rows;
  for (std::size_t i = 0; i < chosen.size(); ++i) {
    const std::int64_t got = random.chance(70) ? points[i] * 100 : points[i] * 100 - random.between(1, 6) * 50;
    sum += got;
    rows.push_back({{chosen[i].first, chosen[i].second, chosen[i].third, chosen[i].target, chosen[i].actual, score(writer, "分值", points[i] * 100),
                     score(writer, "得分", got)},
                    false});
  }
  const int total = score(writer, "总分", sum);
  rows.push_back({{writer.choose("{总分|合计}"), "", "", "", "", score(writer, "分值", 10000), total}, false});
  const FigureGrid figures = writer.table(
      writer.choose("{绩效指标完成情况|绩效指标|年度绩效指标完成情况表}"),
      {{"一级指标"}, {"二级指标"}, {"三级指标"}, {writer.choose("{年度指标值|指标值}")}, {writer.choose("{实际完成值|完成值}")}, {"分值"}, {"得分"}},
      rows, "");
  for (const std::size_t column : {5U, 6U}) {
    std::vector<FigureId> parts{column == 5 ? funds.full : funds.got};
    for (std::size_t r = 0; r + 1 < figures.size(); ++r) parts.push_back(figures[r][column]);
    writer.sum(figures.back()[column], parts, true);
  }
  return total;
}

// 编制, 三公 and projects over the years.
void base_data_table(Writer& writer, const Department& d) {
  const int rate = ratio_of(writer, "控制率", d.staff, d.posts);
  const std::string year = std::to_string(d.year), last = std::to_string(d.year - 1);
  FigureGrid figures =
      writer.table(writer.choose("{[year]年度部门整体支出绩效评价基础数据表|部门整体支出绩效评价基础数据表}"),
                   {{"财政供养人员情况"}, {"编制数"}, {year + "年实际在职人数"}, {"控制率"}}, {{{"", d.posts, d.staff, rate}, false}}, "");
  writer.quotient(figures[0][3], figures[0][2], figures[0][1]);
  std::vector<BodyRow> rows;
  using Member = int ThreeExpenses::*;
  const auto add = [&](const std::string& name, Member member) {
    rows.push_back({{name, d.three_prior.*member, d.three_budget.*member, d.three_final.*member}, false});
  };
  add("三公经费", &ThreeExpenses::total);
  add("1、公务用车购置和维护经费", &ThreeExpenses::vehicles);
  add("其中：公车购置", &ThreeExpenses::purchase);
  add("公车运行维护", &ThreeExpenses::running);
  add("2、出国经费", &ThreeExpenses::abroad);
  add("3、公务接待", &ThreeExpenses::reception);
  figures = writer.table(writer.choose("{“三公”经费情况表|经费控制情况表}"),
                         {{"经费控制情况"}, {last + "年决算数"}, {year + "年预算数"}, {year + "年决算数"}}, rows);
  for (std::size_t c = 1; c < 4; ++c) {
    writer.sum(figures[0][c], {figures[1][c], figures[4][c], figures[5][c]}, true);
    writer.sum(figures[1][c], {figures[2][c], figures[3][c]}, true);
  }
}

}  // namespace gouji::generate
