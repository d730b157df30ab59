# gouji_room(NAME SOURCES file... LINKS target... [PRIVATE target...]): one static library a room, gouji_NAME.
# LINKS are the rooms and libraries that its headers need; a room can include no header of a room that it does not link.
function(gouji_room name)
  cmake_parse_arguments(ROOM "" "" "SOURCES;LINKS;PRIVATE" ${ARGN})
  add_library(gouji_${name} STATIC ${ROOM_SOURCES})
  target_include_directories(gouji_${name} PUBLIC ${PROJECT_SOURCE_DIR})
  target_compile_options(gouji_${name} PRIVATE ${GOUJI_WARNINGS})
  target_link_libraries(gouji_${name} PUBLIC ${ROOM_LINKS} PRIVATE ${ROOM_PRIVATE})
endfunction()

# gouji_allocator(TARGET): malloc, free, new and delete of a program are mimalloc's. Nothing calls it by name, so the linker is told to keep it.
function(gouji_allocator target)
  if(NOT GOUJI_SANITIZE AND NOT GOUJI_TSAN)
    target_link_options(${target} PRIVATE -Wl,--push-state,--no-as-needed $<TARGET_FILE:mimalloc> -Wl,--pop-state)
  endif()
endfunction()

# gouji_test(NAME SOURCES file... LINKS target...): one test program, gouji_NAME_test, its cases registered with ctest. A name that CMake tears apart (a
# semicolon in it) would match no case and pass: that is an error.
function(gouji_test name)
  cmake_parse_arguments(TEST "" "" "SOURCES;LINKS" ${ARGN})
  add_executable(gouji_${name}_test ${TEST_SOURCES})
  target_compile_options(gouji_${name}_test PRIVATE ${GOUJI_WARNINGS})
  target_compile_definitions(gouji_${name}_test PRIVATE GOUJI_SOURCE_DIR="${PROJECT_SOURCE_DIR}")
  target_link_libraries(gouji_${name}_test PRIVATE ${TEST_LINKS} Catch2::Catch2WithMain)
  target_precompile_headers(gouji_${name}_test PRIVATE <catch2/catch.hpp>)
  catch_discover_tests(gouji_${name}_test TEST_PREFIX "${name}: " DISCOVERY_MODE PRE_TEST EXTRA_ARGS --warn NoTests)
endfunction()
