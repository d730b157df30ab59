#include "output/store/parquet/parquet_folder.h"

#include <fcntl.h>
#include <fmt/format.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <charconv>
#include <cstring>
#include <fstream>
#include <utility>

#include "output/store/parquet/plugin.h"
#include "output/store/sql.h"

namespace gouji::store {
namespace {

namespace fs = std::filesystem;

constexpr std::string_view meta_name = "gouji-store.json", views_name = "views.sql", batch_prefix = "batch-", across_prefix = "across-",
                           new_prefix = ".new-", old_prefix = ".old-", partition = "report_period=";

StoreFailure failure(const std::string& where, const std::error_code& error) {
  const bool full = error == std::errc::no_space_on_device || error.value() == EDQUOT;
  const bool forbidden = error == std::errc::permission_denied || error == std::errc::read_only_file_system;
  return StoreFailure({full ? "store_full" : (forbidden ? "store_read_only" : "store_unreachable"), where + ": " + error.message(), {}});
}

void must(const std::error_code& error, const fs::path& where) {
  if (error) throw failure(where.string(), error);
}

// A period in a folder's name, as Hive writes it: what could part the path is %XX.
std::string partition_name(const std::string& period) {
  if (period.empty()) return std::string(partition) + "__HIVE_DEFAULT_PARTITION__";
  std::string out(partition);
  for (const char c : period) {
    const bool plain = (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') || c == '-';
    out += plain ? std::string(1, c) : fmt::format("%{:02X}", static_cast<unsigned char>(c));
  }
  return out;
}

std::string period_of(std::string_view name) {
  name.remove_prefix(std::min(partition.size(), name.size()));
  if (name == "__HIVE_DEFAULT_PARTITION__") return {};
  std::string out;
  for (std::size_t at = 0; at < name.size(); ++at) {
    unsigned code = 0;
    if (name[at] == '%' && at + 2 < name.size() && std::from_chars(name.data() + at + 1, name.data() + at + 3, code, 16).ec == std::errc()) {
      out += static_cast<char>(code);
      at += 2;
    } else {
      out += name[at];
    }
  }
  return out;
}

std::uint32_t number_behind(std::string_view prefix, std::string_view name) {
  std::uint32_t number = 0;
  if (!name.starts_with(prefix)) return 0;
  name.remove_prefix(prefix.size());
  const auto [end, error] = std::from_chars(name.data(), name.data() + name.size(), number);
  return error == std::errc() && end == name.data() + name.size() ? number : 0;
}

void synced(const fs::path& path) {
  const int fd = ::open(path.c_str(), O_RDONLY | O_CLOEXEC);
  const int problem = fd < 0 || ::fsync(fd) != 0 ? errno : 0;
  if (fd >= 0) ::close(fd);
  if (problem != 0) throw failure(path.string(), {problem, std::generic_category()});
}

// The text between the quotes behind "key".
std::string json_value(const std::string& json, const std::string& key) {
  const std::size_t at = json.find("\"" + key + "\"");
  const std::size_t open = at == std::string::npos ? at : json.find('"', json.find(':', at));
  const std::size_t close = open == std::string::npos ? open : json.find('"', open + 1);
  return close == std::string::npos ? std::string() : json.substr(open + 1, close - open - 1);
}

// A small file of the folder, whole or not at all.
void put_file(const fs::path& folder, std::string_view name, const std::string& content) {
  const fs::path file = folder / name, temporary = folder / (std::string(new_prefix) + std::string(name));
  {
    std::ofstream out(temporary, std::ios::binary | std::ios::trunc);
    out << content;
    out.close();
    if (!out) throw failure(temporary.string(), {errno, std::generic_category()});
  }
  std::error_code error;
  fs::rename(temporary, file, error);
  must(error, file);
}

std::string content_of(const fs::path& file) {
  std::ifstream in(file, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), {}};
}

std::string message_of(std::string text) {
  std::replace(text.begin(), text.end(), '\n', ' ');
  return text;
}

std::vector<fs::path> files_below(const fs::path& folder) {
  std::vector<fs::path> files;
  std::error_code error;
  for (fs::recursive_directory_iterator at(folder, error), end; at != end; at.increment(error)) {
    if (at->path().extension() == ".parquet") files.push_back(at->path());
  }
  std::sort(files.begin(), files.end());
  return files;
}

void read_file(const fs::path& file, TableId id, Rows& out) {
  if (const std::string why = parquet_plugin().read(file, table(id), out); !why.empty())
    throw StoreFailure({"store_damaged", message_of(file.string() + ": " + why), {}});
}

[[noreturn]] void throw_write_failure(const std::string& why) {
  const bool full = why.find("No space left") != std::string::npos || why.find("errno 28") != std::string::npos;
  throw StoreFailure({full ? "store_full" : "store_failed", message_of(why), {}});
}

}  // namespace

ParquetFolder::ParquetFolder(std::string path, Access access, const std::string& program_version) : path_(std::move(path)) {
  std::error_code error;
  const bool there = fs::exists(path_, error);
  if (!there && access == Access::read) throw StoreFailure({"store_unreachable", path_ + ": no such folder", {}});
  if (there && !fs::is_directory(path_)) throw StoreFailure({"not_a_store", path_ + ": no folder", {}});
  parquet_plugin();
  if (access == Access::write) {
    fs::create_directories(path_, error);
    must(error, path_);
    const bool has_meta = fs::exists(fs::path(path_) / meta_name);
    if (!has_meta && std::any_of(fs::directory_iterator(path_), {}, [](const fs::directory_entry& e) { return e.path().filename() != ".lock"; }))
      throw StoreFailure({"not_a_store", path_ + ": a folder that holds other things", {}});
    lock();
    if (!has_meta) make(program_version);
  }
  check_meta();
  if (access == Access::write) recover();
  list();
  if (access == Access::write) clear_compared();
}

ParquetFolder::Lock::~Lock() {
  if (file >= 0) ::close(file);
}

void ParquetFolder::lock() {
  const fs::path file = fs::path(path_) / ".lock";
  lock_.file = ::open(file.c_str(), O_RDWR | O_CREAT | O_CLOEXEC, 0666);
  if (lock_.file < 0) throw failure(file.string(), {errno, std::generic_category()});
  // A record lock: worker processes, which may outlive a killed run for a moment, do not inherit it.
  struct flock whole {};
  whole.l_type = F_WRLCK;
  whole.l_whence = SEEK_SET;
  if (::fcntl(lock_.file, F_SETLK, &whole) != 0) throw StoreFailure({"store_busy", path_ + ": locked", {}});
}

void ParquetFolder::make(const std::string& program_version) {
  put_file(path_, meta_name, fmt::format("{{\"schema_version\": \"{}\", \"created_by\": \"{}\"}}\n", schema_version, program_version));
}

void ParquetFolder::check_meta() {
  const std::string meta = content_of(fs::path(path_) / meta_name);
  const int number = version_number(json_value(meta, "schema_version"));
  created_by_ = json_value(meta, "created_by");
  if (number == 0) throw StoreFailure({"not_a_store", path_ + ": a folder, but no store of gouji", {}});
  if (number > schema_version)
    throw StoreFailure({"store_newer", fmt::format("{}: its layout is version {}, this gouji knows {}", path_, number, schema_version), {}});
  if (number < schema_version)
    throw StoreFailure({"store_outdated", fmt::format("{}: its layout is version {}, this gouji writes {}", path_, number, schema_version), {}});
}

// What a writer that was killed left: half a batch is nobody's, a batch on its way out comes back.
void ParquetFolder::recover() {
  std::vector<fs::path> left;
  for (const fs::directory_entry& entry : fs::directory_iterator(path_)) {
    const std::string name = entry.path().filename().string();
    if (name.starts_with(new_prefix) || name.starts_with(old_prefix)) left.push_back(entry.path());
  }
  for (const fs::path& path : left) {
    const std::string name = path.filename().string();
    const fs::path place = fs::path(path_) / name.substr(old_prefix.size());
    std::error_code error;
    if (name.starts_with(old_prefix) && !fs::exists(place)) {
      fs::rename(path, place, error);
    } else {
      fs::remove_all(path, error);
    }
    must(error, path);
  }
}

// What was compared before, where a kill came between the new one and its end.
void ParquetFolder::clear_compared() {
  std::vector<fs::path> old;
  for (const fs::directory_entry& entry : fs::directory_iterator(path_)) {
    const std::uint32_t number = number_behind(across_prefix, entry.path().filename().string());
    if (number != 0 && number < compared_) old.push_back(entry.path());
  }
  for (const fs::path& path : old) {
    std::error_code error;
    fs::remove_all(path, error);
    must(error, path);
  }
}

void ParquetFolder::list() {
  for (const fs::directory_entry& entry : fs::directory_iterator(path_)) {
    const std::string name = entry.path().filename().string();
    if (const std::uint32_t number = number_behind(batch_prefix, name); number != 0) batches_.push_back(number);
    compared_ = std::max(compared_, number_behind(across_prefix, name));
  }
  std::sort(batches_.begin(), batches_.end());
}

fs::path ParquetFolder::folder_of(std::uint32_t batch) const { return fs::path(path_) / fmt::format("{}{:06}", batch_prefix, batch); }

fs::path ParquetFolder::across_folder(std::uint32_t batch) const { return fs::path(path_) / fmt::format("{}{:06}", across_prefix, batch); }

BatchRows ParquetFolder::read(std::uint32_t batch) const {
  BatchRows out;
  for (std::size_t i = 0; i < table_count; ++i) {
    for (const fs::path& file : files_below(folder_of(batch) / table(i).name)) {
      const std::string parent = file.parent_path().filename().string();
      const std::string period = parent.starts_with(partition) ? period_of(parent) : std::string();
      read_file(file, static_cast<TableId>(i), out[{static_cast<TableId>(i), period}]);
    }
  }
  return out;
}

Rows ParquetFolder::read(std::uint32_t batch, TableId wanted) const {
  Rows out;
  for (const fs::path& file : files_below(folder_of(batch) / table(wanted).name)) read_file(file, wanted, out);
  return out;
}

void ParquetFolder::write(const fs::path& folder, const BatchRows& rows) const {
  std::error_code error;
  fs::remove_all(folder, error);
  fs::create_directory(folder, error);
  must(error, folder);
  try {
    for (const auto& [key, content] : rows) {
      if (content.count() == 0) continue;
      fs::path place = folder / table(key.first).name;
      if (static_cast<std::size_t>(key.first) < record_tables) place /= partition_name(key.second);
      fs::create_directories(place, error);
      must(error, place);
      const fs::path file = place / "part.parquet";
      if (const std::string why = parquet_plugin().write(file, table(key.first), content); !why.empty()) throw_write_failure(why);
      synced(file);
    }
    synced(folder);
  } catch (...) {
    fs::remove_all(folder, error);
    throw;
  }
}

std::uint32_t ParquetFolder::add(const BatchRows& rows) {
  const std::uint32_t number = batches_.empty() ? 1 : batches_.back() + 1;
  const fs::path place = folder_of(number), temporary = fs::path(path_) / (std::string(new_prefix) + place.filename().string());
  write(temporary, rows);
  std::error_code error;
  fs::rename(temporary, place, error);
  must(error, place);
  synced(path_);
  batches_.push_back(number);
  return number;
}

Rows ParquetFolder::read_across(TableId wanted) const {
  Rows out;
  for (const fs::path& file : files_below(across_folder(compared_) / table(wanted).name)) read_file(file, wanted, out);
  return out;
}

void ParquetFolder::put_across(const BatchRows& rows) {
  const fs::path place = across_folder(batches_.back()), temporary = fs::path(path_) / (std::string(new_prefix) + place.filename().string());
  write(temporary, rows);
  std::error_code error;
  fs::rename(temporary, place, error);
  must(error, place);
  synced(path_);
  const std::uint32_t before = std::exchange(compared_, batches_.back());
  if (before == 0) return;
  fs::remove_all(across_folder(before), error);
  must(error, across_folder(before));
}

void ParquetFolder::put_views() const {
  std::vector<bool> has_files;
  for (const Table& table : tables()) {
    const auto holds = [&](const fs::path& folder) { return fs::exists(folder / table.name); };
    has_files.push_back(holds(across_folder(compared_)) ||
                        std::any_of(batches_.begin(), batches_.end(), [&](std::uint32_t batch) { return holds(folder_of(batch)); }));
  }
  const std::string views = duckdb_views(has_files);
  if (content_of(fs::path(path_) / views_name) != views) put_file(path_, views_name, views);
}

void ParquetFolder::replace(std::uint32_t batch, const BatchRows& rows) {
  const fs::path place = folder_of(batch), temporary = fs::path(path_) / (std::string(new_prefix) + place.filename().string()),
                 old = fs::path(path_) / (std::string(old_prefix) + place.filename().string());
  write(temporary, rows);
  std::error_code error;
  fs::rename(place, old, error);
  must(error, place);
  fs::rename(temporary, place, error);
  must(error, place);
  synced(path_);
  fs::remove_all(old, error);
  must(error, old);
}

}  // namespace gouji::store
