// How fast a report is read, extracted and audited, stage by stage, beside one pass of RE2 that finds the runs of digits in the
// same bytes, in the same run, on one thread. Prints how many such passes the whole costs: machines differ, this ratio little.
//
// Texts: $GOUJI_REFERENCE/reports/*.txt and reports/more/*.txt where that is set, else corpus/samples/*.txt.
#include <benchmark/benchmark.h>
#include <re2/re2.h>

#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <map>
#include <sstream>

#include "audit/auditor.h"
#include "corpus/reader.h"
#include "extractor/extractor.h"
#include "extractor/numerals.h"
#include "extractor/segmenter.h"
#include "output/jsonl.h"

namespace {

using namespace gouji;

struct Inputs {
  std::vector<corpus::Bytes> bytes;
  std::vector<Document> documents;
  std::vector<Extraction> extractions;
  std::shared_ptr<const patterns::Library> library;
  std::int64_t size = 0;
};

std::vector<std::filesystem::path> texts() {
  std::vector<std::filesystem::path> folders{GOUJI_SOURCE_DIR "/corpus/samples"};
  if (const char* reference = std::getenv("GOUJI_REFERENCE"))
    folders = {std::string(reference) + "/reports", std::string(reference) + "/reports/more"};
  std::vector<std::filesystem::path> out;
  for (const auto& folder : folders) {
    std::error_code error;
    for (const auto& entry : std::filesystem::directory_iterator(folder, error)) {
      if (entry.path().extension() == ".txt") out.push_back(entry.path());
    }
  }
  std::sort(out.begin(), out.end());
  return out;
}

Inputs load() {
  Inputs in;
  in.library = patterns::Library::load({}).value();
  for (const auto& path : texts()) {
    auto bytes = corpus::load({path.string()}, {});
    if (!bytes) continue;
    auto document = corpus::read(*bytes, {});
    if (!document) continue;
    in.size += static_cast<std::int64_t>(bytes->data.size());
    in.extractions.push_back(extractor::extract(*document, *in.library));
    in.documents.push_back(std::move(*document));
    in.bytes.push_back(std::move(*bytes));
  }
  return in;
}

Inputs& inputs() {
  static Inputs in = load();
  return in;
}

// Runs `work` on each text's index; the rate is in bytes of the original files.
template <class Work>
void over_texts(benchmark::State& state, Work work) {
  Inputs& in = inputs();
  for (auto _ : state) {
    for (std::size_t i = 0; i < in.bytes.size(); ++i) work(in, i);
  }
  state.SetBytesProcessed(static_cast<std::int64_t>(state.iterations()) * in.size);
}

void re2_pass(benchmark::State& state) {
  static const re2::RE2 digits("([0-9０-９][0-9０-９,，]*(?:[.．][0-9０-９]+)?)");
  over_texts(state, [](const Inputs& in, std::size_t i) {
    re2::StringPiece rest(in.bytes[i].data);
    re2::StringPiece found;
    std::size_t count = 0;
    while (re2::RE2::FindAndConsume(&rest, digits, &found)) ++count;
    benchmark::DoNotOptimize(count);
  });
}

void read(benchmark::State& state) {
  over_texts(state, [](const Inputs& in, std::size_t i) { benchmark::DoNotOptimize(corpus::read(in.bytes[i], {})); });
}

void segment(benchmark::State& state) {
  over_texts(state, [](const Inputs& in, std::size_t i) {
    for (const Block& block : in.documents[i].blocks) benchmark::DoNotOptimize(extractor::sentences(in.documents[i].view(block.text), 0));
  });
}

void scan(benchmark::State& state) {
  over_texts(state, [](const Inputs& in, std::size_t i) {
    for (const Block& block : in.documents[i].blocks) benchmark::DoNotOptimize(extractor::scan(in.documents[i].view(block.text), *in.library));
  });
}

// Segmentation and scan are part of it.
void extract(benchmark::State& state) {
  over_texts(state, [](const Inputs& in, std::size_t i) { benchmark::DoNotOptimize(extractor::extract(in.documents[i], *in.library)); });
}

void audit_only(benchmark::State& state) {
  // In place, as the command does: what the audit sets (decimals_inferred) it never reads from the time before.
  over_texts(state, [](Inputs& in, std::size_t i) { benchmark::DoNotOptimize(audit::audit(in.documents[i], in.extractions[i], *in.library, {})); });
}

void whole(benchmark::State& state) {
  over_texts(state, [](const Inputs& in, std::size_t i) {
    const Document document = corpus::read(in.bytes[i], {}).value();
    Extraction extraction = extractor::extract(document, *in.library);
    benchmark::DoNotOptimize(audit::audit(document, extraction, *in.library, {}));
  });
}

// The whole, every check put into words with its id, and all of it written as JSON Lines.
void whole_with_records(benchmark::State& state) {
  over_texts(state, [](const Inputs& in, std::size_t i) {
    output::Report report;
    report.document = corpus::read(in.bytes[i], {}).value();
    report.extraction = extractor::extract(report.document, *in.library);
    audit::Audited audited = audit::audit(report.document, report.extraction, *in.library, {audit::Language::zh, audit::Texts::all});
    report.checks = std::move(audited.checks);
    report.coverage = std::move(audited.coverage);
    std::ostringstream out;
    output::JsonlSink(out, {}).report(report);
    benchmark::DoNotOptimize(out.tellp());
  });
}

// The text of a document's tables, of all its text.
double table_share(const Document& document) {
  std::size_t tables = 0;
  for (const Table& table : document.tables) tables += table.text.size();
  return document.text.empty() ? 0 : static_cast<double>(tables) / static_cast<double>(document.text.size());
}
bool is_prose(const Document& document) { return document.tables.empty(); }
bool is_tables(const Document& document) { return table_share(document) > 0.5; }

// The whole on some of the texts.
void whole_of(benchmark::State& state, bool (*chosen)(const Document&)) {
  const Inputs& in = inputs();
  std::int64_t size = 0;
  for (auto _ : state) {
    size = 0;
    for (std::size_t i = 0; i < in.bytes.size(); ++i) {
      if (!chosen(in.documents[i])) continue;
      size += static_cast<std::int64_t>(in.bytes[i].data.size());
      const Document document = corpus::read(in.bytes[i], {}).value();
      Extraction extraction = extractor::extract(document, *in.library);
      benchmark::DoNotOptimize(audit::audit(document, extraction, *in.library, {}));
    }
  }
  state.SetBytesProcessed(static_cast<std::int64_t>(state.iterations()) * size);
}
void whole_of_prose(benchmark::State& state) { whole_of(state, is_prose); }
void whole_of_tables(benchmark::State& state) { whole_of(state, is_tables); }

std::int64_t size_of(bool (*chosen)(const Document&)) {
  std::int64_t size = 0;
  for (std::size_t i = 0; i < inputs().bytes.size(); ++i)
    if (chosen(inputs().documents[i])) size += static_cast<std::int64_t>(inputs().bytes[i].data.size());
  return size;
}

// Keeps the best time of each benchmark: on a shared machine the least disturbed run says most.
class Recorder : public benchmark::ConsoleReporter {
 public:
  void ReportRuns(const std::vector<Run>& runs) override {
    for (const Run& run : runs) {
      if (run.run_type != Run::RT_Iteration) continue;
      const double seconds = run.cpu_accumulated_time / static_cast<double>(run.iterations);
      const auto [best, is_new] = seconds_.emplace(run.run_name.function_name, seconds);
      if (!is_new) best->second = std::min(best->second, seconds);
    }
    ConsoleReporter::ReportRuns(runs);
  }

  void summary() const {
    std::printf("\n%zu texts, %.2f MB. Best of the repetitions, one thread:\n", inputs().bytes.size(), static_cast<double>(inputs().size) / 1e6);
    const auto pass = seconds_.find("re2_pass");
    for (const char* name : {"re2_pass", "read", "segment", "scan", "extract", "audit_only", "whole", "whole_with_records"}) {
      const auto found = seconds_.find(name);
      if (found == seconds_.end()) continue;
      std::printf("  %-18s %8.1f MB/s", name, static_cast<double>(inputs().size) / found->second / 1e6);
      if (pass != seconds_.end()) std::printf("  %6.2f passes", found->second / pass->second);
      std::printf("\n");
    }
    const auto prose = seconds_.find("whole_of_prose"), tables = seconds_.find("whole_of_tables");
    if (prose == seconds_.end() || tables == seconds_.end() || size_of(is_prose) == 0 || size_of(is_tables) == 0) return;
    const double per_byte = prose->second / static_cast<double>(size_of(is_prose));
    std::printf("  a byte of texts that are tables for the most part costs %.2f times one of texts without any\n",
                tables->second / static_cast<double>(size_of(is_tables)) / per_byte);
  }

 private:
  std::map<std::string, double> seconds_;
};

}  // namespace

BENCHMARK(re2_pass)->Unit(benchmark::kMillisecond);
BENCHMARK(read)->Unit(benchmark::kMillisecond);
BENCHMARK(segment)->Unit(benchmark::kMillisecond);
BENCHMARK(scan)->Unit(benchmark::kMillisecond);
BENCHMARK(extract)->Unit(benchmark::kMillisecond);
BENCHMARK(audit_only)->Unit(benchmark::kMillisecond);
BENCHMARK(whole)->Unit(benchmark::kMillisecond);
BENCHMARK(whole_with_records)->Unit(benchmark::kMillisecond);
BENCHMARK(whole_of_prose)->Unit(benchmark::kMillisecond);
BENCHMARK(whole_of_tables)->Unit(benchmark::kMillisecond);

int main(int argc, char** argv) {
  benchmark::Initialize(&argc, argv);
  if (benchmark::ReportUnrecognizedArguments(argc, argv)) return 2;
  if (inputs().bytes.empty()) {
    std::fprintf(stderr, "audit_bench: no texts to read\n");
    return 2;
  }
  Recorder recorder;
  benchmark::RunSpecifiedBenchmarks(&recorder);
  recorder.summary();
}
