#include "sample_report.h"

#include <stdexcept>
#include <utility>

namespace gouji::output::testing {
namespace {

// CRLF in the original, a wrapped number ("885.38\r\n万元") joined in the text, a mark that was left out.
constexpr std::string_view original =
    "云溪县数据服务中心2023年度整体支出绩效自评报告\r\n"
    "[bookmark: _Toc1]一、基本情况\r\n"
    "（一）支出情况\r\n"
    "2023年支出合计1107.5万元，其中基本支出221.67万元，项目支出885.38\r\n"
    "万元，项目支出占总支出的79.95%。每次培训5—8人。\r\n"
    "全年办件约3000件，较上年增长三分之一。\r\n";

class Builder {
 public:
  Builder() {
    report.document.meta = {"0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef",
                            "reports/yunxi.txt",
                            {"reports/yunxi.txt", "copy/yunxi.txt"},
                            "txt",
                            "UTF-8",
                            original.size()};
    report.document.map = SourceMap(std::string(original), {}, 0);
    report.pattern_version = "test";
  }

  // Appends a block; `parts` stand in the original in this order and are joined.
  TextRange block(BlockKind kind, std::initializer_list<std::string_view> parts, SectionId section) {
    Document& d = report.document;
    const auto begin = static_cast<std::uint32_t>(d.text.size());
    for (const std::string_view part : parts) {
      const std::size_t at = original.find(part, cursor_);
      if (at == std::string_view::npos) throw std::logic_error("not in the original");
      d.map.add(static_cast<std::uint32_t>(d.text.size()), static_cast<std::uint32_t>(at), static_cast<std::uint32_t>(part.size()));
      d.text += part;
      cursor_ = at + part.size();
    }
    const TextRange range{begin, static_cast<std::uint32_t>(d.text.size())};
    d.text += '\n';
    Block& added = d.blocks.emplace_back();
    added.kind = kind;
    added.text = range;
    added.section = section;
    return range;
  }

  Name name(std::string_view words) { return report.extraction.names.intern(words); }

  void section(TextRange heading, std::uint8_t level, SectionId parent, BlockId block) {
    Section& added = report.document.sections.emplace_back();
    added.heading = added.title = heading;
    added.level = level;
    added.parent = parent;
    added.block = block;
  }

  TextRange find(std::string_view text, TextRange in) const {
    const std::size_t at = report.document.text.find(text, in.begin);
    if (at == std::string::npos || at + text.size() > in.end) throw std::logic_error("not in the text");
    return {static_cast<std::uint32_t>(at), static_cast<std::uint32_t>(at + text.size())};
  }

  Figure& figure(TextRange in, std::string_view number, std::string_view unit, Kind kind, std::string_view value, const std::string& code) {
    Figure& f = report.extraction.figures.emplace_back();
    f.text = find(std::string(number) + std::string(unit), in);
    f.number = {f.text.begin, f.text.begin + static_cast<std::uint32_t>(number.size())};
    f.unit_text = {f.number.end, f.text.end};
    f.kind = kind;
    f.value = *Decimal::parse(value);
    f.unit = {name(code), unit.empty() ? Origin::clause : Origin::stated};
    f.period = {Period{2023}, Origin::sentence};
    f.block = 3;
    f.section = 1;
    return f;
  }

  Report report;

 private:
  std::size_t cursor_ = 0;
};

void add_prose(Builder& b, TextRange first, TextRange second, TextRange third) {
  auto& sentences = b.report.extraction.sentences;
  sentences = {{first, 3, 1}, {second, 3, 1}, {third, 4, 1}};
  const auto amount = [&](std::string_view number, std::string_view value, const std::string& indicator, std::int16_t decimals) {
    Figure& f = b.figure(first, number, "万元", Kind::amount, value, "CNY");
    f.indicator = b.name(indicator);
    f.decimals = decimals;
    f.basis = {Basis::final_accounts, Origin::document};
    f.sentence = 0;
  };
  amount("1107.5", "11075000", "支出合计", -3);
  amount("221.67", "2216700", "支出合计/基本支出", -2);
  amount("885.38", "8853800", "支出合计/项目支出", -2);
  Figure& share = b.figure(first, "79.95", "%", Kind::ratio, "0.7995", "1");
  share.indicator = b.name("项目支出");
  share.aspect = Aspect::share;
  share.of = b.name("总支出");
  share.decimals = 4;
  share.sentence = 0;
  share.subject = 2;

  Figure& low = b.figure(second, "5", "", Kind::count, "5", "人");
  low.range_end = RangeEnd::low;
  low.range_other = 5;
  low.comparator = Comparator::at_least;
  low.indicator = b.name("培训人数");
  low.sentence = 1;
  Figure& high = b.figure(second, "8", "人", Kind::count, "8", "人");
  high.range_end = RangeEnd::high;
  high.range_other = 4;
  high.comparator = Comparator::at_most;
  high.indicator = b.name("培训人数");
  high.sentence = 1;

  Figure& about = b.figure(third, "3000", "件", Kind::count, "3000", "件");
  about.comparator = Comparator::about;
  about.indicator = b.name("办件量");
  about.scope = {b.name("全县"), Origin::heading};
  about.sentence = 2;
  Figure& growth = b.figure(third, "三分之一", "", Kind::ratio, "0.33333333333333333333", "1");
  growth.fraction = b.name("1/3");
  growth.aspect = Aspect::change_rate;
  growth.indicator = b.name("办件量");
  growth.indicator_id = b.name("cases.handled");
  growth.direction = Direction::increase;
  growth.versus = Versus::prior_year;
  growth.versus_text = b.name("较上年");
  growth.exact = true;
  growth.sentence = 2;
}

void add_checks(Report& report) {
  Check sum;
  sum.id = "c0000000000000000000000000000001";
  sum.evidence = "e1";
  sum.rule = Rule::sum;
  sum.verdict = Verdict::inconsistent;
  sum.severity = Severity::error;
  sum.stated = 0;
  sum.operands = {{0, OperandRole::total, 1}, {1, OperandRole::part, 1}, {2, OperandRole::part, 1}};
  sum.computed = "11070500";
  sum.computed_low = "11070400";
  sum.computed_high = "11070600";
  sum.difference = "4500";
  sum.blamed = Blame{2, *Decimal::parse("8858300")};
  sum.formula = "221.67 + 885.38 = 1107.05 ≠ 1107.5";
  sum.message = "基本支出与项目支出之和不等于支出合计";
  sum.hint = "885.38 的数字次序可能颠倒（885.83）";
  Check share;
  share.id = "c0000000000000000000000000000002";
  share.evidence = "e2";
  share.rule = Rule::share;
  share.verdict = Verdict::inconsistent;
  share.severity = Severity::warning;
  share.stated = 3;
  share.operands = {{2, OperandRole::numerator, 1}, {0, OperandRole::denominator, 1}, {3, OperandRole::left, 1}};
  share.computed = "0.799440";
  share.caused_by = 0;
  share.formula = "885.38 ÷ 1107.5 = 79.94% ≠ 79.95%";
  Check change;
  change.id = "c0000000000000000000000000000003";
  change.evidence = "e3";
  change.rule = Rule::change;
  change.verdict = Verdict::not_checkable;
  change.stated = 7;
  change.operands = {{6, OperandRole::after, 1}, {7, OperandRole::left, 1}};
  change.why = "上年数未列出";
  Check query;
  query.id = "c0000000000000000000000000000004";
  query.evidence = "e4";
  query.rule = Rule::attainment;
  query.verdict = Verdict::query;
  query.severity = Severity::note;
  query.stated = 6;
  query.operands = {{6, OperandRole::left, 1}};
  query.formula = "约3000件";
  query.message = "办件量为约数";
  report.checks = {sum, share, change, query};
}

}  // namespace

Report sample_report() {
  Builder b;
  const TextRange title = b.block(BlockKind::title, {"云溪县数据服务中心2023年度整体支出绩效自评报告"}, no_id);
  const TextRange first_heading = b.block(BlockKind::heading, {"一、基本情况"}, 0);
  const TextRange second_heading = b.block(BlockKind::heading, {"（一）支出情况"}, 1);
  const TextRange body =
      b.block(BlockKind::paragraph,
              {"2023年支出合计1107.5万元，其中基本支出221.67万元，项目支出885.38", "万元，项目支出占总支出的79.95%。每次培训5—8人。"}, 1);
  const TextRange last = b.block(BlockKind::paragraph, {"全年办件约3000件，较上年增长三分之一。"}, 1);
  b.section(first_heading, 1, no_id, 1);
  b.section(second_heading, 2, 0, 2);
  b.report.document.warnings = {{"wrapped_number", "数与单位分在两行", b.find("885.38万元", body)}, {"no_period", "未写报告期间", {}}};

  const TextRange second = b.find("每次培训5—8人。", body);
  add_prose(b, {body.begin, second.begin}, second, last);
  ReportFacts& facts = b.report.extraction.facts;
  facts.title = std::string(b.report.document.view(title));
  facts.entity = "云溪县数据服务中心";
  facts.period = Period{2023};
  facts.kind = ReportKind::self_evaluation;
  const auto mark = static_cast<std::uint32_t>(original.find("_Toc1") + 4);
  b.report.extraction.numbers = {{b.find("2023年", title), NumberClass::period, false}, {{mark, mark + 1}, NumberClass::name, true}};
  add_checks(b.report);
  return std::move(b.report);
}

}  // namespace gouji::output::testing
