# cmake -DOUTPUT=assets.cpp -DFILES=page.html|style.css|script.js -P embed.cmake: a C++ source that holds each file as a raw
# string, named by its file: page.html is page_html.
string(REPLACE "|" ";" FILES "${FILES}")
file(WRITE "${OUTPUT}.new" "#include \"output/html/assets.h\"\n\nnamespace gouji::output::html {\n")
foreach(path IN LISTS FILES)
  get_filename_component(name "${path}" NAME)
  string(REPLACE "." "_" name "${name}")
  file(READ "${path}" text)
  file(APPEND "${OUTPUT}.new" "const std::string_view ${name} = R\"gouji_asset(${text})gouji_asset\";\n")
endforeach()
file(APPEND "${OUTPUT}.new" "}  // namespace gouji::output::html\n")
file(RENAME "${OUTPUT}.new" "${OUTPUT}")
