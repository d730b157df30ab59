// What the Parquet plugin does for the program: rows into a file and back. Apache Arrow lives in the plugin alone, which is opened with its
// symbols kept to itself, so that what its libraries bring along (an OpenSSL of their own) is bound by nothing else. Both are built together:
// C++ types pass between them. Functions throw nothing; an empty text is success, else why not.
#pragma once

#include <string>

#include "output/store/rows.h"

namespace gouji::store {

struct ParquetPlugin {
  // Rows of the table's columns (schema.h) as one Parquet file; nothing may be there under that name. Decimals are decimal128(38, 20).
  std::string (*write)(const std::string& path, const Table& table, const Rows& rows);
  // What write() wrote; decimals canonical again. `rows` is appended to.
  std::string (*read)(const std::string& path, const Table& table, Rows& rows);
  const char* arrow_version;
};

inline constexpr const char* parquet_plugin_symbol = "gouji_parquet_plugin_1";  // const ParquetPlugin*, by C name

// The plugin in the folder that GOUJI_PLUGINS names, beside the program, or in its lib folder; opened once. Throws StoreFailure ("store_missing")
// where there is none.
const ParquetPlugin& parquet_plugin();

}  // namespace gouji::store
