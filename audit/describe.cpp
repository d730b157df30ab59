#include "audit/describe.h"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>

#include "audit/naming.h"
#include "audit/table_words.h"
#include "audit/words.h"

namespace gouji::audit {
namespace {

bool is_percent(const Figure& f) { return f.kind == Kind::ratio; }

std::string without_blanks(std::string_view text) {
  std::string out(text);
  std::erase_if(out, [](char c) { return c == ' ' || c == '\t' || c == '\n' || c == '\r'; });
  return out;
}

// Zeros kept to `decimals` places: 79.9 → 79.90.
std::string padded(const Decimal& value, int decimals) {
  std::string out = value.str();
  if (decimals <= 0) return out;
  std::size_t point = out.find('.');
  if (point == std::string::npos) {
    point = out.size();
    out += '.';
  }
  while (out.size() - point - 1 < static_cast<std::size_t>(decimals)) out += '0';
  return out;
}

bool good(Verdict v) { return v == Verdict::exact || v == Verdict::rounding || v == Verdict::unlikely; }

// Two decimals beyond the stated figure's.
int places_beyond(const Figure& f) { return f.exact ? 4 : std::clamp(f.decimals + 2, -12, 20); }

}  // namespace

bool Describer::mixed_units(const Draft& draft) const {
  const Figure* first = nullptr;
  for (const CheckOperand& o : draft.operands) {
    const Figure& f = extraction_.figures[o.figure];
    if (is_percent(f)) continue;
    if (first == nullptr)
      first = &f;
    else if (document_.view(f.unit_text) != document_.view(first->unit_text))
      return true;
  }
  return false;
}

std::string Describer::operand(const CheckOperand& o, bool with_unit) const {
  const Figure& f = extraction_.figures[o.figure];
  std::string out = without_blanks(document_.view(f.number));
  if (with_unit || is_percent(f)) out += without_blanks(document_.view(f.unit_text));
  return out;
}

// A computed value as the figure `like` would be printed; with two more decimals where it would look the same and is not.
std::string Describer::shown(const Rational& value, const Figure& like, bool with_unit) const {
  const int power = unit_power(document_, like);
  const int printed = like.exact ? 0 : std::clamp(like.decimals + power, 0, 12);
  int places = printed;
  Decimal rounded = value.rounded(printed - power);
  if (rounded == like.value && !(value <= Rational(like.value) && Rational(like.value) <= value)) {
    places = printed + 2;
    rounded = value.rounded(places - power);
  }
  std::string out = padded(rounded.shifted(-power), places);
  if (with_unit || is_percent(like)) out += without_blanks(document_.view(like.unit_text));
  return out;
}

// The side that is computed: "221.67 + 885.83".
std::string Describer::right_side(const Draft& draft) const {
  const bool units = mixed_units(draft);
  const auto& ops = draft.operands;
  const auto at = [&](std::size_t i) { return operand(ops[i], units); };
  switch (draft.form) {
    case Form::quotient:
      return at(1) + " ÷ " + at(2);
    case Form::change_rate:
      return fmt::format("{0} ÷ ({1} {2} {0})", at(1), at(2), ops[1].sign < 0 ? "+" : "−");
    case Form::growth:
      return ops[1].sign < 0 ? "1 − " + at(1) + " ÷ " + at(2) : at(1) + " ÷ " + at(2) + " − 1";
    case Form::formula:
      return infix(draft.expression, [&](std::size_t i) { return i < ops.size() ? operand(ops[i], units) : std::string("?"); });
    default:
      break;
  }
  const bool product = draft.form == Form::product;
  std::string out;
  for (std::size_t i = draft.form == Form::complement ? 0 : 1; i < ops.size(); ++i) {
    const bool minus = ops[i].sign < 0 && !product;
    if (!out.empty())
      out += product ? " × " : minus ? " − " : draft.form == Form::equal ? " = " : " + ";
    else if (minus)
      out += "−";
    out += at(i);
  }
  return out;
}

std::string Describer::formula(const Draft& draft, const Judgement& judgement) const {
  const bool units = mixed_units(draft);
  std::string label = draft.label.empty() ? table_label(extraction_, panels_, draft) : draft.label;
  if (draft.operands.empty()) return label;  // an obligation of a form that lacks its cells
  if (!label.empty()) label += "：";
  if (draft.why != Why::none) return label + operand(draft.operands.front(), true);
  const std::string stated = operand(draft.operands.front(), units);
  const std::string side = right_side(draft);
  const bool ok = good(judgement.verdict);
  const Figure& f = extraction_.figures[draft.operands.front().figure];
  if (!judgement.computed.defined) return label + stated + " ? " + side;
  // A stated number of the wrong unit is better told in the unit of the others.
  const bool slipped = judgement.slip && judgement.slip->operand == 0 && draft.operands.size() > 1;
  const std::string computed = shown(judgement.computed.value, slipped ? extraction_.figures[draft.operands[1].figure] : f, units);
  const std::string_view sign = ok ? (judgement.verdict == Verdict::exact ? "=" : "≈") : "≠";
  switch (draft.form) {
    case Form::equal:
      return label + stated + (ok ? " = " : " ≠ ") + side;
    case Form::not_less:
      return label + stated + (ok ? " ≥ " : " < ") + side;
    case Form::at_most:
      return fmt::format("{}{} {} {}（={}）", label, stated,
                         ok && judgement.verdict == Verdict::exact ? "="
                         : failed_at_most(judgement.verdict)       ? "<"
                                                                   : "≥",
                         side, computed);
    case Form::sum:
      if (judgement.verdict == Verdict::exact) return label + stated + " = " + side;
      return fmt::format("{}{} {} {}（={}）", label, stated, sign, side, computed);
    case Form::complement: {
      const Rational total = Rational(Decimal(1)) + judgement.difference;
      const std::string sum = padded(total.rounded(std::clamp(f.decimals + 0, 2, 12)).shifted(2), 0) + "%";
      if (judgement.verdict == Verdict::exact) return label + side + " = 100%";
      return fmt::format("{}{} = {} {} 100%", label, side, sum, sign);
    }
    default:
      break;
  }
  if (judgement.verdict == Verdict::exact) return label + side + " = " + stated;
  return fmt::format("{}{} = {} {} {}", label, side, computed, sign, stated);
}

std::string Describer::message(const Judged& judged, const Check& check) const {
  const Draft& draft = judged.draft;
  if (draft.operands.empty())
    return language_ == Language::zh ? fmt::format("{}：未能核对，{}。", draft.label, check.why)
                                     : fmt::format("{}: not checked, {}.", draft.label, check.why);
  const Figure& f = extraction_.figures[check.stated];
  const std::string indicator = std::string(leaf(f.indicator));
  const bool zh = language_ == Language::zh;
  if (draft.why == Why::lone_unit)
    return zh ? fmt::format("{}{}：{}，请核实单位。", indicator, document_.view(f.text), check.why)
              : fmt::format("{} {}: {}.", indicator, document_.view(f.text), check.why);
  if (check.verdict == Verdict::not_checkable)
    return zh ? fmt::format("{}：未能核对，{}。", indicator, check.why) : fmt::format("{}: not checked, {}.", indicator, check.why);
  if (draft.rule == Rule::score && draft.form == Form::not_less && check.verdict == Verdict::inconsistent)
    return zh ? fmt::format("{}：得分高于分值{}。", indicator, document_.view(f.text))
              : fmt::format("{}: the score is above the full score {}.", indicator, document_.view(f.text));
  const Words words = words_for(draft.form, check.verdict, zh);
  std::string out = fmt::format(fmt::runtime(words.sentence), indicator, document_.view(f.text));
  if (check.blamed && check.caused_by == no_id && (check.verdict == Verdict::inconsistent || check.verdict == Verdict::suspect_unit)) {
    const Figure& b = extraction_.figures[check.blamed->figure];
    const int power = unit_power(document_, b);
    const std::string value = check.verdict == Verdict::suspect_unit
                                  ? check.blamed->would_be.str() + (zh ? "（元）" : "")
                                  : check.blamed->would_be.shifted(-power).str() + without_blanks(document_.view(b.unit_text));
    const std::string place = std::string(leaf(b.indicator)) + " " + without_blanks(document_.view(b.text));
    if (judged.mends > 1)
      out += zh ? fmt::format("若{}为{}，则{}项核对全部成立。", place, value, judged.mends)
                : fmt::format(" All of {} checks would hold if {} were {}.", judged.mends, place, value);
    else
      out += zh ? fmt::format("若{}为{}，则相符。", place, value) : fmt::format(" It would hold if {} were {}.", place, value);
  }
  return out;
}

std::string Describer::hint(const Judged& judged, const Check& check) const {
  const Judgement& judgement = judged.judgement;
  if (judgement.slip) {
    const Figure& f = extraction_.figures[judged.draft.operands[judgement.slip->operand].figure];
    const std::string text = without_blanks(document_.view(f.text));
    const std::string times = judgement.slip->power == 4    ? "×10000"
                              : judgement.slip->power == -4 ? "÷10000"
                              : judgement.slip->power > 0   ? "×10^8"
                                                            : "÷10^8";
    return language_ == Language::zh ? fmt::format("{}的单位可能有误（{}）", text, times) : fmt::format("unit slip of {} ({})", text, times);
  }
  if (check.verdict == Verdict::query) return cause(judged.likely);
  if (check.verdict != Verdict::inconsistent) return {};
  if (check.severity == Severity::warning) return std::string(say("尾差", "off by the last digit"));
  return cause(judged.likely);
}

// The figure that a cause names: "办公费 12.30万元".
std::string Describer::named(FigureId id) const {
  const Figure& f = extraction_.figures[id];
  return std::string(leaf(f.indicator)) + " " + without_blanks(document_.view(f.text));
}

std::string Describer::cause(const Explanation& likely) const {
  const bool zh = language_ == Language::zh;
  const std::string words(words_for(likely.cause, zh));
  if (words.empty()) return {};
  std::string other;
  if (likely.other != no_id) other = named(likely.other);
  if (likely.cause == Cause::other_year) other = extraction_.figures[likely.other].period.value.str() + (zh ? "年" : "");
  const std::string_view times = likely.power > 0 ? "×10" : "÷10";
  const int power = std::abs(likely.power);
  const std::string factor = power == 0  ? ""
                             : power > 4 ? fmt::format("{}^{}", times, power)
                                         : std::string(times) + std::string(static_cast<std::size_t>(power - 1), '0');
  return fmt::format(fmt::runtime(words), other, factor);
}

void Describer::say_why(const Judgement& judgement, Check& check) const {
  check.why = words_for(judgement.why, language_ == Language::zh);
  if (check.verdict == Verdict::query && check.why.empty())
    check.why = say("所比的数不在同一处，口径可能不同", "the figures stand apart and may differ in scope");
}

void Describer::describe(const Judged& judged, Check& check) const {
  const Draft& draft = judged.draft;
  const Judgement& judgement = judged.judgement;
  say_why(judgement, check);
  check.formula = formula(draft, judgement);
  if (draft.why == Why::none && judgement.computed.defined) {
    const int places = places_beyond(extraction_.figures[check.stated]);
    check.computed = judgement.computed.value.rounded(places).str();
    check.computed_low = judgement.computed.low.rounded(places).str();
    check.computed_high = judgement.computed.high.rounded(places).str();
    check.difference = judgement.difference.rounded(places).str();
  }
  check.message = message(judged, check);
  check.hint = hint(judged, check);
}

void Describer::describe_joint(const std::vector<const Judged*>& members, Check& check) const {
  for (const Judged* j : members) check.formula += (check.formula.empty() ? "" : "；") + formula(j->draft, j->judgement);
  const bool zh = language_ == Language::zh;
  check.message = zh ? fmt::format("以上{}项分别成立，但无论各数如何取舍都不能同时成立。", members.size())
                     : fmt::format("Each of these {} holds, but not all of them at once, however the numbers were rounded.", members.size());
  if (check.verdict == Verdict::query)
    check.why = say("各数若为截尾而非四舍五入，则可同时成立", "they could hold if the numbers were cut off instead of rounded");
}

// "在职人员 14人；行政编制 13个".
void Describer::describe_question(const Question& question, Check& check) const {
  const bool zh = language_ == Language::zh;
  check.why = words_for(question.asked, zh);
  for (const FigureId id : question.figures) check.formula += (check.formula.empty() ? "" : "；") + named(id);
  check.message = zh ? fmt::format("{}：{}，请核实。", named(question.figures.front()), check.why)
                     : fmt::format("{}: {}; please look.", named(question.figures.front()), check.why);
}

}  // namespace gouji::audit
