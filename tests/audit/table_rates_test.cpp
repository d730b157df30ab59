// Columns of rates beside the columns that they come from.
#include "table.h"

using namespace gouji;
using namespace gouji::audit;

namespace {

// 项目 | 预算数 | 执行数 | 完成预算% | 上年执行数 | 增长%
Report execution(std::string completion, std::string growth, std::string prior_label = "2021年执行数") {
  Report r;
  const std::vector<ColumnOf> columns{{"预算数", no_id, false, Basis::budget},
                                      {"执行数", no_id, false, Basis::executed},
                                      {"完成预算%", no_id, false, Basis::executed, Aspect::completion},
                                      {std::move(prior_label), no_id, false, Basis::executed},
                                      {"增长%", no_id, false, Basis::none, Aspect::change_rate}};
  add_table(r, "收入执行情况表", columns,
            {{"增值税", {"200.00", "210.00", "105.0%", "200.00", "5.0%"}},
             {"契税", {"80.00", "60.00", "75.0%", "64.00", "6.3%"}},
             {"资源税", {"50.00", "55.00", std::move(completion), "44.00", std::move(growth)}}});
  for (Figure& f : r.extraction.figures) {
    const int year = f.column_label.view().starts_with("20") ? std::stoi(f.column_label.str().substr(0, 4)) : 2022;
    f.period = {{static_cast<std::int16_t>(year)}, Origin::column};
  }
  for (Figure& f : r.extraction.figures)
    if (f.aspect == Aspect::change_rate) f.direction = f.row_label == "契税" ? Direction::decrease : Direction::increase;
  return r;
}

}  // namespace

TEST_CASE("rates in columns hold against the columns of plan, execution and last year") {
  const auto checks = execution("110.0%", "25.0%").audit();
  CHECK(of_rule(checks, Rule::completion).size() == 3);
  CHECK(of_rule(checks, Rule::change).size() == 3);
  CHECK(findings(checks).empty());
}

TEST_CASE("a wrong rate in a column is a finding that blames it") {
  for (const auto& [completion, growth] : {std::pair{"101.0%", "25.0%"}, std::pair{"110.0%", "52.0%"}}) {
    Report r = execution(completion, growth);
    const auto checks = findings(r.audit());
    REQUIRE(checks.size() == 1);
    CHECK(r.figure(checks[0].stated).kind == Kind::ratio);
  }
}

TEST_CASE("a column of last year's that is not last year's is no base") {
  Report r = execution("110.0%", "52.0%", "2019年执行数");
  CHECK(of_rule(r.audit(), Rule::change).empty());
}

TEST_CASE("预算数比上年增长% is a budget against last year, 比上年预算增长% against last year's budget") {
  const auto run = [](const std::string& label) {
    Report r;
    const std::vector<ColumnOf> columns{{"2023年执行数", no_id, false, Basis::executed},
                                        {"2024年预算数", no_id, false, Basis::budget},
                                        {label, no_id, false, Basis::none, Aspect::change_rate}};
    add_table(r, "收入预算表", columns,
              {{"增值税", {"200.00", "210.00", "5.0%"}}, {"契税", {"64.00", "80.00", "25.0%"}}, {"房产税", {"40.00", "44.00", "13.0%"}}});
    for (Figure& f : r.extraction.figures) {
      const int year = std::string_view(f.column_label).starts_with("2023") ? 2023 : 2024;
      f.period = {{static_cast<std::int16_t>(year)}, Origin::column};
      if (f.aspect == Aspect::change_rate) f.direction = Direction::increase;
    }
    return findings(r.audit()).size();
  };
  CHECK(run("预算数比上年增长%") == 1);
  CHECK(run("比上年预算增长%") == 0);
}
