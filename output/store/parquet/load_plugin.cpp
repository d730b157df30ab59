#include <dlfcn.h>

#include <cstdlib>
#include <filesystem>
#include <vector>

#include "output/store/parquet/plugin.h"
#include "output/store/store.h"

namespace gouji::store {
namespace {

constexpr const char* file_name = "gouji_parquet.so";

std::vector<std::filesystem::path> places() {
  std::error_code error;
  const std::filesystem::path program = std::filesystem::read_symlink("/proc/self/exe", error).parent_path();
  std::vector<std::filesystem::path> out{program / file_name, program.parent_path() / "lib" / "gouji" / file_name};
  if (const char* told = std::getenv("GOUJI_PLUGINS"); told != nullptr) out.insert(out.begin(), std::filesystem::path(told) / file_name);
  return out;
}

const ParquetPlugin* open_plugin() {
  // The wheel's allocators would start a thread as soon as they are loaded; worker processes are forked from a program that should have one.
  ::setenv("ARROW_DEFAULT_MEMORY_POOL", "system", 0);
  ::setenv("JE_ARROW_MALLOC_CONF", "background_thread:false", 0);
  std::string reasons;
  for (const std::filesystem::path& path : places()) {
    std::error_code error;
    if (!std::filesystem::exists(path, error)) continue;
    // Never closed: Arrow keeps threads. RTLD_LOCAL: nothing else is bound to what comes with it.
    if (void* library = ::dlopen(path.c_str(), RTLD_NOW | RTLD_LOCAL); library != nullptr) {
      if (const void* symbol = ::dlsym(library, parquet_plugin_symbol); symbol != nullptr) return *static_cast<const ParquetPlugin* const*>(symbol);
    }
    const char* why = ::dlerror();
    reasons += "; " + path.string() + ": " + (why == nullptr ? "not a plugin of this gouji" : why);
  }
  throw StoreFailure(
      {"store_missing", "this gouji was built without Apache Arrow" + reasons, "build it where Arrow C++ is installed, or after scripts/get-arrow"});
}

}  // namespace

const ParquetPlugin& parquet_plugin() {
  static const ParquetPlugin* const plugin = open_plugin();
  return *plugin;
}

}  // namespace gouji::store
