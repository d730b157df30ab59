#!/usr/bin/env bash
# The plugin built with the Arrow that find_package finds: packages made of a wheel's files, and no wheel where the build looks for one.
# usage: system_arrow.sh SOURCE PYARROW GOUJI       77: no wheel here
set -euo pipefail
source=$1 wheel=$2/pyarrow gouji=$3
compgen -G "$wheel/libarrow.so.*" >/dev/null || { echo "SKIPPED: no pyarrow (scripts/get-arrow)"; exit 77; }
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
package() {  # NAME LIBRARY
  mkdir -p "$work/prefix/lib/cmake/$1"
  cat >"$work/prefix/lib/cmake/$1/$1Config.cmake" <<CMAKE
add_library($1::${1,,}_shared SHARED IMPORTED)
set_target_properties($1::${1,,}_shared PROPERTIES IMPORTED_LOCATION "$(ls "$wheel/$2".so.*)" INTERFACE_SYSTEM_INCLUDE_DIRECTORIES "$wheel/include"
                      INTERFACE_INCLUDE_DIRECTORIES "$wheel/include")
set(ARROW_VERSION "of the test")
CMAKE
}
package Arrow libarrow
package Parquet libparquet
cmake -S "$source" -B "$work/build" -G Ninja -DCMAKE_BUILD_TYPE=Debug -DGOUJI_TESTS=OFF -DGOUJI_BENCH=OFF \
  -DCMAKE_PREFIX_PATH="$work/prefix" -DGOUJI_PYARROW="$work/none" >"$work/said"
grep -q 'Parquet: Arrow of the test of the system' "$work/said" || { cat "$work/said"; exit 1; }
cmake --build "$work/build" --target gouji_parquet >"$work/said" || { cat "$work/said"; exit 1; }
GOUJI_PLUGINS=$work/build/app "$gouji" ingest "$source/corpus/samples/budget_faulty.layout.txt" --to "parquet:$work/files" --quiet || [ $? -eq 1 ]
ls "$work"/files/batch-000001/figures/*/part.parquet
