#include "output/store/store.h"

#include "output/store/parquet/parquet_store.h"
#include "output/store/postgres_store.h"
#include "output/store/sqlite_store.h"

namespace gouji::store {
namespace {

constexpr std::string_view sqlite = "sqlite:";
constexpr std::string_view parquet = "parquet:";
constexpr const char* known_targets = "sqlite:PATH, postgresql://USER@HOST:PORT/DATABASE, parquet:FOLDER";

bool is_postgres(const std::string& target) { return target.starts_with("postgresql://") || target.starts_with("postgres://"); }

}  // namespace

std::string shown_target(const std::string& target) {
  const std::size_t authority = target.find("://");
  if (authority == std::string::npos) return target;
  const std::size_t at = target.find('@', authority), colon = target.find(':', authority + 3);
  std::string shown = target;
  if (at != std::string::npos && colon < at) shown.erase(colon, at - colon);
  if (const std::size_t password = shown.find("password="); password != std::string::npos) {
    shown.erase(password, shown.find('&', password) - password);
  }
  return shown;
}

Result<std::unique_ptr<Store>> open_store(const std::string& target, Access access, const std::string& program_version) {
  try {
    if (is_postgres(target)) return std::make_unique<PostgresStore>(target, access, program_version);
    if (target.starts_with(parquet) && target.size() > parquet.size())
      return std::make_unique<ParquetStore>(target.substr(parquet.size()), access, program_version);
    const bool has_scheme = target.starts_with(sqlite);
    const std::size_t colon = target.find(':');
    if (!has_scheme && colon != std::string::npos && target.find('/') > colon) {
      return fail("usage", shown_target(target) + ": no store of a known kind", known_targets);
    }
    const std::string path = has_scheme ? target.substr(sqlite.size()) : target;
    if (path.empty()) return fail("usage", target + ": no path", known_targets);
    return std::make_unique<SqliteStore>(path, access, program_version);
  } catch (const StoreFailure& failure) {
    return tl::unexpected<Error>(failure.error());
  }
}

}  // namespace gouji::store
