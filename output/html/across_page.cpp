// The page of the checks across documents: cards of what differs, a row for what agrees. Reads without script.
#include <fmt/format.h>

#include <algorithm>

#include "output/across_record.h"
#include "output/html/assets.h"
#include "output/html/markup.h"
#include "output/html/parts.h"
#include "output/html/template.h"
#include "output/messages.h"
#include "output/tick_marks.h"

namespace gouji::output::html {
namespace {

std::string head_of(const AcrossCheck& check, Language language) {
  return fmt::format(R"(<span class="badge"><i class="tick v-{}">{}</i>{}</span>)", name(check.verdict), tick_mark(check.verdict),
                     title_of(check.severity, check.verdict, language));
}

std::string card(const AcrossCheck& check, Language language) {
  std::string out = fmt::format(R"(<article class="card {}"><header>{}<span class="rule">{} · {} · {}</span></header>)",
                                check.verdict == Verdict::inconsistent ? "error" : "ask", head_of(check, language), escaped(check.entity),
                                escaped(check.name), escaped(check.period.str()));
  out += fmt::format(R"(<p class="message">{}</p><table class="sum"><tbody>)", escaped(check.message));
  for (const AcrossOperand& operand : check.operands)
    out += fmt::format(R"(<tr><td class="label">{}</td><td class="amount">{}</td></tr>)", escaped(across_place(operand)), escaped(operand.printed));
  out += "</tbody></table>";
  for (const std::string* note : {&check.hint, &check.why})
    if (!note->empty()) out += fmt::format(R"(<p class="note">{}</p>)", escaped(*note));
  return out + "</article>\n";
}

}  // namespace

std::string across_page(const std::vector<AcrossCheck>& checks, Language language, const std::string& version) {
  std::string cards, rows;
  std::size_t agree = 0;
  for (const Verdict verdict : {Verdict::inconsistent, Verdict::query}) {
    for (const AcrossCheck& check : checks)
      if (check.verdict == verdict) cards += card(check, language);
  }
  for (const AcrossCheck& check : checks) {
    if (check.verdict != Verdict::exact) continue;
    ++agree;
    rows += fmt::format(R"(<li class="row"><i class="tick v-exact">{}</i><span class="formula">{}</span></li>)", tick_mark(Verdict::exact),
                        escaped(check.formula));
  }
  if (!rows.empty()) rows = "<ol class=\"rows\">\n" + rows + "</ol>";
  const Text counts{"核对 {} 项，一致 {} 项", "{} checks, {} agree"};
  return filled(across_html, language,
                {{"style", std::string(style_css)},
                 {"version", escaped(version)},
                 {"facts", fmt::format(fmt::runtime(counts.in(language)), checks.size(), agree)},
                 {"cards", cards},
                 {"rows", rows}});
}

}  // namespace gouji::output::html
