// How fast Word files are read and audited, beside the floor: their main part (without styles and the other parts that reading needs)
// inflated and parsed by libxml2's SAX with handlers that do nothing, in the same run, on one thread. Each file's best time of the repetitions; then
// sums, means and the 99th percentile.
//
// Files: $GOUJI_REFERENCE/reports/*.docx and fixtures/docx/** where that is set, else corpus/samples/docx.
#include <benchmark/benchmark.h>
#include <libxml/parser.h>
#include <libxml/parserInternals.h>

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <initializer_list>
#include <map>
#include <numeric>

#include "app/auditor.h"
#include "corpus/docx/package.h"
#include "corpus/docx/parts.h"
#include "corpus/reader.h"

namespace {

using namespace gouji;
namespace fs = std::filesystem;

struct File {
  fs::path path;
  corpus::Bytes bytes;
  std::vector<std::string> parts;  // those that are read: the main part first
};

std::vector<std::string> parts_of(const corpus::docx::Package& package) {
  std::vector<std::string> out{*corpus::docx::main_part(package, {})};
  const auto relationships = corpus::docx::relationships_of(package, out.front(), {});
  for (const auto& one : *relationships) {
    for (const char* type : {"styles", "numbering", "footnotes", "endnotes", "header", "footer"})
      if (one.type == type && package.has(one.target)) out.push_back(one.target);
  }
  return out;
}

// Those that are read; refused files cost nothing and would flatter the mean.
template <class Directory>
std::vector<File> files_in(Directory directory) {
  std::vector<File> out;
  for (const auto& entry : directory) {
    if (!entry.is_regular_file() || fs::file_size(entry.path()) < 4) continue;
    auto bytes = corpus::load({entry.path().string()}, {});
    if (!bytes || bytes->data.compare(0, 2, "PK") != 0 || !corpus::read(*bytes, {})) continue;
    const auto package = corpus::docx::Package::open(bytes->data, {});
    out.push_back({entry.path(), *bytes, parts_of(*package)});
  }
  std::sort(out.begin(), out.end(), [](const File& a, const File& b) { return a.path < b.path; });
  return out;
}

const std::vector<File>& reports() {
  static const char* reference = std::getenv("GOUJI_REFERENCE");
  static const std::vector<File> files =
      files_in(fs::directory_iterator(reference != nullptr ? fs::path(reference) / "reports" : fs::path(GOUJI_SOURCE_DIR "/corpus/samples/docx")));
  return files;
}

const std::vector<File>& fixtures() {
  static const char* reference = std::getenv("GOUJI_REFERENCE");
  static std::error_code missing;
  static const std::vector<File> files =
      reference != nullptr ? files_in(fs::recursive_directory_iterator(fs::path(reference) / "fixtures" / "docx", missing)) : std::vector<File>();
  return files;
}

// What the work costs: the least time of each file.
class BestTimes {
 public:
  template <class Work>
  void measure(const std::vector<File>& files, Work work) {
    seconds_.resize(files.size(), 1e9);
    for (std::size_t i = 0; i < files.size(); ++i) {
      const auto start = std::chrono::steady_clock::now();
      work(files[i]);
      seconds_[i] = std::min(seconds_[i], std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count());
    }
  }
  double mean() const { return std::accumulate(seconds_.begin(), seconds_.end(), 0.0) / static_cast<double>(seconds_.size()); }
  double percentile99() const {
    std::vector<double> sorted = seconds_;
    std::sort(sorted.begin(), sorted.end());
    return sorted[(sorted.size() - 1) * 99 / 100];
  }
  double at(std::size_t file) const { return seconds_[file]; }

 private:
  std::vector<double> seconds_;
};

std::map<std::string, BestTimes>& times() {
  static std::map<std::string, BestTimes> all;
  return all;
}

// The parser reads the bytes where they are, as the reader has it do: a floor that copies them would flatter us.
void parse(const corpus::docx::Package& package, const std::string& name) {
  const auto part = package.read(name);
  xmlParserCtxt* context = xmlNewParserCtxt();
  xmlSAXHandler& sax = *context->sax;
  sax = {};
  sax.initialized = XML_SAX2_MAGIC;
  sax.startElementNs = [](void*, const xmlChar*, const xmlChar*, const xmlChar*, int, const xmlChar**, int, int, const xmlChar**) {};
  sax.endElementNs = [](void*, const xmlChar*, const xmlChar*, const xmlChar*) {};
  sax.characters = [](void*, const xmlChar*, int) {};
  xmlCtxtUseOptions(context, XML_PARSE_NONET | XML_PARSE_NOENT | XML_PARSE_IGNORE_ENC);
  xmlParserInput* input = xmlNewInputStream(context);
  input->base = input->cur = reinterpret_cast<const xmlChar*>(part->view().data());
  input->end = input->base + part->view().size();
  inputPush(context, input);
  xmlParseDocument(context);
  xmlFreeParserCtxt(context);
}

void floor_of(const File& file) {
  const auto package = corpus::docx::Package::open(file.bytes.data, {});
  parse(*package, file.parts.front());
}

void all_parts_of(const File& file) {
  const auto package = corpus::docx::Package::open(file.bytes.data, {});
  for (const std::string& name : file.parts) parse(*package, name);
}

void read_of(const File& file) { benchmark::DoNotOptimize(corpus::read(file.bytes, {})); }

// From the file on the disk to checks, as the command does before it prints.
void audit_of(const File& file) {
  static const app::Auditor auditor(patterns::Library::load({}).value(), {});
  benchmark::DoNotOptimize(auditor.run(corpus::Input{file.path.string()}));
}

void over(benchmark::State& state, const char* name, const std::vector<File>& files, void (*work)(const File&)) {
  for (auto _ : state) times()[name].measure(files, work);
}

void floor_reports(benchmark::State& state) { over(state, "floor_reports", reports(), floor_of); }
void all_parts_reports(benchmark::State& state) { over(state, "all_parts_reports", reports(), all_parts_of); }
void read_reports(benchmark::State& state) { over(state, "read_reports", reports(), read_of); }
void audit_reports(benchmark::State& state) { over(state, "audit_reports", reports(), audit_of); }
void floor_fixtures(benchmark::State& state) { over(state, "floor_fixtures", fixtures(), floor_of); }
void read_fixtures(benchmark::State& state) { over(state, "read_fixtures", fixtures(), read_of); }

// With a filter some were not measured: then there is nothing to compare.
bool measured(std::initializer_list<const char*> names) {
  return std::all_of(names.begin(), names.end(), [](const char* name) { return times().count(name) > 0; });
}

void summary() {
  if (!measured({"floor_reports", "all_parts_reports", "read_reports", "audit_reports"})) return;
  const auto milliseconds = [](const char* name) { return times()[name].mean() * 1e3; };
  std::printf("\n%zu reports, ms a file (best of the repetitions, one thread):\n", reports().size());
  std::printf("  floor %.2f (of all parts that are read %.2f)   read %.2f (%.2f floors)   whole audit %.2f\n", milliseconds("floor_reports"),
              milliseconds("all_parts_reports"), milliseconds("read_reports"), milliseconds("read_reports") / milliseconds("floor_reports"),
              milliseconds("audit_reports"));
  if (fixtures().empty() || !measured({"floor_fixtures", "read_fixtures"})) return;
  std::printf("%zu other files that are read: floor %.2f   read %.2f mean, %.2f at the 99th percentile (%.2f floors)\n", fixtures().size(),
              milliseconds("floor_fixtures"), milliseconds("read_fixtures"), times()["read_fixtures"].percentile99() * 1e3,
              milliseconds("read_fixtures") / milliseconds("floor_fixtures"));
  std::size_t largest = 0;
  for (std::size_t i = 0; i < fixtures().size(); ++i)
    if (times()["floor_fixtures"].at(i) > times()["floor_fixtures"].at(largest)) largest = i;
  std::printf("the largest, %s: floor %.1f   read %.1f\n", fixtures()[largest].path.filename().c_str(), times()["floor_fixtures"].at(largest) * 1e3,
              times()["read_fixtures"].at(largest) * 1e3);
}

}  // namespace

BENCHMARK(floor_reports)->Unit(benchmark::kMillisecond);
BENCHMARK(all_parts_reports)->Unit(benchmark::kMillisecond);
BENCHMARK(read_reports)->Unit(benchmark::kMillisecond);
BENCHMARK(audit_reports)->Unit(benchmark::kMillisecond);
BENCHMARK(floor_fixtures)->Unit(benchmark::kMillisecond);
BENCHMARK(read_fixtures)->Unit(benchmark::kMillisecond);

int main(int argc, char** argv) {
  benchmark::Initialize(&argc, argv);
  if (benchmark::ReportUnrecognizedArguments(argc, argv)) return 2;
  if (reports().empty()) {
    std::fprintf(stderr, "docx_bench: no Word files to read\n");
    return 2;
  }
  benchmark::RunSpecifiedBenchmarks();
  summary();
}
