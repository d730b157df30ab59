# cmake -DOUTPUT=builtin.cpp -DFILES=a.toml|b.toml -P embed.cmake: a C++ source that holds the files as raw strings.
# A raw string takes UTF-8 and quotes as they are; its delimiter occurs in no pattern.
string(REPLACE "|" ";" FILES "${FILES}")
set(table "")
file(WRITE "${OUTPUT}.new" "#include \"patterns/builtin.h\"\n\nnamespace gouji::patterns {\nnamespace {\nconstexpr BuiltinFile files[] = {\n")
foreach(path IN LISTS FILES)
  get_filename_component(name "${path}" NAME)
  file(READ "${path}" text)
  file(APPEND "${OUTPUT}.new" "{\"${name}\", R\"gouji_toml(${text})gouji_toml\"},\n")
endforeach()
file(APPEND "${OUTPUT}.new" "};\n}  // namespace\n\nstd::span<const BuiltinFile> builtin_files() { return files; }\n\n}  // namespace gouji::patterns\n")
file(RENAME "${OUTPUT}.new" "${OUTPUT}")
