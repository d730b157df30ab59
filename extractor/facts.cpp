#include "extractor/facts.h"

#include "extractor/characters.h"
#include "extractor/chinese_numerals.h"
#include "model/words.h"

namespace gouji::extractor {
namespace {

constexpr std::size_t lines_searched = 60;  // a title stands near the top
constexpr std::size_t longest_title = 90;   // characters

// The value of the digit that begins at `at` (ASCII, full-width, Chinese), or -1.
int digit_at(std::string_view text, std::size_t at) {
  if (is_ascii_digit(text[at])) return text[at] - '0';
  const char32_t code = numeral::character_at(text, at).code;  // nearly always no digit
  if (!numeral::is_digit(code) && numeral::chinese_character(code).token == numeral::Token::none) return -1;
  if (numeral::is_digit(code)) return numeral::digit_value(code);
  constexpr std::u32string_view han = U"〇一二三四五六七八九";
  const std::size_t digit = han.find(code);
  if (digit != std::u32string_view::npos) return static_cast<int>(digit);
  return code == U'○' || code == U'零' ? 0 : -1;
}

struct FoundYear {
  int year = 0;                                // 0: none
  std::size_t begin = std::string_view::npos;  // of its first digit
};

// The first four digits that are a year: 2023年, 2021—2025年, 二〇二三年, 2 0 2 3年.
FoundYear find_year(std::string_view text) {
  int run = 0;
  int value = 0;
  std::size_t begin = 0;
  for (std::size_t at = 0; at < text.size(); at += character_length(text, at)) {
    const int digit = digit_at(text, at);
    if (digit >= 0) {
      if (run == 0) begin = at;
      value = value * 10 + digit;
      if (++run > 8) value = 0;
      continue;
    }
    if (run > 0 && is_space(text, at)) continue;
    const std::string_view rest = text.substr(at);
    if (run == 4 && value >= 1900 && value <= 2100 && (rest.starts_with("年") || rest.starts_with("—") || rest.starts_with("-")))
      return {value, begin};
    run = 0;
    value = 0;
  }
  return {};
}

std::string without_spaces(std::string_view text) {
  std::string out;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t length = character_length(text, at);
    if (!is_space(text, at)) out.append(text.substr(at, length));
    at += length;
  }
  return out;
}

bool names_a_report(std::string_view text) {
  return ends_with_any(text, words<"报告 决算 公报 预算 预算公开 决算公开 情况说明 自评表 说明 （书面） (书面) （草案） 公开说明">);
}

// The best title: a title block that names a report, else a short line near the top that does.
std::string find_title(const Document& document) {
  std::string first_title;
  std::size_t lines = 0;
  for (const Block& block : document.blocks) {
    if (block.kind == BlockKind::furniture || block.kind == BlockKind::page_number || block.kind == BlockKind::table ||
        block.kind == BlockKind::contents)
      continue;
    if (++lines > lines_searched) break;
    const std::string text = without_spaces(document.view(block.text));
    if (block.kind == BlockKind::title && first_title.empty()) first_title = text;
    if (length_in_characters(text) > longest_title || !names_a_report(text)) continue;
    if (block.kind == BlockKind::title || first_year(text) != 0) return text;
  }
  return first_title;
}

ReportKind kind_of(std::string_view title) {
  if (contains(title, "公报")) return ReportKind::bulletin;
  if (contains_any(title, words<"政府工作报告 工作报告">)) return ReportKind::work_report;
  if (contains(title, "绩效")) return ReportKind::self_evaluation;
  if (contains_any(title, words<"执行情况 执行和">)) return ReportKind::budget_execution;
  if (contains(title, "决算")) return ReportKind::final_accounts;
  if (contains(title, "预算")) return ReportKind::budget;
  return ReportKind::other;
}

// 衡阳县某某局2023年部门整体支出…: the words before the year, or those between it and the report's own words.
std::string entity_of(std::string_view title) {
  std::string_view text = title;
  drop_prefix(text, words<"关于">);
  // Digits of a name (六安市, 第5中学) are no year: a year has four and is said to be one.
  const std::size_t year = find_year(text).begin;
  std::string_view entity = text.substr(0, year);
  if (year == 0) {
    entity = text.substr(text.find("年") + std::string_view("年").size());
    drop_prefix(entity, words<"度">);
  }
  if (year == 0 || year == std::string_view::npos) {
    for (const std::string_view word : words<
             "部门整体 整体支出 部门决算 部门预算 项目支出 单位决算 单位预算 国民经济 政府采购 “三公 三公 机关运行 国有资产 预算 决算 绩效 政府工作">)
      entity = entity.substr(0, entity.find(word));
    if (const std::size_t money = entity.find("财政"); !contains_any(entity, words<"财政局 财政厅 财政部 财政所">)) entity = entity.substr(0, money);
  }
  if (contains_any(entity, words<"全市 全县 全省 全区">)) return {};
  return std::string(trim(entity));
}

// 四舍五入, 尾数误差 or 尾差 stands in the text. Sought by 舍 and 尾, whose last bytes are rarer than those of the words: the whole text is looked
// through.
bool notes_rounding(std::string_view text) {
  const auto stands = [&](std::string_view rare, std::string_view before, const WordList& behind) {
    for (std::size_t at = 0;; at += rare.size()) {
      const std::size_t found = find_word(text.substr(at), rare);
      if (found == std::string_view::npos) return false;
      at += found;
      if (text.substr(0, at).ends_with(before) && starts_with_any(text.substr(at + rare.size()), behind)) return true;
    }
  };
  return stands("舍", "四", words<"五入">) || stands("尾", "", words<"数误差 差">);
}

int year_in_text(const Document& document) {
  std::size_t lines = 0;
  for (const Block& block : document.blocks) {
    if (block.kind == BlockKind::furniture || block.kind == BlockKind::table) continue;
    if (++lines > lines_searched) break;
    if (const int year = first_year(document.view(block.text)); year != 0) return year;
  }
  return 0;
}

}  // namespace

int first_year(std::string_view text) { return find_year(text).year; }

ReportFacts read_facts(const Document& document) {
  ReportFacts facts;
  facts.title = find_title(document);
  facts.entity = entity_of(facts.title);
  facts.kind = kind_of(facts.title);
  int year = first_year(facts.title);
  if (year == 0) year = year_in_text(document);
  facts.period.year = static_cast<std::int16_t>(year);
  facts.rounding_note = notes_rounding(document.text);
  return facts;
}

}  // namespace gouji::extractor
