#include "output/html/html.h"

#include <fmt/format.h>
#include <openssl/evp.h>

#include <array>
#include <stdexcept>

#include "output/html/assets.h"
#include "output/html/markup.h"
#include "output/html/parts.h"
#include "output/html/template.h"

namespace gouji::output {
namespace {

// What a Content-Security-Policy names an inline script by.
std::string policy_hash(const std::string& script) {
  std::array<unsigned char, EVP_MAX_MD_SIZE> digest{};
  unsigned size = 0;
  if (EVP_Digest(script.data(), script.size(), digest.data(), &size, EVP_sha256(), nullptr) != 1)
    throw std::runtime_error("SHA-256 is not available");
  std::array<unsigned char, 2 * EVP_MAX_MD_SIZE> base64{};
  const int length = EVP_EncodeBlock(base64.data(), digest.data(), static_cast<int>(size));
  return "sha256-" + std::string(base64.begin(), base64.begin() + length);
}

std::string facts_of(const ReportView& page) {
  const ReportFacts& facts = page.report.extraction.facts;
  const DocumentMeta& meta = page.report.document.meta;
  std::string out = fmt::format("<span>{}</span>", word(facts.kind, page.language));
  const auto add = [&](std::string_view text) {
    if (!text.empty()) out += fmt::format("<span>{}</span>", html::escaped(text));
  };
  add(facts.entity);
  add(facts.period.str());
  for (const std::string& path : meta.paths) add(path);
  add(fmt::format("{} {} · {} B", meta.format, meta.encoding, meta.bytes));
  out += fmt::format(R"(<span class="hash" title="SHA-256 {}">{}…</span>)", html::escaped(meta.id),
                     html::escaped(std::string_view(meta.id).substr(0, 12)));
  return out;
}

std::string title_of(const Report& report) {
  const std::string title(report.extraction.facts.title);
  return title.empty() ? report.document.meta.path : title;
}

}  // namespace

void HtmlSink::report(const Report& report) {
  const ReportView page(report, options_.language);
  const std::string script = html::filled(html::script_js, options_.language, {});
  out_ << html::filled(html::page_html, options_.language,
                       {{"script_hash", policy_hash(script)},
                        {"script", script},
                        {"style", std::string(html::style_css)},
                        {"title", html::escaped(title_of(report))},
                        {"facts", facts_of(page)},
                        {"version", html::escaped(options_.version)},
                        {"patterns", html::escaped(report.pattern_version)},
                        {"summary", html::summary_part(page)},
                        {"checks", html::checks_part(page)},
                        {"coverage", html::coverage_part(page)},
                        {"notes", html::notes_part(page)},
                        {"contents", html::contents_part(page)},
                        {"report", html::report_part(page)},
                        {"data", html::figures_json(page)}});
}

void HtmlSink::finish() {
  if (!across_.empty()) out_ << html::across_page(across_, options_.language, options_.version);
  out_.flush();
  if (!out_) throw std::ios_base::failure("cannot write the output");
}

}  // namespace gouji::output
