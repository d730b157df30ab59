#include "patterns/library.h"

#include <fmt/format.h>
#include <openssl/evp.h>

#include <algorithm>
#include <array>
#include <filesystem>
#include <fstream>
#include <iterator>

#include "patterns/builtin.h"
#include "patterns/loader.h"

namespace gouji::patterns {
namespace {

// First 12 hex digits of the SHA-256 over every file's name and text: enough to tell two libraries apart, short enough to read.
std::string hash_of(const std::vector<TomlFile>& files) {
  std::string all;
  for (const TomlFile& file : files) all += fmt::format("{}\n{}\n", std::filesystem::path(file.name).filename().string(), file.text);
  std::array<unsigned char, EVP_MAX_MD_SIZE> digest{};
  unsigned int size = 0;
  EVP_Digest(all.data(), all.size(), digest.data(), &size, EVP_sha256(), nullptr);
  std::string hex;
  for (std::size_t i = 0; i < 6; ++i) hex += fmt::format("{:02x}", digest[i]);
  return hex;
}

// The folder's *.toml in name order.
Result<std::vector<TomlFile>> files_of(const std::string& directory) {
  std::error_code error;
  std::vector<std::filesystem::path> paths;
  for (std::filesystem::directory_iterator at(directory, error), end; !error && at != end; at.increment(error))
    if (at->path().extension() == ".toml" && !at->is_directory(error)) paths.push_back(at->path());
  if (error)
    return fail("bad_pattern", fmt::format("{}: cannot be read: {}", directory, error.message()), "--patterns takes a folder of .toml files");
  std::sort(paths.begin(), paths.end());
  std::vector<TomlFile> files;
  for (const auto& path : paths) {
    std::ifstream in(path, std::ios::binary);
    if (!in) return fail("bad_pattern", fmt::format("{}: cannot be read", path.string()), "it must be a readable file");
    files.push_back({path.string(), std::string(std::istreambuf_iterator<char>(in), {}), 1});
  }
  return files;
}

}  // namespace

Library::Library(std::unique_ptr<Data> data) : data_(std::move(data)) {}
Library::~Library() = default;

Result<std::shared_ptr<const Library>> Library::load(const Options& options) {
  std::vector<TomlFile> files;
  for (const BuiltinFile& file : builtin_files()) files.push_back({std::string(file.name), std::string(file.text), 0});
  if (!options.directory.empty()) {
    auto more = files_of(options.directory);
    if (!more) return tl::unexpected<Error>(more.error());
    std::move(more->begin(), more->end(), std::back_inserter(files));
  }
  auto data = std::make_unique<Data>();
  Problems problems;
  for (const TomlFile& file : files) load_file(file, *data, problems);
  finish(*data, problems);
  if (!problems.none()) return fail("bad_pattern", problems.joined(), "docs/patterns.md describes the format");
  data->version = hash_of(files);
  return std::shared_ptr<const Library>(new Library(std::move(data)));
}

const std::string& Library::version() const { return data_->version; }
const Lexicon<Unit>& Library::units() const { return data_->units.lexicon; }
const Lexicon<ComparatorWord>& Library::comparators() const { return data_->comparators.lexicon; }
const Lexicon<Indicator>& Library::indicators() const { return data_->indicators.lexicon; }
const Lexicon<BasisWord>& Library::bases() const { return data_->bases.lexicon; }
const Lexicon<FundWord>& Library::funds() const { return data_->funds.lexicon; }
const Lexicon<ScopeWord>& Library::scopes() const { return data_->scopes.lexicon; }
const Lexicon<PeriodWord>& Library::periods() const { return data_->periods.lexicon; }
const Lexicon<ChangeWord>& Library::changes() const { return data_->changes.lexicon; }
const Lexicon<VersusWord>& Library::versus() const { return data_->versus.lexicon; }
const Lexicon<MarkerWord>& Library::markers() const { return data_->markers.lexicon; }
const Lexicon<MarkerWord>& Library::markers(std::string_view marker) const {
  static const Lexicon<MarkerWord> none;
  const auto at = data_->markers_of.find(marker);
  return at == data_->markers_of.end() ? none : at->second;
}
const std::vector<Partition>& Library::partitions() const { return data_->partition_list; }
const ColumnWord* Library::column(std::string_view header) const {
  if (const auto whole = data_->columns.lexicon.exact(header)) return whole.entry;
  return data_->column_endings.suffix(header).entry;
}
const std::vector<const StandardForm*>& Library::forms() const { return data_->form_list; }
bool Library::has_negative_patterns() const { return data_->any_negative != nullptr; }
const Lexicon<Negative>& Library::negative_names() const { return data_->negatives.lexicon; }

std::vector<Library::Listed> Library::entries() const {
  std::vector<Listed> listed;
  Data::each(*data_, [&](std::string_view kind, const auto& collection) {
    for (const auto& entry : collection.entries) listed.push_back({std::string(kind), entry.get()});
  });
  return listed;
}

}  // namespace gouji::patterns
