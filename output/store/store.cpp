#include "output/store/store.h"

#include "output/store/sqlite_store.h"

namespace gouji::store {

Result<std::unique_ptr<Store>> open_store(const std::string& target, Access access, const std::string& program_version) {
  constexpr std::string_view sqlite = "sqlite:";
  const bool is_sqlite = target.starts_with(sqlite);
  const std::size_t colon = target.find(':');
  if (!is_sqlite && colon != std::string::npos && target.find('/') > colon) {
    return fail("usage", target + ": no store of a known kind", "sqlite:PATH");
  }
  const std::string path = is_sqlite ? target.substr(sqlite.size()) : target;
  if (path.empty()) return fail("usage", target + ": no path", "sqlite:PATH");
  try {
    return std::make_unique<SqliteStore>(path, access, program_version);
  } catch (const StoreFailure& failure) {
    return tl::unexpected<Error>(failure.error());
  }
}

}  // namespace gouji::store
