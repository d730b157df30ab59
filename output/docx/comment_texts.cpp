#include "output/docx/comment_texts.h"

#include <fmt/format.h>

#include <set>

#include "output/phrases.h"

namespace gouji::output::docx {
namespace {

constexpr std::size_t longest_repeated = 240;  // bytes of a formula: that of a long sum is not written once a part

std::string labelled(const ReportView& view, const Text& label, const std::string& text) {
  return label.in(view.language) + phrase::colon.in(view.language) + text;
}

// "问题 1 · 错误 · 分项合计：456.63万元"
std::string headline(const ReportView& view, const Finding& finding, const std::string& middle, FigureId figure) {
  const Check& check = view.report.checks[finding.check];
  return fmt::format("{} {} · {} · {}{}{}", view.say("问题", "Finding"), finding.number, middle, word(check.rule, view.language),
                     phrase::colon.in(view.language), view.printed.find(figure)->printed);
}

CommentText whole(const ReportView& view, const Finding& finding, FigureId figure) {
  const Check& check = view.report.checks[finding.check];
  CommentText comment{figure, {headline(view, finding, title_of(check.severity, check.verdict, view.language), figure)}};
  if (!check.formula.empty()) comment.lines.push_back(labelled(view, phrase::formula, check.formula));
  if (!check.message.empty() && check.message != check.formula) comment.lines.push_back(labelled(view, phrase::message, check.message));
  if (!check.hint.empty()) comment.lines.push_back(labelled(view, phrase::hint, check.hint));
  if (finding.consequences > 0) comment.lines.push_back(fmt::format(fmt::runtime(phrase::consequences.in(view.language)), finding.consequences));
  return comment;
}

CommentText part(const ReportView& view, const Finding& finding, const CheckOperand& operand, FigureId main) {
  const Check& check = view.report.checks[finding.check];
  CommentText comment{operand.figure, {headline(view, finding, word(operand.role, view.language), operand.figure)}};
  if (!check.formula.empty() && check.formula.size() <= longest_repeated) comment.lines.push_back(labelled(view, phrase::formula, check.formula));
  comment.lines.push_back(fmt::format(fmt::runtime(view.say("见“{}”（{}）处的批注", "See the comment on {} ({})")), view.printed.find(main)->printed,
                                      place_words(view, main)));
  return comment;
}

}  // namespace

std::vector<CommentText> comment_texts(const ReportView& view) {
  std::vector<CommentText> out;
  for (const Finding& finding : view.findings) {
    const Check& check = view.report.checks[finding.check];
    const FigureId main = view.has(check.stated) || check.operands.empty() ? check.stated : check.operands.front().figure;
    if (!view.has(main)) continue;
    out.push_back(whole(view, finding, main));
    std::set<FigureId> said{main};
    for (const CheckOperand& operand : check.operands) {
      if (view.has(operand.figure) && said.insert(operand.figure).second) out.push_back(part(view, finding, operand, main));
    }
  }
  return out;
}

}  // namespace gouji::output::docx
