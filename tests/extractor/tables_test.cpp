// Tables: what the figures in their cells mean. Grids are written in small here ("a | b" a row) and turned into cell lines, as a
// converter prints them; the reader of corpus/ has tests of its own.
#include <catch2/catch.hpp>

#include "table_text.h"

using gouji::no_id;
using gouji::test::Extracted;
using gouji::test::figures;
using gouji::test::report;

TEST_CASE("figures of a table take name, unit, period and basis from row, header and caption") {
  struct Case {
    std::string title, rows;
    std::vector<std::string> expected;
  };
  const std::vector<Case> cases{
      // The basis and year of a column; the unit of a header over the labels.
      {"附表1",
       "经费情况（万元）|2022年决算数|2023年预算数\n"
       "公用经费|20.4|16.8\n"
       "其中：办公费|14|——\n",
       {"20.4 公用经费 2022 final 204000 CNY", "16.8 公用经费 2023 budget 168000 CNY", "14 公用经费/办公费 2022 final 140000 CNY"}},
      // The caption's unit; codes and line numbers are no figures.
      {"支出决算表\n单位：元",
       "科目编码|科目名称|合计|基本支出|项目支出\n"
       "栏次||1|2|3\n"
       "213|农林水支出|1,200.50|1,000|200.50\n"
       "21303|水利|1,200.50|1,000|200.50\n",
       {"1,200.50 农林水支出 2023 final code=213 1200.5 CNY", "1,000 农林水支出/基本支出 2023 final code=213 1000 CNY",
        "200.50 农林水支出/项目支出 2023 final code=213 200.5 CNY", "1,200.50 水利 2023 final code=21303 1200.5 CNY",
        "1,000 水利/基本支出 2023 final code=21303 1000 CNY", "200.50 水利/项目支出 2023 final code=21303 200.5 CNY"}},
      // People are counted; a ratio is none of the header's unit.
      {"附表2",
       "人员情况（人）|编制数|2023年实际在职人数|控制率\n"
       "|14|12|85.71%\n",
       {"14 人员情况/编制数 2023  14 人", "12 人员情况/实际在职人数 2023  12 人", "85.71% 人员情况/控制率 2023  0.8571 1"}},
      // Blocks side by side share rows, not labels.
      {"收入支出决算总表\n单位：万元",
       "项目|行次|决算数|项目|行次|决算数\n"
       "一、财政拨款收入|1|12|一、教育支出|5|9\n"
       "二、事业收入|2||二、其他支出|6|3\n"
       "本年收入合计|3|12|本年支出合计|7|12\n",
       {"12 财政拨款收入 2023 final 120000 CNY", "9 教育支出 2023 final 90000 CNY", "3 其他支出 2023 final 30000 CNY",
        "12 本年收入合计 2023 final 120000 CNY", "12 本年支出合计 2023 final 120000 CNY"}},
  };
  for (const Case& c : cases) {
    INFO(c.rows);
    CHECK(figures(Extracted(report(c.title, c.rows))) == c.expected);
  }
}

TEST_CASE("rows of a self-evaluation: targets, what was reached, scores") {
  const Extracted e(report("2023年度项目支出绩效自评表",
                           "一级指标|二级指标|三级指标|年度指标值|实际完成值|分值|得分|偏差原因\n"
                           "产出指标（50分）|数量指标|巡查河道|≥1.2万公里|12500公里|10|10|\n"
                           "|质量指标|工程合格率|≥95%|97|40|39|雨季影响\n"
                           "总分||||| 100|99|\n"));
  CHECK(figures(e) == std::vector<std::string>{"50分 产出指标 2023  full_score 50 分", "1.2万公里 巡查河道 2023 target >= 12000 公里",
                                               "12500公里 巡查河道 2023 actual 12500 公里", "10 巡查河道 2023  full_score 10 分",
                                               "10 巡查河道 2023  score 10 分", "95% 工程合格率 2023 target >= 0.95 1",
                                               "97 工程合格率 2023 actual 0.97 1", "40 工程合格率 2023  full_score 40 分",
                                               "39 工程合格率 2023  score 39 分", "100 总分 2023  full_score 100 分", "99 总分 2023  score 99 分"});
}

TEST_CASE("a self-evaluation with sign and unit of the targets in columns of their own, under a part of funds") {
  // The form of several provinces: 年度预算数 heads labels, 指标性质 holds the sign, 度量单位 the unit, and 合计 covers all before the scores.
  const Extracted e(report("部门预算项目支出绩效自评表（2023年度）",
                           "项目名称|清淤保畅项目\n"
                           "主管部门|松溪县水务局|实施单位|松溪县河道所\n"
                           "预算执行情况（10分）|年度预算数（万元）|年初预算|调整后预算数|预算执行数|预算执行率|权重|得分|原因\n"
                           "|总额|38.9|51.6|41.28|80.00%|10|8|当年未付清\n"
                           "|其中：财政资金|38.9|51.6|41.28|80.00%|/|/|\n"
                           "|其他资金|0.00|0.00|0.00|0.00%|/|/|\n"
                           "绩效指标（90分）|一级指标|二级指标|三级指标|指标性质|指标值|度量单位|完成值|权重|得分|未完成原因分析\n"
                           "|产出指标|数量指标|清淤里程|≥|12|公里|14|60|60|\n"
                           "|效益指标|社会效益指标|沿岸群众满意度|≥|90|%|88|30|27.5|雨季施工\n"
                           "合计|100|95.5| \n"));
  CHECK(figures(e) == std::vector<std::string>{"38.9 总额 2023 budget_initial 389000 CNY",
                                               "51.6 总额 2023 budget_adjusted 516000 CNY",
                                               "41.28 总额 2023 executed 412800 CNY",
                                               "80.00% 总额/预算执行率 2023 executed completion 0.8 1",
                                               "10 总额 2023  full_score 10 分",
                                               "8 总额 2023  score 8 分",
                                               "38.9 总额/财政资金 2023 budget_initial 389000 CNY",
                                               "51.6 总额/财政资金 2023 budget_adjusted 516000 CNY",
                                               "41.28 总额/财政资金 2023 executed 412800 CNY",
                                               "80.00% 总额/财政资金/预算执行率 2023 executed completion 0.8 1",
                                               "0.00 其他资金 2023 budget_initial 0 CNY",
                                               "0.00 其他资金 2023 budget_adjusted 0 CNY",
                                               "0.00 其他资金 2023 executed 0 CNY",
                                               "0.00% 其他资金/预算执行率 2023 executed completion 0 1",
                                               "12 清淤里程 2023 target >= 12 公里",
                                               "14 清淤里程 2023 actual 14 公里",
                                               "60 清淤里程 2023  full_score 60 分",
                                               "60 清淤里程 2023  score 60 分",
                                               "90 沿岸群众满意度 2023 target >= 0.9 1",
                                               "88 沿岸群众满意度 2023 actual 0.88 1",
                                               "30 沿岸群众满意度 2023  full_score 30 分",
                                               "27.5 沿岸群众满意度 2023  score 27.5 分",
                                               "100 合计 2023  full_score 100 分",
                                               "95.5 合计 2023  score 95.5 分"});
}

TEST_CASE("panels say which row and which column totals which") {
  const Extracted e(report("支出决算表\n单位：万元",
                           "科目编码|科目名称|合计|基本支出|项目支出\n"
                           "|合计|12|10|2\n"
                           "213|农林水支出|12|10|2\n"
                           "21303|水利|12|10|2\n"
                           "2130301|行政运行|10|10|\n"
                           "2130399|其他水利支出|2||2\n"));
  REQUIRE(e.extraction.panels.size() == 1);
  const gouji::Panel& panel = e.extraction.panels[0];
  std::vector<std::string> rows, columns;
  for (const gouji::PanelRow& r : panel.rows) rows.push_back(r.name + " <- " + (r.parent == no_id ? "" : panel.rows[r.parent].name));
  for (const gouji::PanelColumn& c : panel.columns) columns.push_back(c.label + " <- " + (c.total == no_id ? "" : panel.columns[c.total].label));
  CHECK(rows == std::vector<std::string>{"合计 <- ", "农林水支出 <- 合计", "水利 <- 农林水支出", "行政运行 <- 水利", "其他水利支出 <- 水利"});
  CHECK(columns == std::vector<std::string>{"科目编码 <- ", "科目名称 <- ", "合计 <- ", "基本支出 <- 合计", "项目支出 <- 合计"});
  CHECK(e.printed(panel.at(3, 3)) == "10");
  CHECK(panel.at(3, 4) == no_id);
}

TEST_CASE("类, 款 and 项 in columns of their own make one code, also where a row leaves those of its class blank") {
  const std::vector<std::string> expected{
      "126.00 教育支出 2023 final code=205 1260000 CNY",     "126.00 进修及培训 2023 final code=20508 1260000 CNY",
      "126.00 培训支出 2023 final code=2050803 1260000 CNY", "10.50 农林水支出 2023 final code=213 105000 CNY",
      "10.50 林业和草原 2023 final code=21302 105000 CNY",   "10.50 行政运行 2023 final code=2130201 105000 CNY"};
  const std::string head = "类|款|项|科目名称|决算数\n";
  const std::vector<std::string> cases{
      {"205|||教育支出|126.00\n|08||进修及培训|126.00\n||03|培训支出|126.00\n213|||农林水支出|10.50\n|02||林业和草原|10.50\n||01|行政运行|10.50\n"},
      {"205|||教育支出|126.00\n205|08||进修及培训|126.00\n205|08|03|培训支出|126.00\n213|||农林水支出|10.50\n213|02||林业和草原|10.50\n"
       "213|02|01|行政运行|10.50\n"}};
  for (const std::string& rows : cases) {
    INFO(rows);
    CHECK(figures(Extracted(report("支出决算表\n单位：万元", head + rows))) == expected);
  }
}

namespace {

// Of each row its name and, behind an arrow, the row that totals it.
std::vector<std::string> outline(const gouji::Panel& panel) {
  std::vector<std::string> out;
  for (const gouji::PanelRow& r : panel.rows)
    if (!r.name.empty()) out.push_back(r.name + " <- " + (r.parent == no_id ? "" : panel.rows[r.parent].name));
  return out;
}

}  // namespace

TEST_CASE("a header that a further page prints again begins no new part, behind a 总计 or before the same first row it does") {
  const std::string header = "项目|2022年预算数|2023年预算数\n", first = "一、财政拨款|70|80\n二、事业收入|4|5\n",
                    second = "三、其他收入|1|2\n本年收入合计|75|87\n";
  const auto panels = [](const std::string& rows) { return Extracted(report("收支预算总表\n单位：万元", rows)).extraction.panels; };
  const std::vector<gouji::Panel> over_page = panels(header + first + header + second);
  REQUIRE(over_page.size() == 1);
  CHECK(outline(over_page[0]) ==
        std::vector<std::string>{"财政拨款 <- 本年收入合计", "事业收入 <- 本年收入合计", "其他收入 <- 本年收入合计", "本年收入合计 <- "});
  CHECK(panels(header + first + "总计|74|85\n" + header + second).size() == 2);
  CHECK(panels(header + first + header + first).size() == 2);
}

TEST_CASE("rows whose names divide a whole stand beside each other, whatever their numbers say") {
  const Extracted e(
      report("“三公”经费预算表\n单位：万元",
             "项目|预算数\n合计|20\n1、因公出国（境）费|1\n2.公务用车购置及运行维护费|12\n其中：公务用车购置费|7\n公务用车运行维护费|5\n"
             "公务接待费|7\n"));
  REQUIRE(e.extraction.panels.size() == 1);
  CHECK(outline(e.extraction.panels[0]) == std::vector<std::string>{"合计 <- ", "因公出国（境）费 <- 合计", "公务用车购置及运行维护费 <- 合计",
                                                                    "公务用车购置费 <- 公务用车购置及运行维护费",
                                                                    "公务用车运行维护费 <- 公务用车购置及运行维护费", "公务接待费 <- 合计"});
}

TEST_CASE("a numbered list goes on behind rows without a number that an 其中 brought") {
  const Extracted e(
      report("经费控制情况表\n单位：万元",
             "经费控制情况|预算数|决算数\n三公经费|20|18\n1、公务用车经费|12|11\n其中：公车购置|7|7\n公车运行维护|5|4\n2、出国经费|1|1\n"
             "3、公务接待|7|6\n项目支出|30|29\n1、业务工作专项|30|29\n3、其他|2|2\n"));
  REQUIRE(e.extraction.panels.size() == 1);
  const std::vector<std::string> rows = outline(e.extraction.panels[0]);
  CHECK(rows[4] == "出国经费 <- 三公经费");
  CHECK(rows[5] == "公务接待 <- 三公经费");
  CHECK(rows[7] == "业务工作专项 <- 项目支出");
}

TEST_CASE("whole numbers that count the rows are no amounts, though no header stands over them") {
  const auto printed = [](const std::string& rows) {
    std::vector<std::string> out;
    const Extracted e(report("收支总表\n单位：万元", "项目||金额\n" + rows));
    for (const gouji::Figure& f : e.extraction.figures) out.push_back(e.printed(static_cast<gouji::FigureId>(&f - e.extraction.figures.data())));
    return out;
  };
  CHECK(printed("教育支出|21|9.5\n科技支出|22|\n农林水支出|24|3.1\n其他支出|25|2.2\n本年支出合计|26|14.8\n") ==
        std::vector<std::string>{"426.92万元", "9.5", "3.1", "2.2", "14.8"});  // the first stands in the sentence above
  CHECK(printed("教育支出|21|9.5\n科技支出|20|\n农林水支出|24|3.1\n其他支出|25|2.2\n").size() == 8);
}
