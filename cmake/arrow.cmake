# Apache Arrow C++ for the Parquet store: the system's where there is one, else the headers and libraries of a pyarrow wheel unpacked in
# GOUJI_PYARROW (scripts/get-arrow puts one there). Sets GOUJI_ARROW to the target that brings both, or to nothing: then the store says
# how to get it, and everything else is built.
set(GOUJI_PYARROW "${CMAKE_BINARY_DIR}/pyarrow" CACHE PATH "where a pyarrow wheel is unpacked")
set(GOUJI_ARROW "")
find_package(Arrow QUIET)
find_package(Parquet QUIET)
if(Arrow_FOUND AND Parquet_FOUND)
  set(GOUJI_ARROW Parquet::parquet_shared Arrow::arrow_shared)
  message(STATUS "Parquet: Arrow ${ARROW_VERSION} of the system")
  return()
endif()
file(GLOB arrow_library "${GOUJI_PYARROW}/pyarrow/libarrow.so.*")
file(GLOB parquet_library "${GOUJI_PYARROW}/pyarrow/libparquet.so.*")
if(arrow_library AND parquet_library AND EXISTS "${GOUJI_PYARROW}/pyarrow/include/parquet/arrow/writer.h")
  # The versioned libraries as they are in the wheel, found at run time where they lie.
  add_library(gouji_arrow INTERFACE)
  target_include_directories(gouji_arrow SYSTEM INTERFACE "${GOUJI_PYARROW}/pyarrow/include")
  target_link_libraries(gouji_arrow INTERFACE "${parquet_library}" "${arrow_library}")
  set(GOUJI_ARROW gouji_arrow)
  message(STATUS "Parquet: Arrow of the wheel in ${GOUJI_PYARROW}")
else()
  message(STATUS "Parquet: no Arrow C++ (scripts/get-arrow gets a wheel); the store says so when it is asked for")
endif()
