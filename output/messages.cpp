#include "output/messages.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <string_view>

namespace gouji::output {
namespace {

struct Reason {
  std::string_view code;
  Text message;
  Text hint;
};

// The refusals' reasons; `message` follows the path.
constexpr std::array reasons{
    Reason{"not_found", {"没有这个文件", "no such file"}, {"请检查路径", "check the path"}},
    Reason{"not_a_file", {"不是文件", "not a file"}, {"请给出普通文件或目录", "give a regular file or a folder"}},
    Reason{"unreadable", {"无法读取", "cannot be read"}, {"请检查读取权限", "check that you may read it"}},
    Reason{"too_large",
           {"超过大小上限", "larger than the limit"},
           {"可用 --max-bytes 提高上限，或拆分文件", "raise the limit with --max-bytes or split the file"}},
    Reason{"empty", {"文件是空的", "the file is empty"}, {"请检查文件是否完整下载", "check that the file was saved whole"}},
    Reason{"not_text",
           {"不是文本文件", "not a text"},
           {"请先转换为文本（UTF-8、UTF-16、GB18030 或 Big5）", "convert it to text first (UTF-8, UTF-16, GB18030 or Big5)"}},
    Reason{"truncated", {"文件不完整", "the file breaks off"}, {"文件可能没有下载完整，请重新获取", "it was probably not saved whole: get it again"}},
    Reason{"changed_while_read", {"读取时文件正在变化", "it changes while it is read"}, {"请在写完之后重试", "try again when it is written"}},
    Reason{"timeout", {"超过时限", "took too long"}, {"可用 --timeout 提高时限，或拆分文件", "raise --timeout or split the file"}},
    Reason{"crashed",
           {"处理它的进程异常结束", "the process that read it ended"},
           {"请把这个文件连同错误信息反馈给开发者；其他文件不受影响", "please report it together with this file; the others are not affected"}},
    Reason{"unsupported_format", {"不支持的格式", "unsupported format"}, {"请先转换为文本", "convert it to text first"}},
    Reason{"legacy_doc",
           {"不支持旧版 Word（.doc）", "legacy Word (.doc) is not supported"},
           {"请先转换：libreoffice --headless --convert-to docx", "convert it first: libreoffice --headless --convert-to docx"}},
    Reason{
        "encrypted",
        {"文件有密码保护", "protected by a password"},
        {"请在 Word 中取消密码后另存；加密的压缩包请先解压", "take the password away in Word and save it again; unpack an encrypted archive first"}},
    Reason{"bad_archive",
           {"压缩包已损坏，或其格式无法读取", "the archive is broken or of a format that is not read"},
           {"请用解压程序解开后给出目录", "unpack it with an archive program and give the folder"}},
    Reason{"bad_package", {"DOCX 文件包已损坏", "a broken package"}, {"请用 Word 打开后另存", "open the file in Word and save it again"}},
    Reason{"missing_part", {"DOCX 文件包缺少部件", "the package lacks a part"}, {"请用 Word 打开后另存", "open the file in Word and save it again"}},
    Reason{"bad_xml", {"DOCX 中的 XML 有误", "broken XML in the package"}, {"请用 Word 打开后另存", "open the file in Word and save it again"}},
    Reason{"dtd",
           {"XML 中有文档类型声明，出于安全不予读取", "it declares a document type, which is not read for safety"},
           {"请用 Word 打开后另存", "open the file in Word and save it again"}},
    Reason{"limit",
           {"超过安全上限", "a limit is exceeded"},
           {"正常的报告不会如此，请检查文件来源；可信的文件可用 --limit 放宽",
            "a report is never like this: check where the file comes from; if you trust it, --limit raises the bound"}},
    Reason{"pdf", {"尚不支持 PDF", "PDF is not supported yet"}, {"请先用 pdftotext -layout 转换为文本", "convert it with pdftotext -layout first"}},
    Reason{"not_word",
           {"不是 Word 文件，没有可加批注的副本", "not a Word document: there is nothing to put comments into"},
           {"批注版只由 .docx 生成；文本可用 --format html 或 xlsx", "only .docx has an annotated copy; for a text use --format html or xlsx"}},
    Reason{"utf16_part",
           {"DOCX 中的部件是 UTF-16，不能原样加入批注", "a part is UTF-16, which cannot be annotated as it is"},
           {"请用 Word 打开后另存", "open the file in Word and save it again"}},
    Reason{"internal_error",
           {"程序内部错误，未能处理", "internal error"},
           {"请把这个文件连同错误信息反馈给开发者", "please report it together with this file"}},
    Reason{"out_of_memory", {"内存不足", "not enough memory"}, {"请减少 --threads，或拆分文件", "use fewer --threads or split the file"}},
};

}  // namespace

void localize(Refusal& refusal, Language language) {
  const auto* reason = std::find_if(reasons.begin(), reasons.end(), [&](const Reason& r) { return r.code == refusal.code; });
  if (reason == reasons.end()) return;
  // English messages come from where the failure was seen; in Chinese what they know more (sizes, bytes) stands in brackets.
  if (language == Language::en) {
    if (refusal.hint.empty()) refusal.hint = reason->hint.en;
    return;
  }
  std::string_view detail = refusal.message;
  if (detail.starts_with(refusal.path + ": ")) detail.remove_prefix(refusal.path.size() + 2);
  static constexpr std::array<std::string_view, 9> always{"internal_error", "bad_archive", "bad_package",       "missing_part", "bad_xml", "dtd",
                                                          "utf16_part",     "limit",       "unsupported_format"};
  const bool knows_more =
      std::find(always.begin(), always.end(), refusal.code) != always.end() || detail.find_first_of("0123456789") != std::string_view::npos;
  refusal.message = refusal.path + "：" + reason->message.zh + (knows_more ? fmt::format("（{}）", detail) : std::string());
  refusal.hint = reason->hint.zh;
}

Error no_input(Language language) {
  return {"no_input", Text{"没有可读的文件", "no file to read"}.in(language),
          Text{"目录里没有可识别的报告（.txt、.docx）", "the folder holds no report that gouji knows (.txt, .docx)"}.in(language)};
}

std::string word(Verdict verdict, Language language) {
  switch (verdict) {
    case Verdict::exact:
      return Text{"相符", "exact"}.in(language);
    case Verdict::rounding:
      return Text{"四舍五入相符", "within rounding"}.in(language);
    case Verdict::unlikely:
      return Text{"勉强相符", "unlikely"}.in(language);
    case Verdict::inconsistent:
      return Text{"不一致", "inconsistent"}.in(language);
    case Verdict::suspect_unit:
      return Text{"单位可疑", "suspect unit"}.in(language);
    case Verdict::explained:
      return Text{"报告已说明", "explained"}.in(language);
    case Verdict::query:
      return Text{"疑问", "query"}.in(language);
    case Verdict::not_checkable:
      return Text{"无法核对", "not checkable"}.in(language);
  }
  return {};
}

std::string title_of(Severity severity, Verdict verdict, Language language) {
  if (verdict == Verdict::suspect_unit) return word(verdict, language);
  switch (severity) {
    case Severity::error:
      return Text{"错误", "ERROR"}.in(language);
    case Severity::warning:
      return Text{"尾差", "WARNING"}.in(language);
    case Severity::note:
    case Severity::none:
      break;
  }
  return word(verdict, language);
}

std::string word(Rule rule, Language language) {
  switch (rule) {
    case Rule::sum:
      return Text{"分项合计", "sum"}.in(language);
    case Rule::share:
      return Text{"占比", "share"}.in(language);
    case Rule::shares_total:
      return Text{"各占比之和", "shares of one whole"}.in(language);
    case Rule::difference:
      return Text{"差额", "difference"}.in(language);
    case Rule::change:
      return Text{"增减幅度", "rate of change"}.in(language);
    case Rule::completion:
      return Text{"完成比例", "completion"}.in(language);
    case Rule::rate:
      return Text{"比率", "rate"}.in(language);
    case Rule::balance:
      return Text{"收支平衡", "balance"}.in(language);
    case Rule::equal:
      return Text{"前后一致", "same figure stated twice"}.in(language);
    case Rule::identity:
      return Text{"勾稽公式", "identity"}.in(language);
    case Rule::hierarchy:
      return Text{"科目层级", "code hierarchy"}.in(language);
    case Rule::score:
      return Text{"得分", "score"}.in(language);
    case Rule::attainment:
      return Text{"目标完成", "attainment"}.in(language);
    case Rule::product:
      return Text{"乘积", "product"}.in(language);
    case Rule::headcount:
      return Text{"人数", "headcount"}.in(language);
    case Rule::formula:
      return Text{"文中算式", "in-line formula"}.in(language);
    case Rule::unit:
      return Text{"计量单位", "unit"}.in(language);
  }
  return {};
}

std::string word(Basis basis, Language language) {
  switch (basis) {
    case Basis::budget_initial:
      return Text{"年初预算", "initial budget"}.in(language);
    case Basis::budget_adjusted:
      return Text{"调整预算", "adjusted budget"}.in(language);
    case Basis::budget:
      return Text{"预算", "budget"}.in(language);
    case Basis::executed:
      return Text{"执行", "executed"}.in(language);
    case Basis::final_accounts:
      return Text{"决算", "final accounts"}.in(language);
    case Basis::prior_final:
      return Text{"上年数", "prior year"}.in(language);
    case Basis::target:
      return Text{"目标值", "target"}.in(language);
    case Basis::actual:
      return Text{"完成值", "actual"}.in(language);
    case Basis::none:
      break;
  }
  return {};
}

std::string word(OperandRole role, Language language) {
  switch (role) {
    case OperandRole::total:
      return Text{"合计", "total"}.in(language);
    case OperandRole::part:
      return Text{"分项", "part"}.in(language);
    case OperandRole::numerator:
      return Text{"分子", "numerator"}.in(language);
    case OperandRole::denominator:
      return Text{"分母", "denominator"}.in(language);
    case OperandRole::minuend:
      return Text{"被减数", "minuend"}.in(language);
    case OperandRole::subtrahend:
      return Text{"减数", "subtrahend"}.in(language);
    case OperandRole::before:
      return Text{"变动前", "before"}.in(language);
    case OperandRole::after:
      return Text{"变动后", "after"}.in(language);
    case OperandRole::left:
      return Text{"左边", "left side"}.in(language);
    case OperandRole::right:
      return Text{"右边", "right side"}.in(language);
  }
  return {};
}

std::string word(ReportKind kind, Language language) {
  switch (kind) {
    case ReportKind::self_evaluation:
      return Text{"绩效自评报告", "self-evaluation"}.in(language);
    case ReportKind::final_accounts:
      return Text{"决算公开", "final accounts"}.in(language);
    case ReportKind::budget:
      return Text{"预算公开", "budget"}.in(language);
    case ReportKind::budget_execution:
      return Text{"预算执行报告", "budget execution"}.in(language);
    case ReportKind::bulletin:
      return Text{"统计公报", "bulletin"}.in(language);
    case ReportKind::work_report:
      return Text{"工作报告", "work report"}.in(language);
    case ReportKind::other:
      break;
  }
  return Text{"其他报告", "report"}.in(language);
}

std::string word(Kind kind, Language language) {
  switch (kind) {
    case Kind::amount:
      return Text{"金额", "amount"}.in(language);
    case Kind::ratio:
      return Text{"比率", "ratio"}.in(language);
    case Kind::count:
      return Text{"数量", "count"}.in(language);
    case Kind::score:
      return Text{"分值", "score"}.in(language);
    case Kind::other:
      break;
  }
  return Text{"其他", "other"}.in(language);
}

std::string example_failed(Language language, bool expected_match) {
  return (expected_match ? Text{"应当匹配，却没有匹配", "should match and does not"} : Text{"不应匹配，却匹配了", "should not match and does"})
      .in(language);
}

std::string examples_tested(Language language, std::size_t entries, std::size_t failures) {
  return language == Language::en ? fmt::format("{} entries tested, {} failures", entries, failures)
                                  : fmt::format("已自检 {} 个条目，{} 处不符", entries, failures);
}

}  // namespace gouji::output
