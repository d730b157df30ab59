# Everything comes from Debian 12 (scripts/install-dependencies); docs/dependencies.md says why each is here.
find_package(ICU 72 REQUIRED COMPONENTS uc i18n)
find_package(OpenSSL REQUIRED COMPONENTS Crypto)
find_package(CLI11 REQUIRED)
find_package(fmt REQUIRED)
find_package(RapidJSON REQUIRED)  # headers, on the default include path
find_package(tl-expected REQUIRED)
find_package(tomlplusplus REQUIRED)
find_package(Boost 1.74 REQUIRED)   # headers only: multiprecision
find_package(PostgreSQL 15 REQUIRED)  # libpq
find_package(spdlog 1.10 REQUIRED)
find_package(SQLite3 3.40 REQUIRED)
find_package(LibArchive 3.6 REQUIRED)
find_package(LibXml2 2.9 REQUIRED)
find_package(Threads REQUIRED)

# Debian's RE2, libdeflate, libzip and CLP have no (whole) CMake package, only a pkg-config file.
find_package(PkgConfig REQUIRED)
pkg_check_modules(RE2 REQUIRED IMPORTED_TARGET re2)
pkg_check_modules(XLSXWRITER REQUIRED IMPORTED_TARGET xlsxwriter)
pkg_check_modules(LIBDEFLATE REQUIRED IMPORTED_TARGET libdeflate)
pkg_check_modules(LIBZIP REQUIRED IMPORTED_TARGET libzip)
pkg_check_modules(CLP REQUIRED IMPORTED_TARGET clp)

# The program's allocator. Not where a sanitizer brings its own.
if(NOT GOUJI_SANITIZE AND NOT GOUJI_TSAN)
  find_package(mimalloc REQUIRED)
endif()

if(GOUJI_TESTS)
  find_package(Catch2 2.13 REQUIRED)
  find_package(rapidcheck REQUIRED)
  find_package(ZLIB REQUIRED)  # packages that tests write
  include(Catch)
endif()
if(GOUJI_BENCH)
  find_package(benchmark REQUIRED)
endif()
