#include "app/auditor.h"

#include <exception>
#include <new>

#include "audit/auditor.h"
#include "audit/key_figures.h"
#include "corpus/reader.h"
#include "extractor/extractor.h"

namespace gouji::app {
namespace {

// Hostile input may find a bug of ours: it costs its own document, never the run.
template <class Run>
Outcome guarded(const std::string& path, Run run) {
  try {
    Result<output::Report> report = run();
    if (report) return std::move(*report);
    return refusal_of(path, std::move(report.error()));
  } catch (const std::bad_alloc&) {
    return refusal_of(path, {"out_of_memory", path + ": not enough memory", {}});
  } catch (const std::exception& problem) {
    return refusal_of(path, {"internal_error", path + ": " + problem.what(), {}});
  }
}

}  // namespace

output::Refusal refusal_of(const std::string& path, Error error) {
  return {path, std::move(error.code), std::move(error.message), std::move(error.hint)};
}

Auditor::Auditor(std::shared_ptr<const patterns::Library> library, Options options) : library_(std::move(library)), options_(options) {}

Outcome Auditor::run(corpus::Input input) const {
  const std::string path = input.path;
  return guarded(path, [&]() -> Result<output::Report> {
    Result<corpus::Bytes> bytes = corpus::load(std::move(input), options_.limits);
    if (!bytes) return tl::unexpected<Error>(std::move(bytes.error()));
    return audit(std::move(*bytes));
  });
}

Outcome Auditor::run(corpus::Bytes bytes) const {
  const std::string path = bytes.path;
  return guarded(path, [&] { return audit(std::move(bytes)); });
}

Result<output::Report> Auditor::audit(corpus::Bytes bytes) const {
  const std::string path = bytes.path;
  std::string original;
  if (options_.annotates) original = bytes.data;
  Result<Document> document = corpus::read(std::move(bytes), options_.limits, options_.format);
  if (!document) return tl::unexpected<Error>(std::move(document.error()));
  if (options_.annotates && document->meta.format != "docx") return fail("not_word", path + ": not a Word document");
  output::Report report;
  report.original = std::move(original);
  report.document = std::move(*document);
  if (report.document.meta.paths.empty()) report.document.meta.paths.push_back(path);
  report.extraction = extractor::extract(report.document, *library_);
  if (options_.checks) {
    const audit::Options options{options_.language == Language::en ? audit::Language::en : audit::Language::zh,
                                 options_.all_texts ? audit::Texts::all : audit::Texts::findings};
    audit::Audited audited = audit::audit(report.document, report.extraction, *library_, options);
    report.checks = std::move(audited.checks);
    report.coverage = std::move(audited.coverage);
  }
  if (options_.compares) report.key_figures = audit::key_figures(report.document, report.extraction);
  report.pattern_version = library_->version();
  return report;
}

}  // namespace gouji::app
