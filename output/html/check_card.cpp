// One check as a card: place, sentence with the operands marked, arithmetic, what follows from it.
#include <fmt/format.h>

#include <algorithm>
#include <iterator>

#include "output/html/markup.h"
#include "output/html/parts.h"
#include "output/passages.h"
#include "output/printed_scale.h"
#include "output/tally.h"
#include "output/tick_marks.h"
#include "output/utf8.h"

namespace gouji::output::html {
namespace {

constexpr std::size_t longest_gap = 90;  // code points of a sentence without a mark that are shown whole
constexpr std::size_t kept = 36;         // of a longer one, at each end

// The byte where the n-th code point from the beginning (or the end) stands.
std::size_t forward(std::string_view text, std::size_t n) {
  std::size_t at = 0;
  while (n-- > 0 && at < text.size()) at += code_point(text, at).length;
  return at;
}
std::size_t backward(std::string_view text, std::size_t n) {
  std::size_t at = text.size();
  while (n > 0 && at > 0) {
    --at;
    if ((static_cast<unsigned char>(text[at]) & 0xC0U) != 0x80U) --n;
  }
  return at;
}

class Card {
 public:
  Card(const ReportView& page, std::size_t index, const Finding* finding)
      : page_(page), index_(index), check_(page.report.checks[index]), finding_(finding) {}

  std::string write() {
    head();
    where();
    if (!check_.message.empty()) paragraph("message", check_.message);
    for (const Passage& passage : passages_of(page_.report, check_)) quote(passage);
    arithmetic();
    if (!check_.formula.empty()) paragraph("formula", check_.formula);
    if (!check_.hint.empty()) labelled(page_.say("可能的原因", "Likely cause"), check_.hint);
    if (!check_.why.empty()) labelled(page_.say("缘由", "Why"), check_.why);
    if (finding_ != nullptr && finding_->consequences > 0) consequences();
    out_ += "</article>\n";
    return std::move(out_);
  }

 private:
  template <class... Arguments>
  void add(fmt::format_string<Arguments...> format, Arguments&&... arguments) {
    fmt::format_to(std::back_inserter(out_), format, std::forward<Arguments>(arguments)...);
  }
  void paragraph(std::string_view kind, std::string_view text) { add(R"(<p class="{}">{}</p>)", kind, escaped(text)); }
  void labelled(std::string_view label, std::string_view text) { add(R"(<p class="note"><b>{}</b> {}</p>)", label, escaped(text)); }

  void head() {
    const std::string_view tone = !fails(check_) ? "ask" : (check_.severity == Severity::error ? "error" : "warning");
    add(R"(<article class="card {}" tabindex="0" {}><header>)", tone, check_attributes(page_, index_));
    if (finding_ != nullptr) add(R"(<span class="number">{}</span>)", finding_->number);
    add(R"(<span class="badge"><i class="tick v-{}">{}</i>{}</span><span class="rule">{}</span>)", name(check_.verdict), tick_mark(check_.verdict),
        title_of(check_.severity, check_.verdict, page_.language), word(check_.rule, page_.language));
    if (page_.has(check_.stated)) add(R"(<a class="place" href="#f{}">{}</a>)", check_.stated, escaped(place_words(page_, check_.stated)));
    out_ += "</header>";
  }

  void where() {
    if (!page_.has(check_.stated)) return;
    const Figure& figure = page_.figure(check_.stated);
    std::string path;
    for (const std::string_view heading : heading_path(page_.report.document, figure.section))
      path.append(path.empty() ? "" : " › ").append(without_line_breaks(heading));
    if (figure.table != no_id) {
      if (std::string title = table_title(page_.report, figure); !title.empty()) path = std::move(title);
      path.append(path.empty() ? "" : " › ").append(figure.row_label).append(" | ").append(figure.column_label);
    }
    if (!path.empty()) paragraph("where", path);
  }

  void quote(const Passage& passage) {
    std::vector<PassageMark> marks = passage.marks;
    std::sort(marks.begin(), marks.end(), [](const PassageMark& a, const PassageMark& b) { return a.range.begin < b.range.begin; });
    out_ += "<blockquote>";
    std::uint32_t at = passage.text.begin;
    for (const PassageMark& mark : marks) {
      if (mark.range.begin < at || mark.range.end > passage.text.end) continue;
      gap({at, mark.range.begin}, at != passage.text.begin, true);
      add(R"(<a class="{}" href="#f{}">{}</a>)", mark.figure == check_.stated ? "m stated" : "m", mark.figure,
          escaped(page_.report.document.view(mark.range)));
      at = mark.range.end;
    }
    gap({at, passage.text.end}, true, false);
    out_ += "</blockquote>";
  }

  // What stands between two marks; of a long piece the ends that touch a mark.
  void gap(TextRange range, bool mark_before, bool mark_after) {
    const std::string_view text = page_.report.document.view(range);
    if (backward(text, longest_gap) == 0) return append_escaped(out_, text);
    if (mark_before) append_escaped(out_, text.substr(0, forward(text, kept)));
    out_ += "<span class=\"cut\">…</span>";
    if (mark_after) append_escaped(out_, text.substr(backward(text, kept)));
  }

  // "分项 −": sums carry the sign of each operand, the others say what each is. The terms of a formula of the report's own (98 ÷ 110 × 100%)
  // are no parts: the sentence above has their signs.
  bool is_summed(const CheckOperand& operand) const { return operand.role == OperandRole::part && check_.rule != Rule::formula; }
  std::string sign_of(const CheckOperand& operand) const {
    if (!is_summed(operand)) return {};
    return operand.sign < 0 ? "−" : "+";
  }
  std::string role_of(const CheckOperand& operand) const {
    if (operand.role == OperandRole::part && !is_summed(operand)) return Text{"算式中的数", "term"}.in(page_.language);
    return word(operand.role, page_.language);
  }

  void operand_line(const CheckOperand& operand) {
    const Figure& figure = page_.figure(operand.figure);
    const PrintedFigure& printed = *page_.printed.find(operand.figure);
    std::string label(figure.indicator);
    if (label.empty()) label = role_of(operand);
    const bool blamed = check_.blamed && check_.blamed->figure == operand.figure;
    add(R"(<tr{}><td class="sign">{}</td><td class="label">{})", blamed ? R"( class="blamed")" : "", sign_of(operand), escaped(label));
    add(R"( <small>{} · {}</small></td><td class="amount"><a href="#f{}">{}</a></td></tr>)", role_of(operand),
        escaped(place_words(page_, operand.figure)), operand.figure, escaped(printed.printed));
  }

  void arithmetic() {
    out_ += "<table class=\"sum\"><tbody>";
    for (const CheckOperand& operand : check_.operands) {
      if (operand.figure != check_.stated && page_.has(operand.figure)) operand_line(operand);
    }
    out_ += "</tbody><tbody class=\"result\">";
    if (page_.has(check_.stated)) result();
    out_ += "</tbody></table>";
  }

  void result() {
    const Figure& figure = page_.figure(check_.stated);
    const Document& document = page_.report.document;
    const std::string unit = escaped(without_line_breaks(document.view(figure.unit_text)));
    const auto line = [&](std::string_view kind, std::string_view label, const std::string& value) {
      if (!value.empty())
        add(R"(<tr class="{}"><td class="sign">{}</td><td class="label">{}</td><td class="amount">{}{}</td></tr>)", kind,
            kind == "computed" ? "=" : "", label, escaped(in_printed_unit(document, figure, value)), unit);
    };
    line("computed", page_.say("重算", "computed"), std::string(check_.computed));
    add(R"(<tr class="stated"><td class="sign">{}</td><td class="label">{} <small>{}</small></td><td class="amount"><a href="#f{}">{}</a></td></tr>)",
        fails(check_) ? "≠" : "", page_.say("报告所列", "stated"), escaped(figure.indicator), check_.stated,
        escaped(page_.printed.find(check_.stated)->printed));
    if (fails(check_)) line("difference", page_.say("差额", "difference"), std::string(check_.difference));
  }

  void consequences() {
    add(R"(<details class="follow"><summary>{}</summary><ul>)",
        fmt::format(fmt::runtime(page_.say("另有 {} 项核对因同一原因不成立", "{} further checks fail for the same cause")), finding_->consequences));
    for (const std::size_t i : page_.consequences[index_]) {
      const Check& check = page_.report.checks[i];
      add(R"(<li><a href="#c{}">{}</a></li>)", i, escaped(check.formula.empty() ? check.message : check.formula));
    }
    out_ += "</ul></details>";
  }

  const ReportView& page_;
  std::size_t index_;
  const Check& check_;
  const Finding* finding_;
  std::string out_;
};

}  // namespace

std::string check_card(const ReportView& page, std::size_t check, const Finding* finding) { return Card(page, check, finding).write(); }

}  // namespace gouji::output::html
